import type { ProblemKind } from './kinds.ts';

/** Returns where the guide explains a kind of problem: its heading in `content/README.md`. */
export function getHelp(kind: ProblemKind): string {
  return `content/README.md#${kind}`;
}
