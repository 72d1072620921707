import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssetRecords, writeAssetRecords, type AssetRecord } from './assetRecords.ts';
import type { GetSiteWorkers } from './workerPool.ts';
import { getServedGeneration } from './generations.ts';
import type { Shards } from './shards.ts';
import type { BuildSettings } from './settings.ts';
import { renderFiles } from './updateFiles.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import type { DependencyKey } from '../model/fingerprints.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { hashContent } from '../model/hash.ts';

type Maker = NonNullable<OutputFile['cached']>['maker'];

/** The packages that each folder of makers uses; another version may make something else. */
const packages: Record<Maker, readonly string[]> = {
  pictures: ['@takumi-rs/', '@fontsource/'],
  citations: ['@citation-js/'],
};

/**
 * Updates the cached assets (files with `cached`) and ignores all other files. Reuses an asset that either
 * generation or a shard made from the same text, code and packages. `getFingerprint` returns the fingerprint of a
 * file's dependencies: if that is unchanged, the file is kept without asking for its input. If pictures are kept,
 * missing ones stay missing. Writes the record of each asset beside the generations.
 */
export async function updateCachedAssets(
  files: readonly OutputFile[],
  writer: GenerationWriter,
  settings: BuildSettings,
  getFingerprint: (dependencies: readonly DependencyKey[]) => string,
  shards: Shards,
  getWorkers: GetSiteWorkers,
  pictures: 'drawn' | 'kept' = 'drawn',
): Promise<void> {
  const makerKeys = {
    pictures: getMakerKey(settings.root, 'pictures'),
    citations: getMakerKey(settings.root, 'citations'),
  };
  // Without records, everything is made again.
  const known = readAssetRecords(settings.state);
  const records: Record<string, AssetRecord> = {};
  const served = getServedGeneration(settings);
  const jobs: (OutputFile & { readonly fingerprint: string; readonly maker: Maker })[] = [];
  const toKey = (maker: Maker, inputHash: string) =>
    hashContent(`${makerKeys[maker]}\n${inputHash}`);
  const addAsset = (
    path: string,
    fingerprint: string,
    key: string,
    content: string | Uint8Array,
  ) => {
    writer.write(path, content);
    records[path] = [fingerprint, key, hashContent(content)];
  };
  for (const file of files) {
    const { path, dependencies, cached } = file;
    if (!cached) continue;
    const record = known[path];
    // A picture that was never drawn and will not be drawn needs no key.
    const keepsOld = pictures === 'kept' && cached.maker === 'pictures';
    if (keepsOld && !record && !writer.has(path) && shards.isEmpty) continue;
    const fingerprint = dependencies ? getFingerprint(dependencies()) : '';
    if (!record && shards.isEmpty && !keepsOld) {
      // Its maker returns the hash of its input.
      jobs.push({ ...file, fingerprint, maker: cached.maker });
      continue;
    }
    const isSame = fingerprint !== '' && record?.[0] === fingerprint;
    const key = isSame ? record[1] : toKey(cached.maker, hashContent(cached.getInput()));
    const before = record?.[1] === key ? record[2] : undefined;
    if (before !== undefined && writer.hashOf(path) === before) {
      writer.keep(path);
      records[path] = [fingerprint, key, before];
      continue;
    }
    const found = readServed(served, path, before) ?? shards.find(path, { key })?.content;
    if (!found && keepsOld) {
      if (writer.has(path)) writer.keep(path);
      continue;
    }
    if (found) addAsset(path, fingerprint, key, found);
    else jobs.push({ ...file, fingerprint, maker: cached.maker });
  }
  await renderFiles(jobs, getWorkers, ({ fingerprint, maker }, { path, content, inputHash }) => {
    if (inputHash === undefined) throw new Error(`It is not known what ${path} was made from.`);
    addAsset(path, fingerprint, toKey(maker, inputHash), content);
  });
  writeAssetRecords(settings.state, records);
}

/** Returns the file of the served generation if it has the wanted hash. */
function readServed(
  served: string | undefined,
  path: string,
  wanted: string | undefined,
): Uint8Array | undefined {
  if (served === undefined || wanted === undefined) return undefined;
  try {
    const content = readFileSync(join(served, path));
    return hashContent(content) === wanted ? content : undefined;
  } catch {
    return undefined;
  }
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
