import type { DateOrder } from '../draft/dates/atom.ts';
import { findDateOrder, findFullDates } from '../draft/dates/fullDates.ts';
import { findDateFault, parseEdtf, printDay } from '../model/when.ts';
import { eventDateForms, explainDate } from '../parse/forms.ts';

/** A date in EDTF, or in words why a cell has none. */
export type DateReading = { readonly date: string } | { readonly fault: string };

/** Returns which number of a numeric date comes first in a column, as far as its own cells show it. */
export function findOrder(cells: readonly string[]): DateOrder | null {
  return findDateOrder(cells);
}

/**
 * Returns the date of a cell: EDTF as it stands, else the one day that it names in full. What may be two days is
 * none.
 */
export function readDate(cell: string, order: DateOrder | null): DateReading {
  if (parseEdtf(cell)) return { date: cell };
  const fault = explainDate(cell);
  if (fault !== undefined) return { fault };
  const [found, ...others] = findFullDates(cell);
  const isWhole = found?.words === cell.trim() && others.length === 0;
  if (!isWhole || found.isShortYear) return { fault: `expected ${eventDateForms}` };
  if (found.readings.length === 0) return { fault: 'there is no such day' };
  if (found.isContrary) return { fault: 'it is no such weekday' };
  const fitting =
    found.readings.length > 1
      ? found.readings.filter((one) => one.order === order)
      : found.readings;
  const [only, ...more] = fitting;
  return only && more.length === 0
    ? { date: printDay(only.day) }
    : {
        fault:
          'it may be read two ways, day or month first, and no other date of the column shows which',
      };
}

/**
 * Returns a year, month and day in EDTF. A year before 1 counts as TimelineJS shows it: -44 is 44 BC, which EDTF
 * writes -0043.
 */
export function joinDate(year: string, month: string, day: string): DateReading {
  if (!/^-?\d{1,6}$/.test(year)) return { fault: `expected a year such as 2024 or -44 (44 BC)` };
  const number = Number(year);
  if (number === 0) return { fault: 'there is no year 0: 1 BC is -1' };
  if (day !== '' && month === '') return { fault: 'a day needs its month' };
  const astronomical = number < 0 ? number + 1 : number;
  const digits = String(Math.abs(astronomical)).padStart(4, '0');
  const parts = [month, day].filter((part) => part !== '');
  if (parts.some((part) => !/^\d{1,2}$/.test(part)))
    return { fault: 'expected month and day in figures' };
  const date = [
    `${astronomical < 0 ? '-' : ''}${digits}`,
    ...parts.map((part) => part.padStart(2, '0')),
  ].join('-');
  if (parseEdtf(date)) return { date };
  const fault = findDateFault(date);
  return {
    fault:
      fault?.type === 'no-such-month'
        ? 'there is no such month'
        : fault?.type === 'no-such-day'
          ? 'there is no such day'
          : 'expected a year of four digits at most',
  };
}

/** Returns an hour as 24-hour clocks show it, such as 22:30, from 22:30:00 or 10:30 PM; null where it is none. */
export function readClock(written: string): string | null {
  const [, hours, minutes, half] =
    /^(\d{1,2})(?::(\d\d))?(?::\d\d(?:\.\d+)?)?\s*(?:([ap])\.?\s*m\.?)?$/i.exec(written.trim()) ??
    [];
  const hour = Number(hours);
  if (hours === undefined || (minutes === undefined && half === undefined)) return null;
  if (Number(minutes ?? 0) > 59 || hour > 23 || (half !== undefined && (hour < 1 || hour > 12)))
    return null;
  const of24 = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minutes ?? '00'}`;
}
