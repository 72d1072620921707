import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listFilesBelow } from '../../src/builder/generations.ts';
import { getHeaders } from '../../src/hosting/responseHeaders.ts';
import { root } from '../sites/buildInto.ts';
import { buildOnce } from '../sites/sharedSites.ts';
import { startServer, servers, type RunningServer } from './startServer.ts';

// The built site behind each server with the settings that we ship, at the root of its host and under a base path.

const types: Readonly<Record<string, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  css: 'text/css; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  sqlite: 'application/vnd.sqlite3',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
};

const cases = servers.flatMap((name) => ['/', '/news/timeline/'].map((base) => ({ name, base })));

describe.each(cases)('$name under $base', ({ name, base }) => {
  let folder: string;
  let out: string;
  let files: string[];
  let server: RunningServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-server-'));
    // Both servers are given the same site.
    out = await buildOnce({
      CONTENT: join(root, 'content'),
      BASE: base,
      SITE: 'https://timeline.example',
      COMPRESS: 'true',
    });
    // What begins with an underscore is read by other hosts, and is nobody's page.
    files = listFilesBelow(`${out}/`).filter((path) => !/\.(?:br|gz)$|^_[^/]*$/.test(path));
    mkdirSync(join(folder, 'server'));
    server = await startServer(name, out, base, join(folder, 'server'));
  });

  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const toAddress = (path: string) => base + path.replace(/(?:^|(?<=\/))index\.html$/, '');

  test('answers every file with its bytes, its type and the headers of the table', async () => {
    expect(files.length).toBeGreaterThan(250);
    for (const path of files) {
      const { status, headers, body } = await server.ask(toAddress(path));
      expect(status, path).toBe(200);
      expect(body.equals(readFileSync(join(out, path))), path).toBe(true);
      const type = types[path.split('.').at(-1) ?? ''];
      if (type !== undefined) expect(headers['content-type'], path).toBe(type);
      const expected = Object.entries(getHeaders(path));
      expect(
        expected.map(([name]) => [name, headers[name.toLowerCase()]]),
        path,
      ).toEqual(expected);
    }
  });

  test('answers every link of every page without leading on', async () => {
    const links = new Set<string>();
    for (const path of files.filter((one) => one.endsWith('.html'))) {
      const tree = fromHtml(readFileSync(join(out, path), 'utf8'));
      const here = new URL(toAddress(path), 'https://timeline.example');
      for (const { properties } of selectAll('[href], [src]', tree)) {
        const url = new URL(String(properties.href ?? properties.src), here);
        if (url.origin === here.origin) links.add(url.pathname);
      }
    }
    expect(links.size).toBeGreaterThan(150);
    for (const link of links) expect((await server.ask(link)).status, link).toBe(200);
  });

  test('sends nothing again to whoever has it', async () => {
    for (const path of files) {
      const { headers } = await server.ask(toAddress(path));
      const { etag = '', 'last-modified': changed = '' } = headers;
      for (const condition of [{ 'if-none-match': etag }, { 'if-modified-since': changed }]) {
        const again = await server.ask(toAddress(path), condition);
        expect(again.status, path).toBe(304);
        expect(again.body.length, path).toBe(0);
      }
    }
  });

  test('sends the compressed form that was made, to whoever takes it', async () => {
    const texts = files.filter((path) => /\.(?:css|csv|html|js|json|svg)$/.test(path));
    expect(texts.length).toBeGreaterThan(250);
    for (const path of texts) {
      const plain = readFileSync(join(out, path));
      for (const [coding, ending, open] of [
        ['br', '.br', brotliDecompressSync],
        ['gzip', '.gz', gunzipSync],
      ] as const) {
        const { headers, body } = await server.ask(toAddress(path), { 'accept-encoding': coding });
        expect(headers['content-encoding'], path).toBe(coding);
        expect(headers.vary, path).toBe('Accept-Encoding');
        expect(body.equals(readFileSync(join(out, path + ending))), path).toBe(true);
        expect(open(body).equals(plain), path).toBe(true);
      }
    }
  });

  test('answers what is missing with the page for it, and a page without its stroke by leading there', async () => {
    const missing = await server.ask(`${base}events/no-such/`);
    expect(missing.status).toBe(404);
    expect(missing.body.equals(readFileSync(join(out, '404.html')))).toBe(true);
    expect(missing.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    const led = await server.ask(`${base}about`);
    expect(led.status).toBeOneOf([301, 308]);
    expect(led.headers.location).toBe(`${base}about/`);
    if (base !== '/') expect((await server.ask('/about/')).status).toBe(404);
    for (const file of ['_headers', '_redirects'])
      expect((await server.ask(`${base}${file}`)).status, file).toBe(404);
  });
});
