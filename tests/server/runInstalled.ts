import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installPackages } from './installPackages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Runs a Vitest project that needs other programs, after installing those that are missing from packages of Debian;
 * ends with a line that counts the checks.
 */
export function runInstalled(
  project: string,
  isThere: () => boolean,
  packages: readonly string[],
): void {
  const obstacle = isThere() ? undefined : installPackages(packages);
  if (obstacle !== undefined || !isThere()) {
    const why = obstacle ?? 'they were not found after installing them';
    console.error(`Not all of ${packages.join(', ')} are installed, and ${why}.`);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
    return;
  }
  const reports = mkdtempSync(join(tmpdir(), `dateline-${project}-`));
  const file = join(reports, 'report.json');
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json'];
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
