import type { NewsEvent } from '../model/archive.ts';
import { hull, splitDay, type DayNumber } from '../model/dayRanges.ts';
import { getNight, getSingleDay, measureBetween, momentToDay, printDay } from '../model/when.ts';
import type { ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { viewEventCard, type DateView, type EventCard } from './eventCard.ts';

/** Events that stand under one heading of the timeline: a day, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: DateView;
  /** The page of the day it stands for, where it stands for one. */
  readonly url: string | null;
  /** The quiet stretch before it in words (“eleven months pass”), null where there is none worth saying. */
  readonly gap: string | null;
  readonly events: readonly TimelineItem[];
}

/** An event with what its heading leaves to be said of its date: all of it, the time of day alone, or nothing. */
export interface TimelineItem {
  readonly card: EventCard;
  readonly when: DateView | null;
}

/**
 * Takes events in the order of the timeline; gives them under their days. One with a less exact date stands
 * under its own words, or, where it falls between two events of one day, among them with its words beside it.
 */
export function groupByDate(events: readonly NewsEvent[], context: ViewContext): TimelineGroup[] {
  const nextDays = listNextDays(events);
  const groups: (Omit<TimelineGroup, 'events'> & { key: string; events: TimelineItem[] })[] = [];
  let before: NewsEvent | undefined;
  events.forEach((event, index) => {
    const day = getDay(event);
    const current = groups.at(-1);
    const isAmongDay =
      day === undefined && isSameDay(getEarliestDay(event), nextDays[index], current?.key);
    const key = day === undefined ? event.when.date.written : printDay(day);
    const item = viewItem(event, !isAmongDay, context);
    if (current && (isAmongDay || current.key === key)) current.events.push(item);
    else
      groups.push({
        key,
        heading: viewHeading(event, day, context),
        url: day === undefined ? null : context.at.period(key),
        gap: before ? sayGap(before, event, context) : null,
        events: [item],
      });
    if (isWithinAMonth(event)) before = event;
  });
  return groups.map(({ heading, url, gap, events: items }) => ({
    heading,
    url,
    gap,
    events: items,
  }));
}

/** Less than this is no gap worth a line of its own. */
const SHORTEST_GAP = 10;

function sayGap(before: NewsEvent, event: NewsEvent, { dates }: ViewContext): string | null {
  const distance = measureBetween(before.when.days, event.when.days);
  if (!distance || (distance.unit === 'day' && distance.count < SHORTEST_GAP)) return null;
  return dates.passes(distance);
}

/** A gap is measured from an event whose own days do not reach across it. */
function isWithinAMonth({ when }: NewsEvent): boolean {
  const { first, last } = hull(when.days);
  return first !== null && last !== null && last - first <= 31;
}

/** For each event, the day of the next one that has a day of its own. */
function listNextDays(events: readonly NewsEvent[]): (DayNumber | undefined)[] {
  const days: (DayNumber | undefined)[] = [];
  let next: DayNumber | undefined;
  for (const event of [...events].reverse()) {
    days.push(next);
    next = getDay(event) ?? next;
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

function viewHeading(
  event: NewsEvent,
  day: DayNumber | undefined,
  { dates }: ViewContext,
): DateView {
  return day === undefined
    ? { label: labelDate(event.when.date, dates), datetime: null }
    : { label: dates.date(splitDay(day)), datetime: printDay(day) };
}

function viewItem(event: NewsEvent, isUnderItsDate: boolean, context: ViewContext): TimelineItem {
  const card = viewEventCard(event, context);
  const isElsewhere = event.when.zone !== context.archive.site.zone;
  // A night is more than its first day, so it is said whole; so is a day of another zone.
  if (!isUnderItsDate || isElsewhere || isNight(event)) return { card, when: card.date };
  return { card, when: card.time === null ? null : { label: card.time, datetime: null } };
}

function getDay(event: NewsEvent): DayNumber | undefined {
  const { date } = event.when;
  if (date.type === 'single' && date.date.doubtful) return undefined;
  return isNight(event) ? getNight(date) : getSingleDay(date);
}

function getEarliestDay({ when }: NewsEvent): DayNumber | undefined {
  const from = when.spans[0]?.from ?? -Infinity;
  return Number.isFinite(from) ? momentToDay(from, when.zone) : undefined;
}

function isNight({ when }: NewsEvent): boolean {
  return when.time?.type === 'part' && when.time.part === 'night';
}
