import type { NewsEvent } from '../model/archive.ts';
import { splitDay, toDayNumber, type DayNumber } from '../model/dayRanges.ts';
import { isDoubtful, isOpen, listKnownDays } from '../model/knownDays.ts';
import { printDay } from '../model/when.ts';

// Which pages of the calendar an event stands on. One whose day is known stands on that day; one that is
// known less exactly stands, as possible, on the months and years it may be of, and on no day.

/** A year, month or day of the calendar: `2024`, `2024-05`, `2024-05-10` (ISO 8601). */
export type Period = string;

/** The events of one period, in the order of the timeline: known to be of it, or possibly of it. */
export interface PeriodEvents {
  readonly known: readonly NewsEvent[];
  readonly possible: readonly NewsEvent[];
}

/** Gives the periods whose pages were published and that have no events any more: their addresses are still answered. */
export function listEmptied(
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

/** Gives the events by day, month and year of the (IANA) zone, for every period that has any. */
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
  const periods = new Map<Period, { known: NewsEvent[]; possible: NewsEvent[] }>();
  const open = (period: Period) => {
    const found = periods.get(period);
    if (found) return found;
    const opened = { known: [], possible: [] };
    periods.set(period, opened);
    return opened;
  };
  for (const event of events) {
    for (const { period, isKnown } of findPeriods(event, zone).all)
      open(period)[isKnown ? 'known' : 'possible'].push(event);
  }
  return periods;
}

/** Says whether an event is known to within a month or two: of one that is not, its year's page is the place where months are many. */
export function isOfMonths(event: NewsEvent, zone: string): boolean {
  return findPeriods(event, zone).months <= 2;
}

/** The periods on whose pages an event stands, and how many months it may be of. */
interface EventPeriods {
  readonly zone: string;
  readonly all: readonly { readonly period: Period; readonly isKnown: boolean }[];
  readonly months: number;
}

// Found once: an event stands in the calendar of the site, and in those of its actors and places.
const periodsOf = new WeakMap<NewsEvent, EventPeriods>();

function findPeriods(event: NewsEvent, zone: string): EventPeriods {
  const found = periodsOf.get(event);
  if (found?.zone === zone) return found;
  const days = listKnownDays(event.when, zone).map(printDay).filter(hasAddress);
  const months = listTouched(event, 7);
  const years = listTouched(event, 4);
  const isSure = !isDoubtful(event.when.date) && !isOpen(event.when);
  const all = [days, months, years].flatMap((periods) => {
    const isKnown = periods === days || (isSure && periods.length === 1);
    return periods.map((period) => ({ period, isKnown }));
  });
  const periods = { zone, all, months: months.length };
  periodsOf.set(event, periods);
  return periods;
}

// One that may be of more periods than this is known too little to stand on any of them.
const mostPeriods = 24;

/** Gives the months (`length` 7) or years (4) that an event's days touch; of one without an end, that of the end it has. */
function listTouched({ when }: NewsEvent, length: number): Period[] {
  const touched = new Set<Period>();
  for (const { first, last } of when.days) {
    const from = first ?? last;
    const to = last ?? first;
    if (from === null || to === null) continue;
    for (let day = from; day <= to && touched.size <= mostPeriods; day = firstOfNextMonth(day))
      touched.add(printDay(day).slice(0, length));
    touched.add(printDay(to).slice(0, length));
  }
  return touched.size > mostPeriods ? [] : [...touched].filter(hasAddress);
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
