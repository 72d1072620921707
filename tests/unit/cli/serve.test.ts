import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../../src/cli/serve.ts';

const page = '<h1>The quay</h1>\n';
let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-serve-'));
  mkdirSync(join(folder, 'events/quay'), { recursive: true });
  mkdirSync(join(folder, 'data'));
  writeFileSync(join(folder, 'events/quay/index.html'), page);
  writeFileSync(join(folder, 'events/quay.bib'), '@misc{quay}');
  writeFileSync(join(folder, 'data/events.json'), '{}');
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, '404.html'), '<h1>Not here</h1>');
  const served = await serveSite({ folder, base: '/harbour/', port: 0 });
  server = served.server;
  port = Number(new URL(served.address).port);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, method, host: '127.0.0.1' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0 } = response;
        resolve({ status, headers: response.headers, body: Buffer.concat(chunks).toString() });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

const quay = '/harbour/events/quay/';
const length = page.length;

describe('a range', () => {
  test.each([
    ['bytes=0-0', 206, '<', `bytes 0-0/${length}`],
    ['bytes=-5', 206, page.slice(-5), `bytes ${length - 5}-${length - 1}/${length}`],
    ['bytes=4-', 206, page.slice(4), `bytes 4-${length - 1}/${length}`],
    ['bytes=1-99999999999999999999999', 206, page.slice(1), `bytes 1-${length - 1}/${length}`],
    [`bytes=-${'9'.repeat(30)}`, 206, page, `bytes 0-${length - 1}/${length}`],
    ['bytes=-0', 416, null, `bytes */${length}`],
    ['bytes=5-3', 416, null, `bytes */${length}`],
    ['bytes=99999999999999999999999-', 416, null, `bytes */${length}`],
    [`bytes=${length}-`, 416, null, `bytes */${length}`],
    // An invalid range, or one in an unknown unit, is ignored; several ranges get the whole file.
    ['bytes=', 200, page, undefined],
    ['bytes=a-b', 200, page, undefined],
    ['bytes', 200, page, undefined],
    ['lines=0-1', 200, page, undefined],
    ['bytes=0-0,5-6', 200, page, undefined],
  ])('%s is answered with %i', async (range, status, body, contentRange) => {
    const answer = await ask(quay, { range });
    expect(answer.status).toBe(status);
    if (body !== null) expect(answer.body).toBe(body);
    expect(answer.headers['content-range']).toBe(contentRange);
  });

  test('of an empty file is rejected, and HEAD ignores ranges', async () => {
    expect((await ask('/harbour/empty.txt', { range: 'bytes=0-0' })).status).toBe(416);
    const head = await ask(quay, { range: 'bytes=0-0' }, 'HEAD');
    expect([head.status, head.headers['content-length'], head.body]).toEqual([
      200,
      String(length),
      '',
    ]);
  });
});

describe('a condition', () => {
  test('is answered with 304 for an unchanged file, and else with the file', async () => {
    const { headers, status } = await ask(quay);
    expect(status).toBe(200);
    const etag = headers.etag!;
    const modified = headers['last-modified']!;
    const early = 'Sat, 01 Jan 2000 00:00:00 GMT';
    for (const [given, expected] of [
      [{ 'if-none-match': etag }, 304],
      [{ 'if-none-match': `"other", ${etag}` }, 304],
      [{ 'if-none-match': '*' }, 304],
      [{ 'if-none-match': '"other"' }, 200],
      [{ 'if-modified-since': modified }, 304],
      [{ 'if-modified-since': early }, 200],
      // The first condition takes precedence over the second.
      [{ 'if-none-match': '"other"', 'if-modified-since': modified }, 200],
      [{ 'if-match': '"other"' }, 412],
      [{ 'if-unmodified-since': early }, 412],
      [{ range: 'bytes=0-0', 'if-range': modified }, 206],
      [{ range: 'bytes=0-0', 'if-range': '"other"' }, 200],
    ] as const) {
      const answer = await ask(quay, given);
      expect(answer.status, JSON.stringify(given)).toBe(expected);
      if (expected === 304) expect(answer.body).toBe('');
    }
  });
});

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
  '%s is answered with 405 and the allowed methods',
  async (method) => {
    for (const path of [quay, '/harbour/no-such/', '/elsewhere']) {
      const { status, headers } = await ask(path, {}, method);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  },
);

