import { describe, expect, test } from 'vitest';
import { shareOut, type Doer } from '../../../src/build/shareOut.ts';

const jobs = Array.from({ length: 100 }, (_, index) => index);
const double = (batch: readonly number[]) => Promise.resolve(batch.map((one) => one * 2));
const ready = Promise.resolve(true);

async function share(...helpers: readonly Doer<number, number>[]): Promise<number[]> {
  const made: number[] = [];
  await shareOut(jobs, 7, double, helpers, (some) => made.push(...some));
  return made.sort((a, b) => a - b);
}

const all = jobs.map((one) => one * 2);

/** Fails as a thread does whose memory is exhausted. */
function exhaust(): Promise<never> {
  return Promise.reject(Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
}

describe('shareOut(jobs)', () => {
  test('runs each job once, alone and with workers', async () => {
    expect(await share()).toEqual(all);
    let helped = 0;
    const helper = {
      isReady: ready,
      make: (batch: readonly number[]) => {
        helped += batch.length;
        return double(batch);
      },
    };
    expect(await share(helper, helper)).toEqual(all);
    expect(helped).toBeGreaterThan(0);
  });

  test('never waits for a worker that isn’t ready, and uses none that can’t help', async () => {
    const never = { isReady: new Promise<boolean>(() => undefined), make: exhaust };
    const unable = { isReady: Promise.resolve(false), make: exhaust };
    expect(await share(never, unable)).toEqual(all);
  });

  test('runs a job itself if a worker ran out of memory', async () => {
    expect(await share({ isReady: ready, make: exhaust })).toEqual(all);
    expect(await share({ isReady: exhaust(), make: exhaust })).toEqual(all);
  });

  test('fails with any other error of a worker', async () => {
    const make = () => Promise.reject(new Error('The page throws.'));
    await expect(share({ isReady: ready, make })).rejects.toThrow('The page throws.');
    await expect(share({ isReady: make(), make })).rejects.toThrow('The page throws.');
  });

  test('starts no further jobs after a failure', async () => {
    let isLate = false;
    const taken: boolean[] = [];
    const failing = { isReady: ready, make: () => Promise.reject(new Error('The disk is full.')) };
    const slow = async (batch: readonly number[]) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return double(batch);
    };
    const shared = shareOut(jobs, 7, slow, [failing], () => taken.push(isLate));
    await expect(shared).rejects.toThrow('The disk is full.');
    isLate = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(taken).not.toContain(true);
  });

  test('fails if a batch is incomplete', async () => {
    const make = (batch: readonly number[]) => double(batch.slice(1));
    await expect(share({ isReady: ready, make })).rejects.toThrow('Not all');
  });
});
