import type { ProblemKind } from './kinds.ts';

/** Returns the guide's heading for a kind of problem, in `content/README.md`. */
export function getHelp(kind: ProblemKind): string {
  return `content/README.md#${kind}`;
}
