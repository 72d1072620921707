import { hash as digest } from 'node:crypto';
import { compilePages, loadMaker } from './compilePages.ts';
import { checkOut, getServedGeneration } from './generations.ts';
import { readKeys } from './generationKeys.ts';
import type { BuildSettings } from './settings.ts';
import { getShardSettings, type Shard } from './shards.ts';
import { getCodeKey, getContentKey } from './siteKey.ts';
import type { Difference } from './writeGeneration.ts';
import { readContent, type ContentDisk } from '../collections/readContent.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';

/** How a build ended: with a new site, with the old one because nothing has changed, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | {
      readonly type: 'built';
      readonly difference: Difference;
      /** How many pages were rendered, how many of them by other threads, how many taken from shards, and how many there are. */
      readonly rendered: number;
      readonly helped: number;
      readonly taken: number;
      readonly pages: number;
      /** Addresses that `permalinks.txt` does not have yet. */
      readonly fresh: readonly string[];
    }
  | { readonly type: 'unchanged'; readonly fresh: readonly string[] }
  | { readonly type: 'refused' }
);

/** What to do with an address that is not in `permalinks.txt` yet: build it, or refuse. */
type FreshAddresses = 'allowed' | 'refused';

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
  /** Gives the files, once: nobody holds them for longer than they are read. */
  readonly takeFiles: () => readonly ContentFile[];
  /** How many they are. */
  readonly count: number;
  readonly codeKey: string;
  readonly key: string;
}

/** What a build works with: the module of the threads that help it, and what compiles its pages. */
export interface BuildTools {
  readonly helper: string;
  readonly compile: () => Promise<string>;
}

/** What a build may do otherwise than it does by itself. */
export interface BuildOptions {
  readonly freshAddresses: FreshAddresses;
  /** Whether the search index is brought up to date as well; where it is kept, it finds what it found. */
  readonly search: 'indexed' | 'kept';
  /** Whether missing pictures of shared addresses are drawn, and those that say something else now are drawn anew. */
  readonly pictures: 'drawn' | 'kept';
  /** Of several machines, the share that this one makes; null where it makes the site, with what shards have made. */
  readonly shard: Shard | null;
}

/**
 * Reads and links the content, renders what differs from the idle generation of the site, brings the idle
 * generation up to date and turns the link to it. With an error in the content, or a published address that
 * would no longer be answered, nothing is written at all. Throws a BuildRefusal when OUT is in use for
 * something else or another build is at work, and what the disk or Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  world: BuildWorld,
  options: BuildOptions,
): Promise<BuildResult> {
  if (!options.shard) checkOut(settings);
  world.onStep?.('read');
  let files = readContent(settings.content, world.disk);
  const codeKey = getCodeKey(settings.root, process.env);
  const key = hash([codeKey, getContentKey(files), settings.content, String(settings.compress)]);
  const unchanged = options.shard ? undefined : findUnchanged(settings, key, options);
  if (unchanged) return unchanged;
  // Loaded here, as it takes longer to load than a build of which nothing has changed takes.
  const { makeSite, helper } = await loadMaker(settings.root, codeKey);
  const own = options.shard ? getShardSettings(settings, options.shard) : settings;
  const takeFiles = () => {
    const taken = files;
    files = [];
    return taken;
  };
  const compile = () => compilePages(settings.root, codeKey);
  const input = { takeFiles, count: files.length, codeKey, key };
  return makeSite(input, own, world, options, { helper, compile });
}

/** Gives what was said of the served site when it was built, where it was built from just this input. */
function findUnchanged(
  settings: BuildSettings,
  input: string,
  { freshAddresses, search, pictures }: BuildOptions,
): BuildResult | undefined {
  const served = getServedGeneration(settings);
  const keys = served === undefined ? undefined : readKeys(served);
  const asksForAll = search === 'indexed' && pictures === 'drawn';
  if (keys?.input !== input || (asksForAll && !keys.isWhole)) return undefined;
  if (freshAddresses === 'refused' && keys.fresh.length > 0) return undefined;
  return {
    type: 'unchanged',
    problems: keys.problems,
    filesRead: keys.filesRead,
    fresh: keys.fresh,
  };
}

function hash(parts: readonly string[]): string {
  return digest('sha256', parts.join('\0'));
}
