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

/** What a thread is to make pages and files of: the files of the content, each with the key of its draft. */
export interface OpenTask {
  readonly settings: BuildSettings;
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
  readonly error?: SentError;
}

/** What of an error goes from one thread to another: as it is, it would lose its code. */
export interface SentError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: unknown;
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
 * Takes how many threads may work at once, the build's own among them, how much memory there is (bytes), the
 * module of the other threads (`helper.ts`), and of how many files the content is.
 */
export function openHands(threads: number, memory: number, module: string, files: number): Hands {
  // Twice of what they were seen to need: V8 takes what it may before it collects garbage in earnest.
  const resourceLimits = {
    maxOldGenerationSizeMb: Math.round(192 + files / 20),
    maxYoungGenerationSizeMb: 24,
  };
  const count = countHelpers(threads, memory, resourceLimits.maxOldGenerationSizeMb);
  let begun: { readonly helper: Helper; readonly worker: Worker }[] | undefined;
  return {
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

/** Returns how many threads beside the build's own have room, each of which may take so many megabytes (`each`); its own takes as much as two. */
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

/** Returns those who help to make so many pages or files: nobody, where it is not worth their while. */
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
