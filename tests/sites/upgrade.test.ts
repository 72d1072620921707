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
const font = join(
  root,
  'node_modules/@fontsource/noto-serif-thai/files/noto-serif-thai-latin-600-normal.woff2',
);
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
  for (const name of ['pages', 'icons', 'fonts']) mkdirSync(join(fork, 'timeline', name));
  writeFileSync(join(fork, '.env'), 'CONTENT=timeline\n');
  writeFileSync(
    join(fork, 'timeline/theme.css'),
    '@font-face { font-family: Quay; src: url(fonts/quay.woff2) }\n:root { --accent: light-dark(#0b5394, #8ab4f8); --reading: Quay, serif }\n',
  );
  writeFileSync(
    join(fork, 'timeline/logo.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 3"></svg>\n',
  );
  writeFileSync(join(fork, 'timeline/pages/method.md'), '---\ntitle: Method\n---\n\nWe read.\n');
  cpSync(font, join(fork, 'timeline/fonts/quay.woff2'));
  writeFileSync(join(fork, 'timeline/icons/favicon.ico'), 'an icon');
  commit(fork, 'A timeline of our own');
  for (const path of ['.env', ...listFiles(join(fork, 'timeline')).map((one) => `timeline/${one}`)])
    own.set(path, readFileSync(join(fork, path), 'latin1'));

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
    expect([...own.keys()]).toEqual(
      expect.arrayContaining(
        [
          '.env',
          'theme.css',
          'logo.svg',
          'icons/favicon.ico',
          'fonts/quay.woff2',
          'pages/method.md',
        ].map((path) => (path === '.env' ? path : `timeline/${path}`)),
      ),
    );
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
    for (const [path, text] of own) expect(readFileSync(join(fork, path), 'latin1')).toBe(text);
  });

  test('builds its own look and pages afterwards', () => {
    const { status, said } = node('src/cli/build.ts', '--no-pictures', '--no-index');
    expect(status, said).toBe(0);
    const built = listFiles(join(fork, 'dist/'));
    const fonts = built.filter((path) => /^fonts.quay\.[\da-f]{8}\.woff2$/.test(path));
    expect(fonts).toHaveLength(1);
    expect(readFileSync(join(fork, 'dist', fonts[0] ?? ''))).toEqual(readFileSync(font));
    const home = readFileSync(join(fork, 'dist/index.html'), 'utf8');
    expect(home).toContain('--accent:light-dark(#0b5394,#8ab4f8)');
    expect(home).toContain('src="/logo.svg"');
    expect(readFileSync(join(fork, 'dist/favicon.ico'), 'utf8')).toBe('an icon');
    expect(readFileSync(join(fork, 'dist/method/index.html'), 'utf8')).toContain('We read.');
  }, 120_000);

  test('checks its own content afterwards, as its .env says', () => {
    const { status, said } = node('src/cli/check.ts');
    expect(said).toMatch(/^No problems in 10 files\.$/m);
    expect(status).toBe(0);
  });
});
