import type { Actor, Archive, NewsEvent, RetractedEvent } from '../../model/archive.ts';
import { dateToRanges, getEnds, getNight, getSingleDay } from '../../model/dates/dateRanges.ts';
import { hull, splitDay, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import { isNight } from '../../model/dates/timeOfDay.ts';
import { isDoubtful, toDaysOf } from '../../model/knownDays.ts';
import { printTag } from '../page/authority.ts';
import { getAdded, listChanges, listMended, stampChanges } from '../history/changes.ts';
import type { ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { titleWithDoubts, viewEventCard, viewEventDate } from '../cards/eventCard.ts';
import { getFirstId } from '../page/eventIds.ts';
import { sayCertainty, sayWho } from '../cards/telling.ts';
import { maxCalendarEvents } from '../lists/budgets.ts';

/** The calendar of an archive's events. */
export interface AgendaView {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** In timeline order; retracted events come last. */
  readonly entries: readonly AgendaEntry[];
}

/** An event in a calendar. */
export interface AgendaEntry {
  /** The `tag:` URI of the event's page, based on its first id. */
  readonly uid: string;
  readonly url: string;
  /** The title, with the date in words if the calendar entry alone would overstate its precision. */
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  /**
   * The moment (milliseconds since 1970 UTC) if known to the minute, else the days it took or may have taken.
   */
  readonly when:
    | { readonly type: 'moment'; readonly at: number }
    | { readonly type: 'days'; readonly first: DayNumber; readonly last: DayNumber };
  /** Null if an article reports it on a known day: neither confirmed nor in doubt. */
  readonly status: 'confirmed' | 'tentative' | 'cancelled' | null;
  /** How often the event was corrected. */
  readonly sequence: number;
  /** Moments (ISO 8601, UTC) that stand for days in the content. */
  readonly added: string | null;
  readonly changed: string;
}

/** Returns the latest events, as many as a calendar lists. */
export function listLatest({ events }: Archive): readonly NewsEvent[] {
  return events.slice(-maxCalendarEvents);
}

/**
 * Returns an archive's events for a calendar. An uncertain event spans all of its possible days and says so
 * in its title.
 */
export function viewAgenda(context: ViewContext): AgendaView {
  const { archive, pages } = context;
  const takenBack = archive.retracted.map((event) =>
    viewTakenBack(event, event.ids[0] ?? event.id, context),
  );
  const { title } = archive.site;
  return viewEntries(title, pages.follow.aboutCalendar(title), archive.events, takenBack, context);
}

/** Returns the events that involve an actor, for a calendar. */
export function viewActorAgenda(actor: Actor, context: ViewContext): AgendaView {
  const { archive, pages } = context;
  const events = actor.events.flatMap((id) => archive.eventById.get(id) ?? []);
  const title = pages.follow.ofActor(actor.name, archive.site.title);
  return viewEntries(title, pages.follow.aboutActorCalendar(actor.name), events, [], context);
}

function viewEntries(
  title: string,
  about: string,
  events: readonly NewsEvent[],
  takenBack: readonly (AgendaEntry | null)[],
  context: ViewContext,
): AgendaView {
  const { archive, pages } = context;
  const latest = events.slice(-maxCalendarEvents);
  const told = [
    ...latest.map((event) => viewEntry(event, getFirstId(event), context)),
    ...takenBack,
  ];
  const entries = told.filter((entry) => entry !== null);
  const leftOut = told.length - entries.length;
  return {
    title,
    about: [
      about,
      ...(latest.length < events.length
        ? [pages.follow.ofNewest(latest.length, events.length)]
        : []),
      ...(leftOut > 0 ? [pages.follow.withoutDays(leftOut)] : []),
    ].join(' '),
    language: archive.site.language,
    entries,
  };
}

function viewEntry(event: NewsEvent, firstId: string, context: ViewContext): AgendaEntry | null {
  const { archive, at, pages } = context;
  const days = closeDays(hull(toDaysOf(archive.site.zone, event.when)));
  const changed = stampChanges(listChanges(event));
  if (!days || changed === null) return null;
  const { ruling, when } = event;
  const added = getAdded(event);
  const card = viewEventCard(event, context);
  const { label } = viewEventDate(event, context);
  const isExact = event.origin.type !== 'disputed' && isKnownToTheDay(event);
  const moment =
    isExact && when.time?.type === 'clock' && !event.timesDiffer ? when.spans[0]?.from : undefined;
  // An all-day entry has neither a part of the day nor a zone.
  const isSaid =
    moment !== undefined || (isExact && when.time === null && when.zone === archive.site.zone);
  const title = titleWithDoubts(event, context, [
    ...(isSaid ? [] : [label]),
    ...(event.timesDiffer ? [pages.follow.timesDiffer] : []),
  ]);
  return {
    uid: printTag(context.authority, `/events/${firstId}`),
    url: at.absolute(card.url),
    title: ruling?.retracted ? pages.follow.retracted(title) : title,
    description: [
      `${pages.follow.dated(label)} ${sayCertainty(event, context)}`,
      card.summary,
      sayWho(event, context) ?? pages.embed.sources(card.sources.map(({ name }) => name)),
    ].join('\n\n'),
    place: card.place?.name ?? null,
    when: moment === undefined ? { type: 'days', ...days } : { type: 'moment', at: moment },
    status: ruling?.retracted ? 'cancelled' : sayStatus(event, isExact),
    sequence: (ruling?.corrections.length ?? 0) + (ruling?.retracted ? 1 : 0),
    added: stampChanges([added]),
    changed,
  };
}

/** An event that was published and later retracted is cancelled for subscribers. */
function viewTakenBack(
  event: RetractedEvent,
  firstId: string,
  context: ViewContext,
): AgendaEntry | null {
  const { at, dates, pages } = context;
  const days = event.date && closeDays(hull(dateToRanges(event.date)));
  const changed = stampChanges(listMended(event));
  if (!event.date || !days || changed === null) return null;
  const label = labelDate(event.date, dates);
  return {
    uid: printTag(context.authority, `/events/${firstId}`),
    url: at.absolute(at.event(event.id)),
    title: pages.follow.retracted(pages.follow.withDoubts(event.title, [label])),
    description: event.retracted.reason,
    place: null,
    when: { type: 'days', ...days },
    status: 'cancelled',
    sequence: event.corrections.length + 1,
    added: null,
    changed,
  };
}

function sayStatus({ certainty }: NewsEvent, isExact: boolean): AgendaEntry['status'] {
  if (!isExact) return 'tentative';
  if (certainty === 'confirmed') return 'confirmed';
  return certainty === 'reported' ? null : 'tentative';
}

/** Returns whether all days of an event are known: a single day, both days of a night, or a whole span. */
function isKnownToTheDay({ when }: NewsEvent): boolean {
  const { date } = when;
  if (isDoubtful(date)) return false;
  if (isNight(when.time)) return getNight(date) !== undefined;
  if (date.type !== 'lasting') return getSingleDay(date) !== undefined;
  const { from, to } = getEnds(date);
  return [from, to].every(({ first, last }) => first !== null && first === last);
}

interface ClosedDays {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/**
 * Returns days with both ends; an open range becomes its one known day. Undefined outside the years that
 * calendars support.
 */
function closeDays({ first, last }: DayRange): ClosedDays | undefined {
  const from = first ?? last;
  const to = last ?? first;
  if (from === null || to === null) return undefined;
  // Calendars write years with four digits, and need the day after the last too.
  return splitDay(from).year < 1 || splitDay(to + 1).year > 9999
    ? undefined
    : { first: from, last: to };
}
