import { splitDay, toDayNumber, type DayNumber } from '../model/dayRanges.ts';
import { measureDistance } from '../model/when.ts';
import type { Period, PeriodEvents } from './calendar.ts';
import type { ViewContext } from './context.ts';
import { countEvents } from './periodParts.ts';
import { linkPeriod } from './periodView.ts';

/** One bar of the strip: a day or month, how many events it counts and how many are possible, and what lies before it. */
export interface DensityBar {
  readonly label: string;
  readonly short: string;
  readonly url: string;
  readonly events: number;
  readonly possible: number;
  /** How long after the bar before it stands, in words, null where the bar before is the day or month before. */
  readonly gap: string | null;
}

/** More bars than these would not fit a page: then each is of a month, then of a year. */
const MOST = 60;

/** Gives how many events each day has, of each month where the days are too many, of each year in a long archive. */
export function viewDensity(
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): DensityBar[] {
  const ofLength = (length: number) =>
    [...periods.keys()].filter((period) => period.length === length).sort();
  const days = ofLength(10);
  const months = ofLength(7);
  const chosen = days.length <= MOST ? days : months.length <= MOST ? months : ofLength(4);
  return chosen.map((period, index) => {
    const before = chosen[index - 1];
    return {
      label: linkPeriod(period, context).label,
      short: shorten(period, before, context),
      url: context.at.period(period),
      ...countEvents(period, periods),
      gap: before === undefined ? null : sayGap(before, period, context),
    };
  });
}

/** The year of a day is said where it changes. */
function shorten(period: Period, before: Period | undefined, { dates }: ViewContext): string {
  const isNewYear = before?.slice(0, 4) !== period.slice(0, 4);
  return period.length === 10
    ? dates.shortDay(splitDay(firstDayOf(period)), isNewYear)
    : dates.date({
        ...splitDay(firstDayOf(period)),
        day: null,
        ...(period.length === 4 && { month: null }),
      });
}

function sayGap(before: Period, period: Period, { dates }: ViewContext): string | null {
  const [from, to] = [firstDayOf(before), firstDayOf(period)];
  const longest = { 10: 1, 7: 31, 4: 366 }[period.length] ?? 1;
  return to - from <= longest ? null : dates.passes(measureDistance(from, to));
}

function firstDayOf(period: Period): DayNumber {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number);
  return toDayNumber(year, month, day);
}
