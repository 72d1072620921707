import type { Draft } from './drafts.ts';
import { dateToSpans, momentToDay, printDay } from './when.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

const DAY = 86_400_000;

/**
 * Notes each day of the drafts that cannot have come yet at a moment (milliseconds UTC): on which something was
 * published, added or corrected. Somewhere it is tomorrow already, so one more day is let through.
 */
export function noteDaysAhead(drafts: readonly Draft[], now: number): Problem[] {
  const today = printDay(momentToDay(now, 'UTC'));
  const days = drafts.flatMap((draft) => ('days' in draft ? draft.days : []));
  return days.flatMap(({ name, date: { value, at } }) => {
    const from = dateToSpans(value, null, 'UTC')[0]?.from ?? -Infinity;
    if (from <= now + DAY) return [];
    const expected = `one that has come: today is ${today} by this machine’s clock`;
    return [createProblem('day-unlikely', at, { found: value.written, name, expected })];
  });
}
