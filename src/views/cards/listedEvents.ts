import type { NewsEvent } from '../../model/archive.ts';
import { getKnownDay } from '../../model/knownDays.ts';
import { getMainYear, viewShortDate, type ShortDate } from '../dates/shortDate.ts';
import { sumOf, takeShown, weighWords } from '../lists/longList.ts';
import { linkEvent, type NamedLink, type ViewContext } from '../page/context.ts';
import { viewEventCard, viewEventDate, type EventCard } from './eventCard.ts';
import { cardFrame, eventLineFrame, listBytes, maxCards, newestEvents } from '../lists/budgets.ts';

// The events of a page as cards, or in one line each where cards are too much for it.

/** An event in one line: its date, title and marks. */
export interface EventLine extends NamedLink {
  readonly date: string;
  readonly marks: readonly string[];
}

/** Events as a page lists them: cards, or lines where they are many. One of the two is empty. */
export interface ListedEvents {
  /** The year that the list's heading says, so that dates in it need not; null for none. */
  readonly year: string | null;
  readonly cards: readonly EventCard[];
  readonly lines: readonly EventLine[];
}

/** Returns events as cards, made by `view`, or in lines where they are more than a page holds or `room` (bytes) has. */
export function listEvents(
  events: readonly NewsEvent[],
  context: ViewContext,
  view: (event: NewsEvent) => EventCard = (event) => viewEventCard(event, context),
  room: number = listBytes,
): ListedEvents {
  if (events.length <= maxCards) {
    const year = getMainYear(events);
    const cards = events.map((event) => ({
      ...view(event),
      short: viewShortDate(event, year, context),
    }));
    const label = year === null ? null : context.dates.date({ year, month: null, day: null });
    const listed = { year: label, cards, lines: [] };
    if (weighListed(listed) <= room) return listed;
  }
  return { year: null, cards: [], lines: events.map((event) => viewLine(event, context)) };
}

/** Returns how much of a page's room listed events take, in bytes. */
export function weighListed({ cards, lines }: Omit<ListedEvents, 'year'>): number {
  return sumOf(cards, weighCard) + eventLineFrame * lines.length;
}

/** Cards under one date. */
export interface DatedCards {
  readonly short: ShortDate;
  readonly cards: readonly EventCard[];
}

/** Returns cards in their order under their dates, each date once where it follows itself. */
export function groupCards(cards: readonly EventCard[]): readonly DatedCards[] {
  const groups: { short: ShortDate; cards: EventCard[] }[] = [];
  for (const card of cards) {
    const last = groups.at(-1);
    if (last?.short.label === card.short.label) last.cards.push(card);
    else groups.push({ short: card.short, cards: [card] });
  }
  return groups;
}

/** Returns how much of a page's room an event's card takes, in bytes. */
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

/** Returns the last events of a list in the order of the timeline, whole days as far as a page holds them. */
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
