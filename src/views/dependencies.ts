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
import type { DependencyKey } from '../model/fingerprints.ts';
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
import { splitNaming } from './actor/namingPoints.ts';
import { findSubject, listNaming, type Statement } from './actor/statements.ts';

// The dependencies of pages and files: a build makes them again only if one of the named parts of the archive
// has changed. A view must depend on nothing that isn't named here; naming more is safe.

type Owner = NewsEvent | Article | Actor;

// Cached: an event, article or actor has several pages and files. Until a build compiles its pages, they run
// with another instance of this module, so the cache is on the global object.
const cacheKey = Symbol.for('dateline.dependencies');
const shared = globalThis as { [cacheKey]?: WeakMap<Owner, readonly DependencyKey[]> };
const cache = shared[cacheKey] ?? new WeakMap<Owner, readonly DependencyKey[]>();
shared[cacheKey] = cache;

function getCached(owner: Owner, list: () => DependencyKey[]): readonly DependencyKey[] {
  const dependencies = cache.get(owner) ?? list();
  cache.set(owner, dependencies);
  return dependencies;
}

/** Returns the dependencies of an event's pages and files. */
export function getEventDependencies(
  event: NewsEvent,
  context: ViewContext,
): readonly DependencyKey[] {
  return getCached(event, () => listEventKeys(event, context));
}

function listEventKeys(event: NewsEvent, context: ViewContext): DependencyKey[] {
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
    ...beside.map((id): DependencyKey => (id ? `head:${id}` : '=')),
    ...ofActors.map(({ actor }): DependencyKey => `=${actor}`),
    // Its articles may make claims about it under another event.
    ...event.accounts
      .flatMap((account) => listElsewhere(account, context))
      .map(({ under }): DependencyKey => (under === null ? '=' : `head:${under}`)),
    // The colour of its side, in the figure about its date.
    `=${JSON.stringify(listLaneGroups(context.archive))}`,
    ...listNameKeys(event, context),
    ...event.accounts.flatMap(({ article }) => listRepeatedKeys(article.id, context)),
    // A claim's article may have no account of the event, so its source is named nowhere else here.
    ...listPoints(event).flatMap(({ claims }) =>
      claims.map(
        ({ article }): DependencyKey =>
          `source:${context.archive.articleById.get(article)?.source ?? ''}`,
      ),
    ),
  ];
}

/** Returns the dependencies of a retracted event's page and files. */
export function getRetractedEventDependencies(event: RetractedEvent): readonly DependencyKey[] {
  return [`=${JSON.stringify(event)}`];
}

/** Returns the dependencies of a page of an event's accounts. */
export function getAccountPartDependencies(
  { event: id }: AccountPart,
  context: ViewContext,
): readonly DependencyKey[] {
  const event = context.archive.eventById.get(id);
  return event ? getEventDependencies(event, context) : [`event:${id}`];
}

/** Returns the dependencies of an article's pages and files. */
export function getArticleDependencies(
  article: Article,
  context: ViewContext,
): readonly DependencyKey[] {
  return getCached(article, () => listArticleKeys(article, context));
}

