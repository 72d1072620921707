import { DatabaseSync } from 'node:sqlite';
import type { ViewContext } from '../views/page/context.ts';
import { tables, type Column, type Row, type Table } from './tables.ts';

// What is asked most, ready to be asked.
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
 * Returns `/data/archive.sqlite`: the tables of the CSV files with their keys, two views and a full-text search,
 * the same bytes for the same archive.
 */
export function renderDatabase(context: ViewContext): Uint8Array {
  const database = new DatabaseSync(':memory:');
  try {
    database.exec('PRAGMA foreign_keys = ON; BEGIN');
    for (const table of tables) fillTable(database, table, context);
    database.exec(views);
    database.exec('COMMIT');
    // Without the free pages that filling it leaves.
    database.exec('VACUUM');
    return database.serialize();
  } finally {
    database.close();
  }
}

function fillTable(database: DatabaseSync, table: Table, context: ViewContext): void {
  const { name, columns, key, list } = table;
  const keys = key.map(quote).join(', ');
  const references = columns.flatMap(({ name: column, of }) =>
    of === undefined
      ? []
      : // A place may be within one that comes later.
        `FOREIGN KEY (${quote(column)}) REFERENCES ${of} (id) DEFERRABLE INITIALLY DEFERRED`,
  );
  database.exec(
    `CREATE TABLE ${name} (${[...columns.map(declare), `PRIMARY KEY (${keys})`, ...references].join(', ')})`,
  );
  const marks = columns.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO ${name} VALUES (${marks})`);
  for (const { rows } of list(context))
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
