import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import { findDataParts } from '../../../src/outputs/dataParts.ts';
import { articlesFile, claimsFile, eventsFile } from '../../../src/outputs/schemas.ts';
import { tables } from '../../../src/outputs/tables.ts';
import { addPart, listDataQueries } from '../../../src/views/data/dataQueries.ts';
import { viewData } from '../../../src/views/data/dataView.ts';
import { siteLimits } from '../../../src/views/dates/yearParts.ts';
import type { ViewContext } from '../../../src/views/page/context.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

const claim = '\n```claim\non: Why\nsays: The harbour gate was shut.\n```\n';
const tell = (ids: readonly string[], source: string, published: string) =>
  `${createDigest(ids, source, published)}${claim}`;

// One article tells events of three years; another shares an event of the previous year with an article of that year.
const { archive } = createViewContext({
  a: tell(
    [
      'id: caesar\ndate: -0043-03-15',
      'id: strike\ndate: 2021-05-10\nactors: ana-brandt',
      'id: fire\ndate: 2022-05-10',
    ],
    'harbour-post',
    '2022-06-30',
  ),
  b: tell(
    ['id: fire\ndate: 2022-05\nactors: city-hall', 'id: vote\ndate: 2023-05-10'],
    'city-ledger',
    '2023-06-30',
  ),
  c: tell(
    ['id: drought\ndate: ../2023-01-01', 'id: flood\ndate: 2023-05-11~'],
    'harbour-post',
    '2023-07-01',
  ),
});
const whole = createContext(archive, '/');
const split = createContext(archive, '/news/', 'https://harbour.example', {
  ...siteLimits,
  dataBytes: 300,
  databaseRows: 300,
});
const periods = ['-0043', '2021', '2022', '2023', 'undated'];

async function render(context: ViewContext, path: string): Promise<string> {
  const file = listFiles(context).find((one) => one.path === path);
  return (await file?.render())?.toString() ?? '';
}

interface Parted {
  readonly parts: readonly { period: string; url: string; count: number }[];
}

describe('a list of the data that is too large', () => {
  test.each([
    ['events', eventsFile],
    ['claims', claimsFile],
    ['articles', articlesFile.pick({ articles: true, events: true, parts: true })],
  ] as const)('%s.json has its newest year and names all parts', async (name, schema) => {
    const all = JSON.parse(await render(whole, `data/${name}.json`)) as Record<string, unknown[]>;
    expect(all.parts).toEqual([]);
    const newest = JSON.parse(await render(split, `data/${name}.json`)) as Parted &
      Record<string, unknown[]>;
    const found: unknown[] = [];
    for (const { period, url, count } of newest.parts) {
      expect(url).toBe(`/news/data/${name}/${period}.json`);
      const part = JSON.parse(await render(split, `data/${name}/${period}.json`)) as typeof newest;
      expect(() => schema.parse(part)).not.toThrow();
      expect(part.parts).toEqual([]);
      expect(part[name]).toHaveLength(count);
      if (period === '2023') expect(newest[name]).toEqual(part[name]);
      found.push(...(part[name] ?? []));
    }
    const toKeys = (list: unknown[] = []) => list.map((one) => (one as { id: string }).id).sort();
    expect(toKeys(found)).toEqual(toKeys(all[name]));
    expect(found.length).toBeGreaterThan(2);
  });

  test('has an event in the part of its first possible day, and one with an open start in a separate part', async () => {
    const { parts } = JSON.parse(await render(split, 'data/events.json')) as Parted;
    expect(parts.map(({ period, count }) => [period, count])).toEqual(
      periods.map((period) => [period, period === '2023' ? 2 : 1]),
    );
    expect(await render(split, 'data/events/undated.json')).toContain('"id": "drought"');
  });

  test('articles.json keeps what has no year, and for each year what events.json leaves out', async () => {
    const newest = articlesFile.parse(JSON.parse(await render(split, 'data/articles.json')));
    expect(newest.sources.length).toBeGreaterThan(1);
    expect(newest.events.map(({ id }) => id).sort()).toEqual(['flood', 'vote']);
    const part = JSON.parse(await render(split, 'data/articles/2022.json')) as {
      events: { id: string }[];
    };
    expect(part.events.map(({ id }) => id)).toEqual(['fire']);
  });

  test('is a table in several files, which the data package joins', async () => {
    const { resources } = JSON.parse(await render(split, 'data/datapackage.json')) as {
      resources: { name: string; path: string | string[] }[];
    };
    for (const { name, path } of resources) {
      const read = (text: string): string[][] => parse(text, { bom: true });
      const [head, ...rows] = read(await render(whole, `data/${name}.csv`));
      const files = await Promise.all([path].flat().map((one) => render(split, `data/${one}`)));
      const sort = (list: string[][]) =>
        list
          .map((row) =>
            row.join('\t').replaceAll('https://harbour.example/news/', 'http://localhost:4321/'),
          )
          .sort();
      expect(
        files.map((text) => read(text)[0]),
        name,
      ).toEqual(files.map(() => head));
      expect(sort(files.flatMap((text) => read(text).slice(1))), name).toEqual(sort(rows));
    }
    const paths = new Map(resources.map(({ name, path }) => [name, path]));
    expect(paths.get('events')).toEqual(periods.map((period) => `events/${period}.csv`));
    // Undated data isn't split.
    expect(paths.get('sources')).toBe('sources.csv');
  });

  test('is on the data page, and in its linked data', () => {
    const view = viewData(split, findDataParts(split));
    const events = view.files.find(({ name }) => name === 'events.json');
    expect(events?.parts).toEqual(
      periods.map((period) => ({ name: period, url: `/news/data/events/${period}.json` })),
    );
    expect(view.dataset).toContain('"https://harbour.example/news/data/archive/2021.sqlite"');
    expect(viewData(whole, findDataParts(whole)).addPart).toBeNull();
  });
});

