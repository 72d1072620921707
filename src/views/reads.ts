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

// The dependencies of pages and files: a build makes them again only if one of the named parts of the archive
// has changed. A view must depend on nothing that isn't named here; naming more is safe.

type Owner = NewsEvent | Article | Actor;

// Cached: an event, article or actor has several pages and files. Until a build compiles its pages, they run
// with another instance of this module, so the cache is on the global object.
const key = Symbol.for('dateline.reads');
const shared = globalThis as { [key]?: WeakMap<Owner, readonly Cell[]> };
const known = shared[key] ?? new WeakMap<Owner, readonly Cell[]>();
shared[key] = known;

function remember(of: Owner, list: () => Cell[]): readonly Cell[] {
  const reads = known.get(of) ?? list();
  known.set(of, reads);
  return reads;
}

/** Returns the dependencies of an event's pages and files. */
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
    // Its articles may make claims about it under another event.
    ...event.accounts
      .flatMap((account) => listElsewhere(account, context))
      .map(({ under }): Cell => (under === null ? '=' : `head:${under}`)),
    ...readsOfNames(event, context),
    ...event.accounts.flatMap(({ article }) => sayRepeated(article.id, context)),
    // A claim's article may have no account of the event, so its source is named nowhere else here.
    ...listPoints(event).flatMap(({ claims }) =>
      claims.map(
        ({ article }): Cell => `source:${context.archive.articleById.get(article)?.source ?? ''}`,
      ),
    ),
  ];
}

/** Returns the dependencies of a retracted event's page and files. */
export function readsOfRetracted(event: RetractedEvent): readonly Cell[] {
  return [`=${JSON.stringify(event)}`];
}

/** Returns the dependencies of a page of an event's accounts. */
export function readsOfAccounts({ event: id }: AccountPart, context: ViewContext): readonly Cell[] {
  const event = context.archive.eventById.get(id);
  return event ? readsOfEvent(event, context) : [`event:${id}`];
}

/** Returns the dependencies of an article's pages and files. */
export function readsOfArticle(article: Article, context: ViewContext): readonly Cell[] {
  return remember(article, () => listOfArticle(article, context));
}

function listOfArticle(article: Article, context: ViewContext): Cell[] {
  const { archive } = context;
  // Its rows are in timeline order.
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

/** Returns the dependencies of an actor's page; `statements` are the actor's own. */
export function readsOfActorPage(
  actor: Actor,
  statements: readonly Statement[],
  context: ViewContext,
): Cell[] {
  return [
    ...readsOfActor(actor, context),
    // The colour of the actor's side.
    `=${JSON.stringify(listLaneGroups(context.archive))}`,
    ...[...statements, ...listNaming(actor.id, context.archive)].flatMap((statement): Cell[] => [
      ...ofArticle(statement.article.id, context),
      statement.event ? `event:${statement.event.id}` : '=',
      ...readsOfSubject(statement, context.archive),
      ...readsOfPoints(statement, context),
    ]),
    // Feeds and cards don't show who uses a claimed name.
    ...actor.namedAs.flatMap(({ by }) => by.map(({ article }): Cell => `article:${article}`)),
  ];
}

/** Returns the dependencies of an actor's files and cards. */
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
    // The actor's feed has whole accounts, and their claims may be about other events.
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

/** Returns the dependencies of the site's calendar. */
export function readsOfAgenda(context: ViewContext): Cell[] {
  const { archive } = context;
  return [
    ...listLatest(archive).flatMap((event) => readsOfEvent(event, context)),
    `=${JSON.stringify(archive.retracted)}`,
    // The calendar states the total number of events.
    `=${archive.events.length}`,
  ];
}

/** Returns the dependencies of a place's page. */
export function readsOfPlace(place: NewsPlace, { archive }: ViewContext): Cell[] {
  const { here = [], named = [] } = findPlaceEvents(archive).get(place.id) ?? {};
  return ['names', ...inOrder(here), '=', ...inOrder(named)];
}

/** Returns the dependencies of a source's page. */
export function readsOfSource(own: Source, { archive }: ViewContext): Cell[] {
  const { id: source } = own;
  const articles = listArticlesOf(source, archive);
  const events = [...new Set(articles.flatMap((article) => article.events))];
  return [
    'names',
    ...articles.map(({ id }): Cell => `article:${id}`),
    ...inOrder(events.flatMap((id) => archive.eventById.get(id) ?? [])),
    // What the source leaves out, how many outlets have it, and out of how many events.
    ...listLeftOut(own, archive).flatMap(({ event, count }): Cell[] => [
      `head:${event.id}`,
      `=${count}`,
    ]),
    `=${archive.events.length} ${countOthers(archive)}`,
  ];
}

/** Returns the dependencies of a part of a long list; `statements` are those of its actor. */
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

/** A claim about another event than its account's is listed with that event's title and date. */
function readsOfSubject(statement: Statement, archive: Archive): Cell[] {
  const subject = findSubject(statement, archive);
  return subject === null || subject === statement.event ? [] : [`event:${subject.id}`];
}

/** A claim about an event is compared with those of other articles. */
function readsOfPoints(statement: Statement, context: ViewContext): Cell[] {
  const event = findSubject(statement, context.archive);
  const claims = event ? listPoints(event).flatMap((point) => point.claims) : [];
  return claims.flatMap(({ article, speaker }) => [
    ...readsOfSpeaker(speaker),
    ...ofArticle(article, context),
  ]);
}

/**
 * Returns a function that lists the dependencies of an id part; undefined if the part may depend on the whole
 * archive.
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

/** The parts that a list's page links to; if it has any, it has nothing else. */
function sayIdParts(part: IdPart, { archive }: ViewContext): Cell[] {
  return splitList(part, archive).parts.map(({ prefix, count }): Cell => `=${prefix} ${count}`);
}

/** An article, and the addresses of its accounts and statements. */
function ofArticle(id: string, context: ViewContext): Cell[] {
  return [
    `article:${id}`,
    ...sayIdParts({ folder: `articles/${id}/`, prefix: '' }, context),
    ...sayRepeated(id, context),
  ];
}

/** The anchors of words that an article repeats: each depends on the other occurrences. */
function sayRepeated(id: string, { archive }: ViewContext): Cell[] {
  const repeated = listRepeated(id, archive);
  return repeated.length === 0 ? [] : [`=${JSON.stringify(repeated)}`];
}

/** Returns the dependencies of a year, month or day page. `periods` are those that have events. */
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
    // A period that lists nothing itself may still have events that its year lists.
    `=${String(periods.has(period))}`,
    ...parts.map(({ period: part, count }): Cell => `=${part} ${count}`),
    ...events.map(({ id }): Cell => `event:${id}`),
  ];
}

/** Everybody and everything that an event's accounts and points name. */
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

/**
 * What a text shows in addition to its own words: its speakers, and the subjects of claims about something
 * else.
 */
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

/** Lists are in timeline order, which no single event determines. */
function inOrder(events: readonly NewsEvent[]): Cell[] {
  return [...events].sort((a, b) => a.position - b.position).map(({ id }): Cell => `event:${id}`);
}
