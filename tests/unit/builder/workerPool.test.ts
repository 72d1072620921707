import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  countWorkers,
  createSiteWorkers,
  createWorkerPool,
  type LoadTask,
} from '../../../src/builder/workerPool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** Writes a module for a worker and returns its path. */
function write(code: string): string {
  const module = join(folder, 'thread.mjs');
  writeFileSync(module, `import { parentPort } from 'node:worker_threads';\n${code}`);
  return module;
}

/** Runs an empty parse task on a single worker. */
async function runTask(module: string): Promise<unknown> {
  const pool = createWorkerPool(2, Infinity, module, 0);
  try {
    return await pool.getWorkers()[0]?.run('parse', []);
  } finally {
    await pool.close();
  }
}

describe('createWorkerPool(threads)', () => {
  test('returns a worker’s result', async () => {
    const module = write(
      `parentPort.on('message', ({ number, name }) => parentPort.postMessage({ number, result: [name] }));`,
    );
    expect(await runTask(module)).toEqual(['parse']);
  });

  test('fails with a worker’s error, including its code', async () => {
    const module = write(
      `const error = { name: 'Error', message: 'full', stack: 'there', code: 'ENOSPC' };
      parentPort.on('message', ({ number }) => parentPort.postMessage({ number, error }));`,
    );
    await expect(runTask(module)).rejects.toMatchObject({ message: 'full', code: 'ENOSPC' });
  });

  test('fails if a worker ends, throws or can’t be loaded', async () => {
    await expect(runTask(write(`parentPort.on('message', () => process.exit());`))).rejects.toThrow(
      'ended before its work did',
    );
    await expect(
      runTask(write(`parentPort.on('message', () => { throw new Error('outside'); });`)),
    ).rejects.toThrow('outside');
    await expect(runTask(join(folder, 'none.mjs'))).rejects.toThrow('none.mjs');
  });
});

describe('countWorkers(threads)', () => {
  const gigabytes = (count: number) => count * 2 ** 30;

  test('returns as many as requested, within the memory', () => {
    expect(countWorkers(1, Infinity, 500)).toBe(0);
    expect(countWorkers(4, Infinity, 500)).toBe(3);
    expect(countWorkers(4, gigabytes(16), 692)).toBe(3);
    // A hundred thousand articles on a machine of 16 GB.
    expect(countWorkers(4, gigabytes(16), 5192)).toBe(1);
    expect(countWorkers(4, gigabytes(1), 442)).toBe(0);
  });
});

/** Fails like a worker that has run out of memory. */
function exhaust(): Promise<never> {
  return Promise.reject(Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
}

describe('createSiteWorkers(task)', () => {
  const settings = {} as LoadTask['settings'];
  const task = { settings, codeKey: '', compiled: '', files: [] };
  const pool = {
    minTasks: 400,
    getWorkers: () => [{ run: exhaust }],
    close: () => Promise.resolve(),
  };

  test('returns no workers for a small job, or if the build works alone', () => {
    expect(createSiteWorkers(task, pool, false)(399)).toEqual([]);
    expect(createSiteWorkers(task, pool, true)(400)).toEqual([]);
    expect(createSiteWorkers(task, pool, false)(400)).toHaveLength(1);
  });

  test('starts workers before they are needed, and survives one that can’t start', async () => {
    const [worker] = createSiteWorkers(task, pool, false)(1000);
    // Without a listener for the rejection, the process would end here.
    await new Promise(setImmediate);
    await expect(worker?.isReady).rejects.toThrow('full');
  });
});
