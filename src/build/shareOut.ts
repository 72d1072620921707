import { setImmediate } from 'node:timers/promises';

/** A worker for one kind of job: when and whether it is ready, and how it does them. */
export interface Doer<Job, Made> {
  readonly isReady: Promise<boolean>;
  readonly make: (batch: readonly Job[]) => Promise<readonly Made[]>;
}

/**
 * Runs jobs in batches of `size` in this thread and in workers, and passes the results to `take` in any
 * order. Whoever is free gets the next batch; no one waits for a worker that is not ready before all jobs are
 * done. Rejects with the first error, and takes no results after that.
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
    // Lets results from workers arrive between batches.
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
      // After a failure elsewhere, the output may no longer be open for writing.
      if (isOver()) return;
      if (made.length !== batch.length) throw new Error('Not all that was to be made was made.');
      take(made);
      taken += batch.length;
    }
    if (taken === jobs.length) done.resolve(undefined);
  };
  // Each worker is listed twice, so that its next batch is queued when it finishes one.
  for (const doer of [{ isReady: Promise.resolve(true), make: makeHere }, ...helpers, ...helpers])
    work(doer).catch(fail);
  return done.promise;
}

/** A worker that runs out of memory is dropped, and its jobs are done without it. */
function forgiveExhausted<Value>(instead: () => Value): (error: unknown) => Value {
  return (error) => {
    if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return instead();
  };
}
