import type { NewsEvent } from '../model/archive.ts';
import { splitDay, type DayNumber } from '../model/dayRanges.ts';
import { getNight, getSingleDay, momentToDay, printDay } from '../model/when.ts';
import type { ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { viewEventCard, type DateView, type EventCard } from './eventCard.ts';

/** Events that stand under one heading of the timeline: a day, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: DateView;
  /** The page of the day it stands for, where it stands for one. */
  readonly url: string | null;
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
  const groups: { key: string; heading: DateView; url: string | null; events: TimelineItem[] }[] =
    [];
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
        events: [item],
      });
  });
  return groups.map(({ heading, url, events: items }) => ({ heading, url, events: items }));
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
