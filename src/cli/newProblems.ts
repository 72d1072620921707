import { join } from 'node:path';
import { loadArchive } from '../collections/loadArchive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { ProblemKind } from '../problems/kinds.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';

// Problems that a skeleton may have: they say what is left to write, and nothing is wrong.
const leftToWrite: readonly ProblemKind[] = ['left-to-write', 'field-missing', 'event-undated'];

/** The errors that new files add to the content: what is left to write, and what is wrong. */
export interface NewProblems {
  readonly toWrite: readonly Problem[];
  readonly errors: readonly Problem[];
}

/** A new file: its path inside the content folder, and its text. */
export interface AddedFile {
  readonly path: string;
  readonly text: string;
}

/** Returns a new file in the form of a content file. */
function toContentFile(folder: string, { path, text }: AddedFile): ContentFile {
  return { path, file: join(folder, path), bytes: new TextEncoder().encode(text) };
}

/** Returns the errors that new files add to those that the content already has. */
export function findNewProblems(
  files: readonly ContentFile[],
  folder: string,
  added: readonly AddedFile[],
): NewProblems {
  const all = [...files, ...added.map((file) => toContentFile(folder, file))];
  const before = new Set(loadArchive(files, folder).problems.map(renderProblem));
  const errors = loadArchive(all, folder).problems.filter(
    (problem) => problem.severity === 'error' && !before.has(renderProblem(problem)),
  );
  return {
    toWrite: errors.filter(({ kind }) => leftToWrite.includes(kind)),
    errors: errors.filter(({ kind }) => !leftToWrite.includes(kind)),
  };
}
