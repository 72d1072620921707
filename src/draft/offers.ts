import type { NewsEvent } from '../model/archive.ts';
import { dateToRanges } from '../model/dates/dateRanges.ts';
import type { DayRange } from '../model/dates/dayRanges.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { listWords, type Statement } from './statements.ts';

const maxDaysAway = 2;
const maxOffers = 4;
const maxWords = 4;

/**
 * Returns the existing events that a dated statement may be about, likeliest first: at most two days apart,
 * with similar actors, place or title words. If there are none, returns those of the same day.
 */
export function findLikelyEvents(
  statement: Pick<Statement, 'actors' | 'phrase' | 'place' | 'vocabulary'>,
  events: readonly NewsEvent[],
): NewsEvent[] {
  const date = statement.phrase.date === null ? undefined : parseEdtf(statement.phrase.date);
  if (!date) return [];
  const days = dateToRanges(date);
  const near = events
    .map((event) => {
      const shared = statement.actors.filter((actor) => event.actors.includes(actor)).length;
      const isThere = statement.place !== null && event.places.includes(statement.place);
      const words = countShared(event, statement.vocabulary);
      const away = measureGap(days, event.when.days);
      return {
        event,
        away,
        // One shared word may be chance; an actor is stronger evidence than a place, a place than a word.
        isLike: shared > 0 || isThere || words > 1,
        likeness: 3 * shared + 2 * Number(isThere) + words + 2 * (maxDaysAway - away),
        width: measureWidth(event.when.days),
      };
    })
    .filter(({ away }) => away <= maxDaysAway)
    .sort(
      (a, b) =>
        b.likeness - a.likeness ||
        a.away - b.away ||
        a.width - b.width ||
        (a.event.id < b.event.id ? -1 : 1),
    );
  const alike = near.filter(({ isLike }) => isLike);
  // “It took place at noon on March 9” names nobody, so only other events of that day can be offered.
  const ofSameDay = near.filter(({ away, width }) => away === 0 && width === 0);
  const isOneDay = measureWidth(days) === 0;
  return (alike.length > 0 || !isOneDay ? alike : ofSameDay)
    .slice(0, maxOffers)
    .map(({ event }) => event);
}

function countShared({ accounts, title }: NewsEvent, vocabulary: ReadonlySet<string>): number {
  const titles = new Set(
    [title, ...accounts.map((account) => account.title)].flatMap((text) => [...listWords(text)]),
  );
  const shared = [...titles].filter(
    (word) => vocabulary.has(word) || isInflected(word, vocabulary),
  );
  return Math.min(shared.length, maxWords);
}

/** “Closes”, “closed” and “closing” are one word. */
function isInflected(word: string, vocabulary: ReadonlySet<string>): boolean {
  const stem = stemOf(word);
  return stem.length >= 4 && [...vocabulary].some((other) => stemOf(other) === stem);
}

function stemOf(word: string): string {
  return word.replace(/(?:es|s|ed|ing|e)$/, '');
}

/** Returns the number of days between two dates; 0 if they may be the same day, infinite if one is open. */
function measureGap(a: readonly DayRange[], b: readonly DayRange[]): number {
  const gaps = a.flatMap((one) =>
    b.map((other) => {
      // An open end is close to everything, so it is no evidence.
      if (one.first === null || one.last === null || other.first === null || other.last === null)
        return Infinity;
      return Math.max(other.first - one.last, one.first - other.last, 0);
    }),
  );
  return Math.min(Infinity, ...gaps);
}

function measureWidth(days: readonly DayRange[]): number {
  return days.reduce((sum, { first, last }) => sum + ((last ?? Infinity) - (first ?? 0)), 0);
}
