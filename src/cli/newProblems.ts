import { join } from 'node:path';
import { loadArchive } from '../collections/loadArchive.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import type { ProblemKind } from '../problems/kinds.ts';
import type { Problem } from '../problems/problem.ts';
import { renderProblem } from '../problems/report.ts';

// What a skeleton may have: it says what is still to be written, and nothing that is wrong.
const leftToWrite: readonly ProblemKind[] = ['left-to-write', 'field-missing', 'event-undated'];

/** The errors that a new file brings into the content: what is left to write, and what is wrong. */
export interface NewProblems {
  readonly left: readonly Problem[];
  readonly wrong: readonly Problem[];
}

/** Takes the files of a content folder, and the path and text of one more; gives the errors that come with it. */
export function findNewProblems(
  files: readonly ContentFile[],
  folder: string,
  path: string,
  text: string,
): NewProblems {
  const added = { path, file: join(folder, path), bytes: new TextEncoder().encode(text) };
  const before = new Set(loadArchive(files, folder).problems.map(renderProblem));
  const errors = loadArchive([...files, added], folder).problems.filter(
    (problem) => problem.severity === 'error' && !before.has(renderProblem(problem)),
  );
  return {
    left: errors.filter(({ kind }) => leftToWrite.includes(kind)),
    wrong: errors.filter(({ kind }) => !leftToWrite.includes(kind)),
  };
}
