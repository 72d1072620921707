import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesBelow } from './generations.ts';
import { Refusal } from '../problems/refusal.ts';

/** The list of its files that each compilation has: one that lacks any of them is as good as none. */
const CONTENTS = 'contents.json';

/** Returns the paths of a compilation's files, undefined where there is no compilation. */
function readContents(compiled: string): readonly string[] | undefined {
  try {
    return JSON.parse(readFileSync(join(compiled, CONTENTS), 'utf8')) as string[];
  } catch {
    return undefined;
  }
}

/** Returns whether a compilation is there with all of its files. */
export function isWhole(compiled: string): boolean {
  return readContents(compiled)?.every((path) => existsSync(join(compiled, path))) ?? false;
}

/** Returns the files that a compilation has for beside the pages (scripts, icons), by path. Throws a Refusal where one is missing. */
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

/** Returns what to throw where a compilation was removed or damaged while a build works with it. */
export function refuseLost(compiled: string): Refusal {
  return new Refusal(
    `The compiled pages in ${compiled} were removed or damaged while they were in use, so the site was left as it was. Build again.`,
  );
}

/** Notes which files a compilation has, once it has them all. */
export function noteContents(compiled: string): void {
  writeFileSync(join(compiled, CONTENTS), JSON.stringify(listFilesBelow(compiled)));
}
