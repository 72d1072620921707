import type { Article } from './archive.ts';
import { dateToRanges } from './dates/dateRanges.ts';
import { splitDay, toDayNumber, type DayNumber } from './dates/dayRanges.ts';
import type { EdtfDate } from './dates/edtfDate.ts';

// Reads the day in a dateline: “LISBON, 11 May 2024” has a date, “LISBON (Reuters)” has none.

/** A dateline's day compared with `published`: none, the same, or another. */
export type Printed = 'none' | 'same' | 'other';

/** Returns how the day in an article's printed dateline relates to its day of publication. */
export function readDateline({ dateline, published, language }: Article): Printed {
  const dates = dateline === null ? [] : findDates(dateline, language ?? 'en');
  if (dates.length === 0) return 'none';
  return dates.some((date) => allows(published, date)) ? 'same' : 'other';
}

/** A printed day, often without a year. */
interface PrintedDate {
  readonly year: number | null;
  readonly month: number;
  readonly day: number;
}

function findDates(text: string, language: string): PrintedDate[] {
  const plain = text.replace(/[٠-٩۰-۹]/g, toLatinDigit);
  return [...findNumbers(plain), ...findNamed(plain, language)].filter(
    ({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31,
  );
}

function toLatinDigit(digit: string): string {
  return String((digit.codePointAt(0) ?? 0) % 16);
}

/** Finds 2024-05-11, and 11/5/2024 or 11.5.24 with the day and month in either order. */
function findNumbers(text: string): PrintedDate[] {
  const iso = [...text.matchAll(/\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/g)].map(
    ([, year, month, day]) => ({ year: Number(year), month: Number(month), day: Number(day) }),
  );
  const short = [...text.matchAll(/\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d\d)\b/g)].flatMap(
    ([, a, b, written = '']) => {
      const year = Number(written.length === 2 ? `20${written}` : written);
      return [
        { year, month: Number(b), day: Number(a) },
        { year, month: Number(a), day: Number(b) },
      ];
    },
  );
  return [...iso, ...short];
}

/** Finds a month name, or its beginning, next to a day: “11 May 2024”, “May 11”, “11 de maio de 2024”. */
function findNamed(text: string, language: string): PrintedDate[] {
  const months = listMonths(language);
  const words = text.match(/[\p{L}\p{M}]+|\d+/gu) ?? [];
  return words.flatMap((word, index): PrintedDate[] => {
    const month = months.find(({ names }) => names.has(fold(word)))?.month;
    if (month === undefined) return [];
    // Words between the parts of a date, and ordinal endings: “11th of May”.
    const isJoint = (one: string) => /^(?:st|nd|rd|th|of|de|del|d|er|the)$/iu.test(one);
    const before = words.slice(0, index).findLast((one) => !isJoint(one)) ?? '';
    const [next = '', afterNext = ''] = words.slice(index + 1).filter((one) => !isJoint(one));
    const isDay = (one: string) => /^\d{1,2}$/.test(one);
    const year = [next, afterNext].find((one) => /^\d{4}$/.test(one));
    const day = isDay(before) ? before : isDay(next) ? next : undefined;
    if (day === undefined) return [];
    return [{ year: year === undefined ? null : Number(year), month, day: Number(day) }];
  });
}

interface MonthNames {
  readonly month: number;
  readonly names: ReadonlySet<string>;
}

const monthsOf = new Map<string, readonly MonthNames[]>();

/** Returns the names of the months in a language and in English. */
function listMonths(language: string): readonly MonthNames[] {
  const known = monthsOf.get(language);
  if (known) return known;
  const formats = [language, 'en'].flatMap((one) =>
    (['long', 'short'] as const).map(
      (month) =>
        new Intl.DateTimeFormat([one, 'en'], { month, timeZone: 'UTC', calendar: 'gregory' }),
    ),
  );
  const months = Array.from({ length: 12 }, (_, index) => ({
    month: index + 1,
    names: new Set([
      ...formats.map((format) => fold(format.format(Date.UTC(2024, index, 1)))),
      ...(index === 8 ? ['sept'] : []),
    ]),
  }));
  monthsOf.set(language, months);
  return months;
}

function fold(word: string): string {
  return word.toLowerCase().replace(/\.$/, '');
}

/** Returns whether a date may be the printed one; a missing year matches any. */
function allows(published: EdtfDate, { year, month, day }: PrintedDate): boolean {
  return dateToRanges(withoutAbout(published)).some(({ first, last }) => {
    const years = year === null ? [first, last].flatMap(toYear) : [year];
    return years.some((one) => {
      const printed = toDayNumber(one, month, day);
      return (first ?? -Infinity) <= printed && printed <= (last ?? Infinity);
    });
  });
}

function withoutAbout(date: EdtfDate): EdtfDate {
  return date.type === 'single' ? { ...date, date: { ...date.date, about: null } } : date;
}

function toYear(day: DayNumber | null): number[] {
  return day === null ? [] : [splitDay(day).year];
}
