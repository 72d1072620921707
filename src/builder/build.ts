import type { renderWithAstro } from './astroRoutes.ts';
import type { Manifest } from './generations.ts';
import type { Shard } from './shards.ts';
import type { Difference } from './writeGeneration.ts';
import type { ContentDisk } from '../collections/readContent.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Move } from '../views/data/permalinks.ts';
import type { Problem } from '../problems/problem.ts';

// The terms of a build, shared by its steps: what it takes and what it returns.

/** Addresses and renames that `permalinks.txt` does not list yet. */
interface Unlisted {
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
}

/**
 * The outcome of a build: a new site, the old one because nothing changed, or the old one because of errors.
 */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | ({
      readonly type: 'built';
      readonly difference: Difference;
      /** Number of pages rendered, rendered by workers, taken from shards, and in total. */
      readonly rendered: number;
      readonly renderedByWorkers: number;
      readonly fromShards: number;
      readonly pages: number;
    } & Unlisted)
  | ({ readonly type: 'unchanged' } & Unlisted)
  | { readonly type: 'refused' }
);

/** Whether to build or to refuse when `permalinks.txt` does not cover something. */
type Unpublished = 'allowed' | 'refused';

/** The effects of a build: its disk, its resources and its progress reports. */
export interface BuildEffects {
  readonly disk: ContentDisk;
  /** Maximum number of threads, 1 by default. The output does not depend on it. */
  readonly threads?: number;
  /** Memory limit for the threads in bytes; unlimited by default. */
  readonly memory?: number;
  /** Minimum number of tasks that pays for another thread; several hundred by default. */
  readonly minTasks?: number;
  /** Called with the name of each step before it starts. */
  readonly onStep?: (name: string) => void;
  /** Called now and then with the number of pages checked so far, and the total to check. */
  readonly onPage?: (done: number, of: number) => void;
}

/**
 * The input of a build: content files, the key of the code, and the key of code, content and settings
 * together.
 */
export interface BuildInput {
  /** Returns the files on the first call only, so that they can be freed once they are parsed. */
  readonly takeFiles: () => readonly ContentFile[];
  /** Number of content files. */
  readonly count: number;
  readonly codeKey: string;
  readonly key: string;
  /** The intact files of the served site, if it was built from the same input. */
  readonly served?: Manifest | undefined;
}

/**
 * The tools of a build: the workers' module, and the functions that run Astro, which is not compiled with it.
 */
export interface BuildTools {
  readonly workerModule: string;
  readonly compile: () => Promise<string>;
  readonly renderWithAstro: typeof renderWithAstro;
}

/** What a build does differently from its defaults. */
export interface BuildOptions {
  /** What to do about addresses that `permalinks.txt` does not list yet. */
  readonly freshAddresses: Unpublished;
  /** What to do if the addresses were published under another base path. */
  readonly movedBase: Unpublished;
  /** Whether to update the search index; a kept index may be out of date. */
  readonly search: 'indexed' | 'kept';
  /** Whether to draw missing or outdated share pictures. */
  readonly pictures: 'drawn' | 'kept';
  /** Whether to rebuild everything and ignore what earlier builds recorded. */
  readonly force: boolean;
  /** The share that this machine builds; null to build the site and include what shards have made. */
  readonly shard: Shard | null;
}
