import type { Archive, NewsEvent } from '../../model/archive.ts';
import { rangesToSpans } from '../../model/dates/dateSpans.ts';
import {
  hull,
  splitDay,
  toDayNumber,
  type DayNumber,
  type DayRange,
} from '../../model/dates/dayRanges.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { momentToDay } from '../../model/dates/zoneClock.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { getKnownDay, getLastDay, isDoubtful, isOpen, toDaysOf } from '../../model/knownDays.ts';

// Assigns events to days, months and years for all pages, figures and counts. An event counts once: on the
// day it is known to fall on, a night on its first day, a lasting event on the day it began. A lasting event
// is also listed, uncounted, on the days that it reached; an uncertain one is possible on each of its days.

/** A calendar year, month or day: `2024`, `2024-05`, `2024-05-10` (ISO 8601). */
export type Period = string;

/** The events of one period, each list in timeline order. */
export interface PeriodEvents {
  /** The events that the period counts. */
  readonly known: readonly NewsEvent[];
  /** The events that began in an earlier period, which counts them, and reached this one. */
  readonly continuing: readonly NewsEvent[];
  readonly possible: readonly NewsEvent[];
}

/** Returns all events of a period, counted ones first. */
export function listAll(events: PeriodEvents | undefined): readonly NewsEvent[] {
  return events ? [...events.known, ...events.continuing, ...events.possible] : [];
}

/** Returns the events of an archive by day, month and year in its own zone, for every period that has any. */
export function findPeriods(archive: Archive): ReadonlyMap<Period, PeriodEvents> {
  return remember(archive, archive, 'periods', () =>
    groupByPeriod(archive.events, archive.site.zone),
  );
}

/** Returns the events of a period of an archive; none has undefined. */
export const findPeriod = defineQuery('period', (archive, period: Period) =>
  findPeriods(archive).get(period),
);

/** Returns whether an archive has events of a period. */
export const hasEvents = defineQuery('hasEvents', (archive, period: Period) =>
  findPeriods(archive).has(period),
);

