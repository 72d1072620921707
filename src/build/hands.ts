import { Worker } from 'node:worker_threads';
import type { MadePage } from './makePage.ts';
import type { BuildSettings } from './settings.ts';
import type { MadeFile } from './updateFiles.ts';
import type { ContentFile, ParsedFile } from '../parse/parseFile.ts';

/**
 * Number of pages or files made concurrently: for each page, Astro waits for another thread to hash its
 * styles.
 */
export const AT_ONCE = 16;
/**
 * Minimum number of tasks that pays for a worker by default: it first has to load the code or link the archive.
 */
export const MANY = 400;

// A large build is spread over worker threads. Workers return results and write nothing: only the build
// itself decides what is written. So the number of threads changes no byte.

/** The input and the result of each kind of task. */
export interface Tasks {
  readonly parse: readonly [readonly ContentFile[], readonly ParsedFile[]];
  /** Resolves to false if the worker cannot find all drafts that it has to link. */
  readonly open: readonly [OpenTask, boolean];
  readonly pages: readonly [
    { readonly pages: readonly PageTask[]; readonly common: string },
    readonly MadePage[],
  ];
  readonly files: readonly [readonly string[], readonly MadeFile[]];
}

/**
 * The inputs from which a worker makes pages and files: settings, compiled pages, and content files with
 * their draft keys.
 */
export interface OpenTask {
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
export interface HelperTask {
  readonly number: number;
  readonly name: keyof Tasks;
  readonly task: Tasks[keyof Tasks][0];
}

/** A result message. */
export interface Answer {
  readonly number: number;
  readonly made?: unknown;
  readonly error?: SentError;
}

/** The serializable part of an error; a cloned error would lose its code. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
}

/** A worker thread of a build. */
interface Helper {
  readonly ask: <Name extends keyof Tasks>(
    name: Name,
    task: Tasks[Name][0],
  ) => Promise<Tasks[Name][1]>;
}

/** The worker pool of a build; workers start when they are first needed. */
export interface Hands {
  /** Minimum number of tasks that pays for a worker. */
  readonly many: number;
  readonly helpers: () => readonly Helper[];
  readonly close: () => Promise<void>;
}

/**
 * Returns a pool for a number of threads, including the build's own, within a memory limit (bytes). `module`
 * is the workers' code (`helper.ts`), `files` the number of content files, and `many` the minimum number of tasks
 * that pays for a worker.
 */
export function openHands(
  threads: number,
  memory: number,
  module: string,
  files: number,
  many = MANY,
): Hands {
  // Twice the measured need: V8 grows to its limit before collecting.
  const resourceLimits = {
    maxOldGenerationSizeMb: Math.round(192 + files / 20),
    maxYoungGenerationSizeMb: 24,
  };
  const count = countHelpers(threads, memory, resourceLimits.maxOldGenerationSizeMb);
  let begun: { readonly helper: Helper; readonly worker: Worker }[] | undefined;
  return {
    many,
    helpers: () => {
      begun ??= Array.from({ length: count }, () =>
        beginHelper(new Worker(module, { resourceLimits })),
      );
      return begun.map(({ helper }) => helper);
    },
    close: async () => {
      await Promise.all((begun ?? []).map(({ worker }) => worker.terminate()));
    },
  };
}

/**
 * Returns how many workers fit into memory beside the build's own thread, at `each` megabytes per worker; the
 * build counts as two.
 */
export function countHelpers(threads: number, memory: number, each: number): number {
  return Math.max(0, Math.min(threads - 1, Math.floor(memory / 2 ** 20 / each) - 2));
}

function beginHelper(worker: Worker): { helper: Helper; worker: Worker } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let failure: unknown;
  worker.on('message', ({ number, made, error }: Answer) => {
    const answered = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) answered?.resolve(made);
    else answered?.reject(Object.assign(new Error(error.message), error));
  });
  const fail = (error: unknown) => {
    failure ??= error;
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  worker.on('error', fail);
  worker.on('messageerror', fail);
  worker.on('exit', () => {
    fail(new Error('A thread of the build ended before its work did.'));
  });
  const helper: Helper = {
    ask: async (name, task) => {
      if (failure !== undefined) throw failure as Error;
      const answer = Promise.withResolvers<unknown>();
      const number = (asked += 1);
      waiting.set(number, answer);
      worker.postMessage({ number, name, task });
      return (await answer.promise) as Tasks[typeof name][1];
    },
  };
  return { helper, worker };
}

/** Returns the workers for a job of this size; none for small jobs. */
export type Crew = (count: number) => readonly (Helper & { readonly isReady: Promise<boolean> })[];

/** Returns the workers that make pages and files; none if the build works alone. */
export function openCrew(task: OpenTask, hands: Hands, isAlone: boolean): Crew {
  let crew: ReturnType<Crew> | undefined;
  return (count) => {
    if (isAlone || (count < hands.many && !crew)) return [];
    crew ??= hands.helpers().map((helper) => {
      const isReady = helper.ask('open', task);
      // Marks the rejection as handled; whoever awaits `isReady` still gets the error.
      isReady.catch(() => undefined);
      return { ...helper, isReady };
    });
    return crew;
  };
}
