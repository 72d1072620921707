import type {
  Account,
  Archive,
  Article,
  Claim,
  LinkedText,
  NewsEvent,
  NewsPlace,
  Renamed,
  RetractedEvent,
  Site,
  Source,
} from './archive.ts';
import { checkCircles, checkFormerIds } from './checkLinks.ts';
import { comparePoints } from './comparePoints.ts';
import type { Draft, RulingDraft, SiteDraft } from './drafts.ts';
import { mapById, push } from './lists.ts';
import {
  isEventId,
  parseEventIdPrompt,
  type ArticleId,
  type EventId,
  type PlaceId,
  type SourceId,
} from './ids.ts';
import { findSimilar } from './findSimilar.ts';
import { linkActors, linkNamed } from './linkActors.ts';
import { linkArticle, linkText } from './linkArticle.ts';
import { mergeAccounts, type ResolvedRuling } from './mergeAccounts.ts';
import { noteAnswers } from './nearAnswers.ts';
import { noteBareNames } from './noteBareNames.ts';
import { noteLead } from './noteLead.ts';
import { notePoints } from './notePoints.ts';
import { checkOwnPages, collectLook, linkPages } from './linkPages.ts';
import { orderEvents } from './orderEvents.ts';
import { compareArticles, isDayKnown } from './publication.ts';
import { printTimeOfDay } from './when.ts';
import { Registry } from './registry.ts';
import { withPlace } from '../problems/fault.ts';
import { createProblem, hasErrors, type Problem } from '../problems/problem.ts';

/** What linking gives: the archive unless an error stands in its way, and every problem found on the way. */
export interface Linked {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
}

/**
 * Takes the drafts of all content files, in any order, and the name to print for the content folder;
 * gives the archive they make together (design.md, Merging), the same for every order of the files.
 */
export function linkArchive(drafts: readonly Draft[], folder: string): Linked {
  const registry = new Registry(drafts);
  const { problems } = registry;
  const zone = registry.site?.zone ?? 'UTC';
  if (!registry.site && !registry.hasUnreadSite) {
    problems.push(
      createProblem(
        'file-missing',
        { file: `${folder}/site.md`, line: 1, column: 1 },
        { expected: 'a file site.md with title, language and time-zone' },
      ),
    );
  }
  const linked = registry.articles.map((draft) =>
    withPlace(
      () => draft.at,
      () => linkArticle(draft, registry, zone),
    ),
  );
  const articles = linked.map(({ article }) => article);
  const accounts = linked.flatMap((one) => one.accounts);
  const claims = collectClaims(articles, accounts);
  const retracted = linkRetracted(registry);
  const rulings = resolveRulings(registry, retracted);
  checkFormerIds(registry);
  checkCircles(registry);
  const ofActors = new Map([...claims.byActor].map(([id, own]) => [id, comparePoints(own)]));
  const events = orderTimeline(
    mergeEvents(accounts, rulings, claims, zone, registry).map((event) => ({
      ...event,
      actorPoints: event.actors.flatMap((id) => ofActors.get(id) ?? []),
    })),
    problems,
  );
  problems.push(
    ...events.flatMap(({ id, points }) => notePoints(id, points)),
    ...[...ofActors].flatMap(([id, points]) => notePoints(id, points)),
  );
  noteSimilar(events, problems);
  problems.push(
    ...events.flatMap((event) => noteLead(event, registry.site?.language ?? 'en')),
    ...events.flatMap(({ id, points }) => noteAnswers(id, points)),
    ...[...ofActors].flatMap(([id, points]) => noteAnswers(id, points)),
  );
  const actors = linkActors(registry, { articles, accounts, events, points: ofActors });
  problems.push(...noteBareNames({ events, actors }, registry));
  const site = registry.site ? linkSite(registry.site, registry) : null;
  const stateOfPlay = registry.stateOfPlay
    ? {
        asOf: registry.stateOfPlay.asOf,
        text: linkText(registry.stateOfPlay.text, registry, { article: null, event: null }),
      }
    : null;
  const sources = registry.sources.map((draft): Source => {
    const { kind, about, url, language } = draft;
    return {
      id: draft.id as SourceId,
      ...linkNamed('source', draft, registry),
      kind,
      about,
      url,
      language,
    };
  });
  const places = registry.places.map((draft): NewsPlace => {
    return {
      id: draft.id as PlaceId,
      ...linkNamed('place', draft, registry),
      within: (draft.within && registry.resolvePlace(draft.within)) ?? null,
      coordinates: draft.coordinates,
    };
  });
  const pages = linkPages(drafts, registry);
  checkOwnPages(drafts, problems);
  if (!site || hasErrors(problems)) return { archive: null, problems };
  const archive: Archive = {
    site,
    stateOfPlay,
    events,
    eventById: mapById(events),
    actors,
    actorById: mapById(actors),
    sources,
    sourceById: mapById(sources),
    places,
    placeById: mapById(places),
    articles,
    articleById: mapById(articles),
    pages,
    look: collectLook(drafts, problems),
    retracted,
    renamed: listRenamed(registry),
    permalinks: registry.permalinks,
    publishedBase: registry.publishedBase,
  };
  return { archive, problems };
}

