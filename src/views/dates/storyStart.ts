import type { NewsEvent } from '../../model/archive.ts';
import { hull } from '../../model/dates/dayRanges.ts';

/** In days: a gap this long without an event separates the background from the story. */
const quietDays = 21;

/**
 * Returns how many of the events, in timeline order, are background: those before the last long gap, if they
 * are at most half. An archive without such a gap has no background.
 */
export function findStart(events: readonly NewsEvent[]): number {
  const days = events.map(({ when }) => hull(when.days).first);
  for (let index = Math.floor(events.length / 2); index > 0; index -= 1) {
    const [before, after] = [days[index - 1], days[index]];
    if (typeof before === 'number' && typeof after === 'number' && after - before >= quietDays)
      return index;
  }
  return 0;
}
