import type { NewsEvent } from '../model/archive.ts';
import { dateToRanges, parseEdtf } from '../model/when.ts';
import type { DayRange } from '../model/dayRanges.ts';
import type { Statement } from './statements.ts';

const near = 2;
const most = 4;

/**
 * Takes a dated statement and the events that are here already; gives those that may be the same one, the
 * likeliest first: at most two days away, and with an actor of the statement among theirs.
 */
export function findLikelyEvents(
  statement: Pick<Statement, 'actors' | 'phrase' | 'place'>,
  events: readonly NewsEvent[],
): NewsEvent[] {
  const date = statement.phrase.date === null ? undefined : parseEdtf(statement.phrase.date);
  if (!date) return [];
  const days = dateToRanges(date);
  return events
    .map((event) => ({
      event,
      shared: statement.actors.filter((actor) => event.actors.includes(actor)).length,
      isThere: Number(statement.place !== null && event.places.includes(statement.place)),
      away: measureGap(days, event.when.days),
      width: measureWidth(event.when.days),
    }))
    .filter(({ shared, away }) => shared > 0 && away <= near)
    .sort(
      (a, b) =>
        b.shared - a.shared ||
        b.isThere - a.isThere ||
        a.away - b.away ||
        a.width - b.width ||
        (a.event.id < b.event.id ? -1 : 1),
    )
    .slice(0, most)
    .map(({ event }) => event);
}

/** Gives how many days lie between two dates; 0 where they may be the same day, infinite where one is open. */
function measureGap(a: readonly DayRange[], b: readonly DayRange[]): number {
  const gaps = a.flatMap((one) =>
    b.map((other) => {
      // An open end comes near to everything, and so says nothing.
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
