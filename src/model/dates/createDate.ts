import { splitDay, type DayNumber, type DayRange } from './dayRanges.ts';
import { padTwo } from './digits.ts';
import type { EdtfDate, OneOfMember, PlainDate } from './edtfDate.ts';
import { printRanges } from './printDays.ts';

/**
 * Returns the EDTF date of exactly these sorted, disjoint days: a day, a whole month or year, else a one-of
 * set. It is built rather than parsed, as the grammar rejects some valid years.
 */
export function createDate(ranges: readonly DayRange[]): EdtfDate {
  const written = printRanges(ranges);
  const members = ranges.map(toMember);
  const [only] = members;
  return members.length === 1 && only?.type === 'date'
    ? { type: 'single', written, date: only, clock: null }
    : { type: 'one-of', written, members };
}

function toMember(range: DayRange): OneOfMember {
  // Matches a whole year, month or day as printRanges writes it, with Y before a year of more than four digits.
  const whole = /^Y?(-?\d+)(?:-(\d\d)(?:-(\d\d))?)?$/.exec(printRanges([range]));
  if (whole) {
    const [, year = '', month = null, day = null] = whole;
    return toPlain(year, month, day);
  }
  return {
    type: 'range',
    from: range.first === null ? null : toDay(range.first),
    to: range.last === null ? null : toDay(range.last),
  };
}

function toDay(number: DayNumber): PlainDate {
  const { year, month, day } = splitDay(number);
  const digits = String(Math.abs(year)).padStart(4, '0');
  return toPlain((year < 0 ? '-' : '') + digits, padTwo(month), padTwo(day));
}

function toPlain(year: string, month: string | null, day: string | null): PlainDate {
  return { type: 'date', year, month, day, season: null, about: null, doubtful: false };
}
