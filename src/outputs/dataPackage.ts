import type { ViewContext } from '../views/page/context.ts';
import { tables, type Column, type Table } from './tables.ts';

const types: Readonly<Record<Column['type'], object>> = {
  text: { type: 'string' },
  // Frictionless knows no date that is less precise than a day.
  edtf: { type: 'string' },
  date: { type: 'date' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  address: { type: 'string', format: 'uri' },
};

/** Returns `/data/datapackage.json`: the CSV files as a Tabular Data Package (Frictionless, version 1). */
export function renderDataPackage({ archive, at, pages }: ViewContext): string {
  const { title, tagline } = archive.site;
  const data = {
    profile: 'tabular-data-package',
    name: 'archive',
    title,
    ...(tagline === null ? {} : { description: tagline }),
    homepage: at.absolute(at.home),
    licenses: [{ title: pages.data.licenceName, path: pages.data.licenceUrl }],
    resources: tables.map(describe),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function describe({ name, about, key, columns }: Table) {
  const keys = columns.flatMap(({ name: column, of }) =>
    of === undefined
      ? []
      : [
          {
            fields: column,
            // An empty resource means the table itself.
            reference: { resource: of === name ? '' : of, fields: 'id' },
          },
        ],
  );
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    description: about,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        ...types[column.type],
        description: column.about,
      })),
      missingValues: [''],
      primaryKey: key,
      ...(keys.length > 0 ? { foreignKeys: keys } : {}),
    },
  };
}
