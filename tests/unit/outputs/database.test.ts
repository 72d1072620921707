import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import { renderDatabase } from '../../../src/outputs/database.ts';
import { renderDataPackage } from '../../../src/outputs/dataPackage.ts';
import { tables } from '../../../src/outputs/tables.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';
import { listDataQueries } from '../../../src/views/data/dataQueries.ts';

test('the database keeps statements that an article repeats word for word, in order', () => {
  const says = (on: string) => `\n\`\`\`claim\non: ${on}\nsays: The gate was shut.\n\`\`\`\n`;
  const digest = createDigest(['id: a\ndate: 2024-05-10', 'id: b\ndate: 2024-05-11']);
  const text = `${digest.replace('\n## b', `${says('Why')}${says('Why')}\n## b`)}${says('How')}`;
  const database = new DatabaseSync(':memory:');
  database.deserialize(renderDatabase(createViewContext({ post: text })));
  const found = database.prepare('SELECT position, event, "on" FROM claims').all();
  database.close();
  expect(found.map((row) => Object.values(row))).toEqual([
    [1, 'a', 'Why'],
    [2, 'a', 'Why'],
    [3, 'b', 'How'],
  ]);
});

const harbour = join(import.meta.dirname, '../../sites/harbour/content');

describe('the database of the harbour', () => {
  const { archive } = loadArchive(readContent(harbour), 'content');
  const context = createContext(archive!, '/');
  const folder = mkdtempSync(join(tmpdir(), 'dateline-test-database-'));
  const bytes = renderDatabase(context);
  let database: DatabaseSync;

  beforeAll(() => {
    writeFileSync(join(folder, 'archive.sqlite'), bytes);
    database = new DatabaseSync(join(folder, 'archive.sqlite'), { readOnly: true });
  });

  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });

  const ask = (sql: string) => database.prepare(sql).all();

  test('passes the integrity check, with no dangling keys', () => {
    expect(ask('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    expect(ask('PRAGMA foreign_key_check')).toEqual([]);
    for (const { name, columns, list } of tables) {
      const rows = list(context).flatMap((group) => group.rows());
      expect(ask(`SELECT count(*) AS count FROM ${name}`), name).toEqual([{ count: rows.length }]);
      const found = ask(`PRAGMA table_info(${name})`).map((column) => column.name);
      expect(found).toEqual(columns.map((column) => column.name));
    }
  });

  test('has the same bytes for the same archive', () => {
    expect(Buffer.compare(renderDatabase(context), bytes)).toBe(0);
  });

  test('finds words with any accents, in events and statements', () => {
    const [event] = archive!.events;
    const word = /\p{L}{5,}/u.exec(event!.title)![0].toUpperCase();
    const found = ask(`SELECT id FROM search WHERE kind = 'event' AND search MATCH '${word}'`);
    expect(found.map(({ id }) => id)).toContain(event!.id);
  });

  test('answers each query on the data page', () => {
    const queries = listDataQueries(context.pages);
    expect(queries).toHaveLength(6);
    for (const { asks, sql } of queries) expect(ask(sql).length, asks).toBeGreaterThan(0);
  });

  test('is described in the data package with every column and key', () => {
    const { resources } = JSON.parse(renderDataPackage(context)) as {
      resources: {
        name: string;
        schema: { fields: { name: string }[]; foreignKeys?: { reference: { resource: string } }[] };
      }[];
    };
    expect(resources.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
    for (const [index, { name, schema }] of resources.entries()) {
      expect(
        schema.fields.map((field) => field.name),
        name,
      ).toEqual(tables[index]!.columns.map((column) => column.name));
      for (const { reference } of schema.foreignKeys ?? [])
        expect([...resources.map((one) => one.name), '']).toContain(reference.resource);
    }
  });
});
