import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sirv from 'sirv';
import { getHeaders } from '../build/responseHeaders.ts';

/** What the server needs to know: the folder to serve, the base path, and the port if one is asked for. */
export interface ServeSettings {
  readonly folder: string;
  readonly base: string;
  readonly port: number | undefined;
}

/** Serves a built site on 127.0.0.1; gives the server and its address. Throws when the port asked for is taken. */
export async function serveSite({
  folder,
  base,
  port,
}: ServeSettings): Promise<{ server: Server; address: string }> {
  // Every request looks at the disk again: a build may have turned the link meanwhile.
  const files = sirv(folder, {
    dev: true,
    dotfiles: true,
    setHeaders: (response, path) => {
      response.setHeaders(getSecurity(path.slice(1)));
    },
  });
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    if (!url.startsWith(base)) {
      const home = `${base}/`.replace(/\/+$/, '/');
      if (url === '/' || `${url}/` === base) response.writeHead(302, { location: home }).end();
      else answerMissing();
      return;
    }
    request.url = `/${url.slice(base.length)}`;
    files(request, response, answerMissing);

    function answerMissing(): void {
      const page = join(folder, '404.html');
      response.setHeaders(getSecurity('404.html'));
      response.writeHead(404, {
        'content-type': existsSync(page) ? 'text/html;charset=utf-8' : 'text/plain',
      });
      if (existsSync(page)) createReadStream(page).pipe(response);
      else response.end('No such page.');
    }
  });
  const found = await listen(server, port);
  return { server, address: `http://127.0.0.1:${found}${base}` };
}

/** What a host says with a file, but for how long it may be kept: here the next build is to be seen at once. */
function getSecurity(path: string): Map<string, string> {
  const headers = new Map(Object.entries(getHeaders(path)));
  headers.delete('Cache-Control');
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
      const taken =
        (error as NodeJS.ErrnoException).code === 'EADDRINUSE' ||
        (error as NodeJS.ErrnoException).code === 'EACCES';
      if (port !== undefined || !taken || next >= 65_535) throw error;
    }
  }
}

/** Takes `PORT` as it was given; gives the port, or undefined for the next free one. Throws when it is no port. */
export function getPort(port: string | undefined): number | undefined {
  if (port === undefined || port === '') return undefined;
  const number = Number(port);
  if (Number.isInteger(number) && number >= 0 && number <= 65_535) return number;
  throw new Error(`Unexpected PORT "${port}", expected a number from 0 to 65535.`);
}
