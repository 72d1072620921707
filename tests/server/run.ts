// Serves a built site by Debian's nginx and Caddy and asks them everything; installs what is not there, and ends with a
// line that counts the checks. `npm test` does not need it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServer, servers } from './startServer.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Installs the servers, nginx with the module that serves Brotli; returns what stood in the way, undefined where nothing did. */
function installServers(): string | undefined {
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  if (run('apt-get', '--version').status !== 0)
    return 'there is no apt-get here to install them with';
  const isRoot = process.getuid?.() === 0;
  const asRoot = (...args: string[]) =>
    isRoot ? run('apt-get', ...args) : run('sudo', '-n', 'apt-get', ...args);
  const packages = ['nginx-light', 'libnginx-mod-http-brotli-static', 'caddy'];
  const install = () => asRoot('install', '-y', '--no-install-recommends', ...packages);
  // The lists may be missing, or older than the packages.
  if (install().status === 0) return undefined;
  if (asRoot('update').status === 0 && install().status === 0) return undefined;
  return isRoot
    ? 'apt-get could not install them'
    : 'apt-get could not install them (it needs root)';
}

const isThere = () => servers.every((name) => findServer(name) !== undefined);
const obstacle = isThere() ? undefined : installServers();
if (obstacle !== undefined || !isThere()) {
  console.error(
    `${servers.join(' and ')} are not both installed, and ${obstacle ?? 'were not found after installing them'}.`,
  );
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
