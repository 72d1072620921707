import { printPlace } from './place.ts';
import { sortProblems, type Problem } from './problem.ts';

/**
 * Takes problems in any order and the number of files read; gives the report as plain text, one line a
 * problem (`place  kind  message`), the last line counting them, such as “3 problems in 2 files.”
 */
export function renderReport(problems: readonly Problem[], filesRead: number): string {
  const sorted = sortProblems(problems);
  if (sorted.length === 0) return `No problems in ${count(filesRead, 'file')}.`;
  const files = new Set(sorted.map((problem) => problem.at.file)).size;
  const lines = sorted.map(renderProblem);
  return [...lines, `${count(sorted.length, 'problem')} in ${count(files, 'file')}.`].join('\n');
}

/** Gives one problem as one line: `place  kind  message`, a warning or notice said behind the kind. */
export function renderProblem(problem: Problem): string {
  const kind =
    problem.severity === 'error' ? problem.kind : `${problem.kind} (${problem.severity})`;
  return `${printPlace(problem.at)}  ${kind}  ${problem.message}`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
