import { describe, expect, test } from 'vitest';
import { openCrew, shareOut, type Doer, type OpenTask } from '../../../src/build/hands.ts';

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
  test('has each job done once, alone and with helpers', async () => {
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

  test('waits for no helper that is not ready, and asks none that cannot help', async () => {
    const never = { isReady: new Promise<boolean>(() => undefined), make: exhaust };
    const unable = { isReady: Promise.resolve(false), make: exhaust };
    expect(await share(never, unable)).toEqual(all);
  });

  test('does itself what a helper had no memory for', async () => {
    expect(await share({ isReady: ready, make: exhaust })).toEqual(all);
    expect(await share({ isReady: exhaust(), make: exhaust })).toEqual(all);
  });

  test('fails with what a helper fails with otherwise', async () => {
    const make = () => Promise.reject(new Error('The page throws.'));
    await expect(share({ isReady: ready, make })).rejects.toThrow('The page throws.');
    await expect(share({ isReady: make(), make })).rejects.toThrow('The page throws.');
  });
});

describe('openCrew(task)', () => {
  const settings = {} as OpenTask['settings'];
  const task = { settings, codeKey: '', compiled: '', files: [] };
  const hands = { helpers: () => [{ ask: exhaust }], close: () => Promise.resolve() };

  test('asks nobody for a few, and nobody who is to work alone', () => {
    expect(openCrew(task, hands, false)(399)).toEqual([]);
    expect(openCrew(task, hands, true)(400)).toEqual([]);
    expect(openCrew(task, hands, false)(400)).toHaveLength(1);
  });

  test('asks helpers before they are needed, and fails for none that could not help', async () => {
    const [helper] = openCrew(task, hands, false)(1000);
    // Had nobody listened, the process would end here.
    await new Promise(setImmediate);
    await expect(helper?.isReady).rejects.toThrow('full');
  });
});
