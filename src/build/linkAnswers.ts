import type { Placed } from '../problems/place.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** How an address was answered: with a status of HTTP, or not at all, and why. */
export type LinkAnswer = { readonly status: number } | { readonly failure: string };

// A server that says so answers, though not to a program: a reader with a browser may well get the page.
const turnedAway = new Set([401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 503, 999]);

/** Takes an address as written; gives it as it is asked for: without its fragment, which no server sees. */
export function toAsked(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** Takes addresses where they stand and how each was answered, by the address asked for; gives a warning for every dead one. */
export function findDeadLinks(
  addresses: readonly Placed<string>[],
  answers: ReadonlyMap<string, LinkAnswer>,
): Problem[] {
  return addresses.flatMap(({ value, at }) => {
    const answer = answers.get(toAsked(value));
    return answer && isDead(answer)
      ? [createProblem('link-dead', at, { found: value, answer: describe(answer) })]
      : [];
  });
}

function isDead(answer: LinkAnswer): boolean {
  return 'failure' in answer || (answer.status >= 400 && !turnedAway.has(answer.status));
}

function describe(answer: LinkAnswer): string {
  return 'failure' in answer
    ? `nothing answers it (${answer.failure})`
    : `it is answered with ${answer.status}`;
}
