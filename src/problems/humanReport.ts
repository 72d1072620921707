import { cutExcerpt } from './excerpt.ts';
import { getHelp } from './guide.ts';
import type { Severity } from './kinds.ts';
import { printPlace } from './place.ts';
import { sortProblems, type Problem } from './problem.ts';
import { printKind, renderCount } from './report.ts';

/** What a piece of a report is, for whoever gives it a colour. */
export type Tone = Severity | 'faint';

/** What a report asks for beside its problems: the lines of a file where it can be read, and how a piece is coloured. */
export interface ReportMeans {
  readonly linesOf: (file: string) => readonly string[] | undefined;
  readonly paint: (tone: Tone, text: string) => string;
}

// From the fourth on, the same words in the same file tell an editor nothing but their number.
const saidInFull = 3;

/**
 * Returns the report for an editor, of problems in any order: file by file, each
 * problem on a line as `renderReport` has it, and below it the words at fault and where the guide explains it.
 */
export function renderHumanReport(
  problems: readonly Problem[],
  filesRead: number,
  means: ReportMeans,
): string {
  const sorted = sortProblems(problems);
  const byFile = Map.groupBy(sorted, ({ at }) => at.file);
  const groups = [...byFile].map(([file, own]) => renderFile(file, own, means));
  return [...groups, renderCount(sorted, filesRead)].join('\n\n');
}

function renderFile(file: string, problems: readonly Problem[], means: ReportMeans): string {
  const lines = means.linesOf(file);
  const alike = Map.groupBy(problems, getWords);
  const said = new Map<string, number>();
  return problems
    .flatMap((problem) => {
      const words = getWords(problem);
      const count = (said.get(words) ?? 0) + 1;
      said.set(words, count);
      if (count > saidInFull) return [];
      const own = renderProblemInFull(problem, lines?.[problem.at.line - 1], means);
      const more = (alike.get(words)?.length ?? 0) - saidInFull;
      return count === saidInFull && more > 0
        ? [...own, means.paint('faint', `… and ${more} more like this in ${file}`)]
        : own;
    })
    .join('\n');
}

function renderProblemInFull(
  problem: Problem,
  line: string | undefined,
  { paint }: ReportMeans,
): string[] {
  const { at, severity, message, kind, found } = problem;
  const excerpt = line === undefined ? null : cutExcerpt(line, at.column, found);
  return [
    `${printPlace(at)}  ${paint(severity, printKind(problem))}  ${message}`,
    ...(excerpt ? [`    ${excerpt.text}`, `    ${paint(severity, excerpt.mark)}`] : []),
    `    ${paint('faint', getHelp(kind))}`,
  ];
}

function getWords({ kind, message }: Problem): string {
  // A fresh skeleton has dozens of prompts, each of which says in its file what is to be written.
  return kind === 'left-to-write' ? kind : `${kind} ${message}`;
}

/** Returns a report as one of a series, with the time it was made and its folder. */
export function renderWatched(report: string, time: string, folder: string): string {
  return `\n— ${time}, checked again whenever ${folder} changes; Ctrl-C ends —\n\n${report}`;
}
