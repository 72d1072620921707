import { getWeekday } from '../../model/dates/calendarRanges.ts';
import type { DayNumber } from '../../model/dates/dayRanges.ts';
import { getGrammar } from './grammar.ts';
import type { DateOrder, Stretch } from './atom.ts';
import { calendars, foldText } from './calendarWords.ts';
import { findDay } from './days.ts';
import { groupAtoms, type Group } from './groups.ts';
import { listReadings } from './resolveGroup.ts';

/** A day that a text names with month and year, in any supported language. */
export interface FullDate extends Stretch {
  readonly words: string;
  /**
   * Its possible days: two if it is numeric and its order is unknown, none if it doesn't exist. `order` is
   * the order that yields the day, null if there is only one reading: in words, or as 2024-05-11.
   */
  readonly readings: readonly { readonly day: DayNumber; readonly order: DateOrder | null }[];
  /** True if an adjacent weekday contradicts it. */
  readonly isContrary: boolean;
  /** True if its year has two digits, so that it is ambiguous. */
  readonly isShortYear: boolean;
  /** The adjacent hour, in minutes since midnight; null if there is none, or if it is in another zone. */
  readonly minute: number | null;
}

/** Returns the full dates in a text, in order, whatever their language. */
export function findFullDates(text: string): FullDate[] {
  if (!/[\p{Nd}]/u.test(text)) return [];
  const folded = foldText(text);
  const found: FullDate[] = [];
  for (const language of calendars.keys())
    for (const group of groupAtoms(folded, getGrammar(language))) {
      const date = readGroup(group, text);
      // If two languages match the same date, the one that also matches its weekday or hour wins.
      const other =
        date && found.findIndex(({ start, end }) => start < date.end && date.start < end);
      if (!date || other === null) continue;
      if (other < 0) found.push(date);
      else if (measure(date) > measure(found[other])) found[other] = date;
    }
  return found.sort((a, b) => a.start - b.start);
}

function measure(date: FullDate | undefined): number {
  return date === undefined ? 0 : date.words.length;
}

function readGroup(group: Group, text: string): FullDate | null {
  const { head, weekday, clock, start, end } = group;
  const readings =
    head?.type === 'numeric' && head.year !== null
      ? listReadings(head, null, 'past').map(({ day, order }) => ({
          day,
          order: head.order === null ? order : null,
        }))
      : head?.type === 'days' && head.year !== null && head.days.length === 1
        ? [findDay(head.year, head.month, head.days[0] ?? 0)].flatMap((day) =>
            day === undefined ? [] : [{ day, order: null }],
          )
        : null;
  if (readings === null) return null;
  const fitting = readings.filter(({ day }) => weekday === null || getWeekday(day) === weekday);
  return {
    start,
    end,
    words: text.slice(start, end).trim(),
    readings: fitting.length > 0 ? fitting : readings,
    isContrary: readings.length > 0 && fitting.length === 0,
    isShortYear: head?.type === 'numeric' && head.year === undefined,
    minute: clock?.time && /^\d\d:\d\d$/.test(clock.time) ? toMinutes(clock.time) : null,
  };
}

function toMinutes(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * Returns the order of day and month in an article's numeric dates, if they show it: by a number above
 * twelve, a weekday, or the same day in words. Null if none does, or if they contradict each other.
 */
export function findDateOrder(lines: readonly string[]): DateOrder | null {
  const dates = lines.flatMap(findFullDates).filter(({ isContrary }) => !isContrary);
  const named = new Set(
    dates
      .flatMap(({ readings }) => readings.filter(({ order }) => order === null))
      .map(({ day }) => day),
  );
  const orders = dates.flatMap(({ readings }) => {
    const numeric = readings.filter(({ order }) => order !== null);
    const [only, ...more] =
      numeric.length > 1 ? numeric.filter(({ day }) => named.has(day)) : numeric;
    return only?.order && more.length === 0 ? [only.order] : [];
  });
  const [first, ...others] = new Set(orders);
  return first !== undefined && others.length === 0 ? first : null;
}

/** Returns whether a line begins with a day or hour, in any supported language. */
export function startsWithTime(line: string): boolean {
  const folded = foldText(line.slice(0, 60));
  if (/^\d{1,2}[:.]\d\d\s/.test(folded)) return true;
  return [...calendars.keys()].some((language) =>
    groupAtoms(folded, getGrammar(language)).some(
      ({ head, start }) => start === 0 && (head?.type === 'days' || head?.type === 'numeric'),
    ),
  );
}
