import type { Archive, PageHistory } from '../model/archive.ts';
import type { Period } from './calendar.ts';
import { MOST } from './longList.ts';

// The list of all corrections is parted by their years, and a year that is too long by months:
// `/corrections/2024/`, `/corrections/2024/05/`.

/** Gives the years of the corrections where they are too many for one page, or the months of a year that has too many: in their order; none where they fit. */
export function listCorrectionPeriods(within: Period | null, archive: Archive): Period[] {
  const counts = countCorrections(archive);
  if ((counts.get(within ?? '') ?? 0) <= MOST || within?.length === 7) return [];
  const length = within === null ? 4 : 7;
  return [...counts.keys()]
    .filter((period) => period.length === length && period.startsWith(within ?? ''))
    .sort();
}

/** Gives how many corrections and retractions are of a year or month. */
export function countCorrectionsOf(period: Period, archive: Archive): number {
  return countCorrections(archive).get(period) ?? 0;
}

/** Gives every year and month of the corrections that has a page: those that are needed, and those whose address was published. */
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

const countsOf = new WeakMap<Archive, ReadonlyMap<Period, number>>();

/** Counts by year and month; under no period at all, those of all time. */
function countCorrections(archive: Archive): ReadonlyMap<Period, number> {
  const known = countsOf.get(archive);
  if (known) return known;
  const counts = new Map<Period, number>();
  const { events, retracted, articles, actors, sources, places } = archive;
  const histories: readonly (PageHistory | null)[] = [
    ...events.map(({ ruling }) => ruling),
    ...retracted,
    ...articles,
    ...actors,
    ...sources,
    ...places,
  ];
  for (const history of histories) {
    if (!history) continue;
    for (const { date } of [
      ...history.corrections,
      ...(history.retracted ? [history.retracted] : []),
    ])
      for (const period of ['', date.slice(0, 4), date.slice(0, 7)])
        counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  countsOf.set(archive, counts);
  return counts;
}
