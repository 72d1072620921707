import { readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderWithAstro } from './astroRoutes.ts';
import { isWhole, refuseLost } from './compilation.ts';
import { compilePages, holdCompilations, loadMaker } from './compilePages.ts';
import { checkOut, getServedGeneration, readGeneration, type Manifest } from './generations.ts';
import { readKeys } from './generationKeys.ts';
import type { BuildSettings } from './settings.ts';
import { getShardSettings, type Shard } from './shards.ts';
import { lockState } from './lockState.ts';
import { getCodeKey, getContentKey } from './siteKey.ts';
import type { Difference } from './writeGeneration.ts';
import { readContent, type ContentDisk } from '../collections/readContent.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Move } from '../views/data/permalinks.ts';
import type { Problem } from '../problems/problem.ts';
import { hashParts } from '../model/hash.ts';

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

/**
 * Parses and links the content, renders what differs from the idle generation, updates that generation and
 * publishes it. Writes nothing if the content has an error, or if a published address would no longer work.
 * Throws a Refusal if OUT is in use for something else or another build is running, and whatever the disk or
 * Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  effects: BuildEffects,
  options: BuildOptions,
): Promise<BuildResult> {
  if (!options.shard) checkOut(settings);
  const ownSettings = options.shard ? getShardSettings(settings, options.shard) : settings;
  if (options.force) forgetState(ownSettings);
  effects.onStep?.('read');
  let files = readContent(settings.content, effects.disk);
  const { content, compress, site, base, root, out, state, limits } = settings;
  const codeKey = getCodeKey(root, [resolve(content), out, state]);
  const key = hashParts([
    codeKey,
    getContentKey(files),
    content,
    String(compress),
    site,
    base,
    JSON.stringify(limits ?? null),
  ]);
  const served = options.shard || options.force ? undefined : findServed(settings, key, options);
  if (served?.isComplete) return served.result;
  const takeFiles = () => {
    const released = files;
    files = [];
    return released;
  };
  let compiled: string | undefined;
  const compile = async () => (compiled = await compilePages(settings, codeKey));
  const input = { takeFiles, count: files.length, codeKey, key, served: served?.sound };
  const release = holdCompilations(settings);
  try {
    // Loaded here, because loading takes longer than a build in which nothing changed.
    const { makeSite, workerModule } = await loadMaker(settings, codeKey);
    return await makeSite(input, ownSettings, effects, options, {
      workerModule,
      compile,
      renderWithAstro,
    });
  } catch (error) {
    throw compiled !== undefined && !isWhole(compiled) ? refuseLost(compiled) : error;
  } finally {
    release();
  }
}

/**
 * Deletes everything recorded by earlier builds, so that the next one makes everything again and compares
 * every byte. Keeps the generations, because readers are served from one of them. Throws a Refusal while
 * another build is running.
 */
function forgetState({ state }: BuildSettings): void {
  const unlock = lockState(state);
  try {
    for (const name of readdirSync(state))
      if (/\.json$|^archive\.sqlite|^shards$/.test(name))
        rmSync(join(state, name), { recursive: true, force: true });
  } finally {
    unlock();
  }
}

/**
 * The served site if it was built from the same input: whether it is complete, and the result to report if
 * so.
 */
interface ServedSite {
  readonly isComplete: boolean;
  readonly sound: Manifest;
  readonly result: BuildResult;
}

/** Returns the served site if it was built from exactly this input with the same options. */
function findServed(
  settings: BuildSettings,
  input: string,
  { freshAddresses, movedBase, search, pictures }: BuildOptions,
): ServedSite | undefined {
  const served = getServedGeneration(settings);
  const keys = served === undefined ? undefined : readKeys(served);
  if (served === undefined || keys?.input !== input || !keys.isOurs) return undefined;
  if (search === 'indexed' && !keys.isIndexed) return undefined;
  if (pictures === 'drawn' && !keys.isDrawn) return undefined;
  if (freshAddresses === 'refused' && keys.fresh.length > 0) return undefined;
  if (movedBase === 'refused' && (keys.publishedBase ?? settings.base) !== settings.base)
    return undefined;
  const { hasManifest, sound, missing, foreign } = readGeneration(served);
  const { problems, filesRead, fresh, moves } = keys;
  return {
    isComplete: hasManifest && missing.length === 0 && foreign.length === 0,
    sound,
    result: { type: 'unchanged', problems, filesRead, fresh, moves },
  };
}
