import { hash } from 'node:crypto';
import { AT_ONCE, type Crew } from './hands.ts';
import { shareOut } from './shareOut.ts';
import type { KnownFingerprints } from './knownFingerprints.ts';
import type { Shards } from './shards.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import type { DependencyKey } from '../model/fingerprints.ts';
import type { OutputFile } from '../outputs/outputFile.ts';

/** Writes the files that are neither pages, nor cached assets, nor lists of the archive. */
export async function updateFiles(
  files: readonly OutputFile[],
  writer: GenerationWriter,
  fingerprints: KnownFingerprints,
  shards: Shards,
  crew: Crew,
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
  await renderFiles(jobs, crew, (_, { path, content }) => {
    writer.write(path, content);
  });
}

/**
 * Renders files, with workers if there are many, and passes each file and its result to `take`, in any order.
 */
export async function renderFiles<File extends OutputFile>(
  files: readonly File[],
  crew: Crew,
  take: (file: File, made: MadeFile) => void,
): Promise<void> {
  const render = async (file: File) => ({ file, made: await makeFile(file) });
  const make = (batch: readonly File[]) => Promise.all(batch.map(render));
  const helpers = crew(files.length).map(({ ask, isReady }) => ({
    isReady,
    make: async (batch: readonly File[]) => {
      const made = await ask(
        'files',
        batch.map(({ path }) => path),
      );
      return batch.flatMap((file, index) => (made[index] ? [{ file, made: made[index] }] : []));
    },
  }));
  await shareOut(files, AT_ONCE, make, helpers, (all) => {
    for (const { file, made } of all) take(file, made);
  });
}

/** A rendered file that is not a page. */
export interface MadeFile {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The hash of the input of a cached asset. */
  readonly said?: string;
}

/** Renders a file that is not a page. */
export async function makeFile({ path, render, cached }: OutputFile): Promise<MadeFile> {
  const content = await render();
  return cached ? { path, content, said: hash('sha256', cached.getInput()) } : { path, content };
}
