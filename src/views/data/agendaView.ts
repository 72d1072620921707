import type { Actor, Archive, NewsEvent, RetractedEvent } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber, type DayRange } from '../../model/dayRanges.ts';
import { isDoubtful, isNight, toDaysOf } from '../../model/knownDays.ts';
import { dateToRanges, getEnds, getNight, getSingleDay } from '../../model/when.ts';
import { printTag } from '../page/authority.ts';
import { getAdded, listChanges, listMended, stampChanges } from '../history/changes.ts';
import type { ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { titleWithDoubts, viewEventCard, viewEventDate } from '../cards/eventCard.ts';
import { getFirstId } from '../page/eventIds.ts';
import { sayCertainty, sayWho } from '../cards/telling.ts';

/** What a calendar says of an archive's events. */
export interface AgendaView {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** In the order of the timeline, those that were taken back after them. */
  readonly entries: readonly AgendaEntry[];
}

/** An event as a calendar shows it. */
export interface AgendaEntry {
  /** The `tag:` URI of its page, by the id that the page had first. */
  readonly uid: string;
  readonly url: string;
  /** Its title, with the date in words wherever its place in the calendar alone would say too much. */
  readonly title: string;
  readonly description: string;
  readonly place: string | null;
  /** The moment (milliseconds since 1970 UTC) it is known to the minute; else the days it is, or may be, of. */
  readonly when:
    | { readonly type: 'moment'; readonly at: number }
    | { readonly type: 'days'; readonly first: DayNumber; readonly last: DayNumber };
  /** Null where an article reports it of a known day: neither vouched for nor in doubt. */
  readonly status: 'confirmed' | 'tentative' | 'cancelled' | null;
  /** How often it was corrected. */
  readonly sequence: number;
  /** Moments (ISO 8601, UTC) that stand for days of the content. */
  readonly added: string | null;
  readonly changed: string;
}

/** More than this no calendar shows in good time: the latest of the timeline. */
const mostEvents = 1000;

/** Returns the events that a calendar shows. */
export function listLatest({ events }: Archive): readonly NewsEvent[] {
  return events.slice(-mostEvents);
}

/** Returns the events of an archive as a calendar shows them: what is uncertain spans the days that are possible and says so in its title. */
export function viewAgenda(context: ViewContext): AgendaView {
  const { archive, pages } = context;
  const takenBack = archive.retracted.map((event) =>
    viewTakenBack(event, event.ids[0] ?? event.id, context),
  );
  const { title } = archive.site;
  return viewEntries(title, pages.follow.aboutCalendar(title), archive.events, takenBack, context);
}

/** Returns the events that involve an actor as a calendar shows them. */
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
  const latest = events.slice(-mostEvents);
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
  // A day of the calendar says neither a part of the day nor whose day it is.
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
    added: added === null ? null : stampChanges([added]),
    changed,
  };
}

/** What was published and taken back is called off where it was subscribed to. */
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

/** Says whether the days that an event is of are all known: one, a night's two, or all from one to another. */
function isKnownToTheDay({ when }: NewsEvent): boolean {
  const { date } = when;
  if (isDoubtful(date)) return false;
  if (isNight(when)) return getNight(date) !== undefined;
  if (date.type !== 'lasting') return getSingleDay(date) !== undefined;
  const { from, to } = getEnds(date);
  return [from, to].every(({ first, last }) => first !== null && first === last);
}

interface ClosedDays {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

/** Returns days with both ends: where one is open, the one day that is known of it. None beyond the years that calendars count. */
function closeDays({ first, last }: DayRange): ClosedDays | undefined {
  const from = first ?? last;
  const to = last ?? first;
  if (from === null || to === null) return undefined;
  // A calendar writes a year with four digits, and the day after the last as well.
  return splitDay(from).year < 1 || splitDay(to + 1).year > 9999
    ? undefined
    : { first: from, last: to };
}
