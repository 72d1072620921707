import { getWeekday } from '../../model/dates/calendarRanges.ts';
import { splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import type { DateOrder, DaysOfMonth, NumericDate } from './atom.ts';
import {
  chooseYear,
  chooseYearOfMonth,
  findDay,
  lastWeekday,
  nextWeekday,
  type Tense,
} from './days.ts';
import type { Group } from './groups.ts';

/** The meaning of a group; null if it is open. */
export type Resolution =
  | {
      readonly unit: 'day';
      readonly days: readonly DayNumber[];
      readonly join: 'and' | 'or' | 'to' | null;
    }
  | { readonly unit: 'month'; readonly year: number; readonly month: number }
  | { readonly unit: 'year'; readonly year: number }
  | { readonly unit: 'decade'; readonly year: number }
  | null;

/**
 * Returns the meaning of a group of atoms, based on the day of publication. `years` are other years named
 * nearby; a day without a year that may belong to one of them is left open.
 */
export function resolveGroup(
  group: Dateable,
  { published, order }: { readonly published: DayNumber | null; readonly order: DateOrder | null },
  tense: Tense,
  years: readonly number[],
  which: 'last' | 'next' | null = null,
): Resolution {
  const { head, weekday } = group;
  const isOtherYear = (year: number) => years.length > 0 && !years.includes(year);
  switch (head?.type) {
    case 'numeric': {
      const day = readNumeric(head, order, weekday, published, tense);
      return day === null ? null : resolveDay(day, group, published);
    }
    case 'days': {
      const year = head.year ?? findYear(head, group, published, tense);
      return year === null || (head.year === null && isOtherYear(year))
        ? null
        : resolveDays(head, year, group, published);
    }
    case 'relative':
      return published === null ? null : resolveDay(published + head.days, group, published);
    case 'month': {
      const year =
        head.year ?? (published === null ? null : chooseYearOfMonth(published, head.month, tense));
      return year === null || (head.year === null && isOtherYear(year))
        ? null
        : { unit: 'month', year, month: head.month };
    }
    case 'year':
      return head.isDecade
        ? { unit: 'decade', year: head.year }
        : { unit: 'year', year: head.year };
    case undefined: {
      if (weekday === null || published === null) return null;
      const day = findWeekday(weekday, published, tense, which);
      return isOtherYear(splitDay(day).year) ? null : { unit: 'day', days: [day], join: null };
    }
  }
}

type Dateable = Pick<Group, 'head' | 'weekday' | 'offset'>;

/** Returns a day; open if a weekday or a count from publication next to it contradicts it. */
function resolveDay(
  day: DayNumber,
  { weekday, offset }: Dateable,
  published: DayNumber | null,
): Resolution {
  if (weekday !== null && getWeekday(day) !== weekday) return null;
  if (offset !== null && published !== null && published + offset !== day) return null;
  return { unit: 'day', days: [day], join: null };
}

/** Returns the days of a month; open if one doesn't exist, or if none has the weekday next to them. */
function resolveDays(
  { month, days: written, join }: DaysOfMonth,
  year: number,
  group: Dateable,
  published: DayNumber | null,
): Resolution {
  const days = written.flatMap((day) => findDay(year, month, day) ?? []);
  if (days.length !== written.length) return null;
  if (days.length === 1) return resolveDay(days[0] ?? 0, group, published);
  const { weekday } = group;
  return weekday !== null && !days.some((day) => getWeekday(day) === weekday)
    ? null
    : { unit: 'day', days, join };
}

function findYear(
  { month, days }: DaysOfMonth,
  { weekday, offset }: Dateable,
  published: DayNumber | null,
  tense: Tense,
): number | null {
  if (published === null) return null;
  if (offset !== null) return splitDay(published + offset).year;
  return chooseYear(published, month, days[0] ?? 1, tense, days.length === 1 ? weekday : null);
}

function findWeekday(
  weekday: number,
  published: DayNumber,
  tense: Tense,
  which: 'last' | 'next' | null,
): DayNumber {
  if (which === 'last') return lastWeekday(published - 1, weekday);
  if (which === 'next') return nextWeekday(published + 1, weekday);
  return tense === 'ahead' ? nextWeekday(published, weekday) : lastWeekday(published, weekday);
}

/**
 * Returns the day of a numeric date, based on its own numbers, an adjacent weekday, or the article's order;
 * else null.
 */
function readNumeric(
  numeric: NumericDate,
  order: DateOrder | null,
  weekday: number | null,
  published: DayNumber | null,
  tense: Tense,
): DayNumber | null {
  const { first, second, year } = numeric;
  const isEither = numeric.order === null && first <= 12 && second <= 12 && first !== second;
  // Without a year, only the tense would decide whether “10/11” is in October or November.
  if (isEither && year === null && order === null) return null;
  const days = listReadings(numeric, published, tense);
  const fitting = days.filter((reading) => weekday === null || getWeekday(reading.day) === weekday);
  const ordered =
    fitting.length > 1 ? fitting.filter((reading) => reading.order === order) : fitting;
  return ordered.length === 1 ? (ordered[0]?.day ?? null) : null;
}

/** Returns the possible days of a numeric date, each with its order; empty if the century is open. */
export function listReadings(
  { first, second, year, order }: NumericDate,
  published: DayNumber | null,
  tense: Tense,
): { readonly day: DayNumber; readonly order: DateOrder }[] {
  if (year === undefined) return [];
  const orders: readonly DateOrder[] =
    order !== null ? [order] : first === second ? ['day-first'] : ['day-first', 'month-first'];
  return orders.flatMap((one) => {
    const [day, month] = one === 'day-first' ? [first, second] : [second, first];
    if (month < 1 || month > 12) return [];
    const inYear =
      year ?? (published === null ? null : chooseYear(published, month, day, tense, null));
    const found = inYear === null ? undefined : findDay(inYear, month, day);
    return found === undefined ? [] : [{ day: found, order: one }];
  });
}
