import { monthToRange, yearToRange, type ClosedRange } from './calendarRanges.ts';
import { splitDay, type DayNumber, type DayRange } from './dayRanges.ts';
import { padTwo } from './digits.ts';

/** Formats a day as `YYYY-MM-DD` (ISO 8601, EDTF level 0), with a Y before a year of more than four digits. */
export function printDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = splitDay(day);
  const sign = (Math.abs(year) > 9999 ? 'Y' : '') + (year < 0 ? '-' : '');
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${padTwo(month)}-${padTwo(dayOfMonth)}`;
}

/** Returns the EDTF text of exactly the given days: a day, a whole month or year, else a one-of set. */
export function printRanges(ranges: readonly DayRange[]): string {
  const [only] = ranges;
  const unit = only && ranges.length === 1 ? printUnit(only) : undefined;
  return unit ?? `[${ranges.map((range) => printUnit(range) ?? printEnds(range)).join(',')}]`;
}

/** Formats days that are a day, a whole month or a whole year; returns undefined for others. */
function printUnit({ first, last }: DayRange): string | undefined {
  if (first === null || last === null) return undefined;
  if (first === last) return printDay(first);
  const { year, month } = splitDay(first);
  const isRange = (range: ClosedRange) => range.first === first && range.last === last;
  if (isRange(yearToRange(year))) return printDay(first).replace(/-01-01$/, '');
  return isRange(monthToRange(year, month)) ? printDay(first).replace(/-01$/, '') : undefined;
}

function printEnds({ first, last }: DayRange): string {
  return `${first === null ? '' : printDay(first)}..${last === null ? '' : printDay(last)}`;
}
