import { join } from 'node:path';
import type { BuildInput, BuildOptions } from './buildSite.ts';
import { checkFiles, type Checked } from './checkContent.ts';
import { reportFresh, reportMoved } from './checkPermalinks.ts';
import { AT_ONCE, MANY, type Hands, type OpenTask } from './hands.ts';
import { shareOut } from './shareOut.ts';
import { getParseKey, openParseCache, type ParseCache } from './parseCache.ts';
import type { BuildSettings } from './settings.ts';
import { listShards } from './shards.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';

/** What linking gave, the parse cache to be closed, and under which key it has each file. */
interface LinkedContent {
  readonly checked: Checked;
  readonly cache: ParseCache;
  readonly keys: OpenTask['files'];
}

/** Parses what no earlier build has parsed, and links and checks all of it. */
export async function linkContent(
  { takeFiles, codeKey }: BuildInput,
  settings: BuildSettings,
  { freshAddresses, movedBase }: BuildOptions,
  hands: Hands,
): Promise<LinkedContent> {
  const files = takeFiles();
  const cache = openParseCache(settings.state, codeKey, listShards(settings));
  await parseFiles(files, cache, hands);
  const checked = checkFiles(files, settings.content, cache.parse);
  const refused =
    freshAddresses === 'refused'
      ? reportFresh(checked.fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const moved =
    movedBase === 'refused' && checked.archive ? reportMoved(checked.archive, settings.base) : [];
  const problems = [...checked.problems, ...refused, ...moved];
  const keys = files.map((file) => ({ file: file.file, key: getParseKey(file) }));
  return { checked: { ...checked, problems }, cache, keys };
}

/** Parses the files that the cache does not know, in several threads where they are many. */
async function parseFiles(
  files: readonly ContentFile[],
  cache: ParseCache,
  hands: Hands,
): Promise<void> {
  const unknown = cache.listUnknown(files);
  if (unknown.length < MANY) return;
  const learn = (batch: readonly ContentFile[], parsed: readonly ParsedFile[]) =>
    batch.map((file, index) => {
      const one = parsed[index];
      if (one) cache.learn(file, one);
    });
  const helpers = hands.helpers().map(({ ask }) => ({
    isReady: Promise.resolve(true),
    make: async (batch: readonly ContentFile[]) => learn(batch, await ask('parse', batch)),
  }));
  const parse = (batch: readonly ContentFile[]) =>
    Promise.resolve(learn(batch, batch.map(parseFile)));
  await shareOut(unknown, AT_ONCE, parse, helpers, () => undefined);
}
