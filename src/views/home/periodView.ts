import type { ViewContext } from '../page/context.ts';
import { isPartedById } from '../lists/idLists.ts';
import { linkIdParts } from '../lists/partLinks.ts';
import { getPeriodUnit, labelPeriod } from '../dates/periodLabel.ts';
import { findPeriod, hasEvents, listAll, type Period } from '../dates/calendar.ts';
import type { PartLink } from '../lists/longList.ts';
import {
  listEvents,
  weighListed,
  type EventLine,
  type ListedEvents,
} from '../cards/listedEvents.ts';
import { countEvents, findAround, listStanding } from '../lists/periodParts.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';
import { listBytes } from '../lists/budgets.ts';

export interface PeriodLink {
  readonly label: string;
  readonly url: string;
}

export interface PeriodView {
  readonly label: string;
  /** The month of a day, the year of a month. */
  readonly within: PeriodLink | null;
  /** The months of a year or days of a month, with the number of events of each. */
  readonly parts: readonly PartLink[];
  /** The id parts of a list that can't be split by calendar. */
  readonly byId: readonly PartLink[];
  /** How many events it counts, and how many more are possible, in words. */
  readonly count: string;
  /** True if the page was published but no longer has any events. */
  readonly isEmptied: boolean;
  readonly known: readonly TimelineGroup[];
  /** The events of a day that has more than a page holds, on one line each; `known` is then empty. */
  readonly knownLines: readonly EventLine[];
  /** Events that an earlier period counts and that reached this one. */
  readonly continuing: ListedEvents;
  readonly possibleTitle: string;
  readonly possible: ListedEvents;
  readonly before: PeriodLink | null;
  readonly after: PeriodLink | null;
}

/** Returns the content of a year, month or day page. */
export function viewPeriod(period: Period, context: ViewContext): PeriodView {
  const { archive } = context;
  const all = findPeriod(archive, period) ?? { known: [], continuing: [], possible: [] };
  const { neighbours, parts } = findAround(archive, period);
  const above = period.slice(0, -3);
  const folder = `${period.replaceAll('-', '/')}/`;
  const { known, continuing, possible } = isPartedById(archive, folder)
    ? { known: [], continuing: [], possible: [] }
    : listStanding(period, archive);
  const shown = listEvents(known, context);
  const reached = listEvents(continuing, context, undefined, listBytes - weighListed(shown));
  const isLong = shown.lines.length > 0;
  const link = (other: Period | undefined) =>
    other === undefined ? null : linkPeriod(other, context);
  return {
    label: labelPeriod(period, context),
    within: period.length > 5 && hasEvents(archive, above) ? link(above) : null,
    parts: parts.map((part) => ({
      ...linkPeriod(part, context),
      ...countEvents(archive, part),
    })),
    byId: linkIdParts({ folder, prefix: '' }, context),
    count: context.pages.list.eventsOf(all.known.length, all.possible.length),
    isEmptied: listAll(all).length === 0,
    known: isLong ? [] : groupByDate(known, context),
    knownLines: shown.lines,
    continuing: leaveYear(reached, period, context),
    possibleTitle: context.pages.period.possible[getPeriodUnit(period)],
    possible: leaveYear(
      listEvents(
        possible,
        context,
        undefined,
        listBytes - weighListed(shown) - weighListed(reached),
      ),
      period,
      context,
    ),
    before: link(neighbours.before),
    after: link(neighbours.after),
  };
}

/** Leaves out the year of a list's heading if it is that of the page's heading. */
function leaveYear(listed: ListedEvents, period: Period, context: ViewContext): ListedEvents {
  const year = labelPeriod(period.split('-')[0] ?? '', context);
  return listed.year === year ? { ...listed, year: null } : listed;
}

/** Returns a period's name with its page. */
export function linkPeriod(period: Period, context: ViewContext): PeriodLink {
  return { label: labelPeriod(period, context), url: context.at.period(period) };
}
