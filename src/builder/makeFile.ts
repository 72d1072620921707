import type { Archive } from '../model/archive.ts';
import { hashContent } from '../model/hash.ts';
import { trace, type ReadKey } from '../model/tracedArchive.ts';
import type { OutputFile } from '../outputs/outputFile.ts';

/** A rendered file that is not a page. */
export interface FileResult {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** What it was made from. */
  readonly reads: readonly ReadKey[];
  /** The hash of the input of a file that has one. */
  readonly inputHash?: string;
}

/** Renders a file that is not a page from a traced archive. */
export async function makeFile(
  { path, render, getInput }: OutputFile,
  archive: Archive,
): Promise<FileResult> {
  if (getInput) {
    const { value: input, reads } = trace(archive, getInput);
    return { path, content: await render(), reads: [...reads], inputHash: hashContent(input) };
  }
  const { value: content, reads } = trace(archive, render);
  if (content instanceof Promise) throw new Error(`${path} takes time to make, but has no input.`);
  return { path, content, reads: [...reads] };
}
