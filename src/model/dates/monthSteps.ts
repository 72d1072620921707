import { TZDate } from '@date-fns/tz';
// Separate imports: the package's index takes a second to load.
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { addYears as addYearsTo } from 'date-fns/addYears';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import type { DayNumber } from './dayRanges.ts';

// The only module that uses date-fns. It counts on UTC dates, so that the machine's zone has no effect. Days must
// not be beyond the range of the runtime's dates (`isFarAway`).

const DAY = 86_400_000;

/** Returns the day a number of months later; the last of its month if that has no such day. */
export function addMonths(day: DayNumber, months: number): DayNumber {
  return toDay(addMonthsTo(toUtcDate(day), months));
}

/** Returns the day a number of years later; 28 February for a leap day if that year has none. */
export function addYears(day: DayNumber, years: number): DayNumber {
  return toDay(addYearsTo(toUtcDate(day), years));
}

/** Returns the number of whole months between two days, earlier first. */
export function countMonths(from: DayNumber, to: DayNumber): number {
  return differenceInMonths(toUtcDate(to), toUtcDate(from));
}

/** Returns the number of whole years between two days, earlier first. */
export function countYears(from: DayNumber, to: DayNumber): number {
  return differenceInYears(toUtcDate(to), toUtcDate(from));
}

function toUtcDate(day: DayNumber): TZDate {
  return new TZDate(day * DAY, 'UTC');
}

function toDay(date: Date): DayNumber {
  return Math.floor(date.getTime() / DAY);
}
