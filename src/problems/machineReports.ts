import { getHelp } from './guide.ts';
import { sortProblems, type Problem } from './problem.ts';
import { countBySeverity, renderCount } from './report.ts';

/** Returns the report as JSON: the parts of each problem, and the counts. Problems may be in any order. */
export function renderJsonReport(problems: readonly Problem[], filesRead: number): string {
  const sorted = sortProblems(problems);
  const listed = sorted.map(({ at, kind, severity, message }) => ({
    file: at.file,
    line: at.line,
    column: at.column,
    kind,
    severity,
    message,
    help: getHelp(kind),
  }));
  return JSON.stringify(
    { problems: listed, ...countBySeverity(sorted), files: filesRead },
    null,
    2,
  );
}

/**
 * Returns the report as GitHub workflow commands, which show each problem at its line. Problems may be in any
 * order.
 */
export function renderGithubReport(problems: readonly Problem[], filesRead: number): string {
  const sorted = sortProblems(problems);
  const commands = sorted.map(({ at, kind, severity, message }) => {
    const where = `file=${escapeProperty(at.file)},line=${at.line},col=${at.column}`;
    return `::${severity} ${where},title=${escapeProperty(kind)}::${escapeData(message)}`;
  });
  return [...commands, renderCount(sorted, filesRead)].join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
