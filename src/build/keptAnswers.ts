import type { LinkAnswer } from './linkAnswers.ts';

/** An answer with the moment (ISO 8601, UTC) at which it was given. */
export type KeptAnswer = LinkAnswer & { readonly asked: string };

const sevenDays = 7 * 24 * 60 * 60 * 1000;

/** Returns whether an answer may stand in for asking again: it is less than seven days old, and one that a server gave. */
export function isFresh(kept: KeptAnswer, now: Date): boolean {
  const age = now.getTime() - Date.parse(kept.asked);
  // A line that was down for a minute, or a server in trouble, must not be told of for a week.
  return 'status' in kept && kept.status < 500 && age >= 0 && age < sevenDays;
}

/** Takes the text of a cache file, or null where there is none; gives the answers in it, leaving out what is none. */
export function readKeptAnswers(text: string | null): Map<string, KeptAnswer> {
  if (text === null) return new Map();
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // A cache that was broken off is no loss: everything is asked again.
    return new Map();
  }
  if (typeof read !== 'object' || read === null) return new Map();
  return new Map(
    Object.entries(read).filter((entry): entry is [string, KeptAnswer] => isKept(entry[1])),
  );
}

/** Takes answers by address; gives the text of the cache file: those worth keeping, sorted by address. */
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
