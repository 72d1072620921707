import { loadArchive } from '../collections/loadArchive.ts';
import type { Archive } from '../model/archive.ts';
import type { ContentFile, ParsedFile } from '../parse/parseFile.ts';
import type { Problem } from '../problems/problem.ts';
import type { Move } from '../views/data/permalinks.ts';
import { checkPermalinks } from './checkPermalinks.ts';

/** What checking a content folder gave: its archive unless an error of its own stands in the way, and every problem. */
export interface Checked {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
  /** Addresses, and where renamed ones lead, that `permalinks.txt` does not have yet. */
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  readonly filesRead: number;
}

/** Links the files of a content folder and holds them to the addresses it has published: all that can be wrong before a build, and with the moment that it is now (milliseconds UTC) days that have not come yet. */
export function checkFiles(
  files: readonly ContentFile[],
  folder: string,
  parse?: (file: ContentFile) => ParsedFile,
  now: number | null = null,
): Checked {
  const { archive, problems, filesRead } = loadArchive(files, folder, parse, now);
  const permalinks = archive ? checkPermalinks(archive) : { problems: [], fresh: [], moves: [] };
  return {
    archive,
    problems: [...problems, ...permalinks.problems],
    fresh: permalinks.fresh,
    moves: permalinks.moves,
    filesRead,
  };
}