/** Returns the published periods that no longer have events; their addresses still answer. */
function listEmptied(
  permalinks: readonly { readonly value: string }[],
  periods: ReadonlyMap<Period, PeriodEvents>,
): Period[] {
  return permalinks.flatMap(({ value }) => {
    // Matches the addresses of years, months and days.
    const [, year, month, day] = /^\/(\d{4})\/(?:(\d\d)\/(?:(\d\d)\/)?)?$/.exec(value) ?? [];
    if (year === undefined || !isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return [];
    const period = [year, month, day].filter((part) => part !== undefined).join('-');
    return periods.has(period) ? [] : [period];
  });
}

/** Returns every period that has a page: those with events, and published ones that are now empty. */
export function listPeriods(
  permalinks: readonly { readonly value: string }[],
  periods: ReadonlyMap<Period, PeriodEvents>,
): Period[] {
  return [...periods.keys(), ...listEmptied(permalinks, periods)];
}

/** Returns every day that has a page, and so a picture and a card. */
export function listDaysWithPage(
  permalinks: readonly { readonly value: string }[],
  periods: ReadonlyMap<Period, PeriodEvents>,
): Period[] {
  return listPeriods(permalinks, periods).filter((period) => period.length === 10);
}

function isDay(year: number, month: number, day: number): boolean {
  const real = splitDay(toDayNumber(year, month, day));
  return real.year === year && real.month === month && real.day === day;
}

/** Returns the events by day, month and year in an IANA zone, for every period that has any. */
export function groupByPeriod(
  events: readonly NewsEvent[],
  zone: string,
): ReadonlyMap<Period, PeriodEvents> {
  const periods = new Map<Period, Record<ListedAs, NewsEvent[]>>();
  const open = (period: Period) => {
    const found = periods.get(period);
    if (found) return found;
    const opened = { known: [], continuing: [], possible: [] };
    periods.set(period, opened);
    return opened;
  };
  for (const event of events) {
    for (const { period, listedAs } of listPeriodsOf(event, zone).all)
      open(period)[listedAs].push(event);
  }
  return periods;
}

/**
 * Returns whether an event is known to within a month or two. A less certain one is on its year's page if the
 * list is split by months.
 */
export function isOfMonths(event: NewsEvent, zone: string): boolean {
  return listPeriodsOf(event, zone).months <= 2;
}

/** How a period lists an event. */
type ListedAs = keyof PeriodEvents;

/** The periods that list an event, and how many months it may be in. */
interface EventPeriods {
  readonly zone: string;
  readonly all: readonly { readonly period: Period; readonly listedAs: ListedAs }[];
  readonly months: number;
}

// Cached: an event is in the calendars of the site, its actors and its places.
const periodsOf = new WeakMap<NewsEvent, EventPeriods>();

function listPeriodsOf(event: NewsEvent, zone: string): EventPeriods {
  // Read before the cache, which would hide from a trace that the periods depend on it.
  const { when } = event;
  const found = periodsOf.get(event);
  if (found?.zone === zone) return found;
  const ranges = toDaysOf(zone, when);
  const known = getKnownDay(when, zone);
  const months = listTouched(ranges, 7);
  const years = listTouched(ranges, 4);
  const isSure = !isDoubtful(when.date) && !isOpen(when);
  const all = [
    ...listDays(event, known, zone),
    ...[months, years].flatMap((periods) =>
      periods.map((period) => ({
        period,
        listedAs: chooseListing(period, periods, known, isSure),
      })),
    ),
  ].filter(({ period }) => hasAddress(period));
  const periods = { zone, all, months: months.length };
  periodsOf.set(event, periods);
  return periods;
}

/** Returns how a month or year lists an event: one that counts on a day counts in its month and year. */
function chooseListing(
  period: Period,
  all: readonly Period[],
  known: DayNumber | undefined,
  isSure: boolean,
): ListedAs {
  if (known === undefined) return isSure && all.length === 1 ? 'known' : 'possible';
  return printDay(known).startsWith(period) ? 'known' : 'continuing';
}

/** Maximum number of days that list an event: more than a week is too vague for any day. */
const maxDays = 7;

/** Returns the days whose pages list an event. If the date is disputed, these are the days of all accounts. */
function listDays(
  event: NewsEvent,
  known: DayNumber | undefined,
  zone: string,
): { readonly period: Period; readonly listedAs: ListedAs }[] {
  if (known !== undefined) {
    const last = Math.min(getLastDay(event.when, zone) ?? known, known + maxDays - 1);
    return Array.from({ length: last - known + 1 }, (_, index) => ({
      period: printDay(known + index),
      listedAs: index === 0 ? 'known' : 'continuing',
    }));
  }
  const { origin, when } = event;
  const dates =
    origin.type === 'disputed'
      ? origin.choices.map(({ days }) => putInto(zone, when.zone, days))
      : [toDaysOf(zone, when)];
  const days = dates.flatMap((ranges) => {
    const { first, last } = hull(ranges);
    if (first === null || last === null || last - first >= maxDays) return [];
    return ranges.flatMap((range) => listBetween(range.first ?? first, range.last ?? last));
  });
  return [...new Set(days)]
    .sort((a, b) => a - b)
    .map((day) => ({ period: printDay(day), listedAs: 'possible' }));
}

function putInto(zone: string, ofZone: string, days: readonly DayRange[]): readonly DayRange[] {
  const day = (moment: number) => (Number.isFinite(moment) ? momentToDay(moment, zone) : null);
  return zone === ofZone
    ? days
    : rangesToSpans(days, ofZone).map(({ from, to }) => ({ first: day(from), last: day(to - 1) }));
}

function listBetween(first: DayNumber, last: DayNumber): DayNumber[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

// An event that may be in more periods than this is too vague for any of them.
const maxPeriods = 24;

/**
 * Returns the months (`length` 7) or years (4) that days touch; for a range without an end, that of the known
 * end.
 */
function listTouched(days: readonly DayRange[], length: number): Period[] {
  const touched = new Set<Period>();
  for (const { first, last } of days) {
    const from = first ?? last;
    const to = last ?? first;
    if (from === null || to === null) continue;
    for (let day = from; day <= to && touched.size <= maxPeriods; day = firstOfNextMonth(day))
      touched.add(printDay(day).slice(0, length));
    touched.add(printDay(to).slice(0, length));
  }
  return touched.size > maxPeriods ? [] : [...touched].filter(hasAddress);
}

/** Only four-digit years have an address. */
function hasAddress(period: Period): boolean {
  return /^\d{4}/.test(period);
}

function firstOfNextMonth(day: DayNumber): DayNumber {
  const { day: dayOfMonth } = splitDay(day);
  // 32 days past the first is always in the next month; then step back to the first of that.
  const inNext = day - dayOfMonth + 1 + 32;
  return inNext - splitDay(inNext).day + 1;
}
