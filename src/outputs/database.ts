import { DatabaseSync } from 'node:sqlite';
import { getPeriod, type PartLink } from '../views/dates/yearParts.ts';
import type { ViewContext } from '../views/page/context.ts';
import {
  databasePath,
  findDataParts,
  getNewest,
  getPartPath,
  getRecordId,
  getTablePath,
} from './dataParts.ts';
import type { OutputFile } from './outputFile.ts';
import { tables, type Column, type Row, type RowGroup, type Table } from './tables.ts';

// Views for the most common queries.
const views = `
CREATE VIEW who_said_what AS
  SELECT claims.event, claims."on", coalesce(actors.name, speakers.name, claims."as", sources.name) AS speaker,
    claims.answer, claims.text, sources.name AS source, claims.article, claims.url
  FROM claims
  JOIN sources ON sources.id = claims.source
  LEFT JOIN actors ON actors.id = claims."by"
  LEFT JOIN sources AS speakers ON speakers.id = claims."by";
CREATE VIEW told_by_one AS
  SELECT events.id, events.title, events.date, min(sources.name) AS source, events.url
  FROM events
  JOIN accounts ON accounts.event = events.id
  JOIN articles ON articles.id = accounts.article
  JOIN sources ON sources.id = articles.source
  GROUP BY events.id HAVING count(DISTINCT sources.id) = 1;
CREATE VIRTUAL TABLE search USING fts5(kind, id, title, text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO search SELECT 'event', id, title, summary FROM events;
INSERT INTO search SELECT kind, id, "on", text FROM claims;
`;

/**
 * Returns `/data/archive.sqlite`. For a large archive, that contains the newest year and a table of the
 * parts, and each year also has a database of its own.
 */
export function listDatabases(context: ViewContext): OutputFile[] {
  const parts = findDataParts(context).get(databasePath) ?? [];
  const newest = getNewest(parts);
  const toFile = (own: string, period: string | null, links: readonly PartLink[]): OutputFile => ({
    path: own,
    type: 'application/vnd.sqlite3',
    entries: () => ({
      ids: tables.flatMap((table) =>
        listGroups(table, context, period).map(({ id }) => getRecordId(getTablePath(table), id)),
      ),
      around: JSON.stringify(links),
    }),
    render: () => renderDatabase(context, period, links),
  });
  return [
    toFile(databasePath, newest?.period ?? null, parts),
    ...parts.map(({ period }) => toFile(getPartPath(databasePath, period), period, [])),
  ];
}

/**
 * Returns a database: the tables of the CSV files with their keys, two views and a full-text search. The same
 * archive always results in the same bytes. The database of a period contains that part of each table,
 * everything without a date, and the articles that report its events. If there are parts, it lists them.
 */
export function renderDatabase(
  context: ViewContext,
  period: string | null = null,
  parts: readonly PartLink[] = [],
): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('PRAGMA foreign_keys = ON; BEGIN');
    for (const table of tables) {
      createTable(database, table);
      fillTable(database, table, listGroups(table, context, period));
    }
    database.exec(views);
    if (parts.length > 0) listParts(database, parts, context);
    database.exec('COMMIT');
    // Removes the free pages left by filling it.
    database.exec('VACUUM');
    return database.serialize();
  } finally {
    database.close();
  }
}

/** Returns the rows of a table for the database of a period, or all rows. */
function listGroups(
  table: Table,
  context: ViewContext,
  period: string | null,
): readonly RowGroup[] {
  const groups = table.list(context);
  if (period === null) return groups;
  // Rows of one year refer to articles of another.
  const told =
    table.name === 'articles' ? listReportingArticles(context, period) : new Set<number>();
  return groups.filter(
    (group, index) => group.period === null || group.period === period || told.has(index),
  );
}

/** Returns the indexes of the articles that report events of a period. */
function listReportingArticles(context: ViewContext, period: string): Set<number> {
  const { articles, site } = context.archive;
  return new Set(
    articles.flatMap(({ events }, index) =>
      events.some((id) => {
        const event = context.archive.eventById.get(id);
        return event && getPeriod(event.when, site.zone) === period;
      })
        ? [index]
        : [],
    ),
  );
}

/** Adds a table that lists the databases of all periods. */
function listParts(database: DatabaseSync, parts: readonly PartLink[], { at }: ViewContext): void {
  database.exec('CREATE TABLE parts (period TEXT PRIMARY KEY, url TEXT, events INTEGER)');
  const insert = database.prepare('INSERT INTO parts VALUES (?, ?, ?)');
  for (const { period, url, count } of parts) insert.run(period, at.absolute(url), count);
}

function createTable(database: DatabaseSync, { name, columns, key }: Table): void {
  const keys = key.map(quote).join(', ');
  const references = columns.flatMap(({ name: column, of }) =>
    of === undefined
      ? []
      : // A place may be within a place in a later row.
        `FOREIGN KEY (${quote(column)}) REFERENCES ${of} (id) DEFERRABLE INITIALLY DEFERRED`,
  );
  database.exec(
    `CREATE TABLE ${name} (${[...columns.map(declare), `PRIMARY KEY (${keys})`, ...references].join(', ')})`,
  );
}

function fillTable(
  database: DatabaseSync,
  { name, columns }: Table,
  groups: readonly RowGroup[],
): void {
  const marks = columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${marks})`);
  for (const { rows } of groups)
    for (const row of rows()) insert.run(...columns.map((column) => readCell(row, column)));
}

function declare({ name, type }: Column): string {
  const kinds: Readonly<Record<string, string>> = {
    boolean: 'INTEGER',
    integer: 'INTEGER',
    number: 'REAL',
  };
  return `${quote(name)} ${kinds[type] ?? 'TEXT'}`;
}

function readCell(row: Row, { name, type }: Column): string | number | null {
  const value = row[name] ?? null;
  if (value === null) return null;
  if (type === 'boolean') return Number(value === 'true');
  return type === 'number' || type === 'integer' ? Number(value) : value;
}

function quote(name: string): string {
  return `"${name}"`;
}
