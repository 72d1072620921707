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
import {
  getHeaders,
  getMediaType,
  noHosts,
  type OutsideHosts,
} from '../hosting/responseHeaders.ts';
import { Refusal } from '../problems/refusal.ts';

/** The settings of the server: the folder to serve, the base path, and the requested port, if any. */
export interface ServeSettings {
  readonly folder: string;
  readonly base: string;
  readonly port: number | undefined;
  /** The hosts that pages may contact; none by default. */
  readonly outside?: OutsideHosts;
}

/**
 * Serves a built site on 127.0.0.1 and returns the server and its address. It answers GET and HEAD with
 * everything that HTTP defines for files (ranges, conditions), and no request can crash it. Throws a Refusal
 * if the requested port is not available.
 */
export async function serveSite({
  folder,
  base,
  port,
  outside = noHosts,
}: ServeSettings): Promise<{ server: Server; address: string }> {
  const server = createServer((request, response) => {
    try {
      respond(request, response, { folder, base, outside });
    } catch {
      refuse(response, 500);
    }
  });
  // Disconnects slow clients to make room for others.
  server.timeout = 120_000;
  const found = await listen(server, port);
  // When there are too many connections, the system refuses new ones; existing ones continue.
  server.on('error', () => undefined);
  return { server, address: `http://127.0.0.1:${found}${base}` };
}

type Served = Required<Omit<ServeSettings, 'port'>>;

function respond(
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
  // HTTP defines ranges only for GET.
  if (method === 'HEAD') delete request.headers.range;
  // Removes the host from an absolute address, and separates the query from the path.
  const [, path, query = ''] =
    /^(?:https?:\/\/[^/?#]*)?(\/[^?#]*)(\?[^#]*)?/i.exec(request.url ?? '') ?? [];
  if (path === undefined) {
    refuse(response, 400);
    return;
  }
  if (!path.startsWith(base)) {
    if (path === '/' || `${path}/` === base) redirect(response, 302, base);
    else respondNotFound(response, folder, outside);
    return;
  }
  const relativePath = path.slice(base.length).replace(/^\/+/, '');
  // The link is resolved for each request, because a build may have swapped it meanwhile.
  send(request, `/${relativePath}`, { root: folder, dotfiles: 'allow', cacheControl: false })
    .on('headers', (_response: ServerResponse, file: string) => {
      response.setHeaders(getSecurity(relative(folder, file).replaceAll('\\', '/'), outside));
      const type = getMediaType(file);
      if (type !== undefined) response.setHeader('content-type', type);
    })
    .on('directory', () => {
      redirect(response, 301, `${base}${relativePath}/${query}`);
    })
    .on('error', (error: SendError) => {
      if (response.headersSent) {
        response.destroy();
        return;
      }
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      // A suffix range longer than the file means the whole file (RFC 9110, 14.1.2), but `send` rejects it.
      if (error.status === 416 && /^ *bytes=-0*[1-9]\d* *$/.test(request.headers.range ?? '')) {
        request.headers.range = 'bytes=0-';
        respond(request, response, { folder, base, outside });
        return;
      }
      const status = error.code === 'EMFILE' || error.code === 'ENFILE' ? 503 : error.status;
      for (const [name, value] of Object.entries(error.headers ?? {}))
        response.setHeader(name, value);
      if (status === 404 || status === 403) respondNotFound(response, folder, outside);
      else refuse(response, status ?? 500);
    })
    .pipe(response);
}

/** An error of `send`: a status, and any headers that belong to it. */
interface SendError extends NodeJS.ErrnoException {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location, 'content-length': 0 }).end();
}

/** Responds with the site's own 404 page. */
function respondNotFound(response: ServerResponse, folder: string, outside: OutsideHosts): void {
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

/** Responds with a status and its name; Node omits the body for HEAD. */
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

/**
 * Returns the headers that a host sends with a file, but without caching, so that the next build is visible
 * immediately.
 */
function getSecurity(path: string, outside: OutsideHosts): Map<string, string> {
  const headers = new Map(Object.entries(getHeaders(path, outside)));
  headers.set('Cache-Control', 'no-cache');
  return headers;
}

/** Listens on the requested port, or on the next free one from 4321. */
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

/** Returns the Refusal for an unavailable port, by error code. */
export function refusePort(port: number, code: string): Refusal {
  const why =
    code === 'EACCES' ? 'needs permissions you do not have' : 'is in use by another program';
  return new Refusal(
    `Port ${port} ${why}. Set PORT to another one, such as PORT=${port === 4400 ? 4401 : 4400}, or leave PORT out to use the next free one from 4321.`,
  );
}
