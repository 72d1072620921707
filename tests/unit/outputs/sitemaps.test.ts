import { describe, expect, test } from 'vitest';
import { listSitemaps } from '../../../src/outputs/sitemaps.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';
import { childrenOf, readXml, textOf } from './readXml.ts';

const site = 'https://quay.example';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

async function readAll(
  digests: Record<string, string>,
  others: Record<string, string> = {},
  limits?: { pages: number; bytes: number },
  base = '/x/',
) {
  const context = createContext(createViewContext(digests, others).archive, base, site);
  const files = limits ? listSitemaps(context, limits) : listSitemaps(context);
  return Promise.all(
    files.map(async ({ path, render }) => {
      const text = await render();
      const root = readXml(text);
      expect(root.namespace).toBe(namespace);
      const entries = root.children.map((entry) => ({
        address: textOf(entry, 'loc').replace(`${site}${base}`, '/'),
        changed: childrenOf(entry, 'lastmod')[0]?.text ?? null,
      }));
      return { path, root: root.name, entries, size: Buffer.byteLength(text) };
    }),
  );
}

const digests = {
  a: createDigest(['id: a\ndate: 2024-05-10\nactors: ana-brandt\nplace: port']),
  b: createDigest(['id: b\ndate: 2024-06-10~'], 'city-ledger').replace(
    'added: 2024-07-01',
    'added: 2024-07-05\ncorrections: [{ date: 2024-07-20, reason: The headline. }]',
  ),
};

describe('the sitemap', () => {
  test('has every page with the day of its last change, and no former addresses', async () => {
    const [only, ...more] = await readAll(digests, {
      'events/a.md':
        '---\nformerly: old-a\ncorrections: [{ date: 2024-07-09, reason: The day. }]\n---\n',
    });
    expect(more).toEqual([]);
    expect([only?.path, only?.root]).toEqual(['sitemap.xml', 'urlset']);
    expect(only?.entries).toEqual(
      [
        ['/', '2024-07-20'],
        ['/2024/', '2024-07-20'],
        ['/2024/05/', '2024-07-09'],
        ['/2024/05/10/', '2024-07-09'],
        ['/2024/06/', '2024-07-20'],
        // An approximate event may be on each of these days.
        ...['07', '08', '09', '10', '11', '12', '13'].map((day) => [
          `/2024/06/${day}/`,
          '2024-07-20',
        ]),
        ['/about/', null],
        ['/actors/', '2024-07-20'],
        ['/actors/ana-brandt/', '2024-07-09'],
        ['/actors/city-hall/', null],
        ['/actors/harbour-police/', null],
        ['/articles/', '2024-07-20'],
        ['/articles/a/', '2024-07-01'],
        ['/articles/b/', '2024-07-20'],
        ['/changes/', '2024-07-20'],
        ['/corrections/', '2024-07-20'],
        ['/data/', '2024-07-20'],
        ['/events/a/', '2024-07-09'],
        ['/events/b/', '2024-07-20'],
        ['/keys/', null],
        ['/places/', '2024-07-20'],
        ['/places/port/', '2024-07-09'],
        ['/search/', null],
        ['/sources/', '2024-07-20'],
        ['/sources/city-ledger/', '2024-07-20'],
        ['/sources/harbour-post/', '2024-07-09'],
      ].map(([address, changed]) => ({ address, changed })),
    );
  });

  test.each([
    ['addresses', { pages: 9, bytes: 1e6 }],
    ['bytes', { pages: 1000, bytes: 1100 }],
  ])('is an index of several if one would have too many %s', async (_what, limits) => {
    const [whole] = await readAll(digests);
    const [index, ...parts] = await readAll(digests, {}, limits);
    expect([index?.path, index?.root]).toEqual(['sitemap.xml', 'sitemapindex']);
    expect(parts.length).toBeGreaterThan(1);
    expect(index?.entries.map(({ address }) => address)).toEqual(
      parts.map(({ path }) => `/${path}`),
    );
    expect(parts.flatMap(({ entries }) => entries)).toEqual(whole?.entries);
    for (const { entries, size, root } of parts) {
      expect(root).toBe('urlset');
      expect(entries.length).toBeLessThanOrEqual(limits.pages);
      // Everything is counted except the start and end of the file.
      expect(size).toBeLessThanOrEqual(limits.bytes + 150);
    }
    expect(index?.entries.map(({ changed }) => changed)).toEqual(
      parts.map(({ entries }) =>
        entries
          .map(({ changed }) => changed ?? '')
          .sort()
          .at(-1),
      ),
    );
  });

  test('escapes what XML requires', async () => {
    const [only] = await readAll(digests, {}, undefined, '/a&b/');
    expect(only?.entries[0]?.address).toBe('/');
  });
});
