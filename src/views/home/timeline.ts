import type { NewsEvent } from '../../model/archive.ts';
import { splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { momentToDay } from '../../model/dates/zoneClock.ts';
import { isNight } from '../../model/dates/timeOfDay.ts';
import { getKnownDay } from '../../model/knownDays.ts';
import type { ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { listGaps } from '../dates/gaps.ts';
import { viewEventCard, viewEventDate, type DateView, type EventCard } from '../cards/eventCard.ts';
import { getMainYear, labelShortDay, viewShortDate, type ShortDate } from '../dates/shortDate.ts';

/** Events under one heading of the timeline: a day, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: DateView;
  /** The page of the heading's day, if it is a day. */
  readonly url: string | null;
  /** The gap before the group in words (“Eleven months later”), null if it is short. */
  readonly gap: string | null;
  /** The heading in few words. */
  readonly short: ShortDate;
  readonly events: readonly TimelineItem[];
}

/**
 * An event with the part of its date that its heading leaves out: all of it, only the time of day, or
 * nothing.
 */
interface TimelineItem {
  readonly card: EventCard;
  readonly when: DateView | null;
  /** The same, shorter. */
  readonly brief: string | null;
}

/**
 * Groups events, given in timeline order, by day. An event with a less exact date gets its own heading; if it
 * falls between two events of one day, it joins them and states its date. `earlier` are the events before the
 * first, for the gap before it.
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
  const gaps = listGaps(events, context, earlier);
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
        gap: gaps[index] ?? null,
        events: [item],
      });
  });
  return groups.map(({ heading, short, url, gap, events: items }) => ({
    heading,
    short,
    url,
    gap,
    events: items,
  }));
}

/** Returns, for each event, the day of the next one with a day of its own. */
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
  // The time of day is beside it, but a night or a day of another zone is stated in full or not at all.
  const isWhole =
    event.origin.type === 'disputed' ||
    event.when.zone !== archive.site.zone ||
    isNight(event.when.time);
  return { label: isWhole ? label : labelDate(event.when.date, dates), datetime: null };
}

/**
 * Returns a heading in few words; for a night or lasting event it is the first day, as each event states the
 * rest.
 */
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
  // Nights and lasting events span more than their first day, so they are stated in full; so are days of
  // other zones.
  const isSaidWhole = isElsewhere || isNight(event.when.time) || event.when.date.type === 'lasting';
  if (isUnderItsDate && isSaidWhole && day === undefined) return { card, when: null, brief: null };
  if (!isUnderItsDate || isSaidWhole) {
    const { label, note } = viewShortDate(event, year, context);
    const short = note === null ? label : `${label}, ${note}`;
    return { card, when: card.date, brief: isElsewhere ? card.date.label : short };
  }
  const { time } = card;
  return { card, when: time === null ? null : { label: time, datetime: null }, brief: time };
}

/** Returns the first day, in the story's zone, that an event may have happened. */
function getEarliestDay({ when }: NewsEvent, zone: string): DayNumber | undefined {
  const from = when.spans[0]?.from ?? -Infinity;
  return Number.isFinite(from) ? momentToDay(from, zone) : undefined;
}
