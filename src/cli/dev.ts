import { fileURLToPath } from 'node:url';
import { dev } from 'astro';
import { readContent } from '../collections/readContent.ts';
import { createPlainRoot } from '../builder/plainRoot.ts';
import { getBuildSettings, readPort } from '../builder/settings.ts';
import { runCommand } from './runCommand.ts';
import { refusePort } from './serve.ts';

/** Serves the pages with live changes until it is stopped. */
async function serveDev(): Promise<number> {
  const { base, content } = getBuildSettings(process.env, process.cwd());
  const port = readPort(process.env.PORT);
  // Fails early: without content, Astro would show an error on each page.
  readContent(content);
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const { root, vite, release } = createPlainRoot(
    fileURLToPath(new URL('../../', import.meta.url)),
  );
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit());
  try {
    const server = await dev({
      root,
      server: { host: '127.0.0.1', port: port ?? 4321 },
      logLevel: 'warn',
      vite: { ...vite, server: { strictPort: port !== undefined } },
    });
    console.log(`Dateline is at http://127.0.0.1:${server.address.port}${base}`);
    return 0;
  } catch (error) {
    const isTaken = error instanceof Error && /^Port \d+ is already in use/.test(error.message);
    throw isTaken && port !== undefined ? refusePort(port, 'EADDRINUSE') : error;
  }
}

process.exitCode = await runCommand(serveDev);
