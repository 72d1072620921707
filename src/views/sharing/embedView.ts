import { h } from 'hastscript';
import type { Actor, NewsEvent } from '../../model/archive.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { linkEvent, type NamedLink, type ViewContext } from '../page/context.ts';
import {
  titleWithDoubts,
  viewEventCard,
  viewEventDate,
  viewOpeningDate,
  type DateView,
  type EventCard,
} from '../cards/eventCard.ts';
import { labelDay } from '../dates/dateLabel.ts';
import { viewKeySpine, type KeyEntry } from '../home/keyView.ts';
import { findPeriod, type Period } from '../dates/calendar.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { groupByDate } from '../home/timeline.ts';
import { renderNodes } from '../page/proseHtml.ts';
import { sayWho } from '../cards/telling.ts';
import { maxEmbedEvents } from '../lists/budgets.ts';

/** The default size of a card's frame, in CSS pixels: as wide as running text, high enough for most cards. */
export const frame = { width: 600, height: 320 } as const;

/** An event in the list of a card. */
interface EmbeddedEvent extends NamedLink {
  /** Null if the name of the card states it. */
  readonly date: DateView | null;
}

/** A card of the whole timeline: its last key events on a spine, and what is next. */
export interface EmbeddedSpine {
  readonly name: string;
  readonly note: string | null;
  readonly url: string;
  readonly entries: readonly KeyEntry[];
  readonly all: string;
  /** The day of the latest content; null if nothing is dated. */
  readonly asOf: string | null;
}

/** A card of an actor or a day: some of its events, and a link to the rest. */
export interface EmbeddedList {
  readonly name: string;
  readonly note: string | null;
  readonly retracted: string | null;
  readonly url: string;
  readonly events: readonly EmbeddedEvent[];
  /** The heading of the list of events. */
  readonly label: string;
  /** True if the events have dates beside them. */
  readonly isDated: boolean;
  /** The text for a card without events. */
  readonly none: string;
  /** The text of the link to the page with all events. */
  readonly all: string;
}

/** A card of an event: as lists show it, and if it was retracted, why. */
export interface EmbeddedCard extends EventCard {
  readonly retracted: string | null;
  /** Who tells it, and how certainly; null if the sides of a dispute are named above. */
  readonly who: string | null;
}

/** Returns the embeddable card of an event. */
export function viewEmbeddedEvent(event: NewsEvent, context: ViewContext): EmbeddedCard {
  const card = viewEventCard(event, context);
  const names = card.sources.map(({ name }) => name);
  return {
    ...card,
    date: viewOpeningDate(event, context),
    who:
      card.sides.length > 0 ? null : (sayWho(event, context) ?? context.pages.embed.sources(names)),
    retracted: event.ruling?.retracted?.reason ?? null,
  };
}

/** Returns the embeddable card of an actor. */
export function viewEmbeddedActor(actor: Actor, context: ViewContext): EmbeddedList {
  const events = actor.events.flatMap((id) => context.archive.eventById.get(id) ?? []);
  return {
    name: actor.name,
    note: actor.role,
    retracted: actor.retracted?.reason ?? null,
    url: context.at.actor(actor.id),
    ...listLast(events, context),
    label: context.pages.embed.lastEvents,
    isDated: true,
    none: context.pages.embed.noEvents,
  };
}

/**
 * Returns the embeddable card of a day: its counted events with only the time of day, then dated events that
 * reached it or may have happened on it.
 */
export function viewEmbeddedDay(day: Period, context: ViewContext): EmbeddedList {
  const { known = [], continuing = [], possible = [] } = findPeriod(context.archive, day) ?? {};
  const { embed, list, period } = context.pages;
  const count = known.length + continuing.length + possible.length;
  const events = [
    ...groupByDate(known, context).flatMap(({ events: items }) =>
      items.flatMap(({ card, when }) => {
        const event = known.find(({ id }) => id === card.id);
        return event ? [listEvent(event, when, context)] : [];
      }),
    ),
    ...[...continuing, ...possible].map((event) =>
      listEvent(event, viewEventDate(event, context), context),
    ),
  ].slice(0, maxEmbedEvents);
  return {
    name: labelPeriod(day, context),
    note: count === 0 ? null : list.eventsOf(known.length, possible.length),
    retracted: null,
    url: context.at.period(day),
    events,
    label: period.happened,
    isDated: events.some(({ date }) => date !== null),
    none: period.emptied,
    all: embed.whole,
  };
}

/** Returns the embeddable card of the timeline. */
export function viewEmbeddedTimeline(context: ViewContext): EmbeddedSpine {
  const { site, events, stateOfPlay } = context.archive;
  return {
    name: site.title,
    note: site.tagline,
    url: context.at.home,
    entries: viewKeySpine(maxEmbedEvents, context),
    all: context.pages.embed.allEvents(events.length),
    asOf: stateOfPlay && context.pages.embed.asOf(labelDay(stateOfPlay.asOf, context.dates)),
  };
}

/** Returns the HTML that embeds a card, given the card's address and title. */
export function renderFrame(card: string, title: string, context: ViewContext): string {
  const element = h('iframe', {
    src: context.at.absolute(card),
    title,
    width: '100%',
    height: String(frame.height),
    loading: 'lazy',
    // Some editors strip `style`.
    frameBorder: '0',
    style: 'border:0',
  });
  return renderNodes([element], context.at);
}

/**
 * Returns the HTML of an oEmbed response: a link as a fallback, and the frame with the card. WordPress hides
 * the link once the card has loaded.
 */
export function renderEmbed(
  { page, card, title }: { page: string; card: string; title: string },
  context: ViewContext,
): string {
  const link = h('blockquote', h('a', { href: context.at.absolute(page) }, title));
  return renderNodes([link], context.at) + renderFrame(card, title, context);
}

/** Returns the three-line script that resizes a page's frames to their cards. */
export function renderFrameScript({ at }: ViewContext): string {
  const origin = new URL(at.absolute(at.home)).origin;
  return [
    "<script>addEventListener('message', ({ data, origin, source }) => {",
    `  if (origin === '${origin}') for (const frame of document.querySelectorAll('iframe')) if (frame.contentWindow === source) frame.height = data.height;`,
    '});</script>',
  ].join('\n');
}

/** A listed event has no text around it, so its title includes its doubts. */
function listEvent(event: NewsEvent, date: DateView | null, context: ViewContext): EmbeddedEvent {
  return { ...linkEvent(event.id, context), name: titleWithDoubts(event, context), date };
}

function listLast(
  events: readonly NewsEvent[],
  context: ViewContext,
): Pick<EmbeddedList, 'events' | 'all'> {
  const past = events.filter(({ certainty }) => !isAhead(certainty));
  const shown = (past.length > 0 ? past : events).slice(-maxEmbedEvents);
  return {
    events: shown.map((event) => listEvent(event, viewEventDate(event, context), context)),
    all: context.pages.embed.allEvents(events.length),
  };
}
