import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readChecksummed, writeChecksummed } from '../../../src/builder/checksummedCache.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-checksummed-'));
const file = join(folder, 'kept.json');
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('restores any JSON value, from a file that is JSON', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const value: unknown = JSON.parse(text);
      writeChecksummed(file, value);
      expect(readChecksummed(file)).toEqual(value);
      expect(() => JSON.parse(readFileSync(file, 'utf8')) as unknown).not.toThrow();
    }),
  );
});

test('returns undefined for a foreign file, or if any byte is changed, missing or added', () => {
  writeChecksummed(file, { code: 'x', files: { 'a.md': ['ä'] } });
  const bytes = readFileSync(file);
  for (let at = 0; at < bytes.length; at += 1) {
    writeFileSync(file, bytes.subarray(0, at));
    expect(readChecksummed(file)).toBeUndefined();
    writeFileSync(file, Buffer.from(bytes).fill(bytes[at]! ^ 1, at, at + 1));
    expect(readChecksummed(file)).toBeUndefined();
  }
  writeFileSync(file, Buffer.concat([bytes, Buffer.from(' ')]));
  expect(readChecksummed(file)).toBeUndefined();
  writeFileSync(file, bytes);
  copyFileSync(file, join(folder, 'other.json'));
  expect(readChecksummed(join(folder, 'other.json'))).toBeUndefined();
  expect(readChecksummed(join(folder, 'none.json'))).toBeUndefined();
  expect(readChecksummed(file)).toEqual({ code: 'x', files: { 'a.md': ['ä'] } });
});
