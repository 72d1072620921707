// Installs what the project needs when it is not there yet. Plain JavaScript that Node 20 runs: it comes
// before the runtime, which is itself one of the packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { verifyRuntime } from './verifyRuntime.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
if (!existsSync(`${root}node_modules/.bin/astro`)) {
  console.error('Installing the packages that Dateline needs: once, for a minute or two.');
  // `npm ci` would insist on other platforms' optional packages, which a registry may not have. npm's warnings
  // are about the Node that installs, and the one that runs is among the packages.
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  const { type, said } = verifyRuntime(
    `${root}node_modules`,
    `${process.platform}-${process.arch}`,
  );
  if (said) console.error(said);
  process.exit(type === 'removed' ? 1 : (status ?? 1));
}
