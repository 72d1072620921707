import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { getParserKey } from '../../../src/archive/parserKey.ts';

const root = join(import.meta.dirname, '../../..');

test('the key of the code doesn’t depend on how the project’s path is written', () => {
  expect(getParserKey(root)).toMatch(/^[0-9a-f]{64}$/);
  expect(getParserKey(`${root}${sep}`)).toBe(getParserKey(root));
});

test('there is no key without the code', () => {
  const empty = mkdtempSync(join(tmpdir(), 'dateline-empty-'));
  onTestFinished(() => {
    rmSync(empty, { recursive: true });
  });
  expect(getParserKey(empty)).toBeUndefined();
});
