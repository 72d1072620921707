// Serves a built site by Debian's nginx and asks it everything; installs nginx where it is not, and ends with a
// line that counts the checks. `npm test` does not need it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNginx } from './startNginx.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs nginx with the module that serves Brotli; gives what stood in the way, undefined where nothing did. */
function installNginx(): string | undefined {
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (run('apt-get', '--version').status !== 0)
    return 'there is no apt-get here to install it with';
  const isRoot = process.getuid?.() === 0;
  const asRoot = (...args: string[]) =>
    isRoot ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args);
  const packages = ['nginx-light', 'libnginx-mod-http-brotli-static'];
  const install = () => asRoot('install', '-y', '--no-install-recommends', ...packages);
  // The lists may be missing, or older than the packages.
  if (install().status === 0) return undefined;
  if (asRoot('update').status === 0 && install().status === 0) return undefined;
  return isRoot ? 'apt-get could not install it' : 'apt-get could not install it (it needs root)';
}

const obstacle = findNginx() === undefined ? installNginx() : undefined;
if (obstacle !== undefined || findNginx() === undefined) {
  console.error(`nginx is not installed, and ${obstacle ?? 'was not found after installing it'}.`);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} else {
  const reports = mkdtempSync(join(tmpdir(), 'dateline-server-'));
  const file = join(reports, 'report.json');
  const args = ['run', '--project', 'server', '--reporter=dot', '--reporter=json'];
  const { status } = spawnSync(
    join(root, 'node_modules', '.bin', 'vitest'),
    [...args, `--outputFile.json=${file}`],
    { cwd: root, stdio: 'inherit' },
  );
  const { passed, failed } = readCounts(file);
  rmSync(reports, { recursive: true });
  const isBad = status !== 0 || passed === 0;
  process.exitCode = isBad ? 1 : 0;
  console.log(`\n${passed} passed, ${isBad ? Math.max(failed, 1) : failed} failed`);
}

function readCounts(file: string): { passed: number; failed: number } {
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(
      readFileSync(file, 'utf8'),
    ) as { numPassedTests: number; numFailedTests: number };
    return { passed, failed };
  } catch {
    return { passed: 0, failed: 0 };
  }
}
