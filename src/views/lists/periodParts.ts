import type { NewsEvent } from '../../model/archive.ts';
import { isOfMonths, listAll, type Period, type PeriodEvents } from '../dates/calendar.ts';
import { maxCards } from './budgets.ts';

// A year that is too long for its page becomes the index of its months, and such a month that of its days.

/**
 * Returns the events on a period's page: all of them, or if there are too many, those that are on none of its
 * parts.
 */
export function listStanding(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  zone: string,
): PeriodEvents {
  const { known = [], continuing = [], possible = [] } = periods.get(period) ?? {};
  const { parts } = findAround(period, periods);
  const onParts = new Set(
    isParted(period, periods) ? parts.flatMap((part) => listOn(part, periods, zone)) : [],
  );
  const here = new Set(listOn(period, periods, zone));
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

// Sorted once for all pages of the calendar.
const orders = new WeakMap<ReadonlyMap<Period, PeriodEvents>, Order>();

/**
 * Returns what a period's page depends on: the neighbouring, containing and contained periods, and its events
 * in order.
 */
export function listAround(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  zone: string,
): {
  readonly before: Period | undefined;
  readonly after: Period | undefined;
  readonly within: Period | undefined;
  readonly parts: readonly { readonly period: Period; readonly count: string }[];
  readonly events: readonly NewsEvent[];
} {
  const { neighbours, parts } = findAround(period, periods);
  const within = period.slice(0, -3);
  // The events of a part decide whether they are on the part's page or on this one.
  const listed = isParted(period, periods) ? parts : [];
  return {
    ...neighbours,
    within: period.length > 5 && periods.has(within) ? within : undefined,
    parts: parts.map((part) => {
      const { events, possible } = countEvents(part, periods);
      return { period: part, count: `${events} ${possible}` };
    }),
    events: [period, ...listed].flatMap((one) => listOn(one, periods, zone)),
  };
}

/** Returns the neighbouring and contained periods. */
export function findAround(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
): {
  readonly neighbours: { readonly before: Period | undefined; readonly after: Period | undefined };
  readonly parts: readonly Period[];
} {
  const order = orders.get(periods) ?? orderPeriods(periods);
  orders.set(periods, order);
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
}

function orderPeriods(periods: ReadonlyMap<Period, PeriodEvents>): Order {
  const index = new Map<Period, number>();
  const ofLength = new Map<number, Period[]>();
  const within = new Map<Period, Period[]>();
  for (const period of [...periods.keys()].sort()) {
    const alike = ofLength.get(period.length) ?? [];
    ofLength.set(period.length, alike);
    index.set(period, alike.push(period) - 1);
    if (period.length === 4) continue;
    const above = period.slice(0, -3);
    within.set(above, [...(within.get(above) ?? []), period]);
  }
  return { index, ofLength, within };
}

function isParted(period: Period, periods: ReadonlyMap<Period, PeriodEvents>): boolean {
  return period.length < 10 && listAll(periods.get(period)).length > maxCards;
}

/**
 * Returns all events on a period's page or on those of its parts. A month of a split year doesn't have those
 * known only to the year.
 */
function listOn(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  zone: string,
): NewsEvent[] {
  const all = listAll(periods.get(period));
  const isOfParted = period.length === 7 && isParted(period.slice(0, 4), periods);
  const known = periods.get(period)?.known.length ?? 0;
  return isOfParted
    ? all.filter((event, index) => index < known || isOfMonths(event, zone))
    : [...all];
}

/** Returns how many events a period counts, and how many more are possible. */
export function countEvents(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
): { readonly events: number; readonly possible: number } {
  const { known = [], possible = [] } = periods.get(period) ?? {};
  return { events: known.length, possible: possible.length };
}
