import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCheck } from '../../../src/cli/runCheck.ts';
import type { CheckWorld } from '../../../src/cli/checkWorld.ts';
import { createDigest } from '../createArchive.ts';
import { createOutside, type TestOutside } from './createOutside.ts';

const root = join(import.meta.dirname, '../../..');
const escape = '\u001B';

const withUrl = createDigest([]).replace('added:', 'url: https://post.example/1\nadded:');
const wrong = { 'content/articles/post.md': createDigest(['id: storm\ndate: Friday']) };
const unarchived = { 'content/articles/post.md': withUrl };

interface World extends CheckWorld, Pick<TestOutside, 'files' | 'said' | 'complained'> {
  readonly requests: string[];
}

/** Returns effects in memory, with files by path: every address answers 404, and the clock stands still. */
function createWorld(
  files: Readonly<Record<string, string>> = {},
  more: Partial<CheckWorld> = {},
): World {
  const outside = createOutside({ files });
  const requests: string[] = [];
  return Object.assign(outside, {
    isTerminal: false,
    kept: { state: null, root },
    requests,
    now: () => new Date('2024-07-02T12:00:00Z'),
    fetch: (address: string, { method }: { method: string }) => {
      requests.push(`${method} ${address}`);
      return Promise.resolve({ status: 404, body: null });
    },
    readText: (file: string) => outside.files.get(file) ?? null,
    writeText: (file: string, text: string) => {
      outside.files.set(file, text);
    },
    watch: () => Promise.reject(new Error('nobody watches')),
    ...more,
  });
}

describe('npm run check', () => {
  test('finds nothing wrong with the golden base', async () => {
    const world = createWorld();
    expect(await runCheck([], world)).toBe(0);
    expect(world.said).toBe('No problems in 7 files.\n');
    expect(world.complained).toBe('');
  });

  test('shows an error with the words at fault, and ends with 1', async () => {
    const world = createWorld(wrong);
    expect(await runCheck([], world)).toBe(1);
    expect(world.said).toMatch(
      /^content\/articles\/post\.md:12:7 {2}event-date {2}Unexpected date "Friday"/,
    );
    expect(world.said).toContain(
      '\n    date: Friday\n          ^^^^^^\n    content/README.md#event-date\n',
    );
    expect(world.said).toMatch(/\n1 error in 1 file\.\n$/);
  });

  test('passes with a warning, unless strict', async () => {
    expect(await runCheck([], createWorld(unarchived))).toBe(0);
    expect(await runCheck(['--strict'], createWorld(unarchived))).toBe(1);
  });

  test('passes with a notice, even if strict', async () => {
    const world = createWorld({ 'content/actors/bo.md': '---\nname: Bo\nkind: person\n---\n' });
    expect(await runCheck(['--strict'], world)).toBe(0);
    expect(world.said).toContain('actor-unmentioned (notice)');
  });

  test('has colours only at a terminal, and not if NO_COLOR is set', async () => {
    const [terminal, plain, pipe] = [
      createWorld(wrong, { isTerminal: true }),
      createWorld(wrong, { isTerminal: true, env: { NO_COLOR: '1' } }),
      createWorld(wrong),
    ];
    for (const world of [terminal, plain, pipe]) await runCheck([], world);
    expect(terminal.said).toContain(`${escape}[31mevent-date${escape}[39m`);
    expect(plain.said).not.toContain(escape);
    expect(pipe.said).toBe(plain.said);
  });

  test('prints JSON and nothing else, with the same exit code', async () => {
    const world = createWorld(wrong);
    expect(await runCheck(['--format', 'json'], world)).toBe(1);
    expect(JSON.parse(world.said)).toMatchObject({
      problems: [{ file: 'content/articles/post.md', line: 12, column: 7, kind: 'event-date' }],
      files: 8,
    });
  });

  test('prints workflow commands for GitHub', async () => {
    const world = createWorld(wrong);
    expect(await runCheck(['--format=github'], world)).toBe(1);
    expect(world.said).toMatch(
      /^::error file=content\/articles\/post\.md,line=12,col=7,title=event-date::/,
    );
  });

  test.each([
    [['--foo'], "Unknown option '--foo'"],
    [['articles'], 'articles'],
    [['--format', 'xml'], 'Unexpected "xml" for --format, expected one of human, json, github.'],
    [['--watch', '--format', 'json'], 'Unexpected --watch with --format json'],
    [['--format'], '--format'],
  ])('of %j says what it takes, checks nothing and ends with 2', async (args, words) => {
    const world = createWorld(wrong);
    expect(await runCheck(args, world)).toBe(2);
    expect(world.said).toBe('');
    expect(world.complained).toContain(words);
    expect(world.complained).toContain('Usage: npm run check');
  });

  test('shows its usage with --help', async () => {
    const world = createWorld(wrong);
    expect(await runCheck(['--help'], world)).toBe(0);
    expect(world.said).toMatch(/^Usage: npm run check/);
  });
});

