import type { DateOrder } from '../draft/dates/token.ts';
import { calendars, foldText, indexOf } from '../draft/dates/calendarWords.ts';
import { findDateOrder, findFullDates } from '../draft/dates/fullDates.ts';
import { findDateFault } from '../model/dates/dateFaults.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { printDay } from '../model/dates/printDays.ts';
import { eventDateForms, explainDate } from '../parse/forms.ts';

/** A date in EDTF, or the reason why a cell has none. */
export type DateReading = { readonly date: string } | { readonly fault: string };

/** Returns the order of day and month in a column's numeric dates, if its cells show it. */
export function findOrder(cells: readonly string[]): DateOrder | null {
  return findDateOrder(cells);
}

/**
 * Returns a cell's date: EDTF unchanged, else the one day that it names in full. An ambiguous day is a fault.
 */
export function readDate(cell: string, order: DateOrder | null): DateReading {
  if (parseEdtf(cell)) return { date: cell };
  const fault = explainDate(cell);
  if (fault !== undefined) return { fault };
  const [found, ...others] = findFullDates(cell);
  const isWhole = found?.words === cell.trim() && others.length === 0;
  if (!isWhole || found.isShortYear) return { fault: `expected ${eventDateForms}` };
  if (found.readings.length === 0) return { fault: 'there is no such day' };
  if (found.isContrary) return { fault: 'it is not that weekday' };
  const fitting =
    found.readings.length > 1
      ? found.readings.filter((one) => one.order === order)
      : found.readings;
  const [only, ...more] = fitting;
  return only && more.length === 0
    ? { date: printDay(only.day) }
    : {
        fault:
          'it has two readings, day or month first, and no other date in the column shows which',
      };
}

/**
 * Returns a year, month and day in EDTF. Accepts what sheets contain: `2024.0` as some programs save it, `44
 * BC`, `c. 1450`, a month name, an ordinal day. A year before 1 counts as in TimelineJS: -44 is 44 BC, which
 * EDTF writes -0043. Ambiguous values are faults.
 */
export function joinDate(year: string, month: string, day: string): DateReading {
  if (month === '' && day === '' && /^\d{4}-\d\d-\d\d$/.test(year) && parseEdtf(year))
    return { date: year };
  const read = readYear(dropZeros(year));
  if (read === null)
    return {
      fault:
        year === ''
          ? 'expected a year, and the row has none'
          : 'expected a year such as 2024, -44 or 44 BC, or c. 1450',
    };
  if (read.year === 0) return { fault: 'there is no year 0: 1 BC is -1' };
  if (day !== '' && month === '') return { fault: 'a day needs its month' };
  const astronomical = read.year < 0 ? read.year + 1 : read.year;
  if (Math.abs(astronomical) > 9999) return { fault: 'expected a year of at most four digits' };
  const monthNumber = readMonthCell(dropZeros(month));
  const dayNumber = dropZeros(day).replace(/^(\d{1,2})(?:st|nd|rd|th|º|er|e|\.)$/i, '$1');
  if (monthNumber === null) return { fault: 'expected the number or name of a month' };
  if (!/^\d{0,2}$/.test(dayNumber)) return { fault: 'expected the number of a day' };
  if (read.isAbout && monthNumber !== '')
    return { fault: 'expected no month with an approximate year' };
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  const parts = [monthNumber, dayNumber].filter((part) => part !== '');
  const exact = [
    `${astronomical < 0 ? '-' : ''}${digits}`,
    ...parts.map((part) => part.padStart(2, '0')),
  ].join('-');
  const date = read.isAbout ? `${exact}~` : exact;
  if (parseEdtf(date)) return { date };
  const fault = findDateFault(date);
  return {
    fault:
      fault?.type === 'no-such-month'
        ? 'there is no such month'
        : fault?.type === 'no-such-day'
          ? 'there is no such day'
          : `expected ${eventDateForms}`,
  };
}

/** Programs that treat a column as decimals save 2024 as 2024.0. */
function dropZeros(cell: string): string {
  return cell.trim().replace(/^(-?\d+)\.0+$/, '$1');
}

/** Returns a year as TimelineJS counts it, with years BC below zero; null if it isn't a year. */
function readYear(cell: string): { readonly year: number; readonly isAbout: boolean } | null {
  const [, about, before, digits, after] =
    /^((?:c|ca|circa|about)\.?\s*)?(AD|CE)?\s*([-−]?\d{1,15})\s*(B\.?\s?C\.?(?:\s?E\.?)?|A\.?\s?D\.?|C\.?\s?E\.?)?$/i.exec(
      cell,
    ) ?? [];
  if (digits === undefined) return null;
  const number = Number(digits.replace('−', '-'));
  const isBefore = /^b/i.test(after ?? '');
  // A sign together with a word is redundant or ambiguous.
  if (
    (before !== undefined && after !== undefined) ||
    (number < 0 && (isBefore || before || after))
  )
    return null;
  return { year: isBefore ? -number : number, isAbout: about !== undefined };
}

/**
 * Returns the number of a month, empty if there is none, null if it isn't a month in any supported language.
 */
function readMonthCell(cell: string): string | null {
  if (/^\d{0,2}$/.test(cell)) return cell;
  const word = foldText(cell.replace(/\.$/, ''));
  const numbers = new Set(
    [...calendars.values()].flatMap(({ months }) => {
      const at = indexOf(months, word);
      return at === -1 ? [] : [at + 1];
    }),
  );
  const [only, ...others] = numbers;
  return only !== undefined && others.length === 0 ? String(only) : null;
}

/**
 * Returns a time in 24-hour form, such as 22:30, from 22:30:00, 10:30 PM, 10.30 pm, 22:30 Uhr or noon; null
 * if it isn't one. Midnight is ambiguous, as it may begin or end a day, so it is null too.
 */
export function readClock(written: string): string | null {
  if (/^(?:12 )?noon$/i.test(written.trim())) return '12:00';
  // A lone dot may be a decimal point.
  const text = written.trim().replace(/^(\d{1,2})\.(?=\d\d\s*[a-z])/i, '$1:');
  const [, hours, minutes, half] =
    /^(\d{1,2})(?::(\d\d))?(?::\d\d(?:\.\d+)?)?\s*(?:([ap])\.?\s*m\.?|h|hrs|uhr)?$/i.exec(text) ??
    [];
  const hour = Number(hours);
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  if (Number(minutes ?? 0) > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12)))
    return null;
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minutes ?? '00'}`;
}
