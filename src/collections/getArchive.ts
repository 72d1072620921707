import { resolve } from 'node:path';
import { AstroError } from 'astro/errors';
import { getStateFolder } from '../archive/stateFolder.ts';
import { openDrafts } from '../archive/drafts.ts';
import { openKnown, type Known } from '../archive/known.ts';
import type { Archive } from '../model/archive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';
import { getContentFolder } from './contentFolder.ts';
import { createContentReader } from './contentReader.ts';
import { getHandedOver } from './handOver.ts';
import { loadArchive } from './loadArchive.ts';

/** A content folder with what it was last found to say. */
interface OpenFolder {
  readonly folder: string;
  readonly read: () => ContentFile[];
  readonly known: Known;
  readonly files: readonly ContentFile[];
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
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
  const place = { state: getStateFolder(resolve(process.env.OUT ?? 'dist')), root: process.cwd() };
  const open =
    memo?.folder === folder
      ? memo
      : { folder, read: createContentReader(folder), known: openKnown(place), files: [] };
  const files = open.read();
  if (memo !== open || !areSame(memo.files, files)) {
    const drafts = openDrafts(place, 'command');
    // The archive is made while its drafts are at hand.
    const { archive, problems } = loadArchive(files, folder, {
      parse: drafts.parse,
      known: open.known,
    });
    drafts.close(files);
    memo = { ...open, files, archive, problems };
  }
  const { archive, problems } = memo;
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

/** Returns whether all files are as they were: one that is the same is the same object. */
function areSame(before: readonly ContentFile[], now: readonly ContentFile[]): boolean {
  return before.length === now.length && now.every((file, index) => file === before[index]);
}
