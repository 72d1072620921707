import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCheck } from '../../../src/cli/runCheck.ts';
import type { CheckEffects } from '../../../src/cli/checkEffects.ts';
import { createDigest } from '../createViewContext.ts';
import { createEffects, type TestEffects } from './createEffects.ts';

const root = join(import.meta.dirname, '../../..');
const escape = '\u001B';

const withUrl = createDigest([]).replace('added:', 'url: https://post.example/1\nadded:');
const wrong = { 'content/articles/post.md': createDigest(['id: storm\ndate: Friday']) };
const unarchived = { 'content/articles/post.md': withUrl };

interface CheckTestEffects
  extends CheckEffects, Pick<TestEffects, 'files' | 'said' | 'complained'> {
  readonly requests: string[];
}

/** Returns effects in memory, with files by path; every address answers 404, and the clock is stopped. */
function createWorld(
  files: Readonly<Record<string, string>> = {},
  more: Partial<CheckEffects> = {},
): CheckTestEffects {
  const base = createEffects({ files });
  const requests: string[] = [];
  return Object.assign(base, {
    isTerminal: false,
    cache: { state: null, root },
    requests,
    now: () => new Date('2024-07-02T12:00:00Z'),
    fetch: (address: string, { method }: { method: string }) => {
      requests.push(`${method} ${address}`);
      return Promise.resolve({ status: 404, body: null });
    },
    readText: (file: string) => base.files.get(file) ?? null,
    writeText: (file: string, text: string) => {
      base.files.set(file, text);
    },
    watch: () => Promise.reject(new Error('nobody watches')),
    ...more,
  });
}

describe('npm run check', () => {
  test('finds no problems in the golden base', async () => {
    const effects = createWorld();
    expect(await runCheck([], effects)).toBe(0);
    expect(effects.said).toBe('No problems in 7 files.\n');
    expect(effects.complained).toBe('');
  });

  test('shows an error with the faulty words, and exits with 1', async () => {
    const effects = createWorld(wrong);
    expect(await runCheck([], effects)).toBe(1);
    expect(effects.said).toMatch(
      /^content\/articles\/post\.md:12:7 {2}event-date {2}Unexpected date "Friday"/,
    );
    expect(effects.said).toContain(
      '\n    date: Friday\n          ^^^^^^\n    content/README.md#event-date\n',
    );
    expect(effects.said).toMatch(/\n1 error in 1 file\.\n$/);
  });

  test('passes with a warning unless it is strict', async () => {
    expect(await runCheck([], createWorld(unarchived))).toBe(0);
    expect(await runCheck(['--strict'], createWorld(unarchived))).toBe(1);
  });

  test('passes with a notice even if it is strict', async () => {
    const effects = createWorld({ 'content/actors/bo.md': '---\nname: Bo\nkind: person\n---\n' });
    expect(await runCheck(['--strict'], effects)).toBe(0);
    expect(effects.said).toContain('actor-unmentioned (notice)');
  });

  test('uses colours only at a terminal, and not if NO_COLOR is set', async () => {
    const [terminal, plain, pipe] = [
      createWorld(wrong, { isTerminal: true }),
      createWorld(wrong, { isTerminal: true, env: { NO_COLOR: '1' } }),
      createWorld(wrong),
    ];
    for (const effects of [terminal, plain, pipe]) await runCheck([], effects);
    expect(terminal.said).toContain(`${escape}[31mevent-date${escape}[39m`);
    expect(plain.said).not.toContain(escape);
    expect(pipe.said).toBe(plain.said);
  });

  test('prints only JSON, with the same exit code', async () => {
    const effects = createWorld(wrong);
    expect(await runCheck(['--format', 'json'], effects)).toBe(1);
    expect(JSON.parse(effects.said)).toMatchObject({
      problems: [{ file: 'content/articles/post.md', line: 12, column: 7, kind: 'event-date' }],
      files: 8,
    });
  });

  test('prints workflow commands for GitHub', async () => {
    const effects = createWorld(wrong);
    expect(await runCheck(['--format=github'], effects)).toBe(1);
    expect(effects.said).toMatch(
      /^::error file=content\/articles\/post\.md,line=12,col=7,title=event-date::/,
    );
  });

  test.each([
    [['--foo'], "Unknown option '--foo'"],
    [['articles'], 'articles'],
    [['--format', 'xml'], 'Unexpected "xml" for --format, expected one of human, json, github.'],
    [['--watch', '--format', 'json'], 'Unexpected --watch with --format json'],
    [['--format'], '--format'],
  ])('with %j prints the usage, checks nothing and exits with 2', async (args, words) => {
    const effects = createWorld(wrong);
    expect(await runCheck(args, effects)).toBe(2);
    expect(effects.said).toBe('');
    expect(effects.complained).toContain(words);
    expect(effects.complained).toContain('Usage: npm run check');
  });

  test('shows its usage with --help', async () => {
    const effects = createWorld(wrong);
    expect(await runCheck(['--help'], effects)).toBe(0);
    expect(effects.said).toMatch(/^Usage: npm run check/);
  });
});

describe('npm run check -- --links', () => {
  test('makes no requests by default', async () => {
    const effects = createWorld(unarchived);
    await runCheck(['--strict'], effects);
    expect(effects.requests).toEqual([]);
  });

  test('warns of a dead address at its location, and caches the answer', async () => {
    const effects = createWorld(unarchived);
    expect(await runCheck(['--links'], effects)).toBe(0);
    expect(effects.said).toContain('content/articles/post.md:5:6  link-dead (warning)');
    expect(effects.requests).toEqual(['HEAD https://post.example/1', 'GET https://post.example/1']);
    expect(JSON.parse(effects.files.get('.dateline/links.json')!)).toEqual({
      'https://post.example/1': { status: 404, received: '2024-07-02T12:00:00.000Z' },
    });
    expect(await runCheck(['--links', '--strict'], effects)).toBe(1);
    expect(effects.requests).toHaveLength(2);
  });

  test('keeps standard output to the report', async () => {
    const effects = createWorld(unarchived);
    await runCheck(['--links', '--format', 'json'], effects);
    expect(JSON.parse(effects.said)).toMatchObject({
      problems: [{ kind: 'link-dead' }, { kind: 'source-unarchived' }],
    });
    expect(effects.complained).toContain('Checking external links (1;');
  });
});

describe('npm run check -- --watch', () => {
  test('prints a timed report at once and after each change, until it is stopped', async () => {
    let [change, end] = [(): void => undefined, (): void => undefined];
    const watch: CheckEffects['watch'] = (_, onChange) =>
      new Promise((resolve) => {
        [change, end] = [onChange, resolve];
      });
    const effects = createWorld(wrong, { watch });
    const ended = runCheck(['--watch'], effects);
    await expect.poll(() => effects.said).toContain('1 error in 1 file.');
    expect(effects.said).toMatch(
      /^\n— \d\d:00:00, checked again whenever content\/ changes; Ctrl-C ends —\n\n/,
    );
    effects.files.delete('content/articles/post.md');
    change();
    change();
    await expect.poll(() => effects.said).toContain('No problems in 7 files.');
    end();
    expect(await ended).toBe(0);
    expect(effects.said.match(/checked again/g)).toHaveLength(2);
  });

  test('reports if there is no folder to watch', async () => {
    const effects = createWorld();
    expect(await runCheck(['--watch'], effects)).toBe(2);
    expect(effects.complained).toContain('content/ cannot be watched (nobody watches).');
  });

  test(
    'notices a changed file on a real disk, and exits with 0 at Ctrl-C',
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
