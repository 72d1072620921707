import type { ViewContext } from './context.ts';
import type { Period, PeriodEvents } from './calendar.ts';
import { viewEventCard, type EventCard } from './eventCard.ts';
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
  readonly parts: readonly (PeriodLink & { readonly events: number })[];
  /** True where its page was published and no event is of it any more. */
  readonly isEmptied: boolean;
  readonly known: readonly TimelineGroup[];
  readonly possible: readonly EventCard[];
  readonly before: PeriodLink | null;
  readonly after: PeriodLink | null;
}

/** Gives what the page of one year, month or day says. `periods` are those that have events. */
export function viewPeriod(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): PeriodView {
  const { known = [], possible = [] } = periods.get(period) ?? {};
  const ofLength = [...periods.keys()].filter((other) => other.length === period.length).sort();
  const index = ofLength.indexOf(period);
  const link = (other: Period | undefined) =>
    other === undefined ? null : linkPeriod(other, context);
  const parts = [...periods.keys()]
    .filter((other) => other.length === period.length + 3 && other.startsWith(`${period}-`))
    .sort();
  return {
    label: labelPeriod(period, context),
    within:
      period.length > 5 && periods.has(period.slice(0, -3)) ? link(period.slice(0, -3)) : null,
    parts: parts.map((part) => ({
      ...linkPeriod(part, context),
      events: periods.get(part)?.known.length ?? 0,
    })),
    isEmptied: known.length === 0 && possible.length === 0,
    known: groupByDate(known, context),
    possible: possible.map((event) => viewEventCard(event, context)),
    before: link(ofLength[index - 1]),
    after: link(ofLength[index + 1]),
  };
}

/** Gives a period's name with its page. */
export function linkPeriod(period: Period, context: ViewContext): PeriodLink {
  return { label: labelPeriod(period, context), url: context.at.period(period) };
}

function labelPeriod(period: Period, { dates }: ViewContext): string {
  const [year, month, day] = period.split('-');
  return dates.date({
    year: Number(year),
    month: month === undefined ? null : Number(month),
    day: day === undefined ? null : Number(day),
  });
}
