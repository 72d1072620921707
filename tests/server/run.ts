// Serves a built site by Debian's nginx and Caddy and asks them everything; installs what is not there, nginx with
// the module that serves Brotli. `npm test` does not need them.
import { findServer, servers } from './startServer.ts';
import { runInstalled } from './runInstalled.ts';

runInstalled('server', () => servers.every((name) => findServer(name) !== undefined), [
  'nginx-light',
  'libnginx-mod-http-brotli-static',
  'caddy',
]);
