import type {
  Actor,
  Archive,
  Article,
  LinkedText,
  NewsEvent,
  NewsPlace,
  RetractedEvent,
  Source,
  Speaker,
} from '../model/archive.ts';
import { listPoints } from '../model/comparePoints.ts';
import type { Cell } from '../model/prints.ts';
import type { AccountPart } from './lists/accountParts.ts';
import { listRepeated } from './page/anchors.ts';
import { listLatest } from './data/agendaView.ts';
import type { ViewContext } from './page/context.ts';
import { countOthers, listLeftOut } from './source/coverageView.ts';
import { findNeighbours, listElsewhere } from './event/eventView.ts';
import { splitList, type IdPart } from './lists/idLists.ts';
import { listLaneGroups } from './lists/laneGroups.ts';
import { getPartItems, listArticlesOf, listPartsOf, type Part } from './lists/parts.ts';
import type { Period, PeriodEvents } from './dates/calendar.ts';
import { listAround } from './lists/periodParts.ts';
import { findPlaceEvents } from './lists/placeEvents.ts';
import { findSubject, listNaming, type Statement } from './actor/statements.ts';

// Which parts of the archive a page or file is made from: a build makes it anew only where one of them says
// something else than it did. What is named here must be all that its view reads; it may be more.

type Owner = NewsEvent | Article | Actor;

// An event, article or actor has several pages and files: what they read is listed once. Until a build is compiled
// with its pages, these run with another instance of this module: the global object is what both share.
const key = Symbol.for('dateline.reads');
const shared = globalThis as { [key]?: WeakMap<Owner, readonly Cell[]> };
const known = shared[key] ?? new WeakMap<Owner, readonly Cell[]>();
shared[key] = known;

function remember(of: Owner, list: () => Cell[]): readonly Cell[] {
  const reads = known.get(of) ?? list();
  known.set(of, reads);
  return reads;
}

/** Returns what the pages and files of one event are made from. */
export function readsOfEvent(event: NewsEvent, context: ViewContext): readonly Cell[] {
  return remember(event, () => listOfEvent(event, context));
}

function listOfEvent(event: NewsEvent, context: ViewContext): Cell[] {
  const { before, after, ofActors } = findNeighbours(event, context);
  const beside = [
    before?.id,
    after?.id,
    event.partOf,
    ...event.parts,
    ...event.follows,
    ...event.followedBy,
    ...ofActors.flatMap((one) => [one.before, one.after]),
  ];
  return [
    `event:${event.id}`,
    ...beside.map((id): Cell => (id ? `head:${id}` : '=')),
    ...ofActors.map(({ actor }): Cell => `=${actor}`),
    // Where its articles make claims about it under another event.
    ...event.accounts
      .flatMap((account) => listElsewhere(account, context))
      .map(({ under }): Cell => (under === null ? '=' : `head:${under}`)),
    ...readsOfNames(event, context),
    ...event.accounts.flatMap(({ article }) => sayRepeated(article.id, context)),
    // A claim may be of an article that has no account of the event: its source stands here nowhere else.
    ...listPoints(event).flatMap(({ claims }) =>
      claims.map(
        ({ article }): Cell => `source:${context.archive.articleById.get(article)?.source ?? ''}`,
      ),
    ),
  ];
}

/** Returns what the page and files of an event that was taken back are made from. */
export function readsOfRetracted(event: RetractedEvent): readonly Cell[] {
  return [`=${JSON.stringify(event)}`];
}

/** Returns what a page of an event's accounts is made from. */
export function readsOfAccounts({ event: id }: AccountPart, context: ViewContext): readonly Cell[] {
  const event = context.archive.eventById.get(id);
  return event ? readsOfEvent(event, context) : [`event:${id}`];
}

/** Returns what the pages and files of one article are made from. */
export function readsOfArticle(article: Article, context: ViewContext): readonly Cell[] {
  return remember(article, () => listOfArticle(article, context));
}

