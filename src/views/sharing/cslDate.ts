import { hull, splitDay } from '../../model/dayRanges.ts';
import { dateToRanges, type EdtfDate, type PlainDate, type Season } from '../../model/when.ts';
import { labelDate } from '../dates/dateLabel.ts';
import type { DateWords } from '../words/words.ts';

type Parts = readonly [number] | readonly [number, number] | readonly [number, number, number];

/** A date as CSL-JSON has it: whole or in part, one or from–to, `circa` where it is in any doubt; else words. */
export type CslDate =
  | {
      readonly 'date-parts': readonly [Parts] | readonly [Parts, Parts];
      readonly season?: 1 | 2 | 3 | 4;
      readonly circa?: true;
    }
  | { readonly literal: string };

const seasons: Record<Season, 1 | 2 | 3 | 4> = { spring: 1, summer: 2, autumn: 3, winter: 4 };

/**
 * Returns a date as CSL-JSON has it, never surer than it is: what is about, doubtful, or one of several days
 * is `circa`, and as many styles print nothing of that, it has only the year and month that are sure. What CSL has no
 * form for (an open end) is said in words, which some programs leave out.
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

/** Returns a whole day written YYYY-MM-DD as CSL-JSON has it. */
export function dayToCsl(day: string): CslDate {
  const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
  return { 'date-parts': [[year, month, dayOfMonth]] };
}

/** Returns a date as ISO 8601 has it, whole or in part; null where it is in doubt, lasted or is in words. */
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

/** Returns the year, with the month where that is not in doubt, of a date in doubt; undefined where not even the year is sure. */
function findSure(date: EdtfDate & { type: 'single' }): Parts | undefined {
  const { first, last } = hull(dateToRanges(date));
  if (first === null || last === null) return undefined;
  const [from, to] = [splitDay(first), splitDay(last)];
  if (from.year !== to.year || from.year < 1) return undefined;
  // A month that is doubted as a whole is not sure.
  return from.month === to.month && date.date.day !== null ? [from.year, from.month] : [from.year];
}

function hasDigitLeftOut({ year, month, day }: PlainDate): boolean {
  return [year, month, day].some((part) => part?.includes('X'));
}

/** Returns the parts that a date names; undefined where a digit is left out, and before our era, whose years CSL counts otherwise. */
function toParts(date: PlainDate): Parts | undefined {
  const { year, month, day } = date;
  if (hasDigitLeftOut(date) || Number(year) < 1) return undefined;
  const parts = [year, month, day].filter((part) => part !== null).map(Number);
  return parts as unknown as Parts;
}
