import type { Archive, NewsEvent } from '../../model/archive.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import {
  findPeriod,
  findPeriods,
  isOfMonths,
  listAll,
  type Period,
  type PeriodEvents,
} from '../dates/calendar.ts';
import { maxCards } from './budgets.ts';

// A year that is too long for its page becomes the index of its months, and such a month that of its days.

/**
 * Returns the events on a period's page: all of them, or if there are too many, those that are on none of its
 * parts.
 */
export function listStanding(period: Period, archive: Archive): PeriodEvents {
  const { known = [], continuing = [], possible = [] } = findPeriod(archive, period) ?? {};
  const { parts } = findAround(archive, period);
  const onParts = new Set(
    isParted(period, archive) ? parts.flatMap((part) => listOn(part, archive)) : [],
  );
  const here = new Set(listOn(period, archive));
  const isHere = (event: NewsEvent) => here.has(event) && !onParts.has(event);
  return {
    known: known.filter(isHere),
    continuing: continuing.filter(isHere),
    possible: possible.filter(isHere),
  };
}

/** Periods in order: by length, and by the period that contains them. */
interface Order {
  readonly index: ReadonlyMap<Period, number>;
  readonly ofLength: ReadonlyMap<number, readonly Period[]>;
  readonly within: ReadonlyMap<Period, readonly Period[]>;
}

function orderPeriods(archive: Archive): Order {
  const index = new Map<Period, number>();
  const ofLength = new Map<number, Period[]>();
  const within = new Map<Period, Period[]>();
  for (const period of [...findPeriods(archive).keys()].sort()) {
    const alike = ofLength.get(period.length) ?? [];
    ofLength.set(period.length, alike);
    index.set(period, alike.push(period) - 1);
    if (period.length === 4) continue;
    const above = period.slice(0, -3);
    within.set(above, [...(within.get(above) ?? []), period]);
  }
  return { index, ofLength, within };
}

/** The periods around a period: the previous and next, and those that it contains. */
interface Around {
  readonly neighbours: { readonly before: Period | undefined; readonly after: Period | undefined };
  readonly parts: readonly Period[];
}

/** Returns the neighbouring and contained periods of an archive's period. */
export const findAround = defineQuery('around', (archive, period: Period): Around => {
  const order = remember(archive, archive, 'order of periods', () => orderPeriods(archive));
  const alike = order.ofLength.get(period.length) ?? [];
  const index = order.index.get(period);
  return {
    neighbours:
      index === undefined
        ? // It no longer has events, so use the position it would have.
          {
            before: alike.findLast((other) => other < period),
            after: alike.find((other) => other > period),
          }
        : { before: alike[index - 1], after: alike[index + 1] },
    parts: order.within.get(period) ?? [],
  };
});

function isParted(period: Period, archive: Archive): boolean {
  return period.length < 10 && listAll(findPeriod(archive, period)).length > maxCards;
}

/**
 * Returns all events on a period's page or on those of its parts. A month of a split year doesn't have those
 * known only to the year.
 */
function listOn(period: Period, archive: Archive): NewsEvent[] {
  const events = findPeriod(archive, period);
  const all = listAll(events);
  const isOfParted = period.length === 7 && isParted(period.slice(0, 4), archive);
  const known = events?.known.length ?? 0;
  return isOfParted
    ? all.filter((event, index) => index < known || isOfMonths(event, archive.site.zone))
    : [...all];
}

/** How many events a period counts, and how many more are possible. */
interface PeriodCount {
  readonly events: number;
  readonly possible: number;
}

/** Returns how many events of an archive a period counts, and how many more are possible. */
export const countEvents = defineQuery('periodCount', (archive, period: Period): PeriodCount => {
  const { known = [], possible = [] } = findPeriod(archive, period) ?? {};
  return { events: known.length, possible: possible.length };
});
