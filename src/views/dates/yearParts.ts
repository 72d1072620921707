import type { When } from '../../model/archive.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { listDayEnds } from './dayEnds.ts';

// A large archive is searched and published in parts of whole years. An item's own date decides its part, so
// a new article changes only the parts of its events.

/** When the data and the search index are split. */
export interface PartLimits {
  /** Minimum number of records in a part of the search index, except the newest. */
  readonly searchRecords: number;
  /** Maximum size (bytes) of a data file before it is split. */
  readonly dataBytes: number;
  /** Maximum size (bytes) of a database's rows, as CSV, before it is split. */
  readonly databaseRows: number;
}

/**
 * The limits of every site. Pagefind indexes 5,000 records in about five seconds. With smaller parts, a first
 * two-word query at 5,000 articles downloads 1.7 times as much as with one index. A database with 10.7 MB of
 * rows takes 20 MB: it stores its text twice, once for reading and once for searching.
 */
export const siteLimits: PartLimits = {
  searchRecords: 5000,
  dataBytes: 5_000_000,
  databaseRows: 10_700_000,
};

/**
 * Returns the year (`2024`, `-0043`) of the first day that a date allows, null if that is open or there is no
 * date.
 */
export function getFirstYear(when: When | EdtfDate | null, zone: string): string | null {
  return listDayEnds(when, zone).earliest?.replace(/-\d\d-\d\d$/, '') ?? null;
}

/** A part of a data list, as the list's main file names it. */
export interface PartLink {
  /** A year, or `undated`. */
  readonly period: string;
  /** From the root of the site. */
  readonly url: string;
  /** How many of the list's items the part holds. */
  readonly count: number;
}

/** The part for items without a first day. */
export const undated = 'undated';

/** Returns an item's part: the year of the first day that its date allows, or `undated`. */
export function getPeriod(when: When | EdtfDate | null, zone: string): string {
  return getFirstYear(when, zone) ?? undated;
}

/** Orders years, including those before our era; undated comes last. */
export function comparePeriods(a: string, b: string): number {
  if (a === undated || b === undated) return Number(a === undated) - Number(b === undated);
  return Number(a) - Number(b);
}

/** Consecutive years that form one part. */
export interface YearRange {
  readonly first: string;
  readonly last: string;
}

/**
 * Groups years into at most `maxParts` parts. Starting from the oldest, a part is full once it has `minItems`
 * items, so an item added to the newest year moves no older one. If that creates too many parts, `minItems` is
 * doubled.
 */
export function groupYears(
  counts: ReadonlyMap<string, number>,
  minItems: number,
  maxParts: number,
): YearRange[] {
  const years = [...counts.keys()].sort(comparePeriods);
  for (let size = minItems; ; size *= 2) {
    const parts: { first: string; last: string; count: number }[] = [];
    for (const year of years) {
      const count = counts.get(year) ?? 0;
      const current = parts.at(-1);
      if (current && current.count < size) {
        current.last = year;
        current.count += count;
      } else parts.push({ first: year, last: year, count });
    }
    if (parts.length <= maxParts) return parts.map(({ first, last }) => ({ first, last }));
  }
}
