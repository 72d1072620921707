import { printPlace } from './place.ts';
import { sortProblems, type Problem } from './problem.ts';

/**
 * Takes problems in any order and the number of files read; gives the report as plain text, one line a
 * problem (`place  kind  message`), the last line counting them, such as “3 problems in 2 files.”
 */
export function renderReport(problems: readonly Problem[], filesRead: number): string {
  const sorted = sortProblems(problems);
  return [...sorted.map(renderProblem), renderCount(sorted, filesRead)].join('\n');
}

/** Gives one problem as one line: `place  kind  message`, a warning or notice said behind the kind. */
export function renderProblem(problem: Problem): string {
  return `${printPlace(problem.at)}  ${printKind(problem)}  ${problem.message}`;
}

/** Gives the kind of a problem as a report has it, a warning or notice said behind it. */
export function printKind({ kind, severity }: Problem): string {
  return severity === 'error' ? kind : `${kind} (${severity})`;
}

/** Takes problems, each said once, and the number of files read; gives the last line of a report. */
export function renderCount(problems: readonly Problem[], filesRead: number): string {
  if (problems.length === 0) return `No problems in ${count(filesRead, 'file')}.`;
  const files = new Set(problems.map(({ at }) => at.file)).size;
  return `${count(problems.length, 'problem')} in ${count(files, 'file')}.`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
