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
import { findNight, keepNights } from './nights.ts';
import { getMainYear, labelShortDay, viewShortDate, type ShortDate } from '../dates/shortDate.ts';

/** Events under one heading of the timeline: a day, a night, or a date less exact than a day. */
export interface TimelineGroup {
  readonly heading: DateView;
  /** The page of the heading's day, if it is a day. */
  readonly url: string | null;
  /** The gap before the group in words (“Eleven months later”), null if it is short. */
  readonly gap: string | null;
  /** The heading in few words. */
  readonly short: ShortDate;
  readonly isNight: boolean;
  /** True if nothing happened but statements. */
  readonly isSaid: boolean;
  readonly events: readonly TimelineItem[];
}

/**
 * An event with the part of its date that its heading leaves out: all of it, only the time of day, or
 * nothing.
 */
interface TimelineItem {
  readonly card: EventCard;
  /** A statement takes one line: its headline says who said what. */
  readonly isLine: boolean;
  readonly when: DateView | null;
  /** The same, shorter. */
  readonly brief: string | null;
}

/** A group while it is filled. */
interface Group {
  readonly key: string;
  /** Its day; undefined if the date is less exact. For a night it is the first day. */
  readonly day: DayNumber | undefined;
  readonly isNight: boolean;
  readonly gap: string | null;
  readonly events: NewsEvent[];
}

/**
 * Groups events, given in timeline order, by day; those of a night are a group of their own. An event with a
 * less exact date gets its own heading; if it falls between two events of one group, it joins them and states
 * its date, as does an hour of the day that a night follows. `earlier` are the events before the first, for the gap before it.
 */
export function groupByDate(
  ordered: readonly NewsEvent[],
  context: ViewContext,
  earlier: readonly NewsEvent[] = [],
): TimelineGroup[] {
  const { zone } = context.archive.site;
  const events = keepNights(ordered, zone);
  const keys = events.map((event) => getKey(event, zone));
  const gaps = listGaps(events, context, earlier);
  const groups: Group[] = [];
  events.forEach((event, index) => {
    const current = groups.at(-1);
    const day = getKnownDay(event.when, zone);
    const key = keys[index] ?? `${event.when.date.written} ${event.when.zone}`;
    const next = keys.slice(index + 1).find((one) => one !== null);
    const isAmong =
      current?.day !== undefined &&
      (day === undefined
        ? current.key === next && isWithin(event, current, zone)
        : current.isNight && current.day === day);
    if (current && (isAmong || current.key === key)) current.events.push(event);
    else
      groups.push({
        key,
        day,
        isNight: findNight(event, zone) !== undefined,
        gap: gaps[index] ?? null,
        events: [event],
      });
  });
  const year = getMainYear(events);
  return groups.map((group) => viewGroup(group, year, context));
}

/** Returns what an event is grouped by: its day or night; null if neither is known. */
function getKey(event: NewsEvent, zone: string): string | null {
  const day = getKnownDay(event.when, zone);
  if (day === undefined) return null;
  return findNight(event, zone) === undefined ? printDay(day) : `${printDay(day)} night`;
}

/** Returns whether an event without a known day may belong to a group between two events of that. */
function isWithin(event: NewsEvent, { day, isNight: isOfNight }: Group, zone: string) {
  // A night is shorter than its days, so such an event is never under its heading.
  return !isOfNight && getEarliestDay(event, zone) === day;
}

function viewGroup(group: Group, year: number | null, context: ViewContext): TimelineGroup {
  const { zone } = context.archive.site;
  const { day, isNight: isOfNight, gap } = group;
  const [first] = group.events;
  const items = group.events.map((event) => ({
    ...viewItem(
      event,
      getKey(event, zone) === group.key || day === undefined,
      isOfNight,
      year,
      context,
    ),
    isLine: event.kind === 'statement' && event.certainty !== 'disputed',
  }));
  const isSaid = group.events.every(({ kind }) => kind === 'statement');
  const label = first
    ? viewShortHeading(first, day, isOfNight, year, context)
    : { label: '', note: null };
  return {
    heading: first ? viewHeading(first, day, isOfNight, context) : { label: '', datetime: null },
    short: label,
    url: day === undefined ? null : context.at.period(printDay(day)),
    gap,
    isNight: isOfNight,
    isSaid,
    events: items,
  };
}

function viewHeading(
  event: NewsEvent,
  day: DayNumber | undefined,
  isOfNight: boolean,
  context: ViewContext,
): DateView {
  const { archive, dates } = context;
  if (day !== undefined && !isOfNight)
    return { label: dates.date(splitDay(day)), datetime: printDay(day) };
  const { label } = viewEventDate(event, context);
  // The time of day is beside it, but a night or a day of another zone is stated in full or not at all.
  const isWhole =
    event.origin.type === 'disputed' ||
    event.when.zone !== archive.site.zone ||
    isNight(event.when.time);
  return { label: isWhole ? label : labelDate(event.when.date, dates), datetime: null };
}

/** Returns a heading in few words; for a lasting event it is the first day, as each event states the rest. */
function viewShortHeading(
  event: NewsEvent,
  day: DayNumber | undefined,
  isOfNight: boolean,
  year: number | null,
  context: ViewContext,
): ShortDate {
  const { opening } = context.pages;
  if (day !== undefined && !isOfNight)
    return { label: labelShortDay(day, year, context), note: null };
  if (event.origin.type === 'disputed')
    return { label: viewEventDate(event, context).label, note: null };
  const { label, note } = viewShortDate(event, year, context);
  return { label: isOfNight ? opening(label) : label, note };
}

function viewItem(
  event: NewsEvent,
  isUnderItsDate: boolean,
  isOfNight: boolean,
  year: number | null,
  context: ViewContext,
): Pick<TimelineItem, 'card' | 'when' | 'brief'> {
  const card = viewEventCard(event, context);
  const day = getKnownDay(event.when, context.archive.site.zone);
  const isElsewhere = event.when.zone !== context.archive.site.zone;
  // Lasting events span more than their first day, so they are stated in full; so are days of other zones.
  const isSaidWhole = isElsewhere || isNight(event.when.time) || event.when.date.type === 'lasting';
  if (isUnderItsDate && isSaidWhole && (day === undefined || isOfNight))
    return { card, when: day === undefined ? null : card.date, brief: null };
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
