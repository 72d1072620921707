import { resolve } from 'node:path';
import { AstroError } from 'astro/errors';
import { getStateFolder } from '../archive/database.ts';
import { openDrafts } from '../archive/drafts.ts';
import type { Archive } from '../model/archive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';
import { getContentFolder } from './contentFolder.ts';
import { createContentReader } from './contentReader.ts';
import { getHandedOver } from './handOver.ts';
import { loadArchive, type Loaded } from './loadArchive.ts';

/** A content folder with what it was last found to say. */
interface OpenFolder {
  readonly folder: string;
  readonly read: () => ContentFile[];
  readonly files: readonly ContentFile[];
  readonly loaded: Loaded;
}

let memo: OpenFolder | undefined;

/**
 * Returns the archive of the site: the one handed over by the build, else the content folder read, parsed
 * and linked once, and once more whenever a file of it has changed. Throws an AstroError at the first
 * problem's place, all problems in its hint, when an error stands in the way.
 */
export function getArchive(): Archive {
  const known = getHandedOver();
  if (known) return known;
  const folder = getContentFolder(process.env);
  const read = memo?.folder === folder ? memo.read : createContentReader(folder);
  const files = read();
  if (memo?.read !== read || !areSame(memo.files, files))
    memo = { folder, read, files, loaded: load(files, folder) };
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

/** Says whether all files are as they were: one that is the same is the same object. */
function areSame(before: readonly ContentFile[], now: readonly ContentFile[]): boolean {
  return before.length === now.length && now.every((file, index) => file === before[index]);
}

function load(files: readonly ContentFile[], folder: string): Loaded {
  const state = getStateFolder(resolve(process.env.OUT ?? 'dist'));
  const drafts = openDrafts({ state, root: process.cwd() }, 'command');
  try {
    return loadArchive(files, folder, drafts.parse);
  } finally {
    drafts.close();
  }
}
