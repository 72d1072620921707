import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { getBuildSettings } from '../build/settings.ts';
import { getPort } from './serve.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';
const port = getPort(process.env.PORT) ?? 4321;
const server = await dev({
  root: fileURLToPath(new URL('../../', import.meta.url)),
  server: { host: '127.0.0.1', port },
  logLevel: 'warn',
});
const { base } = getBuildSettings(process.env, process.cwd());
console.log(`Dateline is at http://127.0.0.1:${server.address.port}${base}`);
