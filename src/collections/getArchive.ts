import { resolve } from 'node:path';
import { AstroError } from 'astro/errors';
import { getStateFolder } from '../archive/stateFolder.ts';
import { openDrafts } from '../archive/drafts.ts';
import { openContentCache, type ContentCache } from '../archive/contentCache.ts';
import type { Archive } from '../model/archive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';
import { getContentFolder } from './contentFolder.ts';
import { createContentReader } from './contentReader.ts';
import { getProvidedArchive } from './provideArchive.ts';
import { loadArchive } from './loadArchive.ts';

/** A content folder with the result of its last reading. */
interface LoadedFolder {
  readonly folder: string;
  readonly read: () => ContentFile[];
  readonly known: ContentCache;
  readonly files: readonly ContentFile[];
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
}

let memo: LoadedFolder | undefined;

/**
 * Returns the archive of the site: the one that a build provides, or else the content folder, which is loaded
 * again only when one of its files has changed. If the content has an error, throws an AstroError at the
 * location of the first problem, with all problems in its hint.
 */
export function getArchive(): Archive {
  const known = getProvidedArchive();
  if (known) return known;
  const folder = getContentFolder(process.env);
  const cacheLocation = {
    state: getStateFolder(resolve(process.env.OUT ?? 'dist')),
    root: process.cwd(),
  };
  const open =
    memo?.folder === folder
      ? memo
      : {
          folder,
          read: createContentReader(folder),
          known: openContentCache(cacheLocation),
          files: [],
        };
  const files = open.read();
  if (memo !== open || !areSame(memo.files, files)) {
    const drafts = openDrafts(cacheLocation, 'command');
    // The archive is created before its drafts are released.
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

/** Returns the error that stops Astro at the first problem of the content, with all problems in its hint. */
export function createContentError(problems: readonly Problem[], folder: string): AstroError {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const error = new AstroError(
    first ? first.message : `Nothing could be read from ${folder}/.`,
    errors.map(renderProblem).join('\n'),
  );
  // The constructor has no parameter for the location; the overlay and the terminal read it from here.
  return first
    ? Object.assign(error, { loc: { ...first.at, file: resolve(first.at.file) } })
    : error;
}

/** Returns whether all files are unchanged; an unchanged file is the same object. */
function areSame(before: readonly ContentFile[], now: readonly ContentFile[]): boolean {
  return before.length === now.length && now.every((file, index) => file === before[index]);
}
