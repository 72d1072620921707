import { setImmediate } from 'node:timers/promises';

/** A worker for one kind of job: when and whether it is ready, and how it does them. */
export interface JobRunner<Job, Result> {
  readonly isReady: Promise<boolean>;
  readonly run: (batch: readonly Job[]) => Promise<readonly Result[]>;
}

/**
 * Runs jobs in batches of `size` in this thread and in workers, and passes the results to `onResults` in any
 * order. Whoever is free gets the next batch; no one waits for a worker that is not ready before all jobs are
 * done. Rejects with the first error, and takes no results after that.
 */
export function distributeJobs<Job, Result>(
  jobs: readonly Job[],
  size: number,
  run: (batch: readonly Job[]) => Promise<readonly Result[]>,
  workers: readonly JobRunner<Job, Result>[],
  onResults: (results: readonly Result[]) => void,
): Promise<void> {
  const done = Promise.withResolvers<undefined>();
  let next = 0;
  let completed = 0;
  let hasFailed = false;
  const hasEnded = () => hasFailed;
  const fail = (error: unknown) => {
    hasFailed = true;
    done.reject(error);
  };
  const runHere = async (batch: readonly Job[]) => {
    // Lets results from workers arrive between batches.
    if (workers.length > 0) await setImmediate();
    return run(batch);
  };
  const work = async (runner: JobRunner<Job, Result>) => {
    let isAvailable = await runner.isReady.catch(ignoreOutOfMemory(() => false));
    while (isAvailable && !hasEnded() && next < jobs.length) {
      const batch = jobs.slice(next, next + size);
      next += batch.length;
      const results = await runner.run(batch).catch(
        ignoreOutOfMemory(() => {
          isAvailable = false;
          return runHere(batch);
        }),
      );
      // After a failure elsewhere, the output may no longer be open for writing.
      if (hasEnded()) return;
      if (results.length !== batch.length)
        throw new Error(`A worker returned ${results.length} results for ${batch.length} jobs.`);
      onResults(results);
      completed += batch.length;
    }
    if (completed === jobs.length) done.resolve(undefined);
  };
  // Each worker is listed twice, so that its next batch is queued when it finishes one.
  for (const runner of [{ isReady: Promise.resolve(true), run: runHere }, ...workers, ...workers])
    work(runner).catch(fail);
  return done.promise;
}

/** A worker that runs out of memory is dropped, and its jobs are done without it. */
function ignoreOutOfMemory<Value>(getFallback: () => Value): (error: unknown) => Value {
  return (error) => {
    if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return getFallback();
  };
}
