import type { LinkAnswer } from './linkAnswers.ts';

/** An answer and the time (ISO 8601, UTC) at which it was received. */
export type CachedAnswer = LinkAnswer & { readonly received: string };

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/**
 * Returns whether an answer can be used without a new request: it is less than seven days old, and a server
 * gave it.
 */
export function isFresh(answer: CachedAnswer, now: Date): boolean {
  const age = now.getTime() - Date.parse(answer.received);
  // A short network outage, or a server error, must not be reported for a week.
  return 'status' in answer && answer.status < 500 && age >= 0 && age < sevenDays;
}

/** Returns the answers in the text of a cache file (null if there is none), skipping invalid entries. */
export function readLinkCache(text: string | null): Map<string, CachedAnswer> {
  if (text === null) return new Map();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A truncated cache only means that every address is requested again.
    return new Map();
  }
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(
    Object.entries(value).filter((entry): entry is [string, CachedAnswer] =>
      isCachedAnswer(entry[1]),
    ),
  );
}

/** Returns the text of the cache file: the fresh answers, sorted by address. */
export function printLinkCache(answers: ReadonlyMap<string, CachedAnswer>, now: Date): string {
  const fresh = [...answers]
    .filter(([, answer]) => isFresh(answer, now))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(fresh), null, 2)}\n`;
}

function isCachedAnswer(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { received, status } = value as Record<string, unknown>;
  return (
    typeof received === 'string' &&
    typeof status === 'number' &&
    !Number.isNaN(Date.parse(received))
  );
}
