import { toDayNumber, type DayNumber } from './dayRanges.ts';
import type { Season } from './edtfDate.ts';

/** Days with both ends known. */
export interface ClosedRange {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Returns a calendar day as a range; empty if it doesn't exist. */
export function dayToRange(year: number, month: number, day: number): ClosedRange[] {
  if (month < 1 || month > 12) return [];
  const { first, last } = monthToRange(year, month);
  const number = first + day - 1;
  return number < first || number > last ? [] : [{ first: number, last: number }];
}

/** Returns the days of a calendar month (1–12). */
export function monthToRange(year: number, month: number): ClosedRange {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return { first: toDayNumber(year, month, 1), last: toDayNumber(nextYear, nextMonth, 1) - 1 };
}

/** Returns the days of a calendar year. */
export function yearToRange(year: number): ClosedRange {
  return { first: toDayNumber(year, 1, 1), last: toDayNumber(year + 1, 1, 1) - 1 };
}

/** Returns the days of a northern season: three months from March, June, September or December. */
export function seasonToRange(year: number, season: Season): ClosedRange {
  const month = firstMonths[season];
  const { last } = month === 12 ? monthToRange(year + 1, 2) : monthToRange(year, month + 2);
  return { first: toDayNumber(year, month, 1), last };
}

const firstMonths: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };

/** Returns the weekday of a day, 0 for Sunday to 6 for Saturday. */
export function getWeekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}
