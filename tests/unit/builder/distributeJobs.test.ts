import { describe, expect, test } from 'vitest';
import { distributeJobs, type JobRunner } from '../../../src/builder/distributeJobs.ts';

const jobs = Array.from({ length: 100 }, (_, index) => index);
const double = (batch: readonly number[]) => Promise.resolve(batch.map((one) => one * 2));
const ready = Promise.resolve(true);

async function distribute(...workers: readonly JobRunner<number, number>[]): Promise<number[]> {
  const made: number[] = [];
  await distributeJobs(jobs, 7, double, workers, (some) => made.push(...some));
  return made.sort((a, b) => a - b);
}

const all = jobs.map((one) => one * 2);

/** Fails like a worker that has run out of memory. */
function exhaust(): Promise<never> {
  return Promise.reject(Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
}

describe('distributeJobs(jobs)', () => {
  test('runs each job once, alone and with workers', async () => {
    expect(await distribute()).toEqual(all);
    let byWorkers = 0;
    const worker = {
      isReady: ready,
      run: (batch: readonly number[]) => {
        byWorkers += batch.length;
        return double(batch);
      },
    };
    expect(await distribute(worker, worker)).toEqual(all);
    expect(byWorkers).toBeGreaterThan(0);
  });

  test('never waits for a worker that isn’t ready, and uses none that can’t start', async () => {
    const never = { isReady: new Promise<boolean>(() => undefined), run: exhaust };
    const unable = { isReady: Promise.resolve(false), run: exhaust };
    expect(await distribute(never, unable)).toEqual(all);
  });

  test('runs a job itself if a worker ran out of memory', async () => {
    expect(await distribute({ isReady: ready, run: exhaust })).toEqual(all);
    expect(await distribute({ isReady: exhaust(), run: exhaust })).toEqual(all);
  });

  test('fails with any other error of a worker', async () => {
    const fail = () => Promise.reject(new Error('The page throws.'));
    await expect(distribute({ isReady: ready, run: fail })).rejects.toThrow('The page throws.');
    await expect(distribute({ isReady: fail(), run: fail })).rejects.toThrow('The page throws.');
  });

  test('starts no further jobs after a failure', async () => {
    let isLate = false;
    const received: boolean[] = [];
    const failing = { isReady: ready, run: () => Promise.reject(new Error('The disk is full.')) };
    const slow = async (batch: readonly number[]) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return double(batch);
    };
    const job = distributeJobs(jobs, 7, slow, [failing], () => received.push(isLate));
    await expect(job).rejects.toThrow('The disk is full.');
    isLate = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(received).not.toContain(true);
  });

  test('fails if a batch is incomplete', async () => {
    const run = (batch: readonly number[]) => double(batch.slice(1));
    await expect(distribute({ isReady: ready, run })).rejects.toThrow(
      'A worker returned 6 results for 7 jobs.',
    );
  });
});
