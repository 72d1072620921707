import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from './buildInto.ts';

// A fork with content, a look and pages of its own takes a later version in which every file of ours is another.

const folder = mkdtempSync(join(tmpdir(), 'dateline-upgrade-'));
const ours = join(folder, 'ours');
const fork = join(folder, 'fork');
const made = /^(?:node_modules|dist|coverage|\.git|\.astro|\.dateline.*)$/;

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a program in a folder, without the settings of whoever runs the tests. */
function run(cwd: string, program: string, ...args: string[]) {
  const { PATH = '' } = process.env;
  const identity = { GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@quay.example' };
  const committer = { GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@quay.example' };
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME: folder, ...identity, ...committer },
  });
  return { status, said: stdout + stderr };
}

function commit(cwd: string, message: string): void {
  expect(run(cwd, 'git', 'add', '--all').status).toBe(0);
  const { status, said } = run(cwd, 'git', 'commit', '--quiet', '-m', message);
  expect(status, said).toBe(0);
}

function listFiles(of: string): string[] {
  return readdirSync(of, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(of, join(entry.parentPath, entry.name)))
    .filter((path) => !path.split(sep).some((part) => made.test(part)));
}

const node = (...args: string[]) => run(fork, process.execPath, ...args);
const own = new Map<string, string>();

beforeAll(() => {
  cpSync(root, ours, {
    recursive: true,
    // A link of ours leads to its own copy: else what is written through it changes this repository.
    verbatimSymlinks: true,
    filter: (path) =>
      !relative(root, path)
        .split(sep)
        .some((part) => made.test(part)),
  });
  run(ours, 'git', 'init', '--quiet', '--initial-branch', 'main');
  commit(ours, 'A version');
  run(folder, 'git', 'clone', '--quiet', ours, fork);
  symlinkSync(join(root, 'node_modules'), join(fork, 'node_modules'));

  const begun = node('src/cli/init.ts', 'timeline', '--title', 'Strike', '--time-zone', 'UTC');
  expect(begun.status, begun.said).toBe(0);
  mkdirSync(join(fork, 'timeline/pages'));
  writeFileSync(join(fork, '.env'), 'CONTENT=timeline\n');
  writeFileSync(
    join(fork, 'timeline/theme.css'),
    ':root { --accent: light-dark(#0b5394, #8ab4f8) }\n',
  );
  writeFileSync(
    join(fork, 'timeline/logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"></svg>\n',
  );
  writeFileSync(join(fork, 'timeline/pages/method.md'), '---\ntitle: Method\n---\n\nWe read.\n');
  commit(fork, 'A timeline of our own');
  for (const path of ['.env', ...listFiles(join(fork, 'timeline')).map((one) => `timeline/${one}`)])
    own.set(path, readFileSync(join(fork, path), 'utf8'));

  for (const path of listFiles(ours).filter((one) => /\.(?:md|ts|css)$/.test(one)))
    appendFileSync(join(ours, path), path.endsWith('.ts') ? '// Later.\n' : '\n');
  writeFileSync(join(ours, 'src/later.ts'), 'export {};\n');
  commit(ours, 'A later version');
});

test('no file of the copy is one of this repository’s', () => {
  const copied = listFiles(ours);
  expect(copied.length).toBeGreaterThan(500);
  const inside = realpathSync(ours) + sep;
  expect(copied.filter((path) => !realpathSync(join(ours, path)).startsWith(inside))).toEqual([]);
});

describe('a fork with content, a look and pages of its own', () => {
  test('has nothing where any file of ours is', () => {
    expect(own.size).toBeGreaterThan(8);
    expect([...own.keys()].filter((path) => existsSync(join(ours, path)))).toEqual([]);
  });

  test('merges a later version without a conflict, and keeps what is its own', () => {
    const { status, said } = run(fork, 'git', 'pull', '--no-rebase', '--no-edit', 'origin', 'main');
    expect(status, said).toBe(0);
    expect(run(fork, 'git', 'status', '--porcelain', '--untracked-files=no').said).toBe('');
    expect(existsSync(join(fork, 'src/later.ts'))).toBe(true);
    expect(readFileSync(join(fork, 'content/site.md'))).toEqual(
      readFileSync(join(ours, 'content/site.md')),
    );
    for (const [path, text] of own) expect(readFileSync(join(fork, path), 'utf8')).toBe(text);
  });

  test('checks its own content afterwards, as its .env says', () => {
    const { status, said } = node('src/cli/check.ts');
    expect(said).toMatch(/^No problems in 8 files\.$/m);
    expect(status).toBe(0);
  });
});
