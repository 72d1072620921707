import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesBelow } from './generations.ts';
import { Refusal } from '../problems/refusal.ts';

/** The file that lists all files of a compilation; if any is missing, the compilation is not used. */
const CONTENTS = 'contents.json';

/** Returns the paths of a compilation's files, or undefined if there is no compilation. */
function readContents(compiled: string): readonly string[] | undefined {
  try {
    return JSON.parse(readFileSync(join(compiled, CONTENTS), 'utf8')) as string[];
  } catch {
    return undefined;
  }
}

/** Returns whether a compilation has all of its files. */
export function isWhole(compiled: string): boolean {
  return readContents(compiled)?.every((path) => existsSync(join(compiled, path))) ?? false;
}

/**
 * Returns the files that a compilation keeps beside the pages (scripts, icons), by path. Throws a Refusal if
 * one is missing.
 */
export function readCompiledFiles(compiled: string): Map<string, Uint8Array> {
  try {
    const paths = readContents(compiled) ?? [];
    if (paths.length === 0) throw new Error(`${compiled} is empty.`);
    const folder = 'files/';
    return new Map(
      paths
        .filter((path) => path.startsWith(folder))
        .map((path) => [path.slice(folder.length), readFileSync(join(compiled, path))]),
    );
  } catch {
    throw refuseLost(compiled);
  }
}

/** Returns the Refusal for a compilation that was removed or damaged while a build used it. */
export function refuseLost(compiled: string): Refusal {
  return new Refusal(
    `The compiled pages in ${compiled} were removed or damaged while they were in use, so the site was left as it was. Build again.`,
  );
}

/** Records the files of a complete compilation. */
export function noteContents(compiled: string): void {
  writeFileSync(join(compiled, CONTENTS), JSON.stringify(listFilesBelow(compiled)));
}
