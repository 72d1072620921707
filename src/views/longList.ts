import type { NewsEvent } from '../model/archive.ts';
import { getKnownDay } from '../model/knownDays.ts';
import { linkEvent, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, viewEventDate, type EventCard } from './eventCard.ts';

// A page holds so much that a reader gets it in one go. A longer list is parted by the calendar; where the
// calendar has no smaller part, its events stand in one line each.

/** So many events stand on one page as cards. */
export const MOST = 50;

/** So many of the newest events, about, stand on a page whose list is parted. */
const NEWEST = 24;

/** An event in one line: its date, title and marks. */
export interface EventLine extends NamedLink {
  readonly date: string;
  readonly marks: readonly string[];
}

/** Events as a page lists them: cards, or lines where they are many. One of the two is empty. */
export interface ListedEvents {
  readonly cards: readonly EventCard[];
  readonly lines: readonly EventLine[];
}

/** A part of a parted list: a year, month or day with its page and how many events it has. */
export interface PartLink {
  readonly label: string;
  readonly url: string;
  readonly events: number;
}

/** Gives events as cards, made by `view`, or in lines where they are more than a page holds. */
export function listEvents(
  events: readonly NewsEvent[],
  context: ViewContext,
  view: (event: NewsEvent) => EventCard = (event) => viewEventCard(event, context),
): ListedEvents {
  return events.length > MOST
    ? { cards: [], lines: events.map((event) => viewLine(event, context)) }
    : { cards: events.map(view), lines: [] };
}

/** Gives an event in one line. */
export function viewLine(event: NewsEvent, context: ViewContext): EventLine {
  const { marks } = viewEventCard(event, context);
  return {
    ...linkEvent(event.id, context),
    date: viewEventDate(event, context).label,
    marks,
  };
}

/** Takes events in the order of the timeline; gives the last of them, whole days as far as a page holds them. */
export function takeNewest(events: readonly NewsEvent[], zone: string): readonly NewsEvent[] {
  let start = Math.max(0, events.length - NEWEST);
  const day = (index: number) => {
    const event = events[index];
    return event && getKnownDay(event.when, zone);
  };
  const first = day(start);
  while (
    first !== undefined &&
    start > 0 &&
    day(start - 1) === first &&
    events.length - start < MOST
  )
    start -= 1;
  return events.slice(start);
}
