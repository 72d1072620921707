import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssetRecords, writeAssetRecords, type AssetRecord } from './assetRecords.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { getServedGeneration } from './generations.ts';
import type { BuildSettings } from './settings.ts';
import { readHashed } from './readHashed.ts';
import { renderFiles } from './updateFiles.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { hashContent } from '../model/hash.ts';

type Maker = NonNullable<OutputFile['cached']>['maker'];

/** The packages that each folder of makers uses; another version may make something else. */
const packages: Record<Maker, readonly string[]> = {
  pictures: ['@takumi-rs/', '@fontsource/'],
  citations: ['@citation-js/'],
};

/** A file that is kept between builds by the key of its input. */
type CachedFile = OutputFile & { readonly cached: NonNullable<OutputFile['cached']> };

/**
 * Updates the cached assets (files with `cached`) and ignores all other files. Reuses an asset that either
 * generation or a shard made from the same text, code and packages; if the fingerprint of a file's dependencies
 * is unchanged, the file is kept without asking for its input. If pictures are kept, missing ones stay missing.
 * Writes the record of each asset beside the generations.
 */
export async function updateCachedAssets(
  update: GenerationUpdate,
  files: readonly OutputFile[],
  settings: BuildSettings,
  pictures: 'drawn' | 'kept' = 'drawn',
): Promise<void> {
  const { writer, getWorkers } = update;
  const toKey = createKeys(settings.root);
  // Without records, everything is made again.
  const known = readAssetRecords(settings.state);
  const served = getServedGeneration(settings);
  const records: Record<string, AssetRecord> = {};
  const jobs: (CachedFile & { readonly fingerprint: string })[] = [];
  for (const file of files) {
    if (!isCached(file)) continue;
    const { path } = file;
    const keepsOld = pictures === 'kept' && file.cached.maker === 'pictures';
    const asset = findAsset(file, keepsOld, update, { known, served, toKey });
    switch (asset.type) {
      case 'current':
        writer.keep(path);
        records[path] = asset.record;
        break;
      case 'found':
        writer.write(path, asset.content);
        records[path] = asset.record;
        break;
      case 'outdated':
        jobs.push({ ...file, fingerprint: asset.fingerprint });
        break;
      case 'old':
        writer.keep(path);
        break;
      case 'missing':
    }
  }
  await renderFiles(jobs, getWorkers, ({ fingerprint, cached }, { path, content, inputHash }) => {
    if (inputHash === undefined) throw new Error(`Missing input hash of ${path}.`);
    writer.write(path, content);
    records[path] = [fingerprint, toKey(cached.maker, inputHash), hashContent(content)];
  });
  writeAssetRecords(settings.state, records);
}

function isCached(file: OutputFile): file is CachedFile {
  return file.cached !== undefined;
}

/** Where an asset may be found, and a function that returns its key. */
interface AssetSources {
  readonly known: Readonly<Record<string, AssetRecord>>;
  readonly served: string | undefined;
  readonly toKey: ToKey;
}

/**
 * An asset: current in the generation, found elsewhere, outdated (to be made), old (kept as it is), or missing
 * (left out).
 */
type Asset =
  | { readonly type: 'current'; readonly record: AssetRecord }
  | { readonly type: 'found'; readonly record: AssetRecord; readonly content: Uint8Array }
  | { readonly type: 'outdated'; readonly fingerprint: string }
  | { readonly type: 'old' }
  | { readonly type: 'missing' };

/** Returns an asset where the last builds left it. One that `keepsOld` is not made again. */
function findAsset(
  { path, dependencies, cached }: CachedFile,
  keepsOld: boolean,
  { writer, fingerprints, shards }: GenerationUpdate,
  { known, served, toKey }: AssetSources,
): Asset {
  const record = known[path];
  // A picture that was never drawn and will not be drawn needs no key.
  if (keepsOld && !record && !writer.has(path) && shards.isEmpty) return { type: 'missing' };
  const fingerprint = dependencies ? fingerprints.of(dependencies()) : '';
  // Its maker returns the hash of its input.
  if (!record && shards.isEmpty && !keepsOld) return { type: 'outdated', fingerprint };
  const isSame = fingerprint !== '' && record?.[0] === fingerprint;
  const key = isSame ? record[1] : toKey(cached.maker, hashContent(cached.getInput()));
  const before = record?.[1] === key ? record[2] : undefined;
  if (before !== undefined && writer.hashOf(path) === before)
    return { type: 'current', record: [fingerprint, key, before] };
  const own = served === undefined ? undefined : readHashed(join(served, path), before);
  const content = own ?? shards.find(path, { key })?.content;
  if (content) return { type: 'found', record: [fingerprint, key, hashContent(content)], content };
  if (keepsOld) return { type: writer.has(path) ? 'old' : 'missing' };
  return { type: 'outdated', fingerprint };
}

/** Returns the key of an asset, by the hash of its input and by its maker. */
type ToKey = (maker: Maker, inputHash: string) => string;

function createKeys(root: string): ToKey {
  const makerKeys = {
    pictures: getMakerKey(root, 'pictures'),
    citations: getMakerKey(root, 'citations'),
  };
  return (maker, inputHash) => hashContent(`${makerKeys[maker]}\n${inputHash}`);
}

/** Returns the key of a folder of `outputs/`: its code and the packages that it uses. */
function getMakerKey(root: string, maker: Maker): string {
  const folder = join(root, 'src/outputs', maker);
  const code = readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
  const { packages: locked } = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ) as { packages: Readonly<Record<string, { readonly version?: string }>> };
  const versions = Object.entries(locked)
    .filter(([path]) => packages[maker].some((name) => path.startsWith(`node_modules/${name}`)))
    .map(([path, { version }]) => `${path}@${version ?? ''}`);
  return hashContent([...code, ...versions].join('\0'));
}