test('HEAD has the headers of GET, without the body', async () => {
  for (const path of [quay, '/harbour/no-such/', '/harbour/data/events.json', '/harbour/events']) {
    const [get, head] = [await ask(path), await ask(path, {}, 'HEAD')];
    // The responses may be a second apart.
    const undated = ({ headers }: Answer) => ({ ...headers, date: '' });
    expect([head.status, undated(head), head.body]).toEqual([get.status, undated(get), '']);
  }
});

test.each([
  ['/harbour/events/quay', 301, '/harbour/events/quay/'],
  ['/harbour/events/quay?a=b', 301, '/harbour/events/quay/?a=b'],
  ['/harbour//events/quay', 301, '/harbour/events/quay/'],
  ['/', 302, '/harbour/'],
  ['/harbour', 302, '/harbour/'],
])('%s redirects (%i) to %s', async (path, status, location) => {
  const answer = await ask(path);
  expect([answer.status, answer.headers.location]).toEqual([status, location]);
});

test.each([
  ['/harbour/no-such/', 404],
  ['/elsewhere/', 404],
  ['/harbour/../../etc/passwd', 404],
  ['/harbour/%2e%2e/%2e%2e/etc/passwd', 404],
  ['/harbour/events/quay/index.html/more', 404],
  ['/harbour/%', 400],
  ['/harbour/%00', 400],
  [`/harbour/${'a'.repeat(5000)}`, 404],
  ['*', 400],
  [`http://127.0.0.1${quay}`, 200],
  [`${quay}?q=%`, 200],
])('%s is answered with %i', async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  if (status === 404) expect(answer.body).toBe('<h1>Not here</h1>');
});

test('sends each file’s type and policies', async () => {
  const type = async (path: string) => (await ask(`/harbour/${path}`)).headers['content-type'];
  expect(await type('events/quay/')).toBe('text/html; charset=utf-8');
  expect(await type('events/quay.bib')).toBe('application/x-bibtex; charset=utf-8');
  const { headers } = await ask('/harbour/data/events.json');
  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'access-control-allow-origin': '*',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
});

test('a request that isn’t HTTP closes only its own connection', async () => {
  for (const text of ['\0\0\0', 'GET\r\n\r\n', 'GET / HTTP/1.1\r\nRange: a\0b\r\n\r\n'])
    await new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      socket
        .on('close', resolve)
        .on('error', () => undefined)
        .resume();
    });
  expect((await ask(quay)).status).toBe(200);
});

test('survives more waiting clients than open files allowed', async () => {
  const serve = JSON.stringify(join(import.meta.dirname, '../../../src/cli/serve.ts'));
  writeFileSync(join(folder, 'large.txt'), Buffer.alloc(20_000_000, 'a'));
  const script = `const { serveSite } = await import(${serve}); const { address } = await serveSite({ folder: ${JSON.stringify(folder)}, base: '/', port: 0 }); console.log(new URL(address).port);`;
  const child = spawn(
    'bash',
    ['-c', 'ulimit -n 100; exec "$0" --input-type=module -e "$1"', process.execPath, script],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  try {
    const own = await new Promise<number>((resolve) => {
      child.stdout.once('data', (line: Buffer) => {
        resolve(Number(line.toString()));
      });
    });
    // Each client requests a large file and reads none of it.
    const slow = Array.from({ length: 120 }, () => {
      const socket = connect(own, '127.0.0.1', () => {
        socket.write('GET /large.txt HTTP/1.1\r\nHost: a\r\n\r\n');
      });
      return socket.on('error', () => undefined).pause();
    });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(child.exitCode).toBeNull();
    for (const socket of slow) socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const answer = await fetch(`http://127.0.0.1:${own}/events/quay/`);
    expect(await answer.text()).toBe(page);
  } finally {
    child.kill();
  }
}, 30_000);

test('explains in a sentence that a port is taken', async () => {
  await expect(serveSite({ folder, base: '/', port })).rejects.toThrow(
    `Port ${port} is in use by another program. Set PORT to another one`,
  );
});
