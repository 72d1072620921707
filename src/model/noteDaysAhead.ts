import type { Draft } from './drafts.ts';
import { dateToSpans, momentToDay, printDay, type EdtfDate } from './when.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

const DAY = 86_400_000;

/** Returns the last moment (milliseconds UTC) at which a day that a draft states begins; null where it states none. */
export function findLastDay(draft: Draft): number | null {
  const days = 'days' in draft ? draft.days : [];
  return days.length === 0 ? null : Math.max(...days.map(({ date }) => getBeginning(date.value)));
}

function getBeginning(date: EdtfDate): number {
  return dateToSpans(date, null, 'UTC')[0]?.from ?? -Infinity;
}

/** Returns whether a day that begins at a moment can have come at another. */
export function hasCome(day: number, now: number): boolean {
  return day <= now + DAY;
}

/**
 * Notes each day of the drafts that cannot have come yet at a moment (milliseconds UTC): on which something was
 * published, added or corrected. Somewhere it is tomorrow already, so one more day is let through.
 */
export function noteDaysAhead(drafts: readonly Draft[], now: number): Problem[] {
  const today = printDay(momentToDay(now, 'UTC'));
  const days = drafts.flatMap((draft) => ('days' in draft ? draft.days : []));
  return days.flatMap(({ name, date: { value, at } }) => {
    if (hasCome(getBeginning(value), now)) return [];
    const expected = `one that has come: today is ${today} by this machine’s clock`;
    return [createProblem('day-unlikely', at, { found: value.written, name, expected })];
  });
}