function listOfArticle(article: Article, context: ViewContext): Cell[] {
  const { archive } = context;
  // Its rows are in the order of the timeline.
  const events = article.events
    .flatMap((id) => archive.eventById.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  return [
    `article:${article.id}`,
    `source:${article.source}`,
    ...(article.place ? [`place:${article.place}` as const] : []),
    ...article.drawsOn.map((id): Cell => `article:${id}`),
    ...readsOfText(article.lead),
    ...events.flatMap((event): Cell[] => [`event:${event.id}`, ...readsOfNames(event, context)]),
  ];
}

/** Returns what the page of one actor is made from; `statements` are those that it made. */
export function readsOfActorPage(
  actor: Actor,
  statements: readonly Statement[],
  context: ViewContext,
): Cell[] {
  return [
    ...readsOfActor(actor, context),
    // The colour of its side.
    `=${JSON.stringify(listLaneGroups(context.archive))}`,
    ...[...statements, ...listNaming(actor.id, context.archive)].flatMap((statement): Cell[] => [
      ...ofArticle(statement.article.id, context),
      statement.event ? `event:${statement.event.id}` : '=',
      ...readsOfSubject(statement, context.archive),
    ]),
    // Its feeds and cards don't say who names it so.
    ...actor.namedAs.flatMap(({ by }) => by.map(({ article }): Cell => `article:${article}`)),
  ];
}

/** Returns what the files and cards of one actor are made from. */
export function readsOfActor(actor: Actor, context: ViewContext): readonly Cell[] {
  return remember(actor, () => listOfActor(actor, context));
}

function listOfActor(actor: Actor, context: ViewContext): Cell[] {
  const { archive } = context;
  const told = [...actor.events, ...actor.mentionedIn].flatMap(
    (id) => archive.eventById.get(id) ?? [],
  );
  return [
    'names',
    `whole-actor:${actor.id}`,
    ...inOrder(told),
    // Its feed tells whole accounts, and their claims may be about other events.
    ...told.flatMap(({ accounts }) =>
      accounts.flatMap(({ article, text }) => [
        ...readsOfText(text),
        ...sayRepeated(article.id, context),
      ]),
    ),
    ...actor.points.flatMap(({ claims }) =>
      claims.flatMap(({ article }) => ofArticle(article, context)),
    ),
  ];
}

/** Returns what the calendar for other programs is made from. */
export function readsOfAgenda(context: ViewContext): Cell[] {
  const { archive } = context;
  return [
    ...listLatest(archive).flatMap((event) => readsOfEvent(event, context)),
    `=${JSON.stringify(archive.retracted)}`,
    // It says of how many these are the latest.
    `=${archive.events.length}`,
  ];
}

/** Returns what the page of a place is made from. */
export function readsOfPlace(place: NewsPlace, { archive }: ViewContext): Cell[] {
  const { here = [], named = [] } = findPlaceEvents(archive).get(place.id) ?? {};
  return ['names', ...inOrder(here), '=', ...inOrder(named)];
}

/** Returns what the page of a source is made from. */
export function readsOfSource(own: Source, { archive }: ViewContext): Cell[] {
  const { id: source } = own;
  const articles = listArticlesOf(source, archive);
  const events = [...new Set(articles.flatMap((article) => article.events))];
  return [
    'names',
    ...articles.map(({ id }): Cell => `article:${id}`),
    ...inOrder(events.flatMap((id) => archive.eventById.get(id) ?? [])),
    // What it leaves out, and out of how many.
    ...listLeftOut(own, archive).flatMap(({ event, count }): Cell[] => [
      `head:${event.id}`,
      `=${count}`,
    ]),
    `=${archive.events.length} ${countOthers(archive)}`,
  ];
}

/** Returns what the page of one part of a long list is made from; `statements` are those of its actor. */
export function readsOfPart(
  part: Part,
  statements: readonly Statement[],
  context: ViewContext,
): Cell[] {
  const { archive } = context;
  const { took, mentioned, articles } = getPartItems(part, archive);
  const parts = listPartsOf(part.kind, part.id, part.period, archive);
  const events = new Set([...took, ...mentioned].map(({ id }) => id));
  return [
    'names',
    ...inOrder(took),
    '=',
    ...inOrder(mentioned),
    ...articles.map(({ id }): Cell => `article:${id}`),
    ...parts.flatMap((month): Cell[] => {
      const items = getPartItems(month, archive);
      return [
        `=${month.period}`,
        ...[...items.took, ...items.mentioned].map(({ id }): Cell => `=${id}`),
        ...items.articles.map(({ id }): Cell => `=${id}`),
      ];
    }),
    ...statements.flatMap((statement): Cell[] =>
      statement.event && events.has(statement.event.id)
        ? [...ofArticle(statement.article.id, context), ...readsOfSubject(statement, archive)]
        : [],
    ),
  ];
}

/** A claim about another event than its account's is listed with that one's title and date. */
function readsOfSubject(statement: Statement, archive: Archive): Cell[] {
  const subject = findSubject(statement, archive);
  return subject === null || subject === statement.event ? [] : [`event:${subject.id}`];
}

/**
 * Returns what lists the dependencies of a part of a list that is parted by ids; undefined where it may be made
 * from all of the archive.
 */
export function readsOfIdPart(
  part: IdPart,
  context: ViewContext,
): (() => readonly Cell[]) | undefined {
  const { here } = splitList(part, context.archive);
  const isOfEvents = here.length > 0 && here.every(({ type }) => type === 'event');
  if (!isOfEvents) return undefined;
  return () => [
    'names',
    ...here.map((entry): Cell => `=${entry.type === 'event' ? entry.standing : ''}`),
    ...inOrder(here.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []))),
    ...sayIdParts(part, context),
  ];
}

