import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAssetRecords, writeAssetRecords, type AssetRecord } from './assetRecords.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { getServedGeneration } from './generations.ts';
import type { BuildSettings } from './settings.ts';
import { readHashed } from './readHashed.ts';
import { renderFiles } from './updateFiles.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { Traces } from './traces.ts';
import { hashContent } from '../model/hash.ts';
import { trace } from '../model/tracedArchive.ts';

type Maker = NonNullable<OutputFile['cached']>['maker'];

/** The packages that each folder of makers uses; another version may make something else. */
const packages: Record<Maker, readonly string[]> = {
  pictures: ['@takumi-rs/', '@fontsource/'],
  citations: ['@citation-js/'],
};

/** A file that is kept between builds by the key of its input. */
type CachedFile = OutputFile & Required<Pick<OutputFile, 'cached' | 'getInput'>>;

/**
 * Updates the cached assets (files with `cached`) and ignores all other files. Reuses an asset that either
 * generation or a shard made from the same text, code and packages; if nothing that a file's input was made from has
 * changed, the file is kept without asking for its input. If pictures are kept, missing ones stay missing.
 * Writes the record of each asset beside the generations.
 */
export async function updateCachedAssets(
  update: GenerationUpdate,
  files: readonly OutputFile[],
  settings: BuildSettings,
  pictures: 'drawn' | 'kept' = 'drawn',
): Promise<void> {
  const { writer, archive, common, fingerprints, getWorkers } = update;
  const toKey = createKeys(settings.root);
  // Without records, everything is made again.
  const known = readAssetRecords(settings.state);
  const traces = new Traces(fingerprints, known?.common === common ? known.traces : undefined);
  const served = getServedGeneration(settings);
  const records: Record<string, AssetRecord> = {};
  const jobs: CachedFile[] = [];
  for (const file of files) {
    if (!isCached(file)) continue;
    const { path } = file;
    const keepsOld = pictures === 'kept' && file.cached.maker === 'pictures';
    const asset = findAsset(file, keepsOld, update, {
      known: known?.assets ?? {},
      traces,
      served,
      toKey,
    });
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
        jobs.push(file);
        break;
      case 'old':
        writer.keep(path);
        break;
      case 'missing':
    }
  }
  await renderFiles(jobs, archive, getWorkers, ({ cached }, result) => {
    const { path, content, inputHash, reads } = result;
    if (inputHash === undefined) throw new Error(`Missing input hash of ${path}.`);
    writer.write(path, content);
    records[path] = [toKey(cached.maker, inputHash), hashContent(content)];
    traces.add(path, reads);
  });
  writeAssetRecords(settings.state, { common, traces: traces.toRecord(), assets: records });
}

function isCached(file: OutputFile): file is CachedFile {
  return file.cached !== undefined && file.getInput !== undefined;
}

/** Where an asset may be found, and a function that returns its key. */
interface AssetSources {
  readonly known: Readonly<Record<string, AssetRecord>>;
  readonly traces: Traces;
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
  | { readonly type: 'outdated' }
  | { readonly type: 'old' }
  | { readonly type: 'missing' };

/** Returns an asset where the last builds left it. One that `keepsOld` is not made again. */
function findAsset(
  { path, cached, getInput }: CachedFile,
  keepsOld: boolean,
  { writer, archive, shards }: GenerationUpdate,
  { known, traces, served, toKey }: AssetSources,
): Asset {
  const record = known[path];
  // A picture that was never drawn and will not be drawn needs no key.
  if (keepsOld && !record && !writer.has(path) && shards.isEmpty) return { type: 'missing' };
  // Its maker returns the hash of its input.
  if (!record && shards.isEmpty && !keepsOld) return { type: 'outdated' };
  let key = record?.[0];
  if (traces.isSame(path)) traces.keep(path);
  else {
    const { value: input, reads } = trace(archive, getInput);
    traces.add(path, reads);
    key = toKey(cached.maker, hashContent(input));
  }
  const before = record?.[0] === key ? record?.[1] : undefined;
  if (record && before !== undefined && writer.hashOf(path) === before)
    return { type: 'current', record };
  const own = served === undefined ? undefined : readHashed(join(served, path), before);
  const content = own ?? shards.find(path, { key })?.content;
  if (content && key !== undefined)
    return { type: 'found', record: [key, hashContent(content)], content };
  if (keepsOld) return { type: writer.has(path) ? 'old' : 'missing' };
  return { type: 'outdated' };
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
