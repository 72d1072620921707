import type { Located } from '../problems/sourceLocation.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** The answer to a request: an HTTP status, or why there was no answer. */
export type LinkAnswer = { readonly status: number } | { readonly failure: string };

// A server with such a status is alive but may turn away programs: a reader's browser may well get the page.
const REFUSING_STATUSES = new Set([401, 402, 403, 405, 406, 407, 408, 425, 429, 451, 503, 999]);

/** Returns an address as it is requested: without its fragment, which no server sees. */
export function toRequestAddress(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/**
 * Returns a warning for every dead link, given the addresses with their source locations and the answers by
 * requested address.
 */
export function findDeadLinks(
  addresses: readonly Located<string>[],
  answers: ReadonlyMap<string, LinkAnswer>,
): Problem[] {
  return addresses.flatMap(({ value, at }) => {
    const answer = answers.get(toRequestAddress(value));
    return answer && isDead(answer)
      ? [createProblem('link-dead', at, { found: value, answer: describe(answer) })]
      : [];
  });
}

function isDead(answer: LinkAnswer): boolean {
  return 'failure' in answer || (answer.status >= 400 && !REFUSING_STATUSES.has(answer.status));
}

function describe(answer: LinkAnswer): string {
  return 'failure' in answer
    ? `nothing answers it (${answer.failure})`
    : `it answers with status ${answer.status}`;
}
