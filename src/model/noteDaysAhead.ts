import type { Draft } from './drafts.ts';
import { dateToSpans } from './dates/dateSpans.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { printDay } from './dates/printDays.ts';
import { momentToDay } from './dates/zoneClock.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

const DAY = 86_400_000;

/**
 * Returns the moment (milliseconds UTC) at which the last day that a draft states begins; null if it states
 * none.
 */
export function findLastDay(draft: Draft): number | null {
  const days = 'days' in draft ? draft.days : [];
  return days.length === 0 ? null : Math.max(...days.map(({ date }) => getBeginning(date.value)));
}

function getBeginning(date: EdtfDate): number {
  return dateToSpans(date, null, 'UTC')[0]?.from ?? -Infinity;
}

/** Returns whether a day that begins at one moment can have begun by another. */
export function hasCome(day: number, now: number): boolean {
  return day <= now + DAY;
}

/**
 * Notes each day of a draft that can't have come yet at a moment (milliseconds UTC): a day of publication,
 * addition or correction. Allows one more day, as it may already be tomorrow somewhere.
 */
export function noteDaysAhead(drafts: readonly Draft[], now: number): Problem[] {
  const today = printDay(momentToDay(now, 'UTC'));
  const days = drafts.flatMap((draft) => ('days' in draft ? draft.days : []));
  return days.flatMap(({ name, date: { value, at } }) => {
    if (hasCome(getBeginning(value), now)) return [];
    const expected = `no later than today, ${today} by this machine’s clock`;
    return [createProblem('day-unlikely', at, { found: value.written, name, expected })];
  });
}
