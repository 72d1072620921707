import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { MadePage } from './makePage.ts';
import type { BuildSettings } from './settings.ts';
import type { MadeFile } from './updateFiles.ts';
import type { ContentFile, ParsedFile } from '../parse/parseFile.ts';

/** So many are made at once: of pages, Astro waits for another thread to digest the styles of each. */
export const AT_ONCE = 16;
/** So many are worth another thread's while, which has to load the code, or to link the archive first. */
export const MANY = 400;

// A large build is spread over threads. Each makes what it is asked for and writes nothing: what is written, and
// in which state, only the build itself decides. So the number of threads changes no byte.

/** What each kind of task takes, and what its answer is. */
export interface Tasks {
  readonly parse: readonly [readonly ContentFile[], readonly ParsedFile[]];
  /** Answered by false where the thread finds not all that it is to link. */
  readonly open: readonly [OpenTask, boolean];
  readonly pages: readonly [
    { readonly pages: readonly PageTask[]; readonly common: string },
    readonly MadePage[],
  ];
  readonly files: readonly [readonly string[], readonly MadeFile[]];
}

/** What a thread is to make pages and files of: the files of the content, each with its key in the parse cache. */
export interface OpenTask {
  readonly settings: BuildSettings;
  readonly codeKey: string;
  readonly compiled: string;
  readonly files: readonly { readonly file: string; readonly key: string }[];
}

/** A page to look at, and the key of what it printed before. */
export interface PageTask {
  readonly file: string;
  readonly route: number;
  readonly before: string | undefined;
}

/** A task as it is sent. */
export interface HelperTask {
  readonly number: number;
  readonly name: keyof Tasks;
  readonly task: Tasks[keyof Tasks][0];
}

/** An answer as it is sent. */
export interface Answer {
  readonly number: number;
  readonly made?: unknown;
  readonly error?: unknown;
}

/** Another thread that works for a build. */
interface Helper {
  readonly ask: <Name extends keyof Tasks>(
    name: Name,
    task: Tasks[Name][0],
  ) => Promise<Tasks[Name][1]>;
}

/** The threads of a build, none of them begun before it is needed. */
export interface Hands {
  readonly helpers: () => readonly Helper[];
  readonly close: () => Promise<void>;
}

/**
 * Takes how many threads may work at once, the build's own among them, the module of the others (`helper.ts`),
 * and of how many files the content is.
 */
export function openHands(threads: number, module: string, files: number): Hands {
  // Twice of what they were seen to need: V8 takes what it may before it collects garbage in earnest.
  const resourceLimits = {
    maxOldGenerationSizeMb: Math.round(192 + files / 20),
    maxYoungGenerationSizeMb: 24,
  };
  let begun: { readonly helper: Helper; readonly worker: Worker }[] | undefined;
  return {
    helpers: () => {
      begun ??= Array.from({ length: threads - 1 }, () =>
        beginHelper(new Worker(module, { resourceLimits })),
      );
      return begun.map(({ helper }) => helper);
    },
    close: async () => {
      await Promise.all((begun ?? []).map(({ worker }) => worker.terminate()));
    },
  };
}

function beginHelper(worker: Worker): { helper: Helper; worker: Worker } {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let asked = 0;
  let failure: unknown;
  worker.on('message', ({ number, made, error }: Answer) => {
    const answered = waiting.get(number);
    waiting.delete(number);
    if (error === undefined) answered?.resolve(made);
    else answered?.reject(error);
  });
  worker.on('error', (error) => {
    failure = error;
    for (const { reject } of waiting.values()) reject(error);
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

/** Who does jobs of a kind: from when on, if at all, and how. */
export interface Doer<Job, Made> {
  readonly isReady: Promise<boolean>;
  readonly make: (batch: readonly Job[]) => Promise<readonly Made[]>;
}

/**
 * Takes jobs, how many are done at a time, how the thread that asks does them and who helps it; `take` is given
 * what they made, in any order. Each takes the next when it is free; nobody waits for a helper that is not ready
 * before all is done. Throws what the first to fail throws.
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
  const work = async (doer: Doer<Job, Made>) => {
    if (!(await doer.isReady)) return;
    while (next < jobs.length) {
      const batch = jobs.slice(next, next + size);
      next += batch.length;
      take(await doer.make(batch));
      taken += batch.length;
    }
    if (taken === jobs.length) done.resolve(undefined);
  };
  const makeHere = async (batch: readonly Job[]) => {
    // What helpers have made is taken in between.
    if (helpers.length > 0) await setImmediate();
    return make(batch);
  };
  const doers = helpers.map((helper) => ({
    isReady: helper.isReady.catch(forgiveExhausted(() => false)),
    make: (batch: readonly Job[]) =>
      helper.make(batch).catch(forgiveExhausted(() => makeHere(batch))),
  }));
  // Asked twice, a helper has its next jobs at hand when it has done the last.
  for (const doer of [{ isReady: Promise.resolve(true), make: makeHere }, ...doers, ...doers])
    work(doer).catch(done.reject);
  return done.promise;
}

/** A thread whose memory is exhausted is done with; what it was to do is done without it. */
function forgiveExhausted<Value>(instead: () => Value): (error: unknown) => Value {
  return (error) => {
    if ((error as { code?: unknown }).code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    return instead();
  };
}

/** Gives those who help to make so many pages or files: nobody, where it is not worth their while. */
export type Crew = (count: number) => readonly (Helper & { readonly isReady: Promise<boolean> })[];

/** Takes what helpers are to make pages and files of; one who works alone has none. */
export function openCrew(task: OpenTask, hands: Hands, isAlone: boolean): Crew {
  let crew: ReturnType<Crew> | undefined;
  return (count) => {
    if (isAlone || (count < MANY && !crew)) return [];
    crew ??= hands.helpers().map((helper) => {
      const isReady = helper.ask('open', task);
      // Asked before anyone waits for it: whoever does is told.
      isReady.catch(() => undefined);
      return { ...helper, isReady };
    });
    return crew;
  };
}
