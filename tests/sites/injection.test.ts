import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadArchive } from '../../src/collections/loadArchive.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../../src/parse/parseFile.ts';
import { build } from './buildInto.ts';
import { createWorld, listFields, printWorld, rows, type World } from './injection/fields.ts';
import { counter, findFormat, formats } from './injection/formats.ts';
import { payloads } from './injection/payloads.ts';

// Every field of every file of the content, with what means something in every format, read in every format.

/** A word that stands in the site wherever its field does. */
const toMark = (field: string) => `zq${field.replace(/[^a-z]/g, '')}qz`;

/** Returns `site.md`, with the same words in every field that takes any. */
function site(words: string, body = 'About it.', url = 'https://harbour.example/'): string {
  const mark = (field: string) => `${words} ${toMark(field)}`;
  return printFile(
    {
      title: `Site ${mark('site.title')}`,
      tagline: mark('site.tagline'),
      language: 'en',
      'time-zone': 'Europe/Lisbon',
      groups: [mark('site.groups')],
      licence: {
        name: mark('site.licence.name'),
        url: `${url}${toMark('site.licence.url')}`,
        text: mark('site.licence.text'),
      },
      head: [
        { name: words, content: mark('site.head') },
        { property: words, content: words },
        { rel: 'me', href: url },
      ],
      analytics: {
        script: counter,
        attributes: { 'data-words': mark('site.analytics.attributes') },
        privacy: mark('site.analytics.privacy'),
      },
    },
    body,
  );
}

/** JSON is YAML: so any character can be written. */
function printFile(front: Readonly<Record<string, unknown>>, body: string): string {
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${lines.join('')}---\n\n${body}\n`;
}

/** The end of an address is one, too. */
const write = (payload: string, field: string) =>
  /\.(?:url|archived|record)$/.test(field) && payload.startsWith('https:')
    ? `${payload}${toMark(field)}`
    : `${payload} ${toMark(field)}`;

const free = Object.entries(rows).flatMap(([field, row]) =>
  typeof row === 'function' ? [{ field, row }] : [],
);

const parsed = new Map<string, ParsedFile>();

/** Thousands of worlds are tried, and most of their files are the same: each text is parsed once. */
function parseOnce(file: ContentFile): ParsedFile {
  const key = `${file.path}\0${file.bytes.toString()}`;
  const known = parsed.get(key) ?? parseFile(file);
  parsed.set(key, known);
  return known;
}

function check(files: Readonly<Record<string, string>>) {
  return loadArchive(
    Object.entries(files).map(([path, text]) => ({ path, file: path, bytes: Buffer.from(text) })),
    'content',
    { parse: parseOnce },
  );
}

test('the table has a row for every field that the schemas know, and for no other', () => {
  expect(Object.keys(rows).sort()).toEqual(listFields());
});

/** Returns whether files are a site without an error; each error has its place. */
function isTaken(files: Readonly<Record<string, string>>): boolean {
  const errors = check(files).problems.filter(({ severity }) => severity === 'error');
  for (const { at } of errors) expect(at.line).toBeGreaterThan(0);
  return errors.length === 0;
}

/** Those that a field takes, by `field payload`. */
const taken = new Set<string>();

/** Returns worlds in which every field that takes a payload has it: as few as hold them beside each other. */
function spread(name: string, payload: string): World[] {
  const worlds: World[] = [];
  const fits = (world: World, row: (world: World, words: string) => void, words: string) => {
    const other = structuredClone(world);
    row(other, words);
    return isTaken({ 'site.md': site('x'), ...printWorld(other) });
  };
  for (const { field, row } of free) {
    const words = write(payload, field);
    const fresh = createWorld(`${name}-${worlds.length}`);
    if (!fits(fresh, row, words)) continue;
    taken.add(`${field} ${name}`);
    // What is taken back hides the rest.
    const isAlone = field.includes('.retracted.');
    const known = isAlone ? undefined : worlds.find((one) => !one.isFull && fits(one, row, words));
    const world = known ?? { ...fresh, isFull: isAlone };
    row(world, words);
    if (!known) worlds.push(world);
  }
  return worlds;
}

describe('hostile words in every field', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-injection-'));
  const out = join(folder, 'dist');
  let files: { path: string; bytes: Buffer }[];
  let texts: Map<string, string>;

  beforeAll(() => {
    const content: Record<string, string> = {};
    for (const [name, payload] of Object.entries(payloads))
      for (const world of spread(name, payload)) Object.assign(content, printWorld(world));
    const all = Object.values(payloads).filter((payload) =>
      isTaken({ 'site.md': site('x', payload) }),
    );
    const body = `${all.join('\n\n')}\n\n`;
    const inLine = Object.values(payloads).filter((payload) => !/\p{Cc}/u.test(payload));
    // A field of one line takes no more.
    const words = inLine.join(' ').slice(0, 450);
    content['site.md'] = site(words, `${body}${toMark('text.site-body')}`, payloads.address);
    const group = `${words} ${toMark('site.groups')}`;
    content['actors/grouped.md'] = printFile({ name: 'Grouped Dupont', kind: 'person', group }, '');
    content['pages/method.md'] = printFile(
      {
        title: `${words} ${toMark('own-page.title')}`,
        nav: `${words} ${toMark('own-page.nav')}`,
      },
      `${body}${toMark('text.own-page-body')}`,
    );
    content['state-of-play.md'] =
      `---\nas-of: 2024-07-01\nreviewed: 2024-07-03\n---\n\n${body}${toMark('text.state-of-play-body')}\n`;
    for (const [path, text] of Object.entries(content)) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
      writeFileSync(join(folder, 'content', path), text);
    }
    const { status, stderr } = build({ CONTENT: join(folder, 'content'), OUT: out });
    expect(status, stderr).toBe(0);
    files = readdirSync(`${out}/`, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => ({ path: relative(out, path), bytes: readFileSync(path) }));
    texts = new Map(files.map(({ path, bytes }) => [path, bytes.toString()]));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  test('are taken by most fields, as words', () => {
    expect(taken.size).toBeGreaterThan(700);
  });

  test('are written in files of known formats alone, each of which there is', () => {
    expect(
      files.filter(({ path }) => findFormat(path) === undefined).map(({ path }) => path),
    ).toEqual([]);
    const found = new Set(files.map(({ path }) => findFormat(path)));
    // A list of moved addresses is written where something moved.
    expect(Object.keys(formats).filter((name) => !found.has(name))).toEqual(['redirects']);
  });

  test.each(Object.keys(formats))('are words and nothing else in %s', (name) => {
    for (const { path, bytes } of files)
      if (findFormat(path) === name) formats[name]?.check({ path, bytes, texts });
  });

  // Names of outlets are only looked for in prose: those that nobody uses stand nowhere.
  const shown = free.filter(({ field }) => field !== 'source.spellings');
  const ofSite = Object.keys(rows).filter(
    (field) => rows[field] === 'site' && field !== 'actor.group',
  );

  test.each(ofSite)('reach a page from %s', (field) => {
    const pages = [...texts].filter(([path]) => path.endsWith('.html'));
    expect(pages.some(([, text]) => text.includes(toMark(field)))).toBe(true);
  });

  test.each(shown)('reach a page from $field, or are refused', ({ field }) => {
    const isAnyTaken = [...taken].some((one) => one.startsWith(`${field} `));
    const isShown = [...texts].some(
      ([path, text]) => path.endsWith('.html') && text.includes(toMark(field)),
    );
    expect(isShown).toBe(isAnyTaken);
  });
});
