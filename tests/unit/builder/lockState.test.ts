import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lockState, takeLock } from '../../../src/builder/lockState.ts';

let state: string;

beforeEach(() => {
  state = join(mkdtempSync(join(tmpdir(), 'dateline-lock-')), '.dateline');
});

afterEach(() => {
  rmSync(join(state, '..'), { recursive: true });
});

const source = JSON.stringify(join(import.meta.dirname, '../../../src/builder/lockState.ts'));

describe('lockState(state)', () => {
  test('refuses a second build only while the first is running', () => {
    const unlock = lockState(state);
    expect(() => lockState(state)).toThrow('Another build is at work');
    unlock();
    lockState(state)();
  });

  test.skipIf(process.platform !== 'linux')('throws at once if the folder can’t be created', () => {
    expect(() => lockState('/proc/nowhere/state')).toThrow('ENOENT');
  });

  test.each(['999999999', String(process.pid), '', 'nonsense'])(
    'ignores a lock with %j that an earlier version left behind',
    (left) => {
      mkdirSync(state);
      writeFileSync(join(state, 'lock'), left);
      lockState(state)();
    },
  );

  test('is released when its process is killed, whatever the next process’s id', () => {
    const script = `const { lockState } = await import(${source}); lockState(${JSON.stringify(state)}); process.kill(process.pid, 'SIGKILL');`;
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script]);
    expect(signal).toBe('SIGKILL');
    lockState(state)();
  });

  test('is never held twice, however many processes try after one is killed', async () => {
    mkdirSync(state);
    const log = join(state, 'log');
    // Each logs when it takes and releases the lock: if two held it at once, their lines would be interleaved.
    const script = `
      import { appendFileSync } from 'node:fs';
      const { lockState } = await import(${source});
      for (let left = 40; left > 0; ) {
        let unlock;
        try { unlock = lockState(${JSON.stringify(state)}); } catch { continue; }
        appendFileSync(${JSON.stringify(log)}, 'held ' + process.pid + '\\n');
        appendFileSync(${JSON.stringify(log)}, 'free ' + process.pid + '\\n');
        left -= 1;
        if (left === 20 && process.argv[1] === 'killed') process.kill(process.pid, 'SIGKILL');
        unlock();
      }`;
    await Promise.all(
      ['killed', 'whole', 'whole'].map(
        (kind) =>
          new Promise((resolve) => {
            spawn(process.execPath, ['--input-type=module', '-e', script, kind]).on(
              'exit',
              resolve,
            );
          }),
      ),
    );
    const lines = readFileSync(log, 'utf8').trim().split('\n');
    expect(lines).toHaveLength(200);
    for (let index = 0; index < lines.length; index += 2)
      expect(lines[index + 1]).toBe(lines[index]?.replace('held', 'free'));
  }, 60_000);
});

describe('takeLock(file, kind)', () => {
  test('lets several processes share a lock, but none hold it exclusively meanwhile', () => {
    const file = `${state}.sqlite`;
    const [one, other] = [takeLock(file, 'shared'), takeLock(file, 'shared')];
    expect(takeLock(file, 'alone')).toBeUndefined();
    one?.();
    expect(takeLock(file, 'alone')).toBeUndefined();
    other?.();
    const alone = takeLock(file, 'alone');
    expect(alone).toBeDefined();
    alone?.();
  });

  test('reports that a file isn’t a lock', () => {
    const file = `${state}.sqlite`;
    writeFileSync(file, 'no database at all, but long enough to be read as one'.repeat(20));
    expect(() => takeLock(file, 'alone')).toThrow(/cannot be locked \(.*\)/);
  });
});