function listArticleKeys(article: Article, context: ViewContext): DependencyKey[] {
  const { archive } = context;
  // Its rows are in timeline order.
  const events = article.events
    .flatMap((id) => archive.eventById.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  return [
    `article:${article.id}`,
    `source:${article.source}`,
    ...(article.place ? [`place:${article.place}` as const] : []),
    ...article.drawsOn.map((id): DependencyKey => `article:${id}`),
    ...listTextKeys(article.lead),
    ...events.flatMap((event): DependencyKey[] => [
      `event:${event.id}`,
      ...listNameKeys(event, context),
    ]),
  ];
}

/** Returns the dependencies of an actor's page; `statements` are the actor's own. */
export function getActorPageDependencies(
  actor: Actor,
  statements: readonly Statement[],
  context: ViewContext,
): DependencyKey[] {
  return [
    ...getActorDependencies(actor, context),
    // The colour of the actor's side.
    `=${JSON.stringify(listLaneGroups(context.archive))}`,
    ...[...statements, ...listNaming(actor.id, context.archive)].flatMap(
      (statement): DependencyKey[] => [
        ...listClaimArticleKeys(statement.article.id, context),
        statement.event ? `event:${statement.event.id}` : '=',
        ...listSubjectKeys(statement, context.archive),
        ...listPointsKeys(statement, context),
      ],
    ),
    // Points that name the actor are in the order of their events.
    ...listInOrder(
      splitNaming(listNaming(actor.id, context.archive), context.archive).onPoints.map(
        ({ event }) => event,
      ),
    ),
    // Feeds and cards don't show who uses a claimed name.
    ...actor.namedAs.flatMap(({ by }) =>
      by.map(({ article }): DependencyKey => `article:${article}`),
    ),
  ];
}

/** Returns the dependencies of an actor's files and cards. */
export function getActorDependencies(actor: Actor, context: ViewContext): readonly DependencyKey[] {
  return getCached(actor, () => listActorKeys(actor, context));
}

function listActorKeys(actor: Actor, context: ViewContext): DependencyKey[] {
  const { archive } = context;
  const events = [...actor.events, ...actor.mentionedIn].flatMap(
    (id) => archive.eventById.get(id) ?? [],
  );
  return [
    'names',
    `whole-actor:${actor.id}`,
    ...listInOrder(events),
    // The actor's feed has whole accounts, and their claims may be about other events.
    ...events.flatMap(({ accounts }) =>
      accounts.flatMap(({ article, text }) => [
        ...listTextKeys(text),
        ...listRepeatedKeys(article.id, context),
      ]),
    ),
    // The feed has the points of each event, and links their claims.
    ...[...events.flatMap(listPoints), ...actor.points].flatMap(({ claims }) =>
      claims.flatMap(({ article }) => listClaimArticleKeys(article, context)),
    ),
  ];
}

/** Returns the dependencies of the site's calendar. */
export function getAgendaDependencies(context: ViewContext): DependencyKey[] {
  const { archive } = context;
  return [
    ...listLatest(archive).flatMap((event) => getEventDependencies(event, context)),
    `=${JSON.stringify(archive.retracted)}`,
    // The calendar states the total number of events.
    `=${archive.events.length}`,
  ];
}

/** Returns the dependencies of a place's page. */
export function getPlaceDependencies(place: NewsPlace, { archive }: ViewContext): DependencyKey[] {
  const { here = [], named = [] } = findPlaceEvents(archive).get(place.id) ?? {};
  return ['names', ...listInOrder(here), '=', ...listInOrder(named)];
}

/** Returns the dependencies of a source's page. */
export function getSourceDependencies(source: Source, { archive }: ViewContext): DependencyKey[] {
  const articles = listArticlesOf(source.id, archive);
  const events = [...new Set(articles.flatMap((article) => article.events))];
  return [
    'names',
    ...articles.map(({ id }): DependencyKey => `article:${id}`),
    ...listInOrder(events.flatMap((id) => archive.eventById.get(id) ?? [])),
    // What the source leaves out, how many outlets have it, and out of how many events.
    ...listLeftOut(source, archive).flatMap(({ event, count }): DependencyKey[] => [
      `head:${event.id}`,
      `=${count}`,
    ]),
    `=${archive.events.length} ${countOthers(archive)}`,
  ];
}

/** Returns the dependencies of a part of a long list; `statements` are those of its actor. */
export function getPartDependencies(
  part: Part,
  statements: readonly Statement[],
  context: ViewContext,
): DependencyKey[] {
  const { archive } = context;
  const { took, mentioned, articles } = getPartItems(part, archive);
  const parts = listPartsOf(part.kind, part.id, part.period, archive);
  const events = new Set([...took, ...mentioned].map(({ id }) => id));
  return [
    'names',
    ...listInOrder(took),
    '=',
    ...listInOrder(mentioned),
    ...articles.map(({ id }): DependencyKey => `article:${id}`),
    ...parts.flatMap((month): DependencyKey[] => {
      const items = getPartItems(month, archive);
      return [
        `=${month.period}`,
        ...[...items.took, ...items.mentioned].map(({ id }): DependencyKey => `=${id}`),
        ...items.articles.map(({ id }): DependencyKey => `=${id}`),
      ];
    }),
    ...statements.flatMap((statement): DependencyKey[] =>
      statement.event && events.has(statement.event.id)
        ? [
            ...listClaimArticleKeys(statement.article.id, context),
            ...listSubjectKeys(statement, archive),
          ]
        : [],
    ),
  ];
}

/** A claim about another event than its account's is listed with that event's title and date. */
function listSubjectKeys(statement: Statement, archive: Archive): DependencyKey[] {
  const subject = findSubject(statement, archive);
  return subject === null || subject === statement.event ? [] : [`event:${subject.id}`];
}

/** A claim about an event is compared with those of other articles. */
function listPointsKeys(statement: Statement, context: ViewContext): DependencyKey[] {
  const event = findSubject(statement, context.archive);
  const claims = event ? listPoints(event).flatMap((point) => point.claims) : [];
  return claims.flatMap(({ article, speaker }) => [
    ...listSpeakerKeys(speaker),
    ...listClaimArticleKeys(article, context),
  ]);
}

/**
 * Returns a function that lists the dependencies of an id part; undefined if the part may depend on the whole
 * archive.
 */
export function getIdPartDependencies(
  part: IdPart,
  context: ViewContext,
): (() => readonly DependencyKey[]) | undefined {
  const { here } = splitList(part, context.archive);
  const isOfEvents = here.length > 0 && here.every(({ type }) => type === 'event');
  if (!isOfEvents) return undefined;
  return () => [
    'names',
    ...here.map((entry): DependencyKey => `=${entry.type === 'event' ? entry.standing : ''}`),
    ...listInOrder(here.flatMap((entry) => (entry.type === 'event' ? [entry.event] : []))),
    ...listIdPartKeys(part, context),
  ];
}

/** The parts that a list's page links to; if it has any, it has nothing else. */
function listIdPartKeys(part: IdPart, { archive }: ViewContext): DependencyKey[] {
  return splitList(part, archive).parts.map(
    ({ prefix, count }): DependencyKey => `=${prefix} ${count}`,
  );
}

/** An article, and the addresses of its accounts and statements. */
function listClaimArticleKeys(id: string, context: ViewContext): DependencyKey[] {
  return [
    `article:${id}`,
    ...listIdPartKeys({ folder: `articles/${id}/`, prefix: '' }, context),
    ...listRepeatedKeys(id, context),
  ];
}

/** The anchors of words that an article repeats: each depends on the other occurrences. */
function listRepeatedKeys(id: string, { archive }: ViewContext): DependencyKey[] {
  const repeated = listRepeated(id, archive);
  return repeated.length === 0 ? [] : [`=${JSON.stringify(repeated)}`];
}

/** Returns the dependencies of a year, month or day page. `periods` are those that have events. */
export function getPeriodDependencies(
  period: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  { archive }: ViewContext,
): DependencyKey[] {
  const { before, after, within, parts, events } = listAround(period, periods, archive.site.zone);
  return [
    'names',
    `=${before ?? ''}`,
    `=${after ?? ''}`,
    `=${within ?? ''}`,
    // A period that lists nothing itself may still have events that its year lists.
    `=${String(periods.has(period))}`,
    ...parts.map(({ period: part, count }): DependencyKey => `=${part} ${count}`),
    ...events.map(({ id }): DependencyKey => `event:${id}`),
  ];
}

/** Everybody and everything that an event's accounts and points name. */
function listNameKeys(event: NewsEvent, context: ViewContext): DependencyKey[] {
  const { accounts } = event;
  const claims = listPoints(event).flatMap((point) => point.claims);
  return [
    ...[...event.actors, ...event.mentioned].map((id): DependencyKey => `actor:${id}`),
    ...[event.place, ...event.places].map((id): DependencyKey => (id ? `place:${id}` : '=')),
    ...claims.flatMap(({ speaker, article }) => [
      ...listSpeakerKeys(speaker),
      ...listClaimArticleKeys(article, context),
    ]),
    ...accounts.flatMap(({ article, place, text }): DependencyKey[] => [
      `source:${article.source}`,
      place ? `place:${place}` : '=',
      ...listTextKeys(text),
    ]),
  ];
}

/**
 * What a text shows in addition to its own words: its speakers, and the subjects of claims about something
 * else.
 */
function listTextKeys({ passages }: LinkedText): DependencyKey[] {
  return passages.flatMap((passage): DependencyKey[] => {
    if (passage.type === 'prose') return [];
    if (passage.type === 'quotation') return listSpeakerKeys(passage.quotation.speaker);
    const { speaker, about } = passage.claim;
    return [
      ...listSpeakerKeys(speaker),
      `${about.type === 'event' ? 'head' : 'actor'}:${about.id}`,
    ];
  });
}

function listSpeakerKeys(speaker: Speaker): DependencyKey[] {
  return speaker.type === 'actor' || speaker.type === 'source'
    ? [`${speaker.type}:${speaker.id}`]
    : [];
}

/** Lists are in timeline order, which no single event determines. */
function listInOrder(events: readonly NewsEvent[]): DependencyKey[] {
  return [...events]
    .sort((a, b) => a.position - b.position)
    .map(({ id }): DependencyKey => `event:${id}`);
}
