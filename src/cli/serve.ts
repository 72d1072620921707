import { readFile } from 'node:fs';
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, relative } from 'node:path';
import send from 'send';
import { getHeaders, getMediaType, nowhere, type OutsideHosts } from '../build/responseHeaders.ts';
import { Refusal } from '../problems/refusal.ts';

/** What the server needs to know: the folder to serve, the base path, and the port if one is asked for. */
export interface ServeSettings {
  readonly folder: string;
  readonly base: string;
  readonly port: number | undefined;
  /** The hosts that pages may ask; none where it is left out. */
  readonly outside?: OutsideHosts;
}

/**
 * Serves a built site on 127.0.0.1 and returns the server and its address. It answers GET and HEAD with all that
 * HTTP has for files (ranges, conditions), and no request ends it. Throws a Refusal where the port asked for
 * cannot be had.
 */
export async function serveSite({
  folder,
  base,
  port,
  outside = nowhere,
}: ServeSettings): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    try {
      answer(request, response, { folder, base, outside });
    } catch {
      refuse(response, 500);
    }
  });
  // Whoever reads too slowly makes room for others.
  server.timeout = 120_000;
  const found = await listen(server, port);
  // Of too many connections at once the system refuses the rest: those that are open go on.
  server.on('error', () => undefined);
  return { server, address: `http://127.0.0.1:${found}${base}` };
}

type Served = Required<Omit<ServeSettings, 'port'>>;

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, base, outside }: Served,
): void {
  const { method = '' } = request;
  if (method !== 'GET' && method !== 'HEAD') {
    response.setHeader('allow', 'GET, HEAD');
    request.resume();
    refuse(response, 405);
    return;
  }
  // HTTP has parts of a file for GET alone.
  if (method === 'HEAD') delete request.headers.range;
  // Takes an address with its host off, and what comes behind the path apart.
  const [, path, query = ''] =
    /^(?:https?:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?/i.exec(request.url ?? '') ?? [];
  if (path === undefined) {
    refuse(response, 400);
    return;
  }
  if (!path.startsWith(base)) {
    if (path === '/' || `${path}/` === base) redirect(response, 302, base);
    else answerMissing(response, folder, outside);
    return;
  }
  const below = path.slice(base.length).replace(/^\/+/, '');
  // The link is followed anew by each request: a build may have turned it meanwhile.
  send(request, `/${below}`, { root: folder, dotfiles: 'allow', cacheControl: false })
    .on('headers', (_response: ServerResponse, file: string) => {
      response.setHeaders(getSecurity(relative(folder, file).replaceAll('\\', '/'), outside));
      const type = getMediaType(file);
      if (type !== undefined) response.setHeader('content-type', type);
    })
    .on('directory', () => {
      redirect(response, 301, `${base}${below}/${query}`);
    })
    .on('error', (error: SendError) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      // The last bytes of a file that has fewer are all of it (RFC 9110, 14.1.2); `send` takes them for none.
      if (error.status === 416 && /^ *bytes=-0*[1-9]\d* *$/.test(request.headers.range ?? '')) {
        request.headers.range = 'bytes=0-';
        answer(request, response, { folder, base, outside });
        return;
      }
      const status = error.code === 'EMFILE' || error.code === 'ENFILE' ? 503 : error.status;
      for (const [name, value] of Object.entries(error.headers ?? {}))
        response.setHeader(name, value);
      if (status === 404 || status === 403) answerMissing(response, folder, outside);
      else refuse(response, status ?? 500);
    })
    .pipe(response);
}

/** What `send` reports: a status, perhaps with headers that belong to it. */
interface SendError extends NodeJS.ErrnoException {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location, 'content-length': 0 }).end();
}

/** Answers what is not there with the site's own page for that. */
function answerMissing(response: ServerResponse, folder: string, outside: OutsideHosts): void {
  response.setHeaders(getSecurity('404.html', outside));
  readFile(join(folder, '404.html'), (error, page) => {
    if (error) refuse(response, 404);
    else
      response
        .writeHead(404, {
          'content-type': 'text/html; charset=utf-8',
          'content-length': page.length,
        })
        .end(page);
  });
}

/** Answers with a status and its name; Node sends no body where none is asked for. */
function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = `${STATUS_CODES[status] ?? String(status)}.\n`;
  response
    .writeHead(status, {
      'content-type': 'text/plain; charset=utf-8',
      'content-length': Buffer.byteLength(text),
    })
    .end(text);
}

/** What a host says with a file, but for how long it may be kept: here the next build is to be seen at once. */
function getSecurity(path: string, outside: OutsideHosts): Map<string, string> {
  const headers = new Map(Object.entries(getHeaders(path, outside)));
  headers.set('Cache-Control', 'no-cache');
  return headers;
}

/** Listens on the port asked for, else on the next free one from 4321. */
async function listen(server: Server, port: number | undefined): Promise<number> {
  for (let next = port ?? 4321; ; next += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(next, '127.0.0.1', () => {
          server.removeListener('error', reject);
          resolve();
        });
      });
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
      if (port !== undefined || next >= 65_535) throw refusePort(next, code);
    }
  }
}

/** Returns what to throw where a port cannot be had, by the code of the error. */
export function refusePort(port: number, code: string): Refusal {
  const why = code === 'EACCES' ? 'may not be used by you' : 'is taken by another program';
  return new Refusal(
    `Port ${port} ${why}. Set PORT to another one, such as PORT=${port === 4400 ? 4401 : 4400}, or leave PORT out: then the next free one from 4321 is taken.`,
  );
}
