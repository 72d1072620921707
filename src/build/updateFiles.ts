import { BATCH_SIZE, type GetSiteWorkers } from './workerPool.ts';
import { distributeJobs } from './distributeJobs.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { makeFile, type FileResult } from './makeFile.ts';
import type { DependencyKey } from '../model/fingerprints.ts';
import type { OutputFile } from '../outputs/outputFile.ts';

/** Writes the files that are neither pages, nor cached assets, nor lists of the archive. */
export async function updateFiles(
  { writer, fingerprints, shards, getWorkers }: GenerationUpdate,
  files: readonly OutputFile[],
): Promise<void> {
  const jobs: OutputFile[] = [];
  for (const file of files) {
    const { path, dependencies, records, entries, cached } = file;
    if (cached || records) continue;
    const keys =
      dependencies?.() ?? entries?.().map((own): DependencyKey => `=${fingerprints.of(own)}`);
    const isKept = keys !== undefined && fingerprints.isSame(path, keys) && writer.has(path);
    const found =
      dependencies && !isKept
        ? shards.find(path, { dependencies: fingerprints.dependencies[path] })
        : undefined;
    if (isKept) writer.keep(path);
    else if (found) writer.write(path, found.content);
    else jobs.push(file);
  }
  await renderFiles(jobs, getWorkers, (_, { path, content }) => {
    writer.write(path, content);
  });
}

/**
 * Renders files, with workers if there are many, and passes each file and its result to `onResult`, in any order.
 */
export async function renderFiles<File extends OutputFile>(
  files: readonly File[],
  getWorkers: GetSiteWorkers,
  onResult: (file: File, result: FileResult) => void,
): Promise<void> {
  const render = async (file: File) => ({ file, result: await makeFile(file) });
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
