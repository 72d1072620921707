import {
  problemKinds,
  revealMarks,
  toOneLine,
  type ProblemFacts,
  type ProblemKind,
  type Severity,
} from './kinds.ts';
import { comparePlaces, type Place } from './place.ts';

/** One thing wrong, in words, at its place. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly at: Place;
  readonly message: string;
  /** The text that is wrong, where the message names one: it need not stand in the file as it is here. */
  readonly found?: string;
}

/** Returns a problem of a kind, with the facts that its message needs. */
export function createProblem<K extends ProblemKind>(
  kind: K,
  at: Place,
  ...[facts]: [ProblemFacts<K>] extends [never] ? [] : [facts: ProblemFacts<K>]
): Problem {
  // One row of the table is called with its own facts; the compiler cannot follow the pairing through K.
  const { severity, message } = problemKinds[kind] as {
    severity: Severity;
    message: (facts: unknown) => string;
  };
  const found = (facts as { found?: string } | undefined)?.found;
  return {
    kind,
    severity,
    at,
    // Not all that a message passes on is quoted, and a report has one line a problem.
    message: revealMarks(toOneLine(message(facts))).toWellFormed(),
    ...(found === undefined ? {} : { found }),
  };
}

/** Returns the problems sorted by file, line, column, kind and message, each said once. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      comparePlaces(a.at, b.at) || compareText(a.kind, b.kind) || compareText(a.message, b.message),
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return (
      before?.message !== problem.message ||
      before.kind !== problem.kind ||
      comparePlaces(before.at, problem.at) !== 0
    );
  });
}

/** Returns whether any of the problems must fail the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Returns whether a check ends badly: at an error always, at a warning where it is to be strict, at a notice never. */
export function isRefused(problems: readonly Problem[], isStrict: boolean): boolean {
  return (
    hasErrors(problems) || (isStrict && problems.some(({ severity }) => severity === 'warning'))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
