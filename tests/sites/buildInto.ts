import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** How a command of ours ended, and what it printed. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `npm run build` as a user would, but for the clean environment: only what is given here is set. */
export function build(env: Readonly<Record<string, string>>, flags: readonly string[] = []): Ended {
  return runCommand('build', env, flags);
}

/** Runs a command of src/cli/ with an environment of its own. */
export function runCommand(
  command: 'build' | 'check' | 'publish',
  env: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Ended {
  const { PATH = '', HOME = '' } = process.env;
  return spawnSync(process.execPath, [join(root, 'src', 'cli', `${command}.ts`), ...flags], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH, HOME, ...env },
  });
}

/** Returns a new folder that is gone after the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-site-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/** Returns the text of every file below a folder, by path, sorted. */
export function readSite(folder: string): Map<string, string> {
  const files = readdirSync(`${folder}/`, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile(),
  );
  const paths = files.map((entry) => relative(folder, join(entry.parentPath, entry.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
