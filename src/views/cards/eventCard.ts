import type { DateChoice, NewsEvent, When } from '../../model/archive.ts';
import { listPoints } from '../../model/comparePoints.ts';
import {
  linkActor,
  linkPlace,
  linkSource,
  titleEvent,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { getDiffering, getDifferingAccounts, type Differing } from './differing.ts';
import { dateLabel, exactDatetime, labelChoices, labelClock } from '../dates/dateLabel.ts';
import { isAhead, isDone } from '../../model/mergeAccounts.ts';
import { hasDifferingPlaces } from '../../model/placesAround.ts';
import { isFullyRetracted, listStanding } from '../../model/standing.ts';
import { remember } from '../../model/tracedArchive.ts';
import { getNightOf } from '../../model/knownDays.ts';
import { getMark, getVerdict, type Mark } from './marks.ts';
import { listPlacesOf } from '../lists/placeEvents.ts';
import { getOneSide, type OneSide } from './pointsView.ts';
import { viewShortDate, type ShortDate } from '../dates/shortDate.ts';
import { sayNaming, viewTelling, type Telling } from './telling.ts';

/** A date ready to print: the words, and the machine-readable value if there is one. */
export interface DateView {
  readonly label: string;
  readonly datetime: string | null;
}

/** An event as lists show it. */
export interface EventCard extends Telling {
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly date: DateView;
  /**
   * The time of day, for lists under a day heading; with its own day if that belongs to another zone. Null if
   * unknown.
   */
  readonly time: string | null;
  readonly actors: readonly NamedLink[];
  readonly sources: readonly NamedLink[];
  readonly marks: readonly string[];
  /** The place and certainty that readers can filter by, as ids and words. */
  readonly place: NamedLink | null;
  /** Every place that the event is listed under: those of its accounts, and the places around them. */
  readonly placeIds: readonly string[];
  readonly certainty: { readonly id: string; readonly name: string };
  readonly mark: Mark;
  readonly isNight: boolean;
  /** The date in few words, with its year. */
  readonly short: ShortDate;
  /** The doubts, without the number of sources: the card names the sources. */
  readonly doubts: readonly string[];
}

/** Returns an event for a list: date in words, title, first sentences, actors, sources and doubts. */
export function viewEventCard(event: NewsEvent, context: ViewContext): EventCard {
  // An event is on the pages of its day, month, year, place and actors, so they share one card.
  return remember(context.archive, context, `card ${event.id}`, () =>
    createEventCard(event, context),
  );
}

function createEventCard(event: NewsEvent, context: ViewContext): EventCard {
  return {
    id: event.id,
    url: context.at.event(event.id),
    title: titleEvent(event, context),
    date: viewEventDate(event, context),
    time: viewTime(event, context),
    ...viewTelling(event, context),
    actors: linkInText(event.actors, context),
    sources: listSources(event).map((id) => linkSource(id, context)),
    marks: listMarks(event, context),
    place: event.place && linkPlace(event.place, context),
    placeIds: listPlacesOf(event, context.archive),
    certainty: { id: event.certainty, name: context.certainties[getVerdict(event)].name },
    mark: getMark(getVerdict(event)),
    isNight: getNightOf(event.when) !== undefined,
    short: viewShortDate(event, null, context),
    doubts: listMarks(event, context).filter((mark) => mark !== context.pages.marks.oneSource),
  };
}

/**
 * Returns an event for the page of something that it names, quoting the sentence with the name if it can
 * stand alone.
 */
export function viewNaming(event: NewsEvent, url: string, context: ViewContext): EventCard {
  const card = viewEventCard(event, context);
  const sentence = sayNaming(event, url, context);
  return sentence === null ? card : { ...card, summary: sentence };
}

/** Returns links to actors, named as in a line of text: “Harbour Police, the night watch”. */
export function linkInText(ids: readonly string[], context: ViewContext): NamedLink[] {
  const { laterName } = context.pages.list;
  return ids.map((id, index) => {
    const link = linkActor(id, context);
    return index === 0 ? link : { ...link, name: laterName(link.name) };
  });
}

/** Returns an event's date for the line above its headline. */
export function viewOpeningDate(event: NewsEvent, context: ViewContext): DateView {
  const date = viewEventDate(event, context);
  return { ...date, label: context.pages.opening(date.label) };
}

/** Returns an event's date in words and for `<time>`. */
export function viewEventDate(event: NewsEvent, context: ViewContext): DateView {
  const { archive, dates } = context;
  if (event.origin.type === 'disputed' && event.origin.choices.length > 1)
    return { label: labelDispute(event, event.origin.choices, context), datetime: null };
  const place = event.place === null ? null : (archive.placeById.get(event.place)?.name ?? null);
  return {
    label: dateLabel(event.when, archive.site.zone, dates, place),
    datetime: exactDatetime(event.when),
  };
}

/** Returns an account's date in words. Days are local to the zone's city unless it is the story's zone. */
export function labelWhen(when: When, { archive, dates }: ViewContext): string {
  return dateLabel(when, archive.site.zone, dates, null);
}

function labelDispute(
  { when }: NewsEvent,
  choices: readonly DateChoice[],
  { archive, dates }: ViewContext,
): string {
  const label = labelChoices(choices, dates);
  return when.zone === archive.site.zone ? label : dates.inZone(label, when.zone);
}

function viewTime(event: NewsEvent, context: ViewContext): string | null {
  const { time, zone } = event.when;
  if (time === null) return null;
  // Under a day of the story's zone, an hour of another zone would be misread as one of that day.
  if (zone !== context.archive.site.zone) return viewEventDate(event, context).label;
  return time.type === 'part' ? context.dates.part(time.part) : labelClock(time, context.dates);
}

/** Returns the independent sources: one that only retells another's account is no second witness. */
export function listWitnesses(event: NewsEvent): string[] {
  const standing = listStanding(event.accounts);
  const told = new Set<string>(standing.map(({ article }) => article.id));
  const own = standing.filter(({ article }) => !article.drawsOn.some((other) => told.has(other)));
  // If the sources all draw on each other, list them all.
  return [...new Set((own.length > 0 ? own : standing).map(({ article }) => article.source))];
}

/**
 * Returns the sources of an event's accounts that aren't retracted, without duplicates, in the order of the
 * accounts.
 */
export function listSources(event: NewsEvent): string[] {
  return [...new Set(listStanding(event.accounts).map(({ article }) => article.source))];
}

/** Returns the doubts that must always accompany an event's title: whether it happened, and when. */
function listDoubts(event: NewsEvent, { certainties, pages }: ViewContext): string[] {
  const { certainty, origin } = event;
  const { mark } = certainties[certainty];
  return [
    ...(mark ? [mark] : []),
    ...(isFullyRetracted(event) ? [pages.marks.retracted] : []),
    ...(origin.type === 'disputed' ? [pages.marks.dateDisputed] : []),
  ];
}

/** Returns what sources dispute about an event: whether it happened, and when. */
export function listDisputes(event: NewsEvent, context: ViewContext): string[] {
  const { certainty, origin } = event;
  if (certainty === 'disputed') return listDoubts(event, context);
  return origin.type === 'disputed' ? [context.pages.marks.dateDisputed] : [];
}

/** Returns an event's title with its obligatory doubts and any others given. */
export function titleWithDoubts(
  event: NewsEvent,
  context: ViewContext,
  others: readonly string[] = [],
): string {
  const doubts = listDoubtsBeside(event, context);
  return context.pages.follow.withDoubts(titleEvent(event, context), [...others, ...doubts]);
}

/**
 * Returns the doubts that an event's title doesn't state itself: a title quoted from a source already says
 * “disputed”.
 */
export function listDoubtsBeside(event: NewsEvent, context: ViewContext): string[] {
  const doubts = listDoubts(event, context);
  return event.titleBy === null ? doubts : doubts.slice(1);
}

/** Returns the doubts about an event in words. */
export function listMarks(event: NewsEvent, context: ViewContext): string[] {
  const { pages } = context;
  // A statement is one side's by nature, and what is ahead is marked as such.
  const isAct = event.kind === 'act' && !isAhead(event.certainty);
  return [
    ...listDoubts(event, context),
    ...listDiffering(event, context).map((who) => pages.marks.differ[who]),
    ...(listWitnesses(event).length === 1 ? [pages.marks.oneSource] : []),
    ...(isAct && getSide(event, context)?.isSide ? [pages.marks.oneSide] : []),
  ];
}

/**
 * Returns what differs on an event's points and places: outlets if any do, else those whom they cite,
 * articles or claims. What is said of its actors counts only if several outlets have the event.
 */
export function listDiffering(event: NewsEvent, context: ViewContext): Differing[] {
  const points = listSources(event).length > 1 ? listPoints(event) : event.points;
  const found = new Set([
    ...points.map((point) => getDiffering(point, context)),
    ...(hasDifferingPlaces(event) || isDenied(event) ? [getDifferingAccounts(event, context)] : []),
  ]);
  return (['sources', 'cited', 'articles', 'claims'] as const)
    .filter((who) => found.has(who))
    .slice(0, 1);
}

/** Returns whether an account denies an event that an editor ruled did happen. */
function isDenied({ accounts, certainty }: NewsEvent): boolean {
  return (
    isDone(certainty) && listStanding(accounts).some((account) => account.certainty === 'denied')
  );
}

/** Returns the only side or person that makes claims about an event; null if several do or none does. */
export function getSide({ points }: NewsEvent, context: ViewContext): OneSide | null {
  const sides = points.map((point) => getOneSide(point, context));
  const [first] = sides;
  return first && sides.every((side) => side?.name === first.name) ? first : null;
}
