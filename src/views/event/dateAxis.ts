import {
  splitDay,
  toDayNumber,
  type DayNumber,
  type DayRange,
} from '../../model/dates/dayRanges.ts';
import type { Words } from '../words/words.ts';
import { getWeekday } from '../dates/shortDate.ts';

// The axis of the date figure: three to seven columns, each a day, or a week, some months or some years for longer dates.

/** A column of the axis. */
export interface DateColumn {
  /** The month or year, where a new one begins. */
  readonly period: string | null;
  /** The weekday, if the column is a day. */
  readonly above: string | null;
  readonly label: string;
}

/** The columns, and where a day is among them. */
export interface DateAxis {
  readonly count: number;
  readonly columns: readonly DateColumn[];
  /** True if each column is a day. */
  readonly isDays: boolean;
  /** Returns where a day begins, in columns from the start of the axis; the axis ends at `count`. */
  readonly locate: (day: DayNumber) => number;
}

const maxColumns = 7;

/** A column is `size` of its unit. */
interface Scale {
  readonly unit: 'day' | 'month' | 'year';
  readonly size: number;
}

const shortScales: readonly Scale[] = [
  { unit: 'day', size: 1 },
  { unit: 'day', size: 7 },
  { unit: 'month', size: 1 },
  { unit: 'month', size: 3 },
];

/**
 * Returns the axis for known first and last days, with a column before and after where there is room. It
 * includes days of `wanted`, most important first, as far as they fit.
 */
export function createDateAxis(
  own: { readonly first: DayNumber; readonly last: DayNumber },
  wanted: readonly DayRange[],
  words: Pick<Words, 'dates' | 'number'>,
): DateAxis {
  const scale = chooseScale(own);
  const indexOf = (day: DayNumber) => getIndex(day, scale, own.first);
  let [low, high] = [indexOf(own.first), indexOf(own.last)];
  for (const { first, last } of wanted) {
    if (first === null || last === null) continue;
    const [from, to] = [Math.min(low, indexOf(first)), Math.max(high, indexOf(last))];
    if (to - from < maxColumns) [low, high] = [from, to];
  }
  const span = high - low + 1;
  const count = Math.min(maxColumns, span + 2);
  const start = low - Math.floor((count - span) / 2);
  const starts = Array.from({ length: count + 1 }, (_, column) =>
    getStart(start + column, scale, own.first),
  );
  return {
    count,
    columns: viewColumns(starts.slice(0, count), scale, words),
    isDays: scale.unit === 'day' && scale.size === 1,
    locate: (day) => {
      const column = indexOf(day) - start;
      const [from, to] = [column, column + 1].map((one) =>
        getStart(start + one, scale, own.first),
      ) as [DayNumber, DayNumber];
      return column + (day - from) / (to - from);
    },
  };
}

/** Returns the smallest scale that a date fits; a whole month is never drawn in weeks, nor a year in months. */
function chooseScale({ first, last }: { first: DayNumber; last: DayNumber }): Scale {
  const [from, end] = [splitDay(first), splitDay(last + 1)];
  const isMonths = from.day === 1 && end.day === 1;
  const isYears = isMonths && from.month === 1 && end.month === 1;
  const fits = (scale: Scale) =>
    getIndex(last, scale, first) - getIndex(first, scale, first) < maxColumns;
  const short = shortScales.find(
    (scale) => !isYears && (scale.unit !== 'day' || !isMonths) && fits(scale),
  );
  if (short) return short;
  // 1, 2, 5, 10, 20, 50 and so on.
  for (let ten = 1; ; ten *= 10)
    for (const one of [1, 2, 5]) {
      const scale: Scale = { unit: 'year', size: one * ten };
      if (fits(scale)) return scale;
    }
}

/** Weeks are counted from `origin`. */
function getIndex(day: DayNumber, { unit, size }: Scale, origin: DayNumber): number {
  if (unit === 'day') return Math.floor((day - origin) / size);
  const { year, month } = splitDay(day);
  return Math.floor((unit === 'month' ? 12 * year + month - 1 : year) / size);
}

function getStart(index: number, { unit, size }: Scale, origin: DayNumber): DayNumber {
  if (unit === 'day') return origin + index * size;
  if (unit === 'year') return toDayNumber(index * size, 1, 1);
  const months = index * size;
  return toDayNumber(Math.floor(months / 12), months - 12 * Math.floor(months / 12) + 1, 1);
}

function viewColumns(
  starts: readonly DayNumber[],
  { unit, size }: Scale,
  { dates, number }: Pick<Words, 'dates' | 'number'>,
): DateColumn[] {
  const parts = starts.map(splitDay);
  const isNew = (index: number) => {
    const [before, own] = [parts[index - 1], parts[index]];
    return before?.year !== own?.year || (unit === 'day' && before?.month !== own?.month);
  };
  // A month has room for its year only if the next one begins two columns later.
  const hasRoom = (index: number) => index + 1 < parts.length && !isNew(index + 1);
  let year: number | null = null;
  return parts.map((own, index) => {
    const ofYear = { year: own.year, month: null, day: null };
    if (unit === 'year') return { period: null, above: null, label: dates.date(ofYear) };
    if (unit === 'month')
      return {
        period: isNew(index) ? dates.date(ofYear) : null,
        above: null,
        label: dates.short.month({ ...own, day: null }, false),
      };
    const withYear = own.year !== year && hasRoom(index);
    if (withYear) year = own.year;
    return {
      period: isNew(index) ? dates.short.month({ ...own, day: null }, withYear) : null,
      above: size === 1 ? dates.short.weekday(getWeekday(starts[index] ?? 0)) : null,
      label: number(own.day),
    };
  });
}
