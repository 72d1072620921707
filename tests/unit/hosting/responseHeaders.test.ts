import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  getHeaders,
  renderCaddyfile,
  renderHeadersFile,
  renderNginx,
} from '../../../src/hosting/responseHeaders.ts';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { listAddresses } from '../../../src/views/data/permalinks.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

const { archive } = createViewContext({ post: createDigest(['id: a\ndate: 2024-05-10']) });
const context = createContext(archive, '/x/');
const paths = [
  ...listAddresses(archive).map((address) => address.slice(1)),
  ...listFiles(context).map(({ path }) => path),
  '404.html',
  '_astro/page.js',
  'pagefind/pagefind-worker.js',
  'pagefind/fragment/en_1.pf_fragment',
  'pagefind/2021/fragment/en_2.pf_fragment',
  'pagefind/2021/pagefind-entry.json',
];

test('only cards may be framed by other sites, and only search may compile WebAssembly', () => {
  for (const path of paths) {
    const policy = getHeaders(path)['Content-Security-Policy'] ?? '';
    expect(policy.includes("frame-ancestors 'none'"), path).toBe(!path.startsWith('embed/'));
    expect(policy.includes("'wasm-unsafe-eval'"), path).toBe(/^(?:search|pagefind)\//.test(path));
    // A card's script is inline, so the page's own policy has its hash.
    expect(policy.includes("script-src 'self'"), path).toBe(!path.startsWith('embed/'));
    expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});

test('only files with a hash in their name may be cached for long', () => {
  const long = paths.filter((path) => getHeaders(path)['Cache-Control']?.includes('immutable'));
  expect(long).toEqual([
    '_astro/page.js',
    'pagefind/fragment/en_1.pf_fragment',
    'pagefind/2021/fragment/en_2.pf_fragment',
  ]);
});

// Pages of 120 years.
const years = Array.from({ length: 120 }, (_, index) => `${1905 + index}/05/10/`);

describe.each([
  ['of one year', paths],
  ['of 120 years', [...paths, ...years]],
])('_headers %s', (_, paths) => {
  const rules = renderHeadersFile(paths, context.at)
    .trim()
    .split('\n')
    .reduce<{ path: string; headers: [string, string][] }[]>((read, line) => {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? [];
      if (name !== undefined) read.at(-1)?.headers.push([name, value ?? '']);
      else read.push({ path: line, headers: [] });
      return read;
    }, []);
  const matching = (address: string) =>
    rules.filter(({ path }) =>
      path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path,
    );

  test('sets the headers of the table, each by a single rule per address', () => {
    for (const path of paths) {
      const said = matching(`/x/${path}`).flatMap(({ headers }) => headers);
      const names = said.map(([name]) => name);
      expect(new Set(names).size, `${path}: ${names.join(', ')}`).toBe(names.length);
      const table = getHeaders(path);
      for (const [name, value] of said) expect(table[name], `${path}: ${name}`).toBe(value);
      expect(names, path).toContain('Content-Security-Policy');
    }
  });

  test('sets how long the parts of a search index may be cached', () => {
    const said = matching('/x/pagefind/2021/fragment/en_2.pf_fragment');
    expect(said.flatMap(({ headers }) => headers)).toContainEqual([
      'Cache-Control',
      'public, max-age=31536000, immutable',
    ]);
  });

  test('stays below every host’s limit of rules', () => {
    expect(rules.length).toBeLessThan(60);
  });

  test('sets them only under the base path', () => {
    expect(rules.filter(({ path }) => !path.startsWith('/x/'))).toEqual([]);
  });
});

describe('the snippets in hosting/', () => {
  const settings = { folder: '/srv/dateline', base: '/', port: 8080 };

  test('are what the command prints from the table', () => {
    expect(readFileSync('hosting/nginx.conf', 'utf8')).toBe(renderNginx(settings));
    expect(readFileSync('hosting/Caddyfile', 'utf8')).toBe(renderCaddyfile(settings));
  });

  test('have the media type of every file that isn’t a page', () => {
    const snippet = renderNginx(settings);
    for (const { path, type } of listFiles(context)) {
      const said = new RegExp(`^ +(\\S+) ${path.split('.').at(-1) ?? ''};$`, 'm').exec(
        snippet,
      )?.[1];
      // Feeds and citations differ only in their names: to a server they are plain JSON or XML.
      const plain = type.replace(/;.*/, '').replace(/(?:atom|feed|vnd[\w.]+)\+(?=json|xml)/, '');
      expect(said, path).toBe(plain);
    }
  });
});