/** The parts that the page of a list leads to: where it has any, it has nothing else. */
function sayIdParts(part: IdPart, { archive }: ViewContext): Cell[] {
  return splitList(part, archive).parts.map(({ prefix, count }): Cell => `=${prefix} ${count}`);
}

/** An article, and where its accounts and what is said in them stand. */
function ofArticle(id: string, context: ViewContext): Cell[] {
  return [
    `article:${id}`,
    ...sayIdParts({ folder: `articles/${id}/`, prefix: '' }, context),
    ...sayRepeated(id, context),
  ];
}

/** The anchors of words that an article has more than once: each depends on where it has them else. */
function sayRepeated(id: string, { archive }: ViewContext): Cell[] {
  const repeated = listRepeated(id, archive);
  return repeated.length === 0 ? [] : [`=${JSON.stringify(repeated)}`];
}

/** Returns what the page of a year, month or day is made from. `periods` are those that have events. */
export function readsOfPeriod(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  { archive }: ViewContext,
): Cell[] {
  const { before, after, within, parts, events } = listAround(period, periods, archive.site.zone);
  return [
    'names',
    `=${before ?? ''}`,
    `=${after ?? ''}`,
    `=${within ?? ''}`,
    // One that lists nothing may still be of events that its year lists.
    `=${String(periods.has(period))}`,
    ...parts.map(({ period: part, count }): Cell => `=${part} ${count}`),
    ...events.map(({ id }): Cell => `event:${id}`),
  ];
}

/** Whoever and whatever an event's accounts and points name. */
function readsOfNames(event: NewsEvent, context: ViewContext): Cell[] {
  const { accounts } = event;
  const claims = listPoints(event).flatMap((point) => point.claims);
  return [
    ...[...event.actors, ...event.mentioned].map((id): Cell => `actor:${id}`),
    ...[event.place, ...event.places].map((id): Cell => (id ? `place:${id}` : '=')),
    ...claims.flatMap(({ speaker, article }) => [
      ...readsOfSpeaker(speaker),
      ...ofArticle(article, context),
    ]),
    ...accounts.flatMap(({ article, place, text }): Cell[] => [
      `source:${article.source}`,
      place ? `place:${place}` : '=',
      ...readsOfText(text),
    ]),
  ];
}

/** What a text says beside its own words: who speaks in it, and what its claims are about where that is something else. */
function readsOfText({ passages }: LinkedText): Cell[] {
  return passages.flatMap((passage): Cell[] => {
    if (passage.type === 'prose') return [];
    if (passage.type === 'quotation') return readsOfSpeaker(passage.quotation.speaker);
    const { speaker, about } = passage.claim;
    return [...readsOfSpeaker(speaker), `${about.type === 'event' ? 'head' : 'actor'}:${about.id}`];
  });
}

function readsOfSpeaker(speaker: Speaker): Cell[] {
  return speaker.type === 'actor' || speaker.type === 'source'
    ? [`${speaker.type}:${speaker.id}`]
    : [];
}

/** Lists of events are in the order of the timeline, which no event tells by itself. */
function inOrder(events: readonly NewsEvent[]): Cell[] {
  return [...events].sort((a, b) => a.position - b.position).map(({ id }): Cell => `event:${id}`);
}
