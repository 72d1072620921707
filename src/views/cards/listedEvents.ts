import type { NewsEvent } from '../../model/archive.ts';
import { getKnownDay } from '../../model/knownDays.ts';
import { getDateShape, type DateShape } from '../dates/dateShape.ts';
import { listGaps } from '../dates/gaps.ts';
import { getMainYear, viewShortDate } from '../dates/shortDate.ts';
import { sumOf, takeShown, weighWords } from '../lists/longList.ts';
import { linkEvent, type NamedLink, type ViewContext } from '../page/context.ts';
import { viewEventCard, viewEventDate, type EventCard } from './eventCard.ts';
import { cardFrame, eventLineFrame, listBytes, maxCards, newestEvents } from '../lists/budgets.ts';

// The events of a page: as cards, or on one line each if cards don't fit.

/** An event on one line: date, title and doubts. */
export interface EventLine extends NamedLink {
  readonly date: string;
  readonly marks: readonly string[];
}

/** A card in a list, with how its date is drawn and the gap before it in words. */
export interface ListedCard extends EventCard {
  readonly shape: DateShape;
  readonly gap: string | null;
}

/** The events of a list: cards, or lines if there are many. One of the two is empty. */
export interface ListedEvents {
  /** The year in the list's heading, which dates can leave out; null for none. */
  readonly year: string | null;
  readonly cards: readonly ListedCard[];
  readonly lines: readonly EventLine[];
}

/**
 * Returns events as cards created by `view`, or as lines if they exceed the page's maximum or `room` (bytes).
 */
export function listEvents(
  events: readonly NewsEvent[],
  context: ViewContext,
  view: (event: NewsEvent) => EventCard = (event) => viewEventCard(event, context),
  room: number = listBytes,
): ListedEvents {
  if (events.length <= maxCards) {
    const year = getMainYear(events);
    const gaps = listGaps(events, context);
    const cards = events.map((event, index) => ({
      ...view(event),
      short: viewShortDate(event, year, context),
      shape: getDateShape(event),
      gap: gaps[index] ?? null,
    }));
    const label = year === null ? null : context.dates.date({ year, month: null, day: null });
    const listed = { year: label, cards, lines: [] };
    if (weighListed(listed) <= room) return listed;
  }
  return { year: null, cards: [], lines: events.map((event) => viewLine(event, context)) };
}

/** Returns the bytes that listed events need on a page. */
export function weighListed({ cards, lines }: Omit<ListedEvents, 'year'>): number {
  return sumOf(cards, weighCard) + eventLineFrame * lines.length;
}

/** Returns the bytes that an event's card needs on a page. */
export function weighCard({ title, summary, date, marks, actors, sources }: EventCard): number {
  const names = [...takeShown(actors).shown, ...takeShown(sources).shown].map(({ name }) => name);
  return cardFrame + weighWords([title, summary, date.label, ...marks, ...names]);
}

/** Returns an event in one line. */
function viewLine(event: NewsEvent, context: ViewContext): EventLine {
  const { marks } = viewEventCard(event, context);
  return {
    ...linkEvent(event.id, context),
    date: viewEventDate(event, context).label,
    marks,
  };
}

/** Returns the last events of a list in timeline order, as many whole days as fit on a page. */
export function takeNewest(events: readonly NewsEvent[], zone: string): readonly NewsEvent[] {
  let start = Math.max(0, events.length - newestEvents);
  const day = (index: number) => {
    const event = events[index];
    return event && getKnownDay(event.when, zone);
  };
  const first = day(start);
  while (
    first !== undefined &&
    start > 0 &&
    day(start - 1) === first &&
    events.length - start < maxCards
  )
    start -= 1;
  return events.slice(start);
}
