import type { NewsEvent } from '../../model/archive.ts';
import {
  hull,
  splitDay,
  toDayNumber,
  type DayNumber,
  type DayRange,
} from '../../model/dayRanges.ts';
import { getKnownDay, getLastDay, isDoubtful, isOpen, toDaysOf } from '../../model/knownDays.ts';
import { momentToDay, printDay, rangesToSpans } from '../../model/when.ts';

// Which events a day, month or year has: all pages, figures and counts ask here. An event counts once among
// the days, on the one it is known to fall on: a night on its first day, what lasted on the day it began. On
// the days it reached it stands uncounted; on those it may be of it is possible.

/** A year, month or day of the calendar: `2024`, `2024-05`, `2024-05-10` (ISO 8601). */
export type Period = string;

/** The events of one period, each list in the order of the timeline. */
export interface PeriodEvents {
  /** Those that it counts. */
  readonly known: readonly NewsEvent[];
  /** Those that began in an earlier one, which counts them, and reached this. */
  readonly continuing: readonly NewsEvent[];
  readonly possible: readonly NewsEvent[];
}

/** Returns all events of a period, those that it counts first. */
export function listAll(events: PeriodEvents | undefined): readonly NewsEvent[] {
  return events ? [...events.known, ...events.continuing, ...events.possible] : [];
}

/** Returns the periods whose pages were published and that have no events any more: their addresses are still answered. */
function listEmptied(
  permalinks: readonly { readonly value: string }[],
  periods: ReadonlyMap<Period, PeriodEvents>,
): Period[] {
  return permalinks.flatMap(({ value }) => {
    // Takes the addresses of years, months and days.
    const [, year, month, day] = /^\/(\d{4})\/(?:(\d\d)\/(?:(\d\d)\/)?)?$/.exec(value) ?? [];
    if (year === undefined || !isDay(Number(year), Number(month ?? 1), Number(day ?? 1))) return [];
    const period = [year, month, day].filter((part) => part !== undefined).join('-');
    return periods.has(period) ? [] : [period];
  });
}

/** Returns every period that has a page: those that have events, and those that are emptied. */
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

/** The events of a list by the periods of a zone. */
interface Calendar {
  readonly zone: string;
  readonly periods: ReadonlyMap<Period, PeriodEvents>;
}

// Grouped once: a build asks for the calendar of the site a dozen times.
const calendars = new WeakMap<readonly NewsEvent[], Calendar>();

/** Returns the events by day, month and year of the (IANA) zone, for every period that has any. */
export function groupByPeriod(
  events: readonly NewsEvent[],
  zone: string,
): ReadonlyMap<Period, PeriodEvents> {
  const known = calendars.get(events);
  if (known?.zone === zone) return known.periods;
  const periods = group(events, zone);
  calendars.set(events, { zone, periods });
  return periods;
}

function group(events: readonly NewsEvent[], zone: string): ReadonlyMap<Period, PeriodEvents> {
  const periods = new Map<Period, Record<Standing, NewsEvent[]>>();
  const open = (period: Period) => {
    const found = periods.get(period);
    if (found) return found;
    const opened = { known: [], continuing: [], possible: [] };
    periods.set(period, opened);
    return opened;
  };
  for (const event of events) {
    for (const { period, standing } of findPeriods(event, zone).all)
      open(period)[standing].push(event);
  }
  return periods;
}

/** Says whether an event is known to within a month or two: of one that is not, its year's page is the place where months are many. */
export function isOfMonths(event: NewsEvent, zone: string): boolean {
  return findPeriods(event, zone).months <= 2;
}

/** What a period has an event as. */
type Standing = keyof PeriodEvents;

/** The periods on whose pages an event stands, and how many months it may be of. */
interface EventPeriods {
  readonly zone: string;
  readonly all: readonly { readonly period: Period; readonly standing: Standing }[];
  readonly months: number;
}

// Found once: an event stands in the calendar of the site, and in those of its actors and places.
const periodsOf = new WeakMap<NewsEvent, EventPeriods>();

function findPeriods(event: NewsEvent, zone: string): EventPeriods {
  const found = periodsOf.get(event);
  if (found?.zone === zone) return found;
  const { when } = event;
  const ranges = toDaysOf(zone, when);
  const known = getKnownDay(when, zone);
  const months = listTouched(ranges, 7);
  const years = listTouched(ranges, 4);
  const isSure = !isDoubtful(when.date) && !isOpen(when);
  const all = [
    ...listDays(event, known, zone),
    ...[months, years].flatMap((periods) =>
      periods.map((period) => ({ period, standing: stand(period, periods, known, isSure) })),
    ),
  ].filter(({ period }) => hasAddress(period));
  const periods = { zone, all, months: months.length };
  periodsOf.set(event, periods);
  return periods;
}

/** What a month or year has an event as: what is counted on a day is counted in its month and year. */
function stand(
  period: Period,
  all: readonly Period[],
  known: DayNumber | undefined,
  isSure: boolean,
): Standing {
  if (known === undefined) return isSure && all.length === 1 ? 'known' : 'possible';
  return printDay(known).startsWith(period) ? 'known' : 'continuing';
}

/** Maximum number of days that list an event, a week: with more its date is too vague for any. */
const maxDays = 7;

/** Returns the days on whose pages an event stands: with a disputed date, all that any account gives. */
function listDays(
  event: NewsEvent,
  known: DayNumber | undefined,
  zone: string,
): { readonly period: Period; readonly standing: Standing }[] {
  if (known !== undefined) {
    const last = Math.min(getLastDay(event.when, zone) ?? known, known + maxDays - 1);
    return Array.from({ length: last - known + 1 }, (_, index) => ({
      period: printDay(known + index),
      standing: index === 0 ? 'known' : 'continuing',
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
    .map((day) => ({ period: printDay(day), standing: 'possible' }));
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

// One that may be of more periods than this is known too little to stand on any of them.
const maxPeriods = 24;

/** Returns the months (`length` 7) or years (4) that days touch; of those without an end, that of the end they have. */
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

/** Only years of four digits have an address. */
function hasAddress(period: Period): boolean {
  return /^\d{4}/.test(period);
}

function firstOfNextMonth(day: DayNumber): DayNumber {
  const { day: dayOfMonth } = splitDay(day);
  // 32 days past the first is always in the next month; its own first is that many days back.
  const inNext = day - dayOfMonth + 1 + 32;
  return inNext - splitDay(inNext).day + 1;
}
