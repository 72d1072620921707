import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockState } from '../../../src/build/lockState.ts';

let state: string;

beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), 'dateline-lock-')), '.dateline');
});

afterEach(() => {
  rmSync(join(state, '..'), { recursive: true });
});

describe('lockState(state)', () => {
  test('refuses a second build while the first is at work, and not after it', () => {
    const unlock = lockState(state);
    expect(() => lockState(state)).toThrow(`Another build (process ${process.pid}) is at work`);
    unlock();
    lockState(state)();
    expect(existsSync(join(state, 'lock'))).toBe(false);
  });

  test.each(['999999999', '', 'nonsense'])('takes over a lock left behind by %j', (left) => {
    mkdirSync(state);
    writeFileSync(join(state, 'lock'), left);
    lockState(state)();
    expect(existsSync(join(state, 'lock'))).toBe(false);
  });
});