/** All claims, by the event or actor they are about, in the order of articles and of their own. */
interface Claims {
  readonly byEvent: ReadonlyMap<string, readonly Claim[]>;
  readonly byActor: ReadonlyMap<string, readonly Claim[]>;
}

function collectClaims(articles: readonly Article[], accounts: readonly Account[]): Claims {
  const byArticle = new Map<ArticleId, Claim[]>();
  const add = (article: ArticleId, text: LinkedText) => {
    for (const passage of text.passages)
      if (passage.type === 'claim') push(byArticle, article, passage.claim);
  };
  for (const { id, lead } of articles) add(id, lead);
  for (const { article, text } of accounts) add(article.id, text);
  const byEvent = new Map<string, Claim[]>();
  const byActor = new Map<string, Claim[]>();
  // What a retracted article has somebody claim stands in its account, and is compared with nothing.
  const inOrder = articles.filter(({ retracted }) => retracted === null).sort(compareArticles);
  for (const claim of inOrder.flatMap(({ id }) => byArticle.get(id) ?? [])) {
    push(claim.about.type === 'event' ? byEvent : byActor, claim.about.id, claim);
  }
  return { byEvent, byActor };
}

function mergeEvents(
  accounts: readonly Account[],
  rulings: ReadonlyMap<string, ResolvedRuling>,
  claims: Claims,
  zone: string,
  registry: Registry,
): NewsEvent[] {
  const { problems } = registry;
  const byEvent = new Map<EventId, Account[]>();
  for (const account of accounts) push(byEvent, account.event, account);
  const events = [...byEvent].flatMap(([id, own]) => {
    const ruling = rulings.get(id) ?? null;
    const [first] = own;
    if (!first) return [];
    const event = withPlace(
      () => first.at,
      () =>
        mergeAccounts(own, ruling, claims.byEvent.get(id) ?? [], zone, (place) =>
          registry.listAround(place),
        ),
    );
    if (!event) {
      // The prompt of a skeleton asks for the date already.
      if (parseEventIdPrompt(id) === undefined)
        problems.push(createProblem('event-undated', first.at, { id }));
      return [];
    }
    if (ruling?.time && !ruling.date && event.when.time !== ruling.time.value) {
      const expected = `a single day to stand beside, and the date is ${event.when.date.written}: rule on the \`date\` too`;
      problems.push(
        createProblem('event-time', ruling.time.at, {
          found: printTimeOfDay(ruling.time.value),
          expected,
        }),
      );
    }
    if (event.origin.type === 'disputed' && ruling?.reasons.date === undefined)
      problems.push(
        createProblem('date-disputed', event.accounts.at(-1)?.at ?? first.at, {
          id,
          dates: listDates(event),
        }),
      );
    return [event];
  });
  const parts = new Map<string, EventId[]>();
  const followedBy = new Map<string, EventId[]>();
  for (const { id, partOf, follows } of events) {
    if (partOf) push(parts, partOf, id);
    for (const before of follows) push(followedBy, before, id);
  }
  return events.map((event) => ({
    ...event,
    parts: parts.get(event.id) ?? [],
    followedBy: followedBy.get(event.id) ?? [],
  }));
}

