import type { ViewContext } from '../page/context.ts';
import { isPartedById } from '../lists/idLists.ts';
import { linkIdParts } from '../lists/partLinks.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { listAll, type Period, type PeriodEvents } from '../dates/calendar.ts';
import { ROOM } from '../lists/budgets.ts';
import type { PartLink } from '../lists/longList.ts';
import {
  listEvents,
  weighListed,
  type EventLine,
  type ListedEvents,
} from '../cards/listedEvents.ts';
import { countEvents, findAround, listStanding } from '../lists/periodParts.ts';
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
  /** Those of a list that no calendar parts, by the ids of what it has. */
  readonly byId: readonly PartLink[];
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

/** Returns what the page of one year, month or day says. `periods` are those that have events. */
export function viewPeriod(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): PeriodView {
  const all = periods.get(period) ?? { known: [], continuing: [], possible: [] };
  const { zone } = context.archive.site;
  const { neighbours, parts } = findAround(period, periods);
  const folder = `${period.replaceAll('-', '/')}/`;
  const { known, continuing, possible } = isPartedById(folder, context.archive)
    ? { known: [], continuing: [], possible: [] }
    : listStanding(period, periods, zone);
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
    byId: linkIdParts({ folder, prefix: '' }, context),
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

/** Returns a period's name with its page. */
export function linkPeriod(period: Period, context: ViewContext): PeriodLink {
  return { label: labelPeriod(period, context), url: context.at.period(period) };
}
