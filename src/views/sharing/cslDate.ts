import { dateToRanges } from '../../model/dates/dateRanges.ts';
import { hull, splitDay } from '../../model/dates/dayRanges.ts';
import type { EdtfDate, PlainDate, Season } from '../../model/dates/edtfDate.ts';
import { labelDate } from '../dates/dateLabel.ts';
import type { DateWords } from '../words/words.ts';

type Parts = readonly [number] | readonly [number, number] | readonly [number, number, number];

/** A date in CSL-JSON: whole or partial, single or a range, `circa` if in any doubt; otherwise words. */
export type CslDate =
  | {
      readonly 'date-parts': readonly [Parts] | readonly [Parts, Parts];
      readonly season?: 1 | 2 | 3 | 4;
      readonly circa?: true;
    }
  | { readonly literal: string };

const seasons: Record<Season, 1 | 2 | 3 | 4> = { spring: 1, summer: 2, autumn: 3, winter: 4 };

/**
 * Returns a date in CSL-JSON, never more certain than it is. An approximate, doubtful or alternative date is
 * `circa`; as many styles ignore that, it has only the year and month that are certain. Dates that CSL can't
 * express (an open end) become words, which some programs omit.
 */
export function toCslDate(date: EdtfDate, words: DateWords): CslDate {
  const inWords = { literal: labelDate(date, words) };
  switch (date.type) {
    case 'single': {
      const { season } = date.date;
      if (!season && (isInDoubt(date.date) || hasDigitLeftOut(date.date))) {
        const sure = findSure(date);
        return sure ? { 'date-parts': [sure], circa: true } : inWords;
      }
      const parts = toParts(date.date);
      if (!parts) return inWords;
      return {
        'date-parts': [parts],
        ...(season ? { season: seasons[season] } : {}),
        ...(isInDoubt(date.date) ? { circa: true } : {}),
      };
    }
    case 'lasting': {
      if (typeof date.from === 'string' || typeof date.to === 'string') return inWords;
      const [from, to] = [toParts(date.from), toParts(date.to)];
      if (!from || !to || date.from.season || date.to.season) return inWords;
      const circa = isInDoubt(date.from) || isInDoubt(date.to);
      return { 'date-parts': [from, to], ...(circa ? { circa: true } : {}) };
    }
    case 'one-of': {
      const ends = date.members.flatMap((member) =>
        member.type === 'date' ? [member] : [member.from, member.to],
      );
      const [first, last] = [ends[0], ends.at(-1)];
      if (!first || !last || ends.some((end) => !end || end.season)) return inWords;
      const [from, to] = [toParts(first), toParts(last)];
      return from && to ? { 'date-parts': [from, to], circa: true } : inWords;
    }
  }
}

/** Returns a day written YYYY-MM-DD in CSL-JSON. */
export function dayToCsl(day: string): CslDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return { 'date-parts': [[year, month, dayOfMonth]] };
}

/** Returns a date in ISO 8601, whole or partial; null if it is in doubt, lasting or in words. */
export function printCslDay(date: CslDate): string | null {
  if ('literal' in date || date.circa || date.season || date['date-parts'].length > 1) return null;
  const [year, ...rest] = date['date-parts'][0];
  return [String(year).padStart(4, '0'), ...rest.map((part) => String(part).padStart(2, '0'))].join(
    '-',
  );
}

function isInDoubt({ about, doubtful }: PlainDate): boolean {
  return about !== null || doubtful;
}

/**
 * Returns the certain year of a doubtful date, with the month if that is certain; undefined if even the year
 * isn't.
 */
function findSure(date: EdtfDate & { type: 'single' }): Parts | undefined {
  const { first, last } = hull(dateToRanges(date));
  if (first === null || last === null) return undefined;
  const [from, to] = [splitDay(first), splitDay(last)];
  if (from.year !== to.year || from.year < 1) return undefined;
  // A month that is itself in doubt isn't certain.
  return from.month === to.month && date.date.day !== null ? [from.year, from.month] : [from.year];
}

function hasDigitLeftOut({ year, month, day }: PlainDate): boolean {
  return [year, month, day].some((part) => part?.includes('X'));
}

/**
 * Returns the parts of a date; undefined if a digit is left out, or for years before our era, which CSL
 * numbers differently.
 */
function toParts(date: PlainDate): Parts | undefined {
  const { year, month, day } = date;
  if (hasDigitLeftOut(date) || Number(year) < 1) return undefined;
  const parts = [year, month, day].filter((part) => part !== null).map(Number);
  return parts as unknown as Parts;
}
