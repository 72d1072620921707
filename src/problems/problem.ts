import {
  problemKinds,
  revealMarks,
  toOneLine,
  type ProblemFacts,
  type ProblemKind,
  type Severity,
} from './kinds.ts';
import { compareLocations, type SourceLocation } from './sourceLocation.ts';

/** A problem, in words, with its location. */
export interface Problem {
  readonly kind: ProblemKind;
  readonly severity: Severity;
  readonly at: SourceLocation;
  readonly message: string;
  /** The faulty text, if the message names one; the file may spell it differently. */
  readonly found?: string;
}

/** Returns a problem of a kind, given the facts that its message needs. */
export function createProblem<K extends ProblemKind>(
  kind: K,
  at: SourceLocation,
  ...[facts]: [ProblemFacts<K>] extends [never] ? [] : [facts: ProblemFacts<K>]
): Problem {
  // Each row is called with its own facts; the compiler can't follow the pairing through K.
  const { severity, message } = problemKinds[kind] as {
    severity: Severity;
    message: (facts: unknown) => string;
  };
  const found = (facts as { found?: string } | undefined)?.found;
  return {
    kind,
    severity,
    at,
    // Messages don't quote everything, and a report has one line per problem.
    message: revealMarks(toOneLine(message(facts))).toWellFormed(),
    ...(found === undefined ? {} : { found }),
  };
}

/** Returns the problems sorted by file, line, column, kind and message, without duplicates. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      compareLocations(a.at, b.at) ||
      compareText(a.kind, b.kind) ||
      compareText(a.message, b.message),
  );
  return sorted.filter((problem, index) => {
    const before = sorted[index - 1];
    return (
      before?.message !== problem.message ||
      before.kind !== problem.kind ||
      compareLocations(before.at, problem.at) !== 0
    );
  });
}

/** Returns whether any problem fails the build. */
export function hasErrors(problems: readonly Problem[]): boolean {
  return problems.some((problem) => problem.severity === 'error');
}

/** Returns whether a check fails: on errors always, on warnings if strict, on notices never. */
export function isRefused(problems: readonly Problem[], isStrict: boolean): boolean {
  return (
    hasErrors(problems) || (isStrict && problems.some(({ severity }) => severity === 'warning'))
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
