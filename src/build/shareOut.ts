import { setImmediate } from 'node:timers/promises';

/** Who does jobs of a kind: from when on, if at all, and how. */
export interface Doer<Job, Made> {
  readonly isReady: Promise<boolean>;
  readonly make: (batch: readonly Job[]) => Promise<readonly Made[]>;
}

/**
 * Takes jobs, how many are done at a time, how the thread that asks does them and who helps it; `take` is given
 * what they made, in any order. Each takes the next when it is free; nobody waits for a helper that is not ready
 * before all is done. Throws what the first to fail throws, and takes nothing after that.
 */
export function shareOut<Job, Made>(
  jobs: readonly Job[],
  size: number,
  make: (batch: readonly Job[]) => Promise<readonly Made[]>,
  helpers: readonly Doer<Job, Made>[],
  take: (made: readonly Made[]) => void,
): Promise<void> {
  const done = Promise.withResolvers<undefined>();
  let next = 0;
  let taken = 0;
  let hasFailed = false;
  const isOver = () => hasFailed;
  const fail = (error: unknown) => {
    hasFailed = true;
    done.reject(error);
  };
  const makeHere = async (batch: readonly Job[]) => {
    // What helpers have made is taken in between.
    if (helpers.length > 0) await setImmediate();
    return make(batch);
  };
  const work = async (doer: Doer<Job, Made>) => {
    let isAble = await doer.isReady.catch(forgiveExhausted(() => false));
    while (isAble && !isOver() && next < jobs.length) {
      const batch = jobs.slice(next, next + size);
      next += batch.length;
      const made = await doer.make(batch).catch(
        forgiveExhausted(() => {
          isAble = false;
          return makeHere(batch);
        }),
      );
      // Who failed meanwhile may have let go of what is written to.
      if (isOver()) return;
      if (made.length !== batch.length) throw new Error('Not all that was to be made was made.');
      take(made);
      taken += batch.length;
    }
    if (taken === jobs.length) done.resolve(undefined);
  };
  // Asked twice, a helper has its next jobs at hand when it has done the last.
  for (const doer of [{ isReady: Promise.resolve(true), make: makeHere }, ...helpers, ...helpers])
    work(doer).catch(fail);
  return done.promise;
}

/** A thread whose memory is exhausted is done with; what it was to do is done without it. */
function forgiveExhausted<Value>(instead: () => Value): (error: unknown) => Value {
  return (error) => {
    if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return instead();
  };
}
