// Installs what the project needs when it is not there yet. Plain JavaScript that Node 20 runs: it comes
// before the runtime, which is itself one of the packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { verifyRuntime } from './verifyRuntime.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
if (!existsSync(`${root}node_modules/.bin/astro`)) {
  // `npm ci` would insist on other platforms' optional packages, which a registry may not have.
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
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
