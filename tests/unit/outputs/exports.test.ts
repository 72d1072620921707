import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import type { Archive } from '../../../src/model/archive.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../../../src/parse/parseFile.ts';
import { tables } from '../../../src/outputs/tables.ts';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import type { ViewContext } from '../../../src/views/page/context.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';
import { readExports } from './readExports.ts';

const root = join(import.meta.dirname, '../../..');
const golden = join(root, 'tests/golden');
const at = { base: '/timeline/', site: 'https://harbour.example' };

/** Every archive of a golden case without errors, and the story's. */
function listArchives(): { name: string; context: ViewContext }[] {
  const base = readContent(join(golden, 'base'));
  const cases = readdirSync(join(golden, 'cases')).map((name) => {
    const own = join(golden, 'cases', name, 'content');
    const files = new Map(base.map((file) => [file.path, file]));
    for (const file of existsSync(own) ? readContent(own) : [])
      if (file.bytes.length === 0) files.delete(file.path);
      else files.set(file.path, file);
    return { name, files: [...files.values()] };
  });
  const story = { name: 'the story', files: readContent(join(root, 'content')) };
  return [...cases, story].flatMap(({ name, files }) => {
    const { archive } = loadArchive(files, 'content', { parse: parseOnce });
    return archive ? [{ name, context: createContext(archive, at.base, at.site) }] : [];
  });
}

const parsed = new WeakMap<ContentFile, ParsedFile>();

/** Most cases share the files of base/. */
function parseOnce(file: ContentFile): ParsedFile {
  const known = parsed.get(file) ?? parseFile(file);
  parsed.set(file, known);
  return known;
}

const archives = listArchives();

async function render(context: ViewContext, path: string): Promise<string> {
  const file = listFiles(context).find((one) => one.path === path);
  return String(await file?.render());
}

const shared = [
  'data/events.json',
  'data/actors.json',
  'data/claims.json',
  'data/articles.json',
  'data/events.csv',
  'data/claims.csv',
  'data/timelinejs.json',
];

async function exportAll(context: ViewContext): Promise<Map<string, string>> {
  return new Map(
    await Promise.all(shared.map(async (path) => [path, await render(context, path)] as const)),
  );
}

/** Returns an archive without source locations, with its prose as HTML and its own URLs unchanged. */
function toPlain(archive: Archive): unknown {
  const plain = (value: unknown, key: string): unknown => {
    if (key === 'nodes')
      return toHtml({ type: 'root', children: [...(value as ElementContent[])] });
    if (value instanceof Map) return undefined;
    if (Array.isArray(value)) return value.map((item) => plain(item, ''));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => !['at', 'permalinks', 'publishedBase'].includes(name))
        .map(([name, item]) => [name, plain(item, name)]),
    );
  };
  return plain(archive, '');
}

describe('the exported data', () => {
  test('is tested on many archives', () => {
    expect(archives.length).toBeGreaterThan(20);
  });

  test('fits its schemas for any archive', async () => {
    const ajv = new Ajv2020({ allowUnionTypes: true });
    for (const name of ['events', 'actors', 'claims', 'articles']) {
      const schema = await render(archives[0]!.context, `data/${name}.schema.json`);
      const validate = ajv.compile(JSON.parse(schema) as object);
      for (const { name: ofCase, context } of archives) {
        validate(JSON.parse(await render(context, `data/${name}.json`)));
        expect(validate.errors, `${ofCase}: ${name}.json`).toBeNull();
      }
    }
  });

  test('imports to the same archive, which exports the same bytes', async () => {
    for (const { name, context } of archives) {
      const files = await exportAll(context);
      const again = readExports(
        {
          events: files.get('data/events.json')!,
          actors: files.get('data/actors.json')!,
          articles: files.get('data/articles.json')!,
        },
        at.base,
      );
      // The site's own pages aren't in the data.
      expect(toPlain(again), name).toEqual(toPlain({ ...context.archive, pages: [] }));
      const made = await exportAll(createContext(again, at.base, at.site));
      for (const [path, text] of files) expect(made.get(path), `${name}: ${path}`).toBe(text);
    }
  });

  test('has a file for each event and article with the same content as the full list', async () => {
    for (const { name, context } of archives) {
      const { events } = JSON.parse(await render(context, 'data/events.json')) as {
        events: { id: string }[];
      };
      for (const event of events)
        expect(JSON.parse(await render(context, `events/${event.id}.json`)), name).toEqual(event);
      const { articles } = JSON.parse(await render(context, 'data/articles.json')) as {
        articles: { id: string }[];
      };
      for (const article of articles)
        expect(JSON.parse(await render(context, `articles/${article.id}.json`)), name).toEqual(
          article,
        );
    }
  });
});