describe('a database that is too large', () => {
  const files = listFiles(split).filter(({ path }) => path.endsWith('.sqlite'));
  const open = async (path: string) => {
    const database = new DatabaseSync(':memory:');
    const file = files.find((one) => one.path === path);
    database.deserialize((await file?.render()) as Uint8Array);
    return database;
  };

  test('is one for each year, each complete', async () => {
    expect(files.map(({ path }) => path)).toEqual([
      'data/archive.sqlite',
      ...periods.map((period) => `data/archive/${period}.sqlite`),
    ]);
    for (const { path } of files) {
      const database = await open(path);
      expect(database.prepare('PRAGMA foreign_key_check').all(), path).toEqual([]);
      expect(database.prepare('PRAGMA integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
      for (const { asks, sql } of listDataQueries(split.pages))
        expect(() => database.prepare(sql).all(), asks).not.toThrow();
      database.close();
    }
    const newest = await open('data/archive.sqlite');
    expect(newest.prepare('SELECT * FROM parts').all()).toEqual(
      periods.map((period) => ({
        period,
        url: `https://harbour.example/news/data/archive/${period}.sqlite`,
        events: period === '2023' ? 2 : 1,
      })),
    );
    newest.close();
  });

  test('answers each question for all years once the others are added', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-parts-'));
    const write = async (context: ViewContext, path: string, name: string) => {
      const file = listFiles(context).find((one) => one.path === path);
      writeFileSync(join(folder, name), (await file?.render()) as Uint8Array);
    };
    await write(split, 'data/archive.sqlite', 'newest.sqlite');
    await write(whole, 'data/archive.sqlite', 'whole.sqlite');
    const joined = new DatabaseSync(join(folder, 'newest.sqlite'), {
      enableForeignKeyConstraints: false,
    });
    for (const period of periods.filter((one) => one !== '2023')) {
      await write(split, `data/archive/${period}.sqlite`, `${period}.sqlite`);
      joined.exec(addPart(period).replace("ATTACH '", `ATTACH '${folder}/`));
    }
    const all = new DatabaseSync(join(folder, 'whole.sqlite'));
    for (const { name } of tables) {
      const count = `SELECT count(*) AS count FROM ${name}`;
      expect(joined.prepare(count).all(), name).toEqual(all.prepare(count).all());
    }
    expect(joined.prepare('PRAGMA foreign_key_check').all()).toEqual([]);
    for (const { asks, sql } of listDataQueries(whole.pages)) {
      const rows = (database: DatabaseSync) =>
        database
          .prepare(sql.replace('(SELECT id FROM events LIMIT 1)', "'fire'"))
          .all()
          .map((row) =>
            JSON.stringify(row).replaceAll(
              'https://harbour.example/news/',
              'http://localhost:4321/',
            ),
          )
          .sort();
      expect(rows(joined), asks).toEqual(rows(all));
      expect(rows(all).length, asks).toBeGreaterThan(0);
    }
    joined.close();
    all.close();
    rmSync(folder, { recursive: true });
  });
});