describe('npm run check -- --links', () => {
  test('makes no requests by default', async () => {
    const world = createWorld(unarchived);
    await runCheck(['--strict'], world);
    expect(world.requests).toEqual([]);
  });

  test('warns of a dead address at its location, and caches the answer', async () => {
    const world = createWorld(unarchived);
    expect(await runCheck(['--links'], world)).toBe(0);
    expect(world.said).toContain('content/articles/post.md:5:6  link-dead (warning)');
    expect(world.requests).toEqual(['HEAD https://post.example/1', 'GET https://post.example/1']);
    expect(JSON.parse(world.files.get('.dateline/links.json')!)).toEqual({
      'https://post.example/1': { status: 404, asked: '2024-07-02T12:00:00.000Z' },
    });
    expect(await runCheck(['--links', '--strict'], world)).toBe(1);
    expect(world.requests).toHaveLength(2);
  });

  test('keeps standard output to the report', async () => {
    const world = createWorld(unarchived);
    await runCheck(['--links', '--format', 'json'], world);
    expect(JSON.parse(world.said)).toMatchObject({
      problems: [{ kind: 'link-dead' }, { kind: 'source-unarchived' }],
    });
    expect(world.complained).toContain('Checking outside addresses (1;');
  });
});

describe('npm run check -- --watch', () => {
  test('prints a timed report at once and after each change, until it is stopped', async () => {
    let [change, end] = [(): void => undefined, (): void => undefined];
    const watch: CheckWorld['watch'] = (_, onChange) =>
      new Promise((resolve) => {
        [change, end] = [onChange, resolve];
      });
    const world = createWorld(wrong, { watch });
    const ended = runCheck(['--watch'], world);
    await expect.poll(() => world.said).toContain('1 error in 1 file.');
    expect(world.said).toMatch(
      /^\n— \d\d:00:00, checked again whenever content\/ changes; Ctrl-C ends —\n\n/,
    );
    world.files.delete('content/articles/post.md');
    change();
    change();
    await expect.poll(() => world.said).toContain('No problems in 7 files.');
    end();
    expect(await ended).toBe(0);
    expect(world.said.match(/checked again/g)).toHaveLength(2);
  });

  test('reports if there is no folder to watch', async () => {
    const world = createWorld();
    expect(await runCheck(['--watch'], world)).toBe(2);
    expect(world.complained).toContain('content/ cannot be watched (nobody watches).');
  });

  test(
    'sees a file change on a real disk, and ends with 0 at Ctrl-C',
    { timeout: 30_000 },
    async () => {
      const content = mkdtempSync(join(tmpdir(), 'dateline-check-'));
      onTestFinished(() => {
        rmSync(content, { recursive: true, force: true });
      });
      cpSync(join(root, 'tests/golden/base'), content, { recursive: true });
      const child = spawn(process.execPath, [join(root, 'src/cli/check.ts'), '--watch'], {
        env: { PATH: process.env.PATH, CONTENT: content },
      });
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
      const exit = once(child, 'exit');
      await expect.poll(() => said, { timeout: 12_000 }).toContain('No problems in 7 files.');
      writeFileSync(join(content, 'places/port.md'), '---\nnaem: Porto\n---\n');
      await expect.poll(() => said, { timeout: 12_000 }).toContain('field-unknown');
      child.kill('SIGINT');
      expect(await exit).toEqual([0, null]);
    },
  );
});
