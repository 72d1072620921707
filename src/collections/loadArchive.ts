import type { Archive } from '../model/archive.ts';
import { linkArchive } from '../model/linkArchive.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { hasErrors, sortProblems, type Problem } from '../problems/problem.ts';

/** What the content of a site gave: its archive unless an error stands in the way, and all problems, sorted. */
export interface Loaded {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/** Takes the files of a content folder in any order, and the folder's name as printed, and perhaps a parser that remembers; gives the archive and every problem at once. */
export function loadArchive(
  files: readonly ContentFile[],
  folder: string,
  parse: (file: ContentFile) => ParsedFile = parseFile,
): Loaded {
  const parsed = files.map((file) => parse(file));
  const linked = linkArchive(
    parsed.flatMap(({ draft }) => draft ?? []),
    folder,
  );
  const problems = sortProblems([...parsed.flatMap((file) => file.problems), ...linked.problems]);
  return {
    archive: hasErrors(problems) ? null : linked.archive,
    problems,
    filesRead: files.length,
  };
}
