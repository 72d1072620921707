import type { ViewContext } from './context.ts';
import type { NewsEvent } from '../model/archive.ts';
import { isOfMonths, listAll, type Period, type PeriodEvents } from './calendar.ts';
import {
  listEvents,
  MOST,
  ROOM,
  weighListed,
  type EventLine,
  type ListedEvents,
  type PartLink,
} from './longList.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';

export interface PeriodLink {
  readonly label: string;
  readonly url: string;
}

export interface PeriodView {
  readonly label: string;
  /** The month of a day, the year of a month. */
  readonly within: PeriodLink | null;
  /** The months of a year, the days of a month, with how many events each has. */
  readonly parts: readonly PartLink[];
  /** How many events it counts, and how many more are possible, in words. */
  readonly count: string;
  /** True where its page was published and no event is of it any more. */
  readonly isEmptied: boolean;
  readonly known: readonly TimelineGroup[];
  /** Those of a day that has more events than a page holds, in one line each: then `known` is empty. */
  readonly knownLines: readonly EventLine[];
  /** Those that another period counts and that reached this. */
  readonly continuing: ListedEvents;
  readonly possible: ListedEvents;
  readonly before: PeriodLink | null;
  readonly after: PeriodLink | null;
}

/** Gives what the page of one year, month or day says. `periods` are those that have events. */
export function viewPeriod(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): PeriodView {
  const all = periods.get(period) ?? { known: [], continuing: [], possible: [] };
  const { zone } = context.archive.site;
  const { neighbours, parts } = findAround(period, periods);
  // A page that holds too much is the index of its parts, with what stands on none of them.
  const onParts = new Set(
    isParted(period, periods) ? parts.flatMap((part) => listOn(part, periods, zone)) : [],
  );
  const here = new Set(listOn(period, periods, zone));
  const isHere = (event: NewsEvent) => here.has(event) && !onParts.has(event);
  const known = all.known.filter(isHere);
  const continuing = all.continuing.filter(isHere);
  const possible = all.possible.filter(isHere);
  const shown = listEvents(known, context);
  const reached = listEvents(continuing, context, undefined, ROOM - weighListed(shown));
  const isLong = shown.lines.length > 0;
  const link = (other: Period | undefined) =>
    other === undefined ? null : linkPeriod(other, context);
  return {
    label: labelPeriod(period, context),
    within:
      period.length > 5 && periods.has(period.slice(0, -3)) ? link(period.slice(0, -3)) : null,
    parts: parts.map((part) => ({
      ...linkPeriod(part, context),
      ...countEvents(part, periods),
    })),
    count: context.pages.list.eventsOf(all.known.length, all.possible.length),
    isEmptied: listAll(all).length === 0,
    known: isLong ? [] : groupByDate(known, context),
    knownLines: shown.lines,
    continuing: reached,
    possible: listEvents(
      possible,
      context,
      undefined,
      ROOM - weighListed(shown) - weighListed(reached),
    ),
    before: link(neighbours.before),
    after: link(neighbours.after),
  };
}

/** Periods in their order: those of each length, and those within each. */
interface Order {
  readonly index: ReadonlyMap<Period, number>;
  readonly ofLength: ReadonlyMap<number, readonly Period[]>;
  readonly within: ReadonlyMap<Period, readonly Period[]>;
}

// Sorted once for all pages of the calendar.
const orders = new WeakMap<ReadonlyMap<Period, PeriodEvents>, Order>();

/** Gives what the page of a period is made from: the periods beside, above and within it, and its events in order. */
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
  // What a part has says whether it stands on the part's page or here.
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

function findAround(
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
        ? // It has no events any more: it stands where it would.
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
  return period.length < 10 && listAll(periods.get(period)).length > MOST;
}

/** Gives all that stands on a period's page, or on those of its parts: of a month whose year is parted, not what is known to its year alone. */
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

/** Gives a period's name with its page. */
export function linkPeriod(period: Period, context: ViewContext): PeriodLink {
  return { label: labelPeriod(period, context), url: context.at.period(period) };
}

/** Gives a year, month or day in words. */
export function labelPeriod(period: Period, { dates }: ViewContext): string {
  const [year, month, day] = period.split('-');
  return dates.date({
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  });
}
