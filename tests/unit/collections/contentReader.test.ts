import { mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createContentReader } from '../../../src/collections/contentReader.ts';

/** Returns a folder with two files, and a function that reads it again. */
function createFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-reader-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    vi.useRealTimers();
  });
  writeFileSync(join(folder, 'one.md'), 'one');
  writeFileSync(join(folder, 'two.md'), 'two');
  const read = createContentReader(folder);
  const say = () => read().map(({ path, bytes }) => `${path}: ${Buffer.from(bytes).toString()}`);
  return { folder, read, say };
}

test('an unchanged file is the same object', () => {
  const { folder, read } = createFolder();
  const [one, two] = read();
  writeFileSync(join(folder, 'two.md'), 'TWO');
  writeFileSync(join(folder, 'one.md'), 'one');
  const again = read();
  expect(again[0]).toBe(one);
  expect(again[1]).not.toBe(two);
});

test('notices files that are added, removed or replaced by a link', () => {
  const { folder, say, read } = createFolder();
  say();
  writeFileSync(join(folder, 'three.md'), 'three');
  rmSync(join(folder, 'two.md'));
  expect(say()).toEqual(['one.md: one', 'three.md: three']);
  rmSync(join(folder, 'one.md'));
  symlinkSync(join(folder, 'three.md'), join(folder, 'one.md'));
  expect(read()[0]?.unreadable).toBe('symbolic link');
});

test('notices a change that keeps size and time, at once and later', () => {
  const { folder, say } = createFolder();
  const file = join(folder, 'one.md');
  const { atime, mtime } = statSync(file);
  const change = (text: string) => {
    writeFileSync(file, text);
    utimesSync(file, atime, mtime);
  };
  change('one');
  say();
  change('eno');
  expect(say()).toContain('one.md: eno');
  // Unchanged for a minute, after which it isn't read again.
  vi.useFakeTimers({ now: Date.now() + 60_000, toFake: ['Date'] });
  expect(say()).toContain('one.md: eno');
  change('neo');
  expect(say()).toContain('one.md: neo');
});
