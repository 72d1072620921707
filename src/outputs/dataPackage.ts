import type { ViewContext } from '../views/page/context.ts';
import { findDataParts } from './dataParts.ts';
import type { PartLink } from '../views/dates/yearParts.ts';
import { tables, type Column, type Table } from './tables.ts';

const types: Readonly<Record<Column['type'], object>> = {
  text: { type: 'string' },
  // Frictionless has no type for dates less precise than a day.
  edtf: { type: 'string' },
  date: { type: 'date' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  address: { type: 'string', format: 'uri' },
};

/**
 * Returns `/data/datapackage.json`: the CSV files as a Tabular Data Package (Frictionless, version 1). A
 * table in parts is one resource with several files.
 */
export function renderDataPackage(context: ViewContext): string {
  const { archive, at, pages } = context;
  const { title, tagline } = archive.site;
  const parts = findDataParts(context);
  const data = {
    profile: 'tabular-data-package',
    name: 'archive',
    title,
    ...(tagline === null ? {} : { description: tagline }),
    homepage: at.absolute(at.home),
    licenses: [{ title: pages.data.licenceName, path: pages.data.licenceUrl }],
    resources: tables.map((table) => describe(table, parts.get(`data/${table.name}.csv`) ?? [])),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}

function describe({ name, about, key, columns }: Table, parts: readonly PartLink[]) {
  const keys = columns.flatMap(({ name: column, of }) =>
    of === undefined
      ? []
      : [
          {
            fields: column,
            // An empty resource refers to the table itself.
            reference: { resource: of === name ? '' : of, fields: 'id' },
          },
        ],
  );
  return {
    profile: 'tabular-data-resource',
    name,
    path: parts.length === 0 ? `${name}.csv` : parts.map(({ period }) => `${name}/${period}.csv`),
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
