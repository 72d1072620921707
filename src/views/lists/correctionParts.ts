import type { Archive, PageHistory } from '../../model/archive.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import type { PageName } from '../../model/pageIds.ts';
import type { Period } from '../dates/calendar.ts';
import { weighWords } from './longList.ts';
import { listBytes, maxCards } from './budgets.ts';

// The list of all corrections is split by year, and a long year by month: `/corrections/2024/`,
// `/corrections/2024/05/`.

/**
 * Returns the years by which the corrections are split, or the months of a year; in order, none if they fit
 * on one page.
 */
export function listCorrectionPeriods(within: Period | null, archive: Archive): Period[] {
  const counts = countCorrections(archive);
  if (within?.length === 7 || fits(within ?? '', archive)) return [];
  const length = within === null ? 4 : 7;
  return [...counts.keys()]
    .filter((period) => period.length === length && period.startsWith(within ?? ''))
    .sort();
}

function fits(period: Period, archive: Archive): boolean {
  const all = listCorrectionsOf(period, archive);
  return all.length <= maxCards && weighWords(all.map(({ reason }) => reason)) <= listBytes;
}

/** Returns how many corrections and retractions are of a year or month. */
export function countCorrectionsOf(period: Period, archive: Archive): number {
  return countCorrections(archive).get(period) ?? 0;
}

/**
 * Returns every year and month of corrections that has a page: those that are needed, and those whose address
 * was published.
 */
export function listCorrectionParts(archive: Archive): Period[] {
  const needed = listCorrectionPeriods(null, archive).flatMap((year) => [
    year,
    ...listCorrectionPeriods(year, archive),
  ]);
  const published = archive.permalinks.flatMap(({ value }) => {
    const [, year, month] = /^\/corrections\/(\d{4})\/(?:(0[1-9]|1[0-2])\/)?$/.exec(value) ?? [];
    if (year === undefined) return [];
    return [month === undefined ? year : `${year}-${month}`];
  });
  return [...new Set([...needed, ...published])];
}

/** A correction or retraction, and its page. */
export interface ArchiveCorrection {
  /** A unique key: the page, the day, and the position within that day. */
  readonly key: string;
  readonly page: PageName;
  /** The name of the page. */
  readonly name: string;
  readonly date: string;
  readonly reason: string;
  readonly isRetraction: boolean;
}

/** Returns the corrections and retractions of a year or month, by page. */
export function listCorrectionsOf(period: Period, archive: Archive): ArchiveCorrection[] {
  return listCorrections(archive).filter(({ date }) => date.startsWith(period));
}

/**
 * Returns all corrections and retractions by page: the page's retraction, then its corrections in file order.
 */
export const listCorrections = defineQuery('corrections', (archive) => {
  const { events, retracted, articles, actors, sources, places } = archive;
  const pages: readonly (readonly [PageName, string, PageHistory | null])[] = [
    ...events.map(({ id, title, ruling }) => [{ kind: 'event', id }, title, ruling] as const),
    ...retracted.map((event) => [{ kind: 'event', id: event.id }, event.title, event] as const),
    ...articles.map((one) => [{ kind: 'article', id: one.id }, one.title, one] as const),
    ...actors.map((one) => [{ kind: 'actor', id: one.id }, one.name, one] as const),
    ...sources.map((one) => [{ kind: 'source', id: one.id }, one.name, one] as const),
    ...places.map((one) => [{ kind: 'place', id: one.id }, one.name, one] as const),
  ];
  return pages.flatMap(([page, name, history]) => {
    const ofDay = new Map<string, number>();
    const retraction = history?.retracted ?? null;
    return [...(retraction ? [retraction] : []), ...(history?.corrections ?? [])].map(
      ({ date, reason }, index): ArchiveCorrection => {
        const count = (ofDay.get(date) ?? 0) + 1;
        ofDay.set(date, count);
        const key = `${page.kind}s-${page.id}-${date}-${count}`;
        return { key, page, name, date, reason, isRetraction: retraction !== null && index === 0 };
      },
    );
  });
});

/** Counts by year and month, and under the empty period for all time. */
function countCorrections(archive: Archive): ReadonlyMap<Period, number> {
  return remember(archive, archive, 'counts of corrections', () => {
    const counts = new Map<Period, number>();
    for (const { date } of listCorrections(archive))
      for (const period of ['', date.slice(0, 4), date.slice(0, 7)])
        counts.set(period, (counts.get(period) ?? 0) + 1);
    return counts;
  });
}
