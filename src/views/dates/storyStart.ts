import type { NewsEvent } from '../../model/archive.ts';
import { hull } from '../../model/dayRanges.ts';

/** In days: this long without an event sets what came before apart from the story. */
const quietDays = 21;

/**
 * Returns how many of the events, in the order of the timeline, are the story's background: those before its last
 * long silence, if they are half at most. An archive without one has no background.
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
