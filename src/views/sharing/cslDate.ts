import type { EdtfDate, PlainDate, Season } from '../../model/when.ts';
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
 * is `circa`; what CSL has no form for (an open end, a digit left out) is said in words.
 */
export function toCslDate(date: EdtfDate, words: DateWords): CslDate {
  const inWords = { literal: labelDate(date, words) };
  switch (date.type) {
    case 'single': {
      const parts = toParts(date.date);
      if (!parts) return inWords;
      return {
        'date-parts': [parts],
        ...(date.date.season ? { season: seasons[date.date.season] } : {}),
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

function isInDoubt({ about, doubtful }: PlainDate): boolean {
  return about !== null || doubtful;
}

/** Returns the parts that a date names; undefined where a digit is left out, and before our era, whose years CSL counts otherwise. */
function toParts({ year, month, day }: PlainDate): Parts | undefined {
  if ([year, month, day].some((part) => part?.includes('X')) || Number(year) < 1) return undefined;
  const parts = [year, month, day].filter((part) => part !== null).map(Number);
  return parts as unknown as Parts;
}
