import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { OutputFile } from '../outputs/listFiles.ts';

/** Takes the files of the site that are not pages; writes each below a folder. Throws what the disk throws. */
export async function writeOutputs(files: readonly OutputFile[], folder: string): Promise<void> {
  for (const { path, render } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, await render());
  }
}
