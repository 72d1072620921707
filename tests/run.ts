// Runs every check of the project, one after the other, and ends with a line that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Count {
  passed: number;
  failed: number;
}

const root = fileURLToPath(new URL('../', import.meta.url));
const bin = (name: string) => join(root, 'node_modules', '.bin', name);
const reports = mkdtempSync(join(tmpdir(), 'dateline-tests-'));

/** Runs a tool that says only whether all is well; it counts as one check. */
function runTool(title: string, name: string, ...args: string[]): Count {
  console.log(`\n— ${title}`);
  const { status } = spawnSync(bin(name), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Runs Vitest projects; each test counts, and so does a run that ended badly or ran nothing. */
function runTests(
  title: string,
  projects: readonly string[],
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Count {
  console.log(`\n— ${title}`);
  const file = join(reports, `${projects[0] ?? 'all'}.json`);
  const args = [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...more,
  ];
  const { status } = spawnSync(bin('vitest'), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const { numPassedTests: passed, numFailedTests: failed } = readCounts(file);
  const endedBadly = status !== 0 || passed === 0;
  return { passed, failed: endedBadly ? Math.max(failed, 1) : failed };
}

function readCounts(file: string): { numPassedTests: number; numFailedTests: number } {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as {
      numPassedTests: number;
      numFailedTests: number;
    };
  } catch {
    return { numPassedTests: 0, numFailedTests: 0 };
  }
}

const counts = [
  runTool('types', 'astro', 'check', '--minimumFailingSeverity', 'warning'),
  runTool('lint', 'eslint', '--max-warnings', '0', '.'),
  runTool('unused files, exports and packages', 'knip', '--no-progress'),
  runTool(
    'what only tests use',
    'knip',
    '--no-progress',
    '--production',
    '--strict',
    '--include',
    'files,dependencies,unlisted',
  ),
  runTool('format', 'prettier', '--check', '--log-level', 'warn', '.'),
  runTests(
    'unit and golden, in three time zones',
    ['unit', 'unit-baghdad', 'unit-los-angeles'],
    ['--coverage'],
  ),
  runTests('rooms, packages and components', ['rooms', 'packages', 'components']),
  runTests('sites', ['sites']),
  // A few of what `npm run fuzz` does, the same ones each time.
  runTests('random edits', ['fuzz'], [], { RUNS: '10', SEED: '7' }),
  runTests('browser', ['browser']),
];
rmSync(reports, { recursive: true });
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
