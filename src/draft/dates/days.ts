import { getWeekday } from '../../model/dates/calendarRanges.ts';
import { splitDay, toDayNumber, type DayNumber } from '../../model/dates/dayRanges.ts';
import { parseEdtf } from '../../model/dates/parseEdtf.ts';
import { printDay } from '../../model/dates/printDays.ts';

/** Whether a sentence is about the past or about what is ahead. */
export type Tense = 'past' | 'ahead';

/** Returns the last day with a weekday, on or before a given day. */
export function lastWeekday(day: DayNumber, weekday: number): DayNumber {
  return day - ((getWeekday(day) - weekday + 7) % 7);
}

/** Returns the first day with a weekday, on or after a given day. */
export function nextWeekday(day: DayNumber, weekday: number): DayNumber {
  return day + ((weekday - getWeekday(day) + 7) % 7);
}

/** Returns the day number of a date, undefined if the day doesn't exist. */
export function findDay(year: number, month: number, day: number): DayNumber | undefined {
  const pad = (number: number, width: number) => String(number).padStart(width, '0');
  if (!parseEdtf(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`)) return undefined;
  return toDayNumber(year, month, day);
}

/**
 * Returns the year of a day without one, based on the day of publication: the nearest occurrence that fits
 * the tense and any weekday. Returns null if that isn't clear.
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
  // “Will close in March” means the next one, unless that is almost a year away: then it is an error or was
  // in the past.
  const next = all.find(({ away }) => away > 0);
  return next !== undefined && next.away <= farAhead ? next.year : null;
}

/** Returns the year of a month without one, by the same rule. */
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

/** Formats a month in EDTF. */
export function printMonth(year: number, month: number): string {
  return printDay(toDayNumber(year, month, 1)).slice(0, -3);
}

/** Formats a year in EDTF. */
export function printYear(year: number): string {
  return printDay(toDayNumber(year, 1, 1)).slice(0, -6);
}
