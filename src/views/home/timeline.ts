import type { NewsEvent } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber, type DayRange } from '../../model/dayRanges.ts';
import { getKnownDay, isNight } from '../../model/knownDays.ts';
import { measureBetween, momentToDay, printDay } from '../../model/when.ts';
import type { ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { viewEventCard, viewEventDate, type DateView, type EventCard } from '../cards/eventCard.ts';
import { getMainYear, labelShortDay, viewShortDate, type ShortDate } from '../dates/shortDate.ts';

/** Events that stand under one heading of the timeline: a day, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: DateView;
  /** The page of the day it stands for, where it stands for one. */
  readonly url: string | null;
  /** The quiet stretch before it in words (“eleven months pass”), null where there is none worth saying. */
  readonly gap: string | null;
  /** The heading in few words. */
  readonly short: ShortDate;
  readonly events: readonly TimelineItem[];
}

/** An event with what its heading leaves to be said of its date: all of it, the time of day alone, or nothing. */
interface TimelineItem {
  readonly card: EventCard;
  readonly when: DateView | null;
  /** The same in few words. */
  readonly brief: string | null;
}

/**
 * Returns events, given in the order of the timeline, under their days. One with a less exact date is
 * under its own words, or, where it falls between two events of one day, among them with its words beside it.
 * `earlier` are the events before the first, from which a gap before it is measured.
 */
export function groupByDate(
  events: readonly NewsEvent[],
  context: ViewContext,
  earlier: readonly NewsEvent[] = [],
): TimelineGroup[] {
  const nextDays = listNextDays(events, context);
  const { zone } = context.archive.site;
  const year = getMainYear(events);
  const groups: (Omit<TimelineGroup, 'events'> & { key: string; events: TimelineItem[] })[] = [];
  // Until when the line is known to have been busy: a silence begins after that.
  let latest = earlier.reduce<DayRange | undefined>(takeLatest, undefined);
  // What may have happened on many days may have been in what looks like a silence.
  let mayReach = Math.max(...earlier.map(reachOf));
  events.forEach((event, index) => {
    const day = getKnownDay(event.when, zone);
    const current = groups.at(-1);
    const isAmongDay =
      day === undefined && isSameDay(getEarliestDay(event, zone), nextDays[index], current?.key);
    const key = day === undefined ? `${event.when.date.written} ${event.when.zone}` : printDay(day);
    const item = viewItem(event, day, !isAmongDay, year, context);
    if (current && (isAmongDay || current.key === key)) current.events.push(item);
    else
      groups.push({
        key,
        heading: viewHeading(event, day, context),
        short: viewShortHeading(event, day, year, context),
        url: day === undefined ? null : context.at.period(key),
        gap:
          latest && mayReach <= (latest.last ?? mayReach) ? sayGap(latest, event, context) : null,
        events: [item],
      });
    latest = takeLatest(latest, event);
    mayReach = Math.max(mayReach, reachOf(event));
  });
  return groups.map(({ heading, short, url, gap, events: items }) => ({
    heading,
    short,
    url,
    gap,
    events: items,
  }));
}

/** Less than this is no gap worth a line of its own. */
const shortestGap = 10;

function sayGap(before: DayRange, event: NewsEvent, { dates }: ViewContext): string | null {
  const distance = measureBetween([before], event.when.days);
  if (!distance || (distance.unit === 'day' && distance.count < shortestGap)) return null;
  return dates.passes(distance);
}

/** Returns the latest days known to have events once the next event is added. An event whose days are open, or span a month, adds none. */
function takeLatest(latest: DayRange | undefined, { when }: NewsEvent): DayRange | undefined {
  const { first, last } = hull(when.days);
  if (first === null || last === null) return latest;
  const isLasting = when.date.type === 'lasting';
  if (!isLasting && last - first > 31) return latest;
  // After what lasted, a silence begins at its end.
  const days = { first: isLasting ? last : first, last };
  return latest?.last == null || last >= latest.last ? days : latest;
}

/** Returns the last day that an event may have been on; one whose days are open says nothing of a silence. */
function reachOf({ when }: NewsEvent): DayNumber {
  const { first, last } = hull(when.days);
  return first === null || last === null ? -Infinity : last;
}

/** For each event, the day of the next one that has a day of its own. */
function listNextDays(
  events: readonly NewsEvent[],
  { archive }: ViewContext,
): (DayNumber | undefined)[] {
  const days: (DayNumber | undefined)[] = [];
  let next: DayNumber | undefined;
  for (const event of [...events].reverse()) {
    days.push(next);
    next = getKnownDay(event.when, archive.site.zone) ?? next;
  }
  return days.reverse();
}

function isSameDay(
  earliest: DayNumber | undefined,
  next: DayNumber | undefined,
  key: string | undefined,
): boolean {
  return earliest !== undefined && earliest === next && key === printDay(earliest);
}

function viewHeading(event: NewsEvent, day: DayNumber | undefined, context: ViewContext): DateView {
  const { archive, dates } = context;
  if (day !== undefined) return { label: dates.date(splitDay(day)), datetime: printDay(day) };
  const { label } = viewEventDate(event, context);
  // Its time of day stands beside it, but a night or another zone's day is said whole or not at all.
  const isWhole =
    event.origin.type === 'disputed' ||
    event.when.zone !== archive.site.zone ||
    isNight(event.when);
  return { label: isWhole ? label : labelDate(event.when.date, dates), datetime: null };
}

/** Returns a heading in few words: of a night or what lasted, its first day, as each event says the rest. */
function viewShortHeading(
  event: NewsEvent,
  day: DayNumber | undefined,
  year: number | null,
  context: ViewContext,
): ShortDate {
  if (day === undefined) {
    return event.origin.type === 'disputed'
      ? { label: viewEventDate(event, context).label, note: null }
      : viewShortDate(event, year, context);
  }
  return { label: labelShortDay(day, year, context), note: null };
}

function viewItem(
  event: NewsEvent,
  day: DayNumber | undefined,
  isUnderItsDate: boolean,
  year: number | null,
  context: ViewContext,
): TimelineItem {
  const card = viewEventCard(event, context);
  const isElsewhere = event.when.zone !== context.archive.site.zone;
  // A night and what lasted are more than their first day, so they are said whole; so is a day of another zone.
  const isSaidWhole = isElsewhere || isNight(event.when) || event.when.date.type === 'lasting';
  if (isUnderItsDate && isSaidWhole && day === undefined) return { card, when: null, brief: null };
  if (!isUnderItsDate || isSaidWhole) {
    const { label, note } = viewShortDate(event, year, context);
    const short = note === null ? label : `${label}, ${note}`;
    return { card, when: card.date, brief: isElsewhere ? card.date.label : short };
  }
  const { time } = card;
  return { card, when: time === null ? null : { label: time, datetime: null }, brief: time };
}

/** The first day, of the story's zone, that an event may be of. */
function getEarliestDay({ when }: NewsEvent, zone: string): DayNumber | undefined {
  const from = when.spans[0]?.from ?? -Infinity;
  return Number.isFinite(from) ? momentToDay(from, zone) : undefined;
}
