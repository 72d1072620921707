import type { When } from '../../model/archive.ts';
import type { EdtfDate } from '../../model/when.ts';
import { listDayEnds } from './dayEnds.ts';

// A large archive is searched and published in parts of whole years. Which part something is in depends on its own
// date, so that adding an article touches the parts of its events and no other.

/** When the data and the search index are split. */
export interface PartLimits {
  /** A part of the search index holds this many records at least, but for the newest. */
  readonly searchRecords: number;
  /** Maximum size (bytes) of a file of the data that is whole. */
  readonly dataBytes: number;
  /** Maximum size (bytes) of the rows, as CSV, of a database that is whole. */
  readonly databaseRows: number;
}

/**
 * The limits of every site. Pagefind indexes 5,000 records in about five seconds; with smaller parts, a first query of
 * two words at 5,000 articles downloads 1.7 times what it does of one index. A database of 10.7 MB of rows has 20 MB:
 * its text stands in it twice, once to be read and once to be searched.
 */
export const siteLimits: PartLimits = {
  searchRecords: 5000,
  dataBytes: 5_000_000,
  databaseRows: 10_700_000,
};

/** Returns the year (`2024`, `-0043`) of the first day that a date allows, null where that is open or nothing is dated. */
export function getFirstYear(when: When | EdtfDate | null, zone: string): string | null {
  return listDayEnds(when, zone).earliest?.replace(/-\d\d-\d\d$/, '') ?? null;
}

/** A part of a list of the data, as the file of the list names it. */
export interface PartLink {
  /** A year, or `undated`. */
  readonly period: string;
  /** From the root of the site. */
  readonly url: string;
  /** How much of what the list counts it has. */
  readonly count: number;
}

/** The part of what has no first day. */
export const undated = 'undated';

/** Returns the part that something is in: the year of the first day that its date allows, or `undated`. */
export function getPeriod(when: When | EdtfDate | null, zone: string): string {
  return getFirstYear(when, zone) ?? undated;
}

/** Orders years, those before our era first, and what is undated last. */
export function comparePeriods(a: string, b: string): number {
  if (a === undated || b === undated) return Number(a === undated) - Number(b === undated);
  return Number(a) - Number(b);
}

/** Consecutive years that make one part. */
export interface YearRange {
  readonly first: string;
  readonly last: string;
}

/**
 * Groups years into at most `maxParts` parts: from the oldest on, a part is full once it has `least` items. So an
 * item added to the newest year moves no older one. Where that makes too many parts, the least is doubled.
 */
export function groupYears(
  counts: ReadonlyMap<string, number>,
  least: number,
  maxParts: number,
): YearRange[] {
  const years = [...counts.keys()].sort(comparePeriods);
  for (let size = least; ; size *= 2) {
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
