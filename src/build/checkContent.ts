import { loadArchive, type Loading } from '../collections/loadArchive.ts';
import type { Archive } from '../model/archive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import type { Move } from '../views/data/permalinks.ts';
import { checkDirectory, checkPermalinks, type PermalinkCheck } from './checkPermalinks.ts';

/** What checking a content folder gave: its archive unless an error of its own stands in the way, and every problem. */
export interface Checked {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
  /** Addresses, and where renamed ones lead, that `permalinks.txt` does not have yet. */
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  readonly filesRead: number;
}

/**
 * Links the files of a content folder and holds them to the addresses it has published: all that can be wrong before
 * a build. The archive, and what it would publish, is made where it is asked for.
 */
export function checkFiles(
  files: readonly ContentFile[],
  folder: string,
  loading: Loading = {},
): Checked {
  const loaded = loadArchive(files, folder, loading);
  let check: PermalinkCheck | undefined;
  const checkPublished = () => {
    const { archive } = loaded;
    return (check ??= archive ? checkPermalinks(archive) : { problems: [], fresh: [], moves: [] });
  };
  const { directory } = loaded;
  const published = directory ? (checkDirectory(directory) ?? checkPublished().problems) : [];
  return {
    get archive() {
      return loaded.archive;
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
