import type { OutputFile } from '../outputs/outputFile.ts';
import { hashContent } from '../model/hash.ts';

/** A rendered file that is not a page. */
export interface FileResult {
  readonly path: string;
  readonly content: string | Uint8Array;
  /** The hash of the input of a cached asset. */
  readonly inputHash?: string;
}

/** Renders a file that is not a page. */
export async function makeFile({ path, render, cached }: OutputFile): Promise<FileResult> {
  const content = await render();
  return cached ? { path, content, inputHash: hashContent(cached.getInput()) } : { path, content };
}
