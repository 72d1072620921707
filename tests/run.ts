// Runs every check of the project, and ends with a line that counts them all. What only reads the code runs
// beside the tests.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Count {
  passed: number;
  failed: number;
}

/** A check that prints nothing before it has ended, so that two may run at once. */
type Check = () => Promise<Count>;

const root = fileURLToPath(new URL('../', import.meta.url));
const reports = mkdtempSync(join(tmpdir(), 'dateline-tests-'));
// The tests set it themselves.
delete process.env.NODE_ENV;

/** Runs a tool of the project's packages; returns its status, and prints what it said once it has ended. */
async function run(
  title: string,
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number | null> {
  const began = performance.now();
  const child = spawn(join(root, 'node_modules', '.bin', name), args, {
    cwd: root,
    env: { ...process.env, FORCE_COLOR: process.stdout.isTTY ? '1' : '0', ...env },
  });
  const said: Buffer[] = [];
  child.stdout.on('data', (data: Buffer) => said.push(data));
  child.stderr.on('data', (data: Buffer) => said.push(data));
  const { promise, resolve } = Promise.withResolvers<number | null>();
  child.on('error', (error) => {
    said.push(Buffer.from(`${error.message}\n`));
    resolve(null);
  });
  child.on('close', resolve);
  const status = await promise;
  const seconds = Math.round((performance.now() - began) / 1000);
  console.log(`\n— ${title}: ${seconds} s\n${Buffer.concat(said).toString().trimEnd()}`);
  return status;
}

/** Returns the check of a tool that says only whether all is well; it counts as one. */
function useTool(title: string, name: string, ...args: string[]): Check {
  return async () => {
    const status = await run(title, name, args, { ASTRO_TELEMETRY_DISABLED: '1' });
    return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  };
}

/** Returns the check of Vitest projects; each test counts, and so does a run that ended badly or ran nothing. */
function useTests(
  title: string,
  projects: readonly string[],
  more: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Check {
  return async () => {
    const file = join(reports, `${projects[0] ?? 'all'}.json`);
    const args = [
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...more,
    ];
    const status = await run(title, 'vitest', args, env);
    const { numPassedTests: passed, numFailedTests: failed } = readCounts(file);
    const endedBadly = status !== 0 || passed === 0;
    return { passed, failed: endedBadly ? Math.max(failed, 1) : failed };
  };
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

/** Returns what Git calls changed or new; nothing where the project is no clone. */
function readWorkTree(): string {
  return spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' }).stdout;
}

/** Runs checks one after the other. */
async function inTurn(checks: readonly Check[]): Promise<Count[]> {
  const counts: Count[] = [];
  for (const check of checks) counts.push(await check());
  return counts;
}

const before = readWorkTree();
const counts = await Promise.all([
  inTurn([
    useTool('types and lint of TypeScript', 'oxlint'),
    useTool(
      'types of .astro',
      'astro',
      'check',
      '--minimumFailingSeverity',
      'warning',
      '--tsconfig',
      'tsconfig.astro.json',
    ),
    useTool('walls, and lint of .astro and .mjs', 'eslint', '--max-warnings', '0', '.'),
    useTool('unused files, exports and packages', 'knip', '--no-progress'),
    useTool(
      'what only tests use',
      'knip',
      '--no-progress',
      '--production',
      '--strict',
      '--include',
      'files,dependencies,unlisted',
    ),
    useTool('format', 'oxfmt', '--check'),
    useTool('format of .astro', 'prettier', '--check', '--log-level', 'warn', 'src/**/*.astro'),
  ]),
  inTurn([
    useTests(
      'model, parse, views and golden cases, with coverage',
      ['unit-covered'],
      ['--coverage'],
    ),
    useTests(
      'other units, and dates in two more time zones',
      ['unit-others', 'unit-baghdad', 'unit-los-angeles'],
      [],
      // Fewer random cases than in the first zone, and weekly.
      { RUNS: '100' },
    ),
    useTests(
      'rooms, packages, components, sites, random edits and browser',
      ['sites', 'rooms', 'packages', 'components', 'fuzz', 'browser'],
      [],
      // A few of what `npm run fuzz` does, the same ones each time.
      { RUNS: '1', SEED: '10' },
    ),
  ]),
]);
rmSync(reports, { recursive: true });
const after = readWorkTree();
if (after !== before) console.log(`\n— The tests left files behind:\n${after}`);
const all = [
  ...counts.flat(),
  after === before ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
];
const passed = all.reduce((sum, count) => sum + count.passed, 0);
const failed = all.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);
