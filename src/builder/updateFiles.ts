import { BATCH_SIZE, type GetSiteWorkers } from './workerPool.ts';
import { distributeJobs } from './distributeJobs.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { makeFile, type FileResult } from './makeFile.ts';
import type { RecordsNote } from './generationKeys.ts';
import type { Archive } from '../model/archive.ts';
import { hashContent } from '../model/hash.ts';
import type { Entries, OutputFile } from '../outputs/outputFile.ts';

/**
 * Writes the files that are neither pages, nor cached assets, nor lists of the archive. Returns the layouts of
 * those that contain entries of lists.
 */
export async function updateFiles(
  update: GenerationUpdate,
  files: readonly OutputFile[],
): Promise<Record<string, RecordsNote>> {
  const { writer, archive, traces, shards, getWorkers } = update;
  const notes: Record<string, RecordsNote> = {};
  const jobs: OutputFile[] = [];
  for (const file of files) {
    const { path, records, entries, cached } = file;
    if (cached || records) continue;
    const note = entries && noteEntries(entries());
    if (note) notes[path] = note;
    const isSame = note ? areSame(note, path, update) : traces.isSame(path);
    if (isSame && writer.has(path)) {
      writer.keep(path);
      if (!note) traces.keep(path);
      continue;
    }
    const found = shards.find(path);
    if (!found) {
      jobs.push(file);
      continue;
    }
    writer.write(path, found.content);
    traces.add(path, found.reads);
  }
  await renderFiles(jobs, archive, getWorkers, ({ entries }, { path, content, reads }) => {
    writer.write(path, content);
    if (!entries) traces.add(path, reads);
  });
  return notes;
}

function noteEntries({ ids, around }: Entries): RecordsNote {
  return {
    around: hashContent(around),
    head: 0,
    separator: 0,
    entries: ids.map((id) => [id, 0]),
  };
}

/** Returns whether a file has the same entries as at the last build, and none of them has changed. */
function areSame(
  { around, entries }: RecordsNote,
  path: string,
  { known, traces }: GenerationUpdate,
): boolean {
  const before = known.records[path];
  return (
    before?.around === around &&
    before.entries.length === entries.length &&
    before.entries.every(([id], index) => id === entries[index]?.[0] && traces.isSame(id))
  );
}

/**
 * Renders files, with workers if there are many, and passes each file and its result to `onResult`, in any order.
 */
export async function renderFiles<File extends OutputFile>(
  files: readonly File[],
  archive: Archive,
  getWorkers: GetSiteWorkers,
  onResult: (file: File, result: FileResult) => void,
): Promise<void> {
  const render = async (file: File) => ({ file, result: await makeFile(file, archive) });
  const runBatch = (batch: readonly File[]) => Promise.all(batch.map(render));
  const workers = getWorkers(files.length).map(({ run: runTask, isReady }) => ({
    isReady,
    run: async (batch: readonly File[]) => {
      const results = await runTask(
        'files',
        batch.map(({ path }) => path),
      );
      return batch.flatMap((file, index) =>
        results[index] ? [{ file, result: results[index] }] : [],
      );
    },
  }));
  await distributeJobs(files, BATCH_SIZE, runBatch, workers, (all) => {
    for (const { file, result } of all) onResult(file, result);
  });
}
