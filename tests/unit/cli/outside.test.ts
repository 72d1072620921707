import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFile, printToday } from '../../../src/cli/outside.ts';

test('createFile(file, text) makes the folders of a new file, and leaves one that is there alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  try {
    const file = join(folder, 'articles', 'quay.md');
    expect(createFile(file, 'one')).toBe(true);
    expect(createFile(file, 'two')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('one');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('printToday(now) gives the day of the machine’s own calendar', () => {
  expect(printToday(new Date(2024, 4, 1, 0, 5))).toBe('2024-05-01');
  expect(printToday(new Date(2024, 11, 31, 23, 55))).toBe('2024-12-31');
});
