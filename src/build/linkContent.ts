import { join } from 'node:path';
import type { BuildInput, BuildOptions } from './buildSite.ts';
import { checkFiles, type Checked } from './checkContent.ts';
import { reportFresh, reportMoved } from './checkPermalinks.ts';
import { AT_ONCE, type Hands, type OpenTask } from './hands.ts';
import { shareOut } from './shareOut.ts';
import type { BuildSettings } from './settings.ts';
import { listShards } from './shards.ts';
import { getDraftKey, openDrafts, type Drafts } from '../archive/drafts.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';

/** The linked content, a function that saves its drafts, and the draft key of each file. */
interface LinkedContent {
  readonly checked: Checked;
  /** Saves the parsed drafts. */
  readonly keep: () => void;
  readonly keys: OpenTask['files'];
}

/** Parses the files that no earlier command has parsed, then links and checks all of them. */
export async function linkContent(
  { takeFiles }: BuildInput,
  settings: BuildSettings,
  { freshAddresses, movedBase }: BuildOptions,
  hands: Hands,
): Promise<LinkedContent> {
  const files = takeFiles();
  const { state, root } = settings;
  const drafts = openDrafts({ state, root, others: listShards(settings) }, 'build');
  await parseFiles(files, drafts, hands);
  const checked = checkFiles(files, settings.content, { parse: drafts.parse });
  const { archive, fresh, moves, filesRead } = checked;
  const refused =
    freshAddresses === 'refused'
      ? reportFresh(fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const moved = movedBase === 'refused' && archive ? reportMoved(archive, settings.base) : [];
  const problems = [...checked.problems, ...refused, ...moved];
  const keys = files.map((file) => ({ file: file.file, key: getDraftKey(file) }));
  const keep = () => {
    drafts.close(keys);
  };
  return { checked: { archive, fresh, moves, filesRead, problems }, keep, keys };
}

/** Parses the files without a known draft, with workers if there are many. */
async function parseFiles(
  files: readonly ContentFile[],
  drafts: Drafts,
  hands: Hands,
): Promise<void> {
  const unknown = drafts.listUnknown(files);
  if (unknown.length < hands.many) return;
  const learn = (batch: readonly ContentFile[], parsed: readonly ParsedFile[]) =>
    batch.map((file, index) => {
      const one = parsed[index];
      if (one) drafts.learn(file, one);
    });
  const helpers = hands.helpers().map(({ ask }) => ({
    isReady: Promise.resolve(true),
    make: async (batch: readonly ContentFile[]) => learn(batch, await ask('parse', batch)),
  }));
  const parse = (batch: readonly ContentFile[]) =>
    Promise.resolve(learn(batch, batch.map(parseFile)));
  await shareOut(unknown, AT_ONCE, parse, helpers, () => undefined);
}
