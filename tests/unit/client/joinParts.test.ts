import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCorpus } from '../../bench/corpus.ts';
import { joinParts, type Index, type PagefindModule } from '../../../src/client/joinParts.ts';
import { indexSearch } from '../../../src/outputs/indexSearch.ts';
import type { SearchPart } from '../../../src/views/search/searchParts.ts';
import type { SearchRecord } from '../../../src/views/search/searchRecords.ts';

/** A Pagefind module with a single index. */
interface OwnPagefind extends PagefindModule {
  createInstance(options: object): Index & { mergeIndex(path: string): Promise<void> };
}

interface Scored {
  readonly id: string;
  readonly score: number;
}

// 400 events in four years; some words occur in only one year.
const years = ['2021', '2022', '2023', '2024'];
const records = createCorpus(170, 3).events.map((event, index): SearchRecord => {
  const year = years[Math.floor(index / 130)] ?? '2024';
  const only = index % 17 === 0 ? ` Theresa${year} spoke of the quay.` : '';
  return {
    url: `/events/${event.id}/`,
    kind: 'events',
    title: `${event.title}${index % 29 === 0 && year === '2023' ? ' at Kolmburg' : ''}`,
    note: year,
    content: `${event.body}${only}${index % 7 === 0 ? ' Café Élan.' : ''}`,
    year,
  };
});
const actor: SearchRecord = {
  url: '/actors/mira/',
  kind: 'actors',
  title: 'Mira Zeman',
  note: '',
  content: 'Mira Zeman. Minister.',
  year: null,
};
const all = [actor, ...records];
const parts: SearchPart[] = [
  { name: 'undated', records: [actor] },
  ...years.map((name) => ({ name, records: records.filter(({ year }) => year === name) })),
];

let folder: string;
let whole: Index;
let joint: Index;
let merged: Index;

async function write(name: string, list: readonly SearchPart[]): Promise<OwnPagefind> {
  for (const { path, content } of await indexSearch(list, 'en')) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true });
    writeFileSync(join(folder, name, path), content);
  }
  const file = pathToFileURL(join(folder, name, 'pagefind/pagefind.js')).href;
  return (await import(/* @vite-ignore */ file)) as OwnPagefind;
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-parts-'));
  vi.stubGlobal('fetch', (address: string) => {
    const path = join(folder, address.replace(/\?.*/, ''));
    return Promise.resolve(new Response(new Uint8Array(readFileSync(path))));
  });
  const options = { noWorker: true, baseUrl: '/', excerptLength: 0 };
  const one = await write('whole', [{ name: '', records: all }]);
  whole = one.createInstance({ ...options, basePath: '/whole/pagefind/' });
  const many = await write('parts', parts);
  if (!many.Pagefind || !many.parts) throw new Error('The index is not in parts.');
  joint = await joinParts(many.Pagefind, '/parts/pagefind/', many.parts);
  const [first, ...others] = many.parts.map(({ name }) => `/parts/pagefind/${name}/`);
  const own = many.createInstance({ ...options, basePath: first });
  for (const path of others) await own.mergeIndex(path);
  merged = own;
}, 60_000);

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(folder, { recursive: true });
});

const toId = ({ id }: Pick<Scored, 'id'>) => id.replace(/^.* /, '');
const find = async (index: Index, words: string) =>
  (await index.search(words)).results as unknown as readonly Scored[];

/** Returns how many results are in another order than in a single index of everything. */
async function countMisplaced(index: Index, words: string): Promise<number> {
  const scores = new Map((await find(whole, words)).map((one) => [toId(one), one.score]));
  const found = (await find(index, words)).map((one) => scores.get(toId(one)) ?? 0);
  // Scores are 32-bit numbers, so smaller differences have no order.
  return found.filter((own, rank) => rank > 0 && own > (found[rank - 1] ?? 0) * 1.0001).length;
}

describe('joinParts(Pagefind, folder, parts)', () => {
  test.each([
    'treaty',
    'Mira Zeman',
    'council announced',
    'the',
    'h',
    'cafe elan',
    'Café',
    'tariff contract new figures',
    'Theresa2022',
    'Theresa2022 quay',
    'theresa',
    'Kolmburg',
    'Kolmburg council',
    'Kolmburgers',
    'zzzz',
    'zzzz treaty',
    '"the council"',
    '2024',
  ])('finds for “%s” what a single index finds, in the same order', async (words) => {
    const [one, many] = [await find(whole, words), await find(joint, words)];
    expect(many.map(toId).sort()).toEqual(one.map(toId).sort());
    expect(await countMisplaced(joint, words)).toBe(0);
  });

  test('is needed: Pagefind’s own merging finds too much, in another order', async () => {
    expect((await find(merged, 'Theresa2022')).length).toBeGreaterThan(
      (await find(whole, 'Theresa2022')).length,
    );
    expect(await countMisplaced(merged, 'council announced')).toBeGreaterThan(0);
  });

  test('links to the page of each result', async () => {
    const [first] = (await joint.search('Theresa2022')).results;
    expect((await first?.data())?.meta).toMatchObject({ kind: 'events', note: '2022' });
  });

  test('finds nothing if a part can’t be loaded', async () => {
    rmSync(join(folder, 'parts/pagefind/2023/pagefind-entry.json'));
    const file = pathToFileURL(join(folder, 'parts/pagefind/pagefind.js')).href;
    const module = (await import(/* @vite-ignore */ file)) as OwnPagefind;
    const { Pagefind, parts: sizes } = module;
    if (!Pagefind || !sizes) throw new Error('The index is not in parts.');
    vi.spyOn(console, 'error').mockReturnValue();
    await expect(joinParts(Pagefind, '/parts/pagefind/', sizes)).rejects.toThrow();
  });
});