function orderTimeline(events: readonly NewsEvent[], problems: Problem[]): NewsEvent[] {
  const orderable = events.flatMap((event) => {
    const [first] = event.accounts;
    if (!first) return [];
    return [
      {
        id: event.id,
        spans: event.when.spans,
        published: isDayKnown(first.article) ? first.article.publication.from : Infinity,
        article: first.article.id,
        section: first.article.events.indexOf(event.id),
        after: event.accounts.flatMap(({ after }) => after),
        event,
      },
    ];
  });
  const { ordered, contrary } = orderEvents(orderable);
  const byId = mapById(events);
  // In a circle every order is contrary to some step; the circle itself has been reported.
  const hasCircle = problems.some(({ kind }) => kind === 'order-circle');
  for (const { id, before } of hasCircle ? [] : contrary) {
    const saying = byId.get(id)?.accounts.find(({ after }) => after.includes(before));
    if (saying) problems.push(createProblem('order-contrary', saying.at, { id, before }));
  }
  const position = new Map(ordered.map(({ id }, index) => [id, index]));
  const inOrder = (a: EventId, b: EventId) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return ordered.map(({ event }, index) => ({
    ...event,
    position: index,
    parts: [...event.parts].sort(inOrder),
    follows: [...event.follows].sort(inOrder),
    followedBy: [...event.followedBy].sort(inOrder),
  }));
}

function noteSimilar(events: readonly NewsEvent[], problems: Problem[]): void {
  for (const { account, ...facts } of findSimilar(events))
    problems.push(createProblem('event-similar', account.at, { id: account.event, ...facts }));
}

/** Returns the events of which nothing is left but a ruling that takes them back; one without a title is reported. */
function linkRetracted(registry: Registry): RetractedEvent[] {
  const told = new Set(
    registry.articles.flatMap(({ accounts }) => accounts.map(({ id }) => id.value)),
  );
  return registry.rulings.flatMap((ruling) => {
    const { retracted, title, date, corrections, at } = ruling;
    if (!retracted || told.has(ruling.id) || !isEventId(ruling.id)) return [];
    if (title === null) {
      const expected =
        'the title of the event that was taken back, as no account is left to give it';
      registry.problems.push(createProblem('field-missing', at, { name: 'title', expected }));
    }
    const id = ruling.id;
    const ids = registry.idsOf('event', ruling);
    return [{ id, ids, title: title ?? '', date: date?.value ?? null, retracted, corrections }];
  });
}

function listRenamed(registry: Registry): Renamed[] {
  const pages = [
    ['event', registry.rulings],
    ['actor', registry.actors],
    ['article', registry.articles],
    ['source', registry.sources],
    ['place', registry.places],
  ] as const;
  return pages.flatMap(([kind, list]) =>
    list.flatMap(({ id, formerly }) =>
      formerly
        // A page back at its first id leads nowhere from there.
        .filter(({ value }) => value !== id)
        .map(({ value }): Renamed => ({ kind, from: value, to: id })),
    ),
  );
}

function resolveRulings(
  registry: Registry,
  retracted: readonly RetractedEvent[],
): Map<string, ResolvedRuling> {
  const resolved = new Map<string, ResolvedRuling>();
  for (const ruling of registry.rulings) {
    // A file name that is no event's id has been reported as that.
    if (!isEventId(ruling.id)) continue;
    if (retracted.some(({ id }) => id === ruling.id)) continue;
    const id = registry.resolveEvent({ value: ruling.id, at: ruling.at });
    if (id) resolved.set(id, resolveRuling(ruling, registry));
  }
  return resolved;
}

function resolveRuling(draft: RulingDraft, registry: Registry): ResolvedRuling {
  return {
    title: draft.title,
    summary: draft.summary,
    date: draft.date?.value ?? null,
    time: draft.time,
    place: (draft.place && registry.resolvePlace(draft.place)) ?? null,
    certainty: draft.certainty,
    actors: draft.actors.flatMap((name) => registry.resolveActor(name) ?? []),
    reasons: draft.reasons,
    why: draft.why,
    unknown: draft.unknown.map(({ value }) => value),
    ids: registry.idsOf('event', draft),
    corrections: draft.corrections,
    retracted: draft.retracted,
  };
}

function linkSite(draft: SiteDraft, registry: Registry): Site {
  return {
    title: draft.title,
    tagline: draft.tagline,
    language: draft.language,
    zone: draft.zone,
    groups: draft.groups,
    principals: draft.principals.flatMap((name) => registry.resolveActor(name) ?? []),
    authority: draft.authority,
    style: draft.style,
    about: linkText(draft.about, registry, { article: null, event: null }),
    licence: draft.licence,
    head: draft.head,
    analytics: draft.analytics,
  };
}

/** A message names the dates of so many accounts at most. */
const maxDates = 12;

function listDates({ accounts }: NewsEvent): string {
  const dates = accounts
    .slice(0, maxDates)
    .map(({ article, when }) => `${article.id} ${when.date?.written ?? 'by its publication'}`)
    .join(', ');
  const more = accounts.length - maxDates;
  return more > 0 ? `${dates} and ${more} more` : dates;
}