describe('the CSV files', () => {
  const hostile = ['=1+1', '+1', '-1', '@SUM(A1)', '=cmd|"/c calc"!A0', 'say "a", b'];
  const digest = (title: string) =>
    createDigest(['id: quay-closed\ndate: 2024-05-10\nactors: harbour-police, ana-brandt']).replace(
      '## quay-closed',
      `## ${title}`,
    );

  test('have a row for each event, with the words and ids of events.json', async () => {
    const context = createViewContext({
      post: createDigest([
        'id: quay-closed\ndate: 2024-05-09\ntime: evening',
        'id: quay-reopens\ndate: 2024-05-1X\nactors: harbour-police, ana-brandt\nplace: port',
      ]),
    });
    const text = await render(context, 'data/events.csv');
    // RFC 4180: every line ends in CRLF, the last one too.
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.endsWith('\r\n')).toBe(true);
    const rows: Record<string, string>[] = parse(text, { columns: true, bom: true });
    expect(rows.map(({ id, date, dateLabel }) => [id, date, dateLabel])).toEqual([
      ['quay-closed', '2024-05-09', '9 May 2024, evening'],
      ['quay-reopens', '2024-05-1X', 'between 10 and 19 May 2024'],
    ]);
    expect(rows[1]).toMatchObject({
      actors: 'harbour-police;ana-brandt',
      place: 'port',
      url: 'http://localhost:4321/events/quay-reopens/',
    });
  });

  test('never start a cell with a formula, and keep the text after the apostrophe', async () => {
    for (const title of hostile) {
      const context = createViewContext({ post: digest(title) });
      const rows: Record<string, string>[] = parse(await render(context, 'data/events.csv'), {
        columns: true,
        bom: true,
      });
      const cells = rows.flatMap((row) => Object.values(row));
      expect(cells.filter((cell) => /^\s*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
      expect(rows[0]?.title?.replace(/^'/, '')).toBe(context.archive.events[0]?.title);
    }
  });
});

describe('the tables', () => {
  const context = createViewContext({
    post: createDigest([
      'id: quay-closed\ndate: 2024-05-09~\nactors: harbour-police, ana-brandt',
      'id: caesar\ndate: -0043-03-15',
      'id: later\ndate: 2024-05-09/..',
    ]),
  });
  const read = async (name: string): Promise<Record<string, string>[]> =>
    parse(await render(context, `data/${name}.csv`), { columns: true, bom: true });

  test('begin with a byte order mark, so that spreadsheets detect UTF-8', async () => {
    for (const { name } of tables)
      expect(await render(context, `data/${name}.csv`), name).toMatch(/^\uFEFF\w+,/);
  });

  test('have the first and last day of each date, also before our era', async () => {
    const rows = await read('events');
    expect(rows.map(({ date, earliest, latest }) => [date, earliest, latest])).toEqual([
      ['-0043-03-15', '-0043-03-15', '-0043-03-15'],
      ['2024-05-09~', '2024-05-06', '2024-05-12'],
      ['2024-05-09/..', '2024-05-09', ''],
    ]);
  });

  test('preserve years before our era, and southern and western coordinates', async () => {
    const dates = ['-0044', '-004X', '-0044-03~', '-0044-03-15/-0043', '[-0044,-0042]', 'Y-20000'];
    const archive = createViewContext(
      { post: createDigest(dates.map((date, index) => `id: e${index}\ndate: ${date}`)) },
      { 'places/port.md': '---\nname: Porto Velho\nat: -8.76, -63.9\n---\n' },
    );
    const readFrom = async (name: string): Promise<Record<string, string>[]> =>
      parse(await render(archive, `data/${name}.csv`), { columns: true, bom: true });
    for (const table of ['events', 'accounts'])
      expect((await readFrom(table)).map(({ date }) => date).sort(), table).toEqual(
        [...dates].sort(),
      );
    const [place] = await readFrom('places');
    expect([place?.latitude, place?.longitude].map(Number)).toEqual([-8.76, -63.9]);
  });

  test('have every column in each row, no duplicate rows and no dangling ids', async () => {
    for (const { name: ofCase, context } of archives) {
      const all = new Map<string, Record<string, string>[]>();
      for (const { name } of tables)
        all.set(
          name,
          parse(await render(context, `data/${name}.csv`), { columns: true, bom: true }),
        );
      for (const { name, columns, key } of tables) {
        const rows = all.get(name) ?? [];
        const keys = rows.map((row) => key.map((column) => row[column]).join(' '));
        expect(new Set(keys).size, `${ofCase}: ${name}`).toBe(keys.length);
        for (const { name: column, of } of columns) {
          if (of === undefined) continue;
          const ids = new Set(all.get(of)?.map(({ id }) => id));
          const lost = rows.filter((row) => row[column] !== '' && !ids.has(row[column]));
          expect(lost, `${ofCase}: ${name}.${column}`).toEqual([]);
        }
      }
    }
  });
});

describe('timelinejs.json', () => {
  interface SlideJson {
    unique_id: string;
    start_date: Record<string, number>;
    end_date?: Record<string, number>;
    display_date: string;
    text: { headline: string; text: string };
  }
  const read = async (context: ViewContext) =>
    JSON.parse(await render(context, 'data/timelinejs.json')) as {
      title: { text: { headline: string; text: string } };
      events: SlideJson[];
    };

  test.each([
    ['2024-05-10', { year: 2024, month: 5, day: 10 }, undefined],
    ['2024-05', { year: 2024, month: 5 }, undefined],
    ['2024', { year: 2024 }, undefined],
    ['2024-05-10~', { year: 2024, month: 5, day: 7 }, { year: 2024, month: 5, day: 13 }],
    ['2024-05-10?', { year: 2024, month: 5, day: 10 }, undefined],
    ['2024-05-1X', { year: 2024, month: 5, day: 10 }, { year: 2024, month: 5, day: 19 }],
    ['2024-05-10/2024-05-12', { year: 2024, month: 5, day: 10 }, { year: 2024, month: 5, day: 12 }],
    ['2024-05/2024-06', { year: 2024, month: 5 }, { year: 2024, month: 6 }],
    [
      '[2024-05-10..2024-05-12]',
      { year: 2024, month: 5, day: 10 },
      { year: 2024, month: 5, day: 12 },
    ],
    ['[2024-05-10..]', { year: 2024, month: 5, day: 10 }, undefined],
    ['[..2024-05-10]', { year: 2024, month: 5, day: 10 }, undefined],
    ['-0043', { year: -43 }, undefined],
  ])('draws %s no more precisely than it is known', async (date, start, end) => {
    const context = createViewContext({ post: createDigest([`id: quay-closed\ndate: ${date}`]) });
    const [slide] = (await read(context)).events;
    expect(slide?.start_date).toEqual(start);
    expect(slide?.end_date).toEqual(end);
  });

  test('has an hour only for events with one, and both days of a night', async () => {
    const day = 'date: 2024-05-10';
    const context = createViewContext({
      post: createDigest([
        `id: at-dawn\n${day}\ntime: morning`,
        `id: at-eight\n${day}\ntime: 20:30`,
        `id: at-night\n${day}\ntime: night`,
      ]),
    });
    const dates = new Map((await read(context)).events.map((slide) => [slide.unique_id, slide]));
    expect(dates.get('at-dawn')?.start_date).toEqual({ year: 2024, month: 5, day: 10 });
    expect(dates.get('at-eight')?.start_date).toMatchObject({ hour: 20, minute: 30 });
    expect(dates.get('at-night')?.end_date).toEqual({ year: 2024, month: 5, day: 11 });
    expect(dates.get('at-night')?.display_date).toBe('night of 10–11 May 2024');
  });

  test('lists in its first slide the events whose date can’t be drawn', async () => {
    const context = createViewContext({
      post: createDigest(['id: quay-closed\ndate: 2024-05-10', 'id: long-ago\ndate: Y-1000000']),
    });
    const { title, events } = await read(context);
    expect(events.map(({ unique_id }) => unique_id)).toEqual(['quay-closed']);
    expect(title.text.text).toContain('href="http://localhost:4321/events/long-ago/"');
  });

  test('escapes text, so that it is never markup', async () => {
    const context = createViewContext({
      post: createDigest(['id: quay-closed\ndate: 2024-05-10']).replace(
        '## quay-closed',
        '## `<img src=x onerror=alert(1)>`',
      ),
    });
    const [slide] = (await read(context)).events;
    expect(slide?.text.headline).not.toContain('<');
  });
});

describe('oEmbed', () => {
  test('answers with a frame of the card, its words escaped', async () => {
    const context = createViewContext({
      post: createDigest(['id: quay-closed\ndate: 2024-05-10']).replace(
        '## quay-closed',
        '## The “quay" & <port>',
      ),
    });
    const answer = JSON.parse(await render(context, 'oembed/events/quay-closed.json')) as object;
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: expect.any(String) as string,
    });
    expect(answer).toMatchObject({
      width: expect.any(Number) as number,
      height: expect.any(Number) as number,
    });
    const { html } = answer as { html: string };
    expect(html).toMatch(
      /^<blockquote><a href="http:\/\/localhost:4321\/events\/quay-closed\/">[^<>]*&#x26; &#x3C;port>[^<>]*<\/a><\/blockquote><iframe src="http:\/\/localhost:4321\/embed\/events\/quay-closed\/" title="[^"]*&#x22; &#x26;[^"]*"[^<>]*><\/iframe>$/,
    );
  });

  test('answers for a day and the timeline, each with its card and its picture', async () => {
    const context = createViewContext({
      post: createDigest(['id: quay-closed\ndate: 2024-05-10']),
    });
    const site = 'http://localhost:4321';
    for (const { answer, page, card, picture } of [
      {
        answer: 'oembed/days/2024-05-10.json',
        page: '/2024/05/10/',
        card: '/embed/days/2024-05-10/',
        picture: '/og/days/2024-05-10.png',
      },
      {
        answer: 'oembed/timeline.json',
        page: '/',
        card: '/embed/timeline/',
        picture: '/og/home/home.png',
      },
    ]) {
      const { html, ...data } = JSON.parse(await render(context, answer)) as { html: string };
      expect(data).toMatchObject({
        type: 'rich',
        thumbnail_url: site + picture,
        thumbnail_width: 1200,
        thumbnail_height: 630,
      });
      expect(html).toContain(`<blockquote><a href="${site}${page}">`);
      expect(html).toContain(`<iframe src="${site}${card}"`);
      expect(listFiles(context).map(({ path }) => `/${path}`)).toContain(picture);
    }
  });

  test('still answers for an event under its former id', async () => {
    const context = createViewContext(
      { post: createDigest(['id: quay-closed\ndate: 2024-05-10']) },
      { 'events/quay-closed.md': '---\nformerly: [quay-shut]\n---\n' },
    );
    for (const path of ['events/ID.json', 'oembed/events/ID.json']) {
      const now = await render(context, path.replace('ID', 'quay-closed'));
      expect(await render(context, path.replace('ID', 'quay-shut'))).toBe(now);
    }
  });
});
