import { hash as digest } from 'node:crypto';
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

/** What `permalinks.txt` does not have yet: addresses, and where renamed ones lead. */
interface Unlisted {
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
}

/** How a build ended: with a new site, with the old one because nothing has changed, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | ({
      readonly type: 'built';
      readonly difference: Difference;
      /** How many pages were rendered, how many of them by other threads, how many taken from shards, and how many there are. */
      readonly rendered: number;
      readonly helped: number;
      readonly taken: number;
      readonly pages: number;
    } & Unlisted)
  | ({ readonly type: 'unchanged' } & Unlisted)
  | { readonly type: 'refused' }
);

/** What to do with what `permalinks.txt` does not say: build it, or refuse. */
type Unpublished = 'allowed' | 'refused';

/** What a build asks of the outside world, and whom it tells how far it is. */
export interface BuildWorld {
  readonly disk: ContentDisk;
  /** How many threads may work at once: one, unless it is said. What they make is the same. */
  readonly threads?: number;
  /** How much memory they may take (bytes): as much as they need, unless it is said. */
  readonly memory?: number;
  /** Told before each step, by its name. */
  readonly onStep?: (name: string) => void;
  /** Told now and then how many pages are made, of how many that may say something else than they did. */
  readonly onPage?: (done: number, of: number) => void;
}

/** What a build is made from: the files of the content, the key of the code, and the key of both with the settings. */
export interface BuildInput {
  /** Returns the files, once: nobody holds them for longer than they are read. */
  readonly takeFiles: () => readonly ContentFile[];
  /** How many they are. */
  readonly count: number;
  readonly codeKey: string;
  readonly key: string;
  /** What of the served site is as it was built, where it was built from the same input. */
  readonly served?: Manifest | undefined;
}

/** What a build works with: the module of the threads that help it, and what runs Astro, which is not compiled with it. */
export interface BuildTools {
  readonly helper: string;
  readonly compile: () => Promise<string>;
  readonly renderWithAstro: typeof renderWithAstro;
}

/** What a build may do otherwise than it does by itself. */
export interface BuildOptions {
  /** What to do with addresses that `permalinks.txt` does not have yet. */
  readonly freshAddresses: Unpublished;
  /** What to do where the addresses were published under another base path. */
  readonly movedBase: Unpublished;
  /** Whether the search index is brought up to date as well; where it is kept, it finds what it found. */
  readonly search: 'indexed' | 'kept';
  /** Whether missing pictures of shared addresses are drawn, and those that say something else now are drawn anew. */
  readonly pictures: 'drawn' | 'kept';
  /** Whether everything is made again, whatever is known of the last builds. */
  readonly force: boolean;
  /** Of several machines, the share that this one makes; null where it makes the site, with what shards have made. */
  readonly shard: Shard | null;
}

/**
 * Reads and links the content, renders what differs from the idle generation of the site, brings the idle
 * generation up to date and turns the link to it. With an error in the content, or a published address that
 * would no longer be answered, nothing is written at all. Throws a Refusal when OUT is in use for
 * something else or another build is at work, and what the disk or Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  world: BuildWorld,
  options: BuildOptions,
): Promise<BuildResult> {
  if (!options.shard) checkOut(settings);
  const own = options.shard ? getShardSettings(settings, options.shard) : settings;
  if (options.force) forgetState(own);
  world.onStep?.('read');
  let files = readContent(settings.content, world.disk);
  const { content, compress, site, base, root, out, state, limits } = settings;
  const codeKey = getCodeKey(root, [resolve(content), out, state]);
  const key = hash([
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
    const taken = files;
    files = [];
    return taken;
  };
  let compiled: string | undefined;
  const compile = async () => (compiled = await compilePages(settings, codeKey));
  const input = { takeFiles, count: files.length, codeKey, key, served: served?.sound };
  const release = holdCompilations(settings);
  try {
    // Loaded here, as it takes longer to load than a build of which nothing has changed takes.
    const { makeSite, helper } = await loadMaker(settings, codeKey);
    return await makeSite(input, own, world, options, { helper, compile, renderWithAstro });
  } catch (error) {
    throw compiled !== undefined && !isWhole(compiled) ? refuseLost(compiled) : error;
  } finally {
    release();
  }
}

/**
 * Removes all that is known of earlier builds, so that the next one makes everything again and compares every
 * byte. The generations themselves stay: readers are served from one. Throws a Refusal while another build
 * is at work.
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

/** The served site where it was built from the same input: whether all of it is still there, and what to say if so. */
interface ServedSite {
  readonly isComplete: boolean;
  readonly sound: Manifest;
  readonly result: BuildResult;
}

/** Returns the served site where it was built from just this input and the same options. */
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

function hash(parts: readonly string[]): string {
  return digest('sha256', parts.join('\0'));
}
