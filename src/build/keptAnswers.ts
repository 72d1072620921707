import type { LinkAnswer } from './linkAnswers.ts';

/** An answer and the time (ISO 8601, UTC) at which it was received. */
export type KeptAnswer = LinkAnswer & { readonly asked: string };

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/**
 * Returns whether an answer can be used without a new request: it is less than seven days old, and a server
 * gave it.
 */
export function isFresh(kept: KeptAnswer, now: Date): boolean {
  const age = now.getTime() - Date.parse(kept.asked);
  // A short network outage, or a server error, must not be reported for a week.
  return 'status' in kept && kept.status < 500 && age >= 0 && age < sevenDays;
}

/** Returns the answers in the text of a cache file (null if there is none), skipping invalid entries. */
export function readKeptAnswers(text: string | null): Map<string, KeptAnswer> {
  if (text === null) return new Map();
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // A truncated cache only means that every address is requested again.
    return new Map();
  }
  if (typeof read !== 'object' || read === null) return new Map();
  return new Map(
    Object.entries(read).filter((entry): entry is [string, KeptAnswer] => isKept(entry[1])),
  );
}

/** Returns the text of the cache file: the fresh answers, sorted by address. */
export function printKeptAnswers(answers: ReadonlyMap<string, KeptAnswer>, now: Date): string {
  const kept = [...answers]
    .filter(([, answer]) => isFresh(answer, now))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`;
}

function isKept(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { asked, status } = value as Record<string, unknown>;
  return (
    typeof asked === 'string' && typeof status === 'number' && !Number.isNaN(Date.parse(asked))
  );
}
