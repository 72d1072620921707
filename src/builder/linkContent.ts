import { join } from 'node:path';
import type { BuildInput, BuildOptions } from './build.ts';
import { checkFiles, type CheckResult } from '../checks/checkContent.ts';
import { reportFresh, reportMoved } from '../checks/checkPermalinks.ts';
import { BATCH_SIZE, type WorkerPool, type LoadTask } from './workerPool.ts';
import { distributeJobs } from './distributeJobs.ts';
import type { BuildSettings } from './settings.ts';
import { listShards } from './shards.ts';
import { getDraftKey, openDrafts, type Drafts } from '../archive/drafts.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';

/** The linked content, a function that saves its drafts, and the draft key of each file. */
interface LinkResult {
  readonly checked: CheckResult;
  /** Saves the parsed drafts. */
  readonly saveDrafts: () => void;
  readonly keys: LoadTask['files'];
}

/** Parses the files that no earlier command has parsed, then links and checks all of them. */
export async function linkContent(
  { takeFiles }: BuildInput,
  settings: BuildSettings,
  { freshAddresses, movedBase }: BuildOptions,
  pool: WorkerPool,
): Promise<LinkResult> {
  const files = takeFiles();
  const { state, root } = settings;
  const drafts = openDrafts({ state, root, others: listShards(settings) }, 'build');
  await parseFiles(files, drafts, pool);
  const checked = checkFiles(files, settings.content, { parse: drafts.parse });
  const { archive, fresh, moves, filesRead } = checked;
  const refused =
    freshAddresses === 'refused'
      ? reportFresh(fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const moved = movedBase === 'refused' && archive ? reportMoved(archive, settings.base) : [];
  const problems = [...checked.problems, ...refused, ...moved];
  const keys = files.map((file) => ({ file: file.file, key: getDraftKey(file) }));
  const saveDrafts = () => {
    drafts.close(keys);
  };
  return { checked: { archive, fresh, moves, filesRead, problems }, saveDrafts, keys };
}

/** Parses the files without a known draft, with workers if there are many. */
async function parseFiles(
  files: readonly ContentFile[],
  drafts: Drafts,
  pool: WorkerPool,
): Promise<void> {
  const unknown = drafts.listUnknown(files);
  if (unknown.length < pool.minTasks) return;
  const learn = (batch: readonly ContentFile[], parsed: readonly ParsedFile[]) =>
    batch.map((file, index) => {
      const one = parsed[index];
      if (one) drafts.add(file, one);
    });
  const workers = pool.getWorkers().map(({ run: runTask }) => ({
    isReady: Promise.resolve(true),
    run: async (batch: readonly ContentFile[]) => learn(batch, await runTask('parse', batch)),
  }));
  const parse = (batch: readonly ContentFile[]) =>
    Promise.resolve(learn(batch, batch.map(parseFile)));
  await distributeJobs(unknown, BATCH_SIZE, parse, workers, () => undefined);
}
