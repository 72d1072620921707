import { groupYears, undated } from '../dates/yearParts.ts';
import type { ViewContext } from '../page/context.ts';
import { listSearchRecords, type SearchRecord } from './searchRecords.ts';

/** Records that share a search index. */
export interface SearchPart {
  /** The folder of the index below `pagefind/`; empty for a single index. */
  readonly name: string;
  readonly records: readonly SearchRecord[];
}

/** Maximum number of search indexes: each adds a few requests to the first query. */
const maxIndexes = 8;

/**
 * Returns the search records by index: a single one for a small archive, else one for undated records
 * (actors, the site's own pages, events whose first day is open) and one for each group of years, named after
 * its first year.
 */
export function listSearchParts(context: ViewContext): SearchPart[] {
  const records = listSearchRecords(context);
  const minRecords = context.limits.searchRecords;
  if (records.length <= minRecords) return [{ name: '', records }];
  const byYear = Map.groupBy(records, ({ year }) => year ?? undated);
  const counts = new Map(
    [...byYear].flatMap(([year, own]) => (year === undated ? [] : [[year, own.length] as const])),
  );
  const ranges = groupYears(counts, minRecords, maxIndexes - 1);
  if (ranges.length < 2) return [{ name: '', records }];
  const isIn = (year: string, { first, last }: (typeof ranges)[number]) =>
    Number(first) <= Number(year) && Number(year) <= Number(last);
  return [
    { name: undated, records: byYear.get(undated) ?? [] },
    ...ranges.map((range) => ({
      name: range.first,
      records: records.filter(({ year }) => year !== null && isIn(year, range)),
    })),
  ].filter((part) => part.records.length > 0);
}
