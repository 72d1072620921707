import { hash as digest } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, type FileNote, type Manifest } from './generations.ts';
import { readPrints } from './generationKeys.ts';
import { readMade, type MadeNote } from './makeOnce.ts';
import type { BuildSettings } from './settings.ts';

// An archive can outgrow one machine: each of several makes its share of the pages and files, a shard, in a
// folder of its own. The build that follows takes from these what it would make itself, by the same keys: so
// the site is the same whether there are shards, some of them, or none.

/** One of several shares of a site, counted from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** A share smaller than this costs more to set up than to make. */
const MOST_SHARDS = 256;

/** Takes `2/4`; gives the second of four shards, undefined where the text is none. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return shard.number <= shard.of && shard.of <= MOST_SHARDS ? shard : undefined;
}

/** Returns whether a file, by its path below the site's root, is of a shard: each file is of one, and they are about equal. */
export function isOfShard(path: string, { number, of }: Shard): boolean {
  return parseInt(digest('sha256', path).slice(0, 8), 16) % of === number - 1;
}

/** Returns the settings with which a shard is made: as the site's, in a state folder of its own. */
export function getShardSettings(settings: BuildSettings, { number, of }: Shard): BuildSettings {
  return { ...settings, state: join(settings.state, 'shards', `${number}-of-${of}`) };
}

/** Returns the folder that a shard's files are in. */
export function getShardGeneration({ state }: BuildSettings): string {
  return join(state, 'a');
}

/** A file that a shard has made. */
interface MadeInShard {
  /** The key of what it prints; empty for a file that has none. */
  readonly key: string;
  readonly content: Uint8Array;
}

/** What the shards of a site have made. */
export interface Shards {
  readonly isEmpty: boolean;
  /** Takes a file's path, and the print of what it reads or the key of what it prints; gives the file if one was made of just that. */
  readonly find: (
    path: string,
    wanted: { readonly reads?: string | undefined; readonly key?: string },
  ) => MadeInShard | undefined;
}

interface OpenShard {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly pages: Readonly<Record<string, string>>;
  readonly reads: Readonly<Record<string, string>>;
  readonly made: Readonly<Record<string, MadeNote>>;
}

/** Returns the state folders of the shards that stand beside the generations of a site. */
export function listShards({ state }: BuildSettings): string[] {
  const shelf = join(state, 'shards');
  if (!existsSync(shelf)) return [];
  return readdirSync(shelf)
    .sort()
    .map((name) => join(shelf, name));
}

/** Returns what the shards beside the generations of a site hold; one that is not whole holds nothing. */
export function openShards(settings: BuildSettings): Shards {
  const shards = listShards(settings).flatMap((state): OpenShard[] => {
    const folder = getShardGeneration({ ...settings, state });
    const prints = readPrints(folder);
    if (!prints) return [];
    const { pages, reads } = prints;
    return [
      {
        folder,
        manifest: readManifest(`${folder}.json`) ?? new Map<string, FileNote>(),
        pages,
        reads,
        made: readMade(state),
      },
    ];
  });
  return {
    isEmpty: shards.length === 0,
    find: (path, wanted) => {
      for (const shard of shards) {
        const note = shard.made[path];
        const key = shard.pages[path] ?? note?.[1] ?? '';
        const reads = shard.reads[path] ?? note?.[0];
        const isWanted =
          (wanted.reads !== undefined && reads === wanted.reads) ||
          (wanted.key !== undefined && key === wanted.key);
        const content = isWanted ? readChecked(shard, path) : undefined;
        if (content) return { key, content };
      }
      return undefined;
    },
  };
}

/** What a shard says of a file counts only while the file is what it says. */
function readChecked({ folder, manifest }: OpenShard, path: string): Uint8Array | undefined {
  try {
    const content = readFileSync(join(folder, path));
    const hash = digest('sha256', content);
    return hash === manifest.get(path)?.hash ? content : undefined;
  } catch {
    return undefined;
  }
}
