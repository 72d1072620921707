import { cutExcerpt } from './excerpt.ts';
import { getHelp } from './guide.ts';
import type { Severity } from './kinds.ts';
import { printLocation } from './sourceLocation.ts';
import { sortProblems, type Problem } from './problem.ts';
import { printKind, renderCount } from './report.ts';

/** The tone of a piece of a report, from which its colour is chosen. */
export type Tone = Severity | 'faint';

/** What a report needs in addition to problems: the lines of a file if it can be read, and the colouring. */
export interface ReportMeans {
  readonly linesOf: (file: string) => readonly string[] | undefined;
  readonly paint: (tone: Tone, text: string) => string;
}

// Beyond this, repeats of a message in a file are only counted.
const saidInFull = 3;

/**
 * Returns the report for editors, of problems in any order. It lists each problem by file as `renderReport`
 * does, followed by the faulty text and a link to the guide.
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
  const counts = new Map<string, number>();
  return problems
    .flatMap((problem) => {
      const words = getWords(problem);
      const count = (counts.get(words) ?? 0) + 1;
      counts.set(words, count);
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
    `${printLocation(at)}  ${paint(severity, printKind(problem))}  ${message}`,
    ...(excerpt ? [`    ${excerpt.text}`, `    ${paint(severity, excerpt.mark)}`] : []),
    `    ${paint('faint', getHelp(kind))}`,
  ];
}

function getWords({ kind, message }: Problem): string {
  // A new skeleton has dozens of prompts, and the file itself states what each one asks for.
  return kind === 'left-to-write' ? kind : `${kind} ${message}`;
}

/** Returns a report in watch mode, with its time and folder. */
export function renderWatched(report: string, time: string, folder: string): string {
  return `\n— ${time}, checked again whenever ${folder} changes; Ctrl-C ends —\n\n${report}`;
}
