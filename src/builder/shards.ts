import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest, type FileNote, type Manifest } from './generations.ts';
import { readFingerprints } from './generationKeys.ts';
import { readAssetRecords, type AssetRecord } from './assetRecords.ts';
import { readHashed } from './readHashed.ts';
import type { BuildSettings } from './settings.ts';
import { Traces } from './traces.ts';
import type { Fingerprints } from '../model/fingerprints.ts';
import { hashContent } from '../model/hash.ts';
import type { ReadKey } from '../model/tracedArchive.ts';

// An archive can outgrow one machine, so each of several machines can make a share of the pages and files, a
// shard, in a folder of its own. The build that follows takes from the shards what it would make itself, by
// the same keys. So the site is the same with all shards, some of them, or none.

/** One of several shares of a site, numbered from 1. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

/** Maximum number of shards: a smaller share costs more to set up than to make. */
const MAX_SHARDS = 256;

/** Returns the shard for a text such as `2/4` (the second of four), or undefined if the text is invalid. */
export function parseShard(text: string): Shard | undefined {
  const [, number, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? [];
  const shard = { number: Number(number), of: Number(of) };
  return shard.number <= shard.of && shard.of <= MAX_SHARDS ? shard : undefined;
}

/**
 * Returns whether a file belongs to a shard, by its path below the site's root. Each file belongs to one
 * shard, and shards are about equal.
 */
export function isOfShard(path: string, { number, of }: Shard): boolean {
  return parseInt(hashContent(path).slice(0, 8), 16) % of === number - 1;
}

/** Returns the settings of a shard: the site's, with a state folder of its own. */
export function getShardSettings(settings: BuildSettings, { number, of }: Shard): BuildSettings {
  return { ...settings, state: join(settings.state, 'shards', `${number}-of-${of}`) };
}

/** Returns the folder of a shard's files. */
export function getShardGeneration({ state }: BuildSettings): string {
  return join(state, 'a');
}

interface ShardFile {
  /** The key of its props or input; empty if the file has none. */
  readonly key: string;
  /** What it was made from. */
  readonly reads: readonly ReadKey[];
  readonly content: Uint8Array;
}

/** The files that the shards of a site have made. */
export interface Shards {
  readonly isEmpty: boolean;
  /** Returns a shard's file by path, if nothing that it was made from has changed, or it has the wanted key. */
  readonly find: (
    path: string,
    wanted?: { readonly key?: string | undefined },
  ) => ShardFile | undefined;
}

interface LoadedShard {
  readonly folder: string;
  readonly manifest: Manifest;
  readonly pages: Readonly<Record<string, string>>;
  /** The traces of its pages and files, and those of its assets. */
  readonly traces: readonly Traces[];
  readonly assets: Readonly<Record<string, AssetRecord>>;
}

/** Returns the state folders of a site's shards. */
export function listShards({ state }: BuildSettings): string[] {
  const folder = join(state, 'shards');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/**
 * Returns what the shards of a site contain; an incomplete shard contains nothing. `common` is the fingerprint of what
 * all pages share.
 */
export function readShards(
  settings: BuildSettings,
  common: string,
  fingerprints: Fingerprints,
): Shards {
  const shards = listShards(settings).flatMap((state): LoadedShard[] => {
    const folder = getShardGeneration({ ...settings, state });
    const recorded = readFingerprints(folder);
    if (!recorded) return [];
    const assets = readAssetRecords(state);
    const traces = [recorded, assets].flatMap((record) =>
      record?.common === common ? [new Traces(fingerprints, record.traces)] : [],
    );
    return [
      {
        folder,
        manifest: readManifest(`${folder}.json`) ?? new Map<string, FileNote>(),
        pages: recorded.pages,
        traces,
        assets: assets?.assets ?? {},
      },
    ];
  });
  return {
    isEmpty: shards.length === 0,
    find: (path, wanted) => {
      for (const { folder, manifest, pages, assets, traces } of shards) {
        const key = pages[path] ?? assets[path]?.[0] ?? '';
        const traced = traces.find((one) => one.isSame(path));
        const isWanted = traced !== undefined || (key !== '' && key === wanted?.key);
        const content = isWanted
          ? readHashed(join(folder, path), manifest.get(path)?.hash)
          : undefined;
        if (content) return { key, content, reads: traced?.getReads(path) ?? [] };
      }
      return undefined;
    },
  };
}
