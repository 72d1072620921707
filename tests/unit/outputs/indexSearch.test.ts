import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { indexSearch } from '../../../src/outputs/indexSearch.ts';
import type { SearchRecord } from '../../../src/views/search/searchRecords.ts';

const records: readonly SearchRecord[] = [
  {
    url: '/events/fire/',
    kind: 'events',
    title: 'A fire on the quay',
    note: '10 May 2024',
    content: 'It burnt for hours.',
    year: '2024',
  },
  {
    url: '/actors/ana/',
    kind: 'actors',
    title: 'Ana Brandt',
    note: '',
    content: 'آنا برانت',
    year: null,
  },
];
const whole = [{ name: '', records }];

describe('indexSearch(parts, language)', () => {
  test('has a file for each result with its text, without its search words', async () => {
    const files = await indexSearch(whole, 'en');
    const fragments = files
      .filter(({ path }) => path.startsWith('pagefind/fragment/'))
      .map(({ content }) => gunzipSync(content).toString());
    expect(fragments).toHaveLength(2);
    const read = fragments.map((text) => {
      expect(text.startsWith('pagefind_dcd{')).toBe(true);
      return JSON.parse(text.slice('pagefind_dcd'.length)) as Record<string, unknown>;
    });
    expect(read.map(({ url, content, meta }) => ({ url, content, meta }))).toEqual(
      expect.arrayContaining(
        records.map(({ url, title, note, kind }) => ({
          url,
          content: '',
          meta: { title, note, kind },
        })),
      ),
    );
  });

  test('has one index in one language, and no unused files', async () => {
    const paths = (await indexSearch(whole, 'en')).map(({ path }) => path);
    expect(paths.filter((path) => path.endsWith('.pf_meta'))).toHaveLength(1);
    expect(paths).toContain('pagefind/pagefind.js');
    expect(paths.filter((path) => /ui|highlight|worker/.test(path))).toEqual([]);
  });

  test.each(['ar', 'en', 'fr'] as const)('stems only words of %s', async (language) => {
    const paths = (await indexSearch(whole, language)).map(({ path }) => path);
    expect(paths.filter((path) => path.includes('/wasm.')).toSorted()).toEqual(
      [`pagefind/wasm.${language}.pagefind`, 'pagefind/wasm.unknown.pagefind'].toSorted(),
    );
  });

  test('returns the same bytes for the same records', async () => {
    const [one, two] = [await indexSearch(whole, 'en'), await indexSearch(whole, 'en')];
    const sorted = (files: typeof one) => files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
    expect(sorted(one)).toEqual(sorted(two));
  });
});
