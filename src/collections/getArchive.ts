import { lstatSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AstroError } from 'astro/errors';
import type { Archive } from '../model/archive.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';
import { getContentFolder } from './contentFolder.ts';
import { getHandedOver } from './handOver.ts';
import { loadArchive, type Loaded } from './loadArchive.ts';
import { disk, readContent } from './readContent.ts';

let memo: { readonly key: string; readonly loaded: Loaded } | undefined;

/**
 * Returns the archive of the site: the one handed over by the build, else the content folder read, parsed
 * and linked once, and once more whenever a file of it has changed. Throws an AstroError at the first
 * problem's place, all problems in its hint, when an error stands in the way.
 */
export function getArchive(): Archive {
  const known = getHandedOver();
  if (known) return known;
  const folder = getContentFolder(process.env);
  const key = getFolderKey(folder);
  if (memo?.key !== key) memo = { key, loaded: loadArchive(readContent(folder), folder) };
  const { archive, problems } = memo.loaded;
  if (archive) return archive;
  throw createContentError(problems, folder);
}

/** Returns the error that stops Astro at the first problem of the content, with all of them in its hint. */
export function createContentError(problems: readonly Problem[], folder: string): AstroError {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const error = new AstroError(
    first ? first.message : `Nothing could be read from ${folder}/.`,
    errors.map(renderProblem).join('\n'),
  );
  // The constructor has no parameter for it; the overlay and the terminal read it from here.
  return first
    ? Object.assign(error, { loc: { ...first.at, file: resolve(first.at.file) } })
    : error;
}

/** Names the state of a folder: its files with their sizes and times of change. */
function getFolderKey(folder: string): string {
  return disk
    .list(folder)
    .map(({ path }) => {
      const { size = 0, mtimeMs = 0 } =
        lstatSync(join(folder, path), { throwIfNoEntry: false }) ?? {};
      return `${path}\0${size}\0${mtimeMs}`;
    })
    .sort()
    .join('\n');
}
