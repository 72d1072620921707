import type { NewsEvent } from '../../model/archive.ts';
import { hull, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import { measureBetween } from '../../model/dates/distance.ts';
import type { Words } from '../words/words.ts';

/**
 * Returns the gap before each event in words (“Eleven months later”), for events in timeline order; null if
 * it is short. `earlier` are the events before the first.
 */
export function listGaps(
  events: readonly NewsEvent[],
  context: Pick<Words, 'dates'>,
  earlier: readonly NewsEvent[] = [],
): (string | null)[] {
  // The last day known to have events: a gap begins after it.
  let latest = earlier.reduce<DayRange | undefined>(takeLatest, undefined);
  // Uncertain events may fall into an apparent gap.
  let mayReach = Math.max(...earlier.map(reachOf));
  return events.map((event) => {
    const gap =
      latest && mayReach <= (latest.last ?? mayReach) ? labelGap(latest, event, context) : null;
    latest = takeLatest(latest, event);
    mayReach = Math.max(mayReach, reachOf(event));
    return gap;
  });
}

/** In days: a shorter gap isn't shown. */
const minGap = 10;

function labelGap(
  before: DayRange,
  event: NewsEvent,
  { dates }: Pick<Words, 'dates'>,
): string | null {
  const distance = measureBetween([before], event.when.days);
  if (!distance || (distance.unit === 'day' && distance.count < minGap)) return null;
  return dates.passes(distance);
}

/**
 * Returns the latest days known to have events, including the next event. An event with an open date, or one
 * that may be on any day of a month or more, changes nothing.
 */
function takeLatest(latest: DayRange | undefined, { when }: NewsEvent): DayRange | undefined {
  const { first, last } = hull(when.days);
  if (first === null || last === null) return latest;
  const isLasting = when.date.type === 'lasting';
  if (!isLasting && last - first > 31) return latest;
  // After a lasting event, a gap begins at its end.
  const days = { first: isLasting ? last : first, last };
  return latest?.last == null || last >= latest.last ? days : latest;
}

/** Returns the last day that an event may have happened; an open date has none. */
function reachOf({ when }: NewsEvent): DayNumber {
  const { first, last } = hull(when.days);
  return first === null || last === null ? -Infinity : last;
}
