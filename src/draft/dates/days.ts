import { splitDay, toDayNumber, type DayNumber } from '../../model/dayRanges.ts';
import { getWeekday, parseEdtf, printDay } from '../../model/when.ts';

/** Whether a sentence speaks of what has happened or of what is still to come. */
export type Tense = 'past' | 'ahead';

/** Returns the last day on or before another that has a weekday. */
export function lastWeekday(day: DayNumber, weekday: number): DayNumber {
  return day - ((getWeekday(day) - weekday + 7) % 7);
}

/** Returns the first day on or after another that has a weekday. */
export function nextWeekday(day: DayNumber, weekday: number): DayNumber {
  return day + ((weekday - getWeekday(day) + 7) % 7);
}

/** Returns the day of a date, undefined where the calendar has no such day. */
export function findDay(year: number, month: number, day: number): DayNumber | undefined {
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  if (!parseEdtf(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)) return undefined;
  return toDayNumber(year, month, day);
}

/**
 * Returns the year of a day named without one, by the day on which the article appeared: the occurrence nearest
 * to it, if that fits the tense and the weekday beside it. Null where that is not clear.
 */
export function chooseYear(
  published: DayNumber,
  month: number,
  day: number,
  tense: Tense,
  weekday: number | null,
): number | null {
  const { year } = splitDay(published);
  const all = [year - 1, year, year + 1].flatMap((one) => {
    const there = findDay(one, month, day);
    return there === undefined ? [] : [{ year: one, away: there - published, there }];
  });
  const fitting = weekday === null ? all : all.filter(({ there }) => getWeekday(there) === weekday);
  const nearest = nearestOf(fitting);
  if (nearest === undefined) return null;
  if (weekday !== null) return Math.abs(nearest.away) <= halfYear ? nearest.year : null;
  if (tense === 'past') return nearest.away <= 0 ? nearest.year : null;
  if (nearest.away >= 0) return nearest.year;
  // “Will close in March” is of the next one, unless that is nearly a year away: then it is a slip, or was past.
  const next = all.find(({ away }) => away > 0);
  return next !== undefined && next.away <= farAhead ? next.year : null;
}

/** Returns the year of a month named without one, by the same rule. */
export function chooseYearOfMonth(
  published: DayNumber,
  month: number,
  tense: Tense,
): number | null {
  const { year, month: current } = splitDay(published);
  const back = (current - month + 12) % 12;
  const ahead = (month - current + 12) % 12;
  if (tense === 'ahead') return ahead <= 10 ? (month >= current ? year : year + 1) : null;
  return back <= 6 ? (month <= current ? year : year - 1) : null;
}

const halfYear = 183;
const farAhead = 310;

function nearestOf<T extends { readonly away: number }>(all: readonly T[]): T | undefined {
  return [...all].sort((a, b) => Math.abs(a.away) - Math.abs(b.away) || a.away - b.away)[0];
}

/** Prints a month in EDTF. */
export function printMonth(year: number, month: number): string {
  return printDay(toDayNumber(year, month, 1)).slice(0, -3);
}

/** Prints a year in EDTF. */
export function printYear(year: number): string {
  return printDay(toDayNumber(year, 1, 1)).slice(0, -6);
}
