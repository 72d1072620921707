import { printLocation } from './sourceLocation.ts';
import { sortProblems, type Problem } from './problem.ts';

/**
 * Returns the report as plain text, of problems in any order: one line per problem (`location  kind  message`),
 * and a last line with their number, such as “2 errors and 1 warning in 2 files.”
 */
export function renderReport(problems: readonly Problem[], filesRead: number): string {
  const sorted = sortProblems(problems);
  return [...sorted.map(renderProblem), renderCount(sorted, filesRead)].join('\n');
}

/**
 * Returns a problem as one line: `location  kind  message`, with the severity after the kind unless it is an
 * error.
 */
export function renderProblem(problem: Problem): string {
  return `${printLocation(problem.at)}  ${printKind(problem)}  ${problem.message}`;
}

/** Returns the kind of a problem for a report, with its severity unless it is an error. */
export function printKind({ kind, severity }: Problem): string {
  return severity === 'error' ? kind : `${kind} (${severity})`;
}

/**
 * Returns the last line of a report, which counts errors, warnings and notices separately, as only errors
 * stop a build. `problems` must have no duplicates.
 */
export function renderCount(problems: readonly Problem[], filesRead: number): string {
  if (problems.length === 0) return `No problems in ${count(filesRead, 'file')}.`;
  const files = new Set(problems.map(({ at }) => at.file)).size;
  const { errors, warnings, notices } = countBySeverity(problems);
  const counts = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(notices > 0 ? [count(notices, 'notice')] : []),
  ];
  const last = counts.at(-1) ?? '';
  const before = counts.slice(0, -1).join(', ');
  return `${before === '' ? last : `${before} and ${last}`} in ${count(files, 'file')}.`;
}

/** Returns the number of problems of each severity. */
export function countBySeverity(
  problems: readonly Problem[],
): Readonly<Record<'errors' | 'warnings' | 'notices', number>> {
  const of = (severity: Problem['severity']) =>
    problems.filter((problem) => problem.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), notices: of('notice') };
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
