import { Worker } from 'node:worker_threads';
import type { FileResult } from './makeFile.ts';
import type { PageResult } from './makePage.ts';
import type { BuildSettings } from './settings.ts';
import type { ContentFile, ParsedFile } from '../parse/parseFile.ts';

/**
 * Number of pages or files made concurrently: for each page, Astro waits for another thread to hash its
 * styles.
 */
export const BATCH_SIZE = 16;
/**
 * Minimum number of tasks that pays for a worker by default: it first has to load the code or link the archive.
 */
export const MIN_TASKS_FOR_WORKERS = 400;

// A large build is spread over worker threads. Workers return results and write nothing: only the build
// itself decides what is written. So the number of threads changes no byte.

/** The input and the result of each kind of task. */
export interface Tasks {
  readonly parse: readonly [readonly ContentFile[], readonly ParsedFile[]];
  /** Resolves to false if the worker cannot find all drafts that it has to link. */
  readonly open: readonly [LoadTask, boolean];
  readonly pages: readonly [
    { readonly pages: readonly PageTask[]; readonly common: string },
    readonly PageResult[],
  ];
  readonly files: readonly [readonly string[], readonly FileResult[]];
}

/**
 * The inputs from which a worker makes pages and files: settings, compiled pages, and content files with
 * their draft keys.
 */
export interface LoadTask {
  readonly settings: BuildSettings;
  readonly compiled: string;
  readonly files: readonly { readonly file: string; readonly key: string }[];
}

/** A page to check, and the key of its previous props. */
export interface PageTask {
  readonly file: string;
  readonly route: number;
  readonly before: string | undefined;
}

/** A task message. */
export interface TaskMessage {
  readonly number: number;
  readonly name: keyof Tasks;
  readonly task: Tasks[keyof Tasks][0];
}

/** A result message. */
export interface ResultMessage {
  readonly number: number;
  readonly result?: unknown;
  readonly error?: SerializedError;
}

/** The serializable part of an error; a cloned error would lose its code. */
export interface SerializedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
}

/** A worker thread of a build. */
interface TaskRunner {
  readonly run: <Name extends keyof Tasks>(
    name: Name,
    task: Tasks[Name][0],
  ) => Promise<Tasks[Name][1]>;
}

/** The worker pool of a build; workers start when they are first needed. */
export interface WorkerPool {
  /** Minimum number of tasks that pays for a worker. */
  readonly minTasks: number;
  readonly getWorkers: () => readonly TaskRunner[];
  readonly close: () => Promise<void>;
}

/**
 * Returns a pool for a number of threads, including the build's own, within a memory limit (bytes). `module`
 * is the workers' code (`worker.ts`), `files` the number of content files, and `minTasks` the minimum number of
 * tasks that pays for a worker.
 */
export function createWorkerPool(
  threads: number,
  memory: number,
  module: string,
  files: number,
  minTasks = MIN_TASKS_FOR_WORKERS,
): WorkerPool {
  // Twice the measured need: V8 grows to its limit before collecting.
  const resourceLimits = {
    maxOldGenerationSizeMb: Math.round(192 + files / 20),
    maxYoungGenerationSizeMb: 24,
  };
  const count = countWorkers(threads, memory, resourceLimits.maxOldGenerationSizeMb);
  let started: { readonly runner: TaskRunner; readonly worker: Worker }[] | undefined;
  return {
    minTasks,
    getWorkers: () => {
      started ??= Array.from({ length: count }, () =>
        startWorker(new Worker(module, { resourceLimits })),
      );
      return started.map(({ runner }) => runner);
    },
    close: async () => {
      await Promise.all((started ?? []).map(({ worker }) => worker.terminate()));
    },
  };
}

/**
 * Returns how many workers fit into memory beside the build's own thread, at `each` megabytes per worker; the
 * build counts as two.
 */
export function countWorkers(threads: number, memory: number, each: number): number {
  return Math.max(0, Math.min(threads - 1, Math.floor(memory / 2 ** 20 / each) - 2));
}

function startWorker(worker: Worker): { runner: TaskRunner; worker: Worker } {
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  let lastNumber = 0;
  let failure: unknown;
  worker.on('message', ({ number, result, error }: ResultMessage) => {
    const task = pending.get(number);
    pending.delete(number);
    if (error === undefined) task?.resolve(result);
    else task?.reject(Object.assign(new Error(error.message), error));
  });
  const fail = (error: unknown) => {
    failure ??= error;
    for (const { reject } of pending.values()) reject(failure);
    pending.clear();
  };
  worker.on('error', fail);
  worker.on('messageerror', fail);
  worker.on('exit', () => {
    fail(new Error('A thread of the build ended before its work did.'));
  });
  const runner: TaskRunner = {
    run: async (name, task) => {
      if (failure !== undefined) throw failure as Error;
      const result = Promise.withResolvers<unknown>();
      const number = (lastNumber += 1);
      pending.set(number, result);
      worker.postMessage({ number, name, task });
      return (await result.promise) as Tasks[typeof name][1];
    },
  };
  return { runner, worker };
}

/** Returns the workers for a job of this size; none for small jobs. */
export type GetSiteWorkers = (
  count: number,
) => readonly (TaskRunner & { readonly isReady: Promise<boolean> })[];

/** Returns the workers that make pages and files; none if the build works alone. */
export function createSiteWorkers(
  task: LoadTask,
  pool: WorkerPool,
  isAlone: boolean,
): GetSiteWorkers {
  let workers: ReturnType<GetSiteWorkers> | undefined;
  return (count) => {
    if (isAlone || (count < pool.minTasks && !workers)) return [];
    workers ??= pool.getWorkers().map((worker) => {
      const isReady = worker.run('open', task);
      // Marks the rejection as handled; whoever awaits `isReady` still gets the error.
      isReady.catch(() => undefined);
      return { ...worker, isReady };
    });
    return workers;
  };
}
