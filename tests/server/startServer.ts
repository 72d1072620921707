import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { createServer, request, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../sites/buildInto.ts';

/** A running server: how to ask it, and how to stop it. */
export interface RunningServer {
  ask(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  stop(): Promise<void>;
}

/** What a server answers, its bytes as they came. */
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The servers that we ship settings for. */
export const servers = ['nginx', 'caddy'] as const;
export type Server = (typeof servers)[number];

/** Returns where a server is, undefined where it is not installed. */
export function findServer(name: Server): string | undefined {
  return ['/usr/sbin', '/usr/bin', '/usr/local/bin']
    .map((folder) => join(folder, name))
    .find((path) => existsSync(path));
}

/** Starts a server with the settings that we ship and nothing else of note; `folder` is one for its own files. Throws where it does not answer. */
export async function startServer(
  name: Server,
  out: string,
  base: string,
  folder: string,
): Promise<RunningServer> {
  const port = await findFreePort();
  const { PATH = '' } = process.env;
  const { stdout: settings } = spawnSync(process.execPath, ['src/cli/hosting.ts', name], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, OUT: out, BASE: base, PORT: String(port) },
  });
  const args = { nginx: prepareNginx, caddy: prepareCaddy }[name](settings, folder);
  const server = spawn(findServer(name) ?? name, args, {
    stdio: ['ignore', 'inherit', name === 'caddy' ? 'ignore' : 'inherit'],
    // Caddy keeps its state below the home folder.
    env: { PATH, HOME: folder },
  });
  const ask: RunningServer['ask'] = (path, headers = {}) =>
    new Promise((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port, path, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          const { statusCode: status = 0, headers: told } = response;
          resolve({ status, headers: told, body: Buffer.concat(parts) });
        });
      });
      asked.on('error', reject);
      asked.end();
    });
  const stop = async () => {
    const ended = once(server, 'exit');
    server.kill();
    await ended;
  };
  for (let tries = 0; tries < 100; tries += 1) {
    if (server.exitCode !== null) break;
    try {
      await ask('/');
      return { ask, stop };
    } catch {
      await wait(50);
    }
  }
  throw new Error(`${name} does not answer:\n${settings}`);
}

/** Writes the settings where nginx is to find them; returns how it is started. */
function prepareNginx(settings: string, folder: string): string[] {
  writeFileSync(join(folder, 'dateline.conf'), settings);
  // Our folders are only ours to read, so its workers are we.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user}
include /etc/nginx/modules-enabled/*.conf;
pid ${folder}/nginx.pid;
error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  include ${folder}/dateline.conf;
}
`,
  );
  return ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'];
}

function prepareCaddy(settings: string, folder: string): string[] {
  // No port of its own to be managed by.
  writeFileSync(join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${settings}`);
  return ['run', '--config', join(folder, 'Caddyfile'), '--adapter', 'caddyfile'];
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
