import type { Archive } from '../model/archive.ts';
import { linkArchive } from '../model/linkArchive.ts';
import { noteDaysAhead } from '../model/noteDaysAhead.ts';
import { noteNearNames, type Locate } from '../model/noteNearNames.ts';
import { noteLanguages } from '../model/noteLanguages.ts';
import { noteOldTexts } from '../model/noteOldTexts.ts';
import { notePictureLetters } from '../model/notePictureLetters.ts';
import { noteUnmentioned } from '../model/noteUnmentioned.ts';
import { createWordLocator } from '../parse/locateWords.ts';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { hasErrors, sortProblems, type Problem } from '../problems/problem.ts';

/** What the content of a site gave: its archive unless an error stands in the way, and all problems, sorted. */
export interface Loaded {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
  readonly filesRead: number;
}

/**
 * Takes the files of a content folder in any order, and the folder's name as printed, and perhaps a parser that remembers; gives the archive and every problem at once.
 * With the moment that it is now (milliseconds UTC), days that have not come yet are problems too.
 */
export function loadArchive(
  files: readonly ContentFile[],
  folder: string,
  parse: (file: ContentFile) => ParsedFile = parseFile,
  now: number | null = null,
): Loaded {
  const parsed = files.map((file) => parse(file));
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  const linked = linkArchive(drafts, folder);
  const problems = [
    ...parsed.flatMap((file) => file.problems),
    ...linked.problems,
    ...(now === null ? [] : noteDaysAhead(drafts, now)),
  ];
  const archive = hasErrors(problems) ? null : linked.archive;
  const notices = archive
    ? [
        ...noteUnmentioned(archive, drafts),
        ...noteOldTexts(archive, drafts),
        ...noteLanguages(drafts, archive.site.language),
        ...notePictureLetters(archive),
        ...noteNearNames(archive, drafts, createLocate(files)),
      ]
    : [];
  return {
    archive,
    problems: sortProblems([...problems, ...notices]),
    filesRead: files.length,
  };
}

/** Drafts have no places for single words of prose: the few files with a word to be shown are read once more. */
function createLocate(files: readonly ContentFile[]): Locate {
  const locators = new Map<string, ReturnType<typeof createWordLocator>>();
  let byName: Map<string, ContentFile> | undefined;
  return (name, words) => {
    byName ??= new Map(files.map((file) => [file.file, file]));
    const file = byName.get(name);
    const locator = locators.get(name) ?? (file && createWordLocator(file));
    if (locator) locators.set(name, locator);
    return locator?.(words);
  };
}
