import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tmpdir } from 'node:os';
import { createCorpus } from '../bench/corpus.ts';
import { printContent, printDigest } from '../bench/digests.ts';
import type { BuildOptions } from '../../src/builder/build.ts';
import { buildSite } from '../../src/builder/buildSite.ts';
import { hashFiles } from '../../src/builder/generations.ts';
import { getBuildSettings } from '../../src/builder/settings.ts';
import { disk } from '../../src/collections/readContent.ts';
import type { PartLimits } from '../../src/views/dates/yearParts.ts';

// An archive of four years that is split as one of thousands of articles is.
const limits: PartLimits = { searchRecords: 9, dataBytes: 4000, databaseRows: 9000 };
const corpus = createCorpus(12, 5);
const years = ['2021', '2022', '2023', '2024'];

/** Returns a digest, all of it in another year than the corpus has it. */
function moveTo(year: string, text: string): string {
  return text.replaceAll(/(?<=^(?:date|published|added): .*)2026/gm, year);
}

let folder: string;
let content: string;
let out: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-parts-'));
  content = join(folder, 'content');
  out = join(folder, 'dist');
  // Each of three articles tells of one event of its own.
  const articles = corpus.articles.map((article) => ({
    ...article,
    events: article.events.slice(0, 3),
  }));
  const files = new Map(printContent({ ...corpus, articles }));
  for (const [index, article] of articles.entries())
    files.set(
      `articles/${article.id}.md`,
      moveTo(years[Math.floor(index / 3)] ?? '2024', printDigest(article)),
    );
  for (const [path, text] of files) put(path, text);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function put(path: string, text: string): void {
  const file = join(content, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

async function build(into = out, options: Partial<BuildOptions> = {}): Promise<void> {
  const settings = getBuildSettings({ CONTENT: content, OUT: into }, folder);
  const { type, problems } = await buildSite(
    { ...settings, limits },
    { disk },
    {
      freshAddresses: 'allowed',
      movedBase: 'allowed',
      search: 'indexed',
      pictures: 'kept',
      force: false,
      shard: null,
      ...options,
    },
  );
  expect(type, problems.map(({ message }) => message).join('\n')).not.toBe('refused');
}

let count = 0;
/** Holds the site to one that is built of the same content from nothing. */
async function compareWithClean(): Promise<void> {
  const clean = join(folder, `clean-${(count += 1)}`);
  await build(clean);
  expect(hashFiles(`${out}/`)).toEqual(hashFiles(`${clean}/`));
}

const listParts = () =>
  readdirSync(join(out, 'pagefind'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const hashBelow = (of: string) => hashFiles(join(out, of));

describe('an archive in parts', () => {
  test('has an index for each part, and says how long its files may be kept', async () => {
    await build();
    expect(listParts()).toEqual([...years, 'undated']);
    const headers = readFileSync(join(out, '_headers'), 'utf8');
    for (const part of listParts())
      expect(headers).toContain(
        `/pagefind/${part}/fragment/*\n  Cache-Control: public, max-age=31536000, immutable\n`,
      );
    // One WebAssembly and one module are enough for all.
    const shared = [...hashBelow('pagefind').keys()].filter((path) => /wasm|\.js$/.test(path));
    expect(shared).toEqual([
      'pagefind.js',
      'undated/wasm.en.pagefind',
      'undated/wasm.unknown.pagefind',
    ]);
    expect(readdirSync(join(out, 'data/archive')).sort()).toEqual(
      expect.arrayContaining(years.map((year) => `${year}.sqlite`)),
    );
    expect(readFileSync(join(out, 'data/index.html'), 'utf8')).toContain(
      'href="/data/events/2022.json"',
    );
  });

  test('rebuilds only those that an added article touches', async () => {
    const untouched = ['pagefind/2021', 'pagefind/2022'];
    const before = untouched.map(hashBelow);
    const newest = hashBelow('pagefind/2024');
    const written = () => statSync(join(out, 'data/archive/2021.sqlite')).mtimeMs;
    const when = written();
    put(
      'articles/added.md',
      moveTo('2024', printDigest({ ...corpus.added, id: 'added' })).replace(
        /^actors: .*$/gm,
        'actors: actor-00001',
      ),
    );
    await build();
    expect(untouched.map(hashBelow)).toEqual(before);
    expect(hashBelow('pagefind/2024')).not.toEqual(newest);
    expect(written()).toBe(when);
    await compareWithClean();
  });

  test.each([
    ['a fragment', 'pagefind/2022/fragment'],
    ['an index', 'pagefind/2023'],
    ['the first index', 'pagefind/undated'],
    ['the module that searches', 'pagefind/pagefind.js'],
    ['a year of the data', 'data/events/2022.json'],
    ['a year of the database', 'data/archive/2022.sqlite'],
  ])('is mended where %s is gone', async (_, path) => {
    const whole = hashFiles(`${out}/`);
    rmSync(join(out, path), { recursive: true });
    await build();
    expect(hashFiles(`${out}/`)).toEqual(whole);
  });

  test('keeps its index where search is to be kept, and makes it good later', async () => {
    const before = hashBelow('pagefind');
    put(
      'actors/actor-00001.md',
      `${readFileSync(join(content, 'actors/actor-00001.md'), 'utf8')}\nA pilot.\n`,
    );
    await build(out, { search: 'kept' });
    expect(hashBelow('pagefind')).toEqual(before);
    // Where pictures are kept, too, nothing is made good while nothing changes.
    put('site.md', readFileSync(join(content, 'site.md'), 'utf8').replace('Made', 'Remade'));
    await build();
    expect(hashBelow('pagefind')).not.toEqual(before);
    await compareWithClean();
  });

  test('reuses the shards’ output, and is the same', async () => {
    const sharded = join(folder, 'sharded');
    for (const number of [1, 2]) await build(sharded, { shard: { number, of: 2 } });
    await build(sharded);
    expect(hashFiles(`${sharded}/`)).toEqual(hashFiles(`${out}/`));
  });

  test('is a single one again when its other years are gone', async () => {
    const kept = corpus.articles.slice(0, 3).map(({ id }) => `${id}.md`);
    for (const name of readdirSync(join(content, 'articles')))
      if (!kept.includes(name)) rmSync(join(content, 'articles', name));
    await build();
    expect(listParts()).toEqual(['filter', 'fragment', 'index']);
    await compareWithClean();
  });
});
