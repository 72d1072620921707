import { loadArchive, type LoadOptions } from '../collections/loadArchive.ts';
import type { Archive } from '../model/archive.ts';
import { traceArchive } from '../model/tracedArchive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import type { Move } from '../views/data/permalinks.ts';
import { checkDirectory, checkPermalinks, type PermalinkCheck } from './checkPermalinks.ts';

/**
 * The result of checking a content folder: every problem, and the archive unless the content has an error.
 */
export interface CheckResult {
  /** Traced: it records what is read of it. */
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
  /** Addresses and renames that `permalinks.txt` does not list yet. */
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  readonly filesRead: number;
}

/**
 * Links the files of a content folder and checks them against the published addresses, finding every problem
 * that can be found before a build. Creates the archive and its addresses only on demand.
 */
export function checkFiles(
  files: readonly ContentFile[],
  folder: string,
  loading: LoadOptions = {},
): CheckResult {
  const loaded = loadArchive(files, folder, loading);
  let check: PermalinkCheck | undefined;
  let traced: Archive | undefined;
  const getArchive = () => loaded.archive && (traced ??= traceArchive(loaded.archive));
  const checkPublished = () => {
    const archive = getArchive();
    return (check ??= archive ? checkPermalinks(archive) : { problems: [], fresh: [], moves: [] });
  };
  const { directory } = loaded;
  const published = directory ? (checkDirectory(directory) ?? checkPublished().problems) : [];
  return {
    get archive() {
      return getArchive();
    },
    problems: [...loaded.problems, ...published],
    get fresh() {
      return checkPublished().fresh;
    },
    get moves() {
      return checkPublished().moves;
    },
    filesRead: loaded.filesRead,
  };
}
