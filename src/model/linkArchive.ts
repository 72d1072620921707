import type {
  Account,
  Archive,
  Claim,
  NewsEvent,
  NewsPlace,
  Point,
  Renamed,
  RetractedEvent,
  Site,
  Source,
} from './archive.ts';
import { checkCircles, checkFormerIds } from './checkLinks.ts';
import { comparePoints } from './comparePoints.ts';
import type { ArticleDraft, Draft, RulingDraft, SiteDraft } from './drafts.ts';
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
import { hash } from './hash.ts';
import { linkActors, linkNamed, type Said } from './linkActors.ts';
import { linkArticle, linkText } from './linkArticle.ts';
import {
  ChangedNames,
  completed,
  emptyMemory,
  mapMemos,
  merges,
  type ArticleMemo,
  type EventMemo,
  type LinkedArticle,
  type Memory,
} from './memory.ts';
import { mergeAccounts, type ResolvedRuling } from './mergeAccounts.ts';
import { noteAnswers } from './nearAnswers.ts';
import {
  listBareOfEvent,
  listBareOfPoint,
  listBareOfSite,
  noteBareNames,
} from './noteBareNames.ts';
import { noteLanguages } from './noteLanguages.ts';
import { noteLead } from './noteLead.ts';
import type { NamedPages } from './noteNearNames.ts';
import { notePictureLetters } from './notePictureLetters.ts';
import { notePoints } from './notePoints.ts';
import { checkOwnPages, collectLook, linkPages } from './linkPages.ts';
import { orderEvents } from './orderEvents.ts';
import {
  collectClaims,
  listClaims,
  listMentions,
  type Claims,
  type Directory,
  type EventOutline,
  type Outline,
} from './outline.ts';
import { isDayKnown } from './publication.ts';
import { printTimeOfDay } from './dates/timeOfDay.ts';
import { Registry, type ArticleStub } from './registry.ts';
import { withPlace } from '../problems/fault.ts';
import { createProblem, hasErrors, type Problem } from '../problems/problem.ts';

/** What linking gives: the archive unless an error stands in its way, and every problem found on the way. */
export interface Linked {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
}

/** A digest as linking takes it: what it is to all others, the key of its bytes, and its draft, read where it is asked for. */
export interface ArticleSource {
  readonly stub: ArticleStub;
  readonly key: string;
  readonly read: () => ArticleDraft;
}

/** Drafts of everything but digests. */
export type OtherDraft = Exclude<Draft, ArticleDraft>;

/** What was linked, the archive made of it when it is asked for. */
export interface LinkedContent {
  readonly registry: Registry;
  readonly problems: readonly Problem[];
  readonly outline: Outline;
  /** What is noted of a whole archive only. */
  readonly notices: readonly Problem[];
  readonly named: NamedPages;
  /** Null where the site itself is missing. */
  readonly directory: Directory | null;
  readonly memory: Memory;
  /** Returns the archive; null where an error stands in its way. */
  readonly createArchive: () => Archive | null;
}

/**
 * Returns the archive of the drafts of all content files (design.md, Merging) and every problem found. The
 * order of the drafts doesn't matter; problems print `folder` as the name of the content folder.
 */
export function linkArchive(drafts: readonly Draft[], folder: string): Linked {
  const articles = drafts.flatMap((draft) =>
    draft.type === 'article' ? [{ stub: draft, key: '', read: () => draft }] : [],
  );
  const others = drafts.flatMap((draft) => (draft.type === 'article' ? [] : [draft]));
  const { createArchive, problems } = linkContent(articles, others, folder, emptyMemory);
  return { archive: createArchive(), problems };
}

/**
 * Links digests and the other drafts. Of what an earlier linking remembers, whatever was made from the same is taken
 * as it stands: the archive and the problems are those of linking all of it anew.
 */
export function linkContent(
  sources: readonly ArticleSource[],
  others: readonly OtherDraft[],
  folder: string,
  memory: Memory,
): LinkedContent {
  const registry = new Registry([...others, ...sources.map(({ stub }) => stub)]);
  const { problems } = registry;
  if (!registry.site && !registry.hasUnreadSite) {
    problems.push(
      createProblem(
        'file-missing',
        { file: `${folder}/site.md`, line: 1, column: 1 },
        { expected: 'a file site.md with title, language and time-zone' },
      ),
    );
  }
  const articles = linkArticles(sources, registry, memory);
  const claims = collectClaims(articles.memos);
  const retracted = linkRetracted(registry);
  const rulings = resolveRulings(registry, retracted);
  checkFormerIds(registry);
  checkCircles(registry);
  const ofActors = new Map([...claims.byActor].map(([id, own]) => [id, comparePoints(own)]));
  const merged = mergeEvents(articles, rulings, claims, registry, memory);
  for (const { memo } of merged) problems.push(...memo.problems);
  const { ordered, contrary } = orderTimeline(
    merged.flatMap(({ outline }) => outline ?? []),
    problems,
  );
  problems.push(...contrary);
  const keys = new Map(merged.map(({ id, memo }) => [id, memo.key]));
  const { similar, memos } = findSimilar(ordered, (id) => keys.get(id) ?? '', memory.similar);
  for (const { account, ...facts } of similar)
    problems.push(createProblem('event-similar', account.at, { id: account.event, ...facts }));
  for (const [id, points] of ofActors)
    problems.push(...notePoints(id, points), ...noteAnswers(id, points));
  // What is said of actors elsewhere is asked for by the archive alone.
  const said: Said = { articles: [], accounts: [], events: [], points: ofActors };
  const actors = linkActors(registry, said);
  if (actors.some(({ namedAs }) => namedAs.length > 0)) {
    const bare = [
      ...merged.flatMap(({ memo }) => memo.bare),
      ...[...ofActors.values()].flat().flatMap(listBareOfPoint),
      ...listBareOfSite(registry),
    ];
    problems.push(...noteBareNames(bare, actors, registry));
  }
  const own = linkOwnTexts(others, registry);
  checkOwnPages(others, problems);
  const look = collectLook(others, problems);
  const renamed = listRenamed(registry);
  const outline: Outline = {
    principals: own.site?.principals ?? [],
    actors,
    events: ordered,
    articles: articles.memos.map(({ outline: { id, added }, mentions }) => ({
      id,
      added,
      mentions,
    })),
    pointsOf: ({ id, actors: involved }) => [
      ...comparePoints(claims.byEvent.get(id) ?? []),
      ...involved.flatMap((actor) => ofActors.get(actor) ?? []),
    ],
  };
  return {
    registry,
    problems,
    outline,
    notices: [
      ...articles.memos.flatMap(({ notices }) => notices),
      ...merged.flatMap(({ memo }) => memo.notices),
    ],
    named: { actors, sources: own.sources, places: own.places },
    directory: own.site && {
      ...own,
      site: own.site,
      actors,
      events: ordered,
      articles: registry.articles,
      ...{ retracted, renamed, permalinks: registry.permalinks },
    },
    memory: {
      base: articles.base,
      names: articles.names,
      spelt: registry.spelt,
      articles: mapMemos(articles.memos),
      events: new Map(merged.flatMap(({ id, memo }) => (memo.key === '' ? [] : [[id, memo]]))),
      similar: memos,
    },
    createArchive: () => {
      const { site } = own;
      if (!site || hasErrors(problems)) return null;
      const all = articles.memos.map(articles.complete);
      const accounts = all.flatMap((one) => one.accounts);
      const byId = new Map(merged.map((one) => [one.id, one]));
      const points = new Map(
        [...claims.byActor].map(([id, own]) => [id, comparePoints(own.map(articles.claimOf))]),
      );
      const events = completeEvents(
        ordered.flatMap(({ id }) => byId.get(id)?.complete() ?? []),
        points,
      );
      const told = { articles: all.map(({ article }) => article), accounts, events };
      const full = linkActors(registry, { ...told, points });
      return {
        ...own,
        site,
        events,
        eventById: mapById(events),
        actors: full,
        actorById: mapById(full),
        sourceById: mapById(own.sources),
        placeById: mapById(own.places),
        articles: told.articles,
        articleById: mapById(told.articles),
        look,
        retracted,
        renamed,
        permalinks: registry.permalinks,
        publishedBase: registry.publishedBase,
      };
    },
  };
}

/** Links all texts that no article tells. */
function linkOwnTexts(others: readonly OtherDraft[], registry: Registry) {
  const nowhere = { article: null, event: null };
  const site = registry.site ? linkSite(registry.site, registry) : null;
  const stateOfPlay = registry.stateOfPlay
    ? {
        asOf: registry.stateOfPlay.asOf,
        text: linkText(registry.stateOfPlay.text, registry, nowhere),
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
  return { site, stateOfPlay, sources, places, pages: linkPages(others, registry) };
}

/** Digests that were linked, in the order of their ids. */
interface LinkedArticles {
  readonly memos: readonly ArticleMemo[];
  /** The keys of what all of them are linked by: without names, and with them. */
  readonly base: string;
  readonly names: string;
  /** Returns all that linking a digest gave. */
  readonly complete: (memo: ArticleMemo) => LinkedArticle;
  /** Returns the claim that the linked digest has where a memo has a copy: an archive tells claims apart by identity. */
  readonly claimOf: (claim: Claim) => Claim;
}

function linkArticles(
  sources: readonly ArticleSource[],
  registry: Registry,
  memory: Memory,
): LinkedArticles {
  const zone = registry.site?.zone ?? 'UTC';
  const language = registry.site?.language ?? null;
  const base = hash([zone, language ?? '', ...registry.listPublished()]);
  const names = hash([base, ...registry.spelt.map(({ text, of }) => `${of} ${text}`)]);
  const changed = memory.base === base ? new ChangedNames(memory.spelt, registry.spelt) : undefined;
  const byId = new Map(sources.map((source) => [source.stub.id, source]));
  const link = (draft: ArticleDraft) =>
    registry.trace(() =>
      withPlace(
        () => draft.at,
        () => linkArticle(draft, registry, zone),
      ),
    );
  const recall = (memo: ArticleMemo | undefined, { key, read }: ArticleSource) => {
    if (memo?.key !== key || !memo.asked.pages.every((page) => registry.hasPage(page)))
      return undefined;
    if (memo.names === names) return memo;
    if (!changed || memo.names !== memory.names || changed.concern(memo.asked, read))
      return undefined;
    const same = { ...memo, names };
    const known = completed.get(memo);
    if (known) completed.set(same, known);
    return same;
  };
  const memos = registry.articles.flatMap(({ id }) => {
    const source = byId.get(id);
    if (!source) return [];
    const known = recall(memory.articles.get(id), source);
    if (known) return [known];
    const draft = source.read();
    const { made, asked } = link(draft);
    const { article, accounts } = made;
    const memo: ArticleMemo = {
      key: source.key,
      names,
      version: asked.isSettled ? hash([draft.at.file, source.key, names]) : '',
      outline: {
        id: article.id,
        added: article.added,
        published: article.published,
        publication: article.publication,
        events: article.events,
        retracted: article.retracted,
      },
      mentions: listMentions(article, accounts),
      claims: listClaims(article, accounts),
      asked,
      notices: language === null ? [] : noteLanguages(draft, language),
    };
    completed.set(memo, made);
    return [memo];
  });
  const complete = (memo: ArticleMemo) => {
    const known = completed.get(memo);
    if (known) return known;
    const source = byId.get(memo.outline.id);
    if (!source) throw new Error(`There is no article ${memo.outline.id}.`);
    const { made } = link(source.read());
    completed.set(memo, made);
    return made;
  };
  const memoOf = new Map(memos.map((memo) => [memo.outline.id, memo]));
  const originals = new Map<ArticleMemo, ReadonlyMap<Claim, Claim>>();
  const claimOf = (claim: Claim) => {
    const memo = memoOf.get(claim.article);
    if (!memo) return claim;
    const known = originals.get(memo) ?? pairClaims(memo, complete(memo));
    originals.set(memo, known);
    return known.get(claim) ?? claim;
  };
  return { memos, base, names, complete, claimOf };
}

/** Returns the claims of a linked digest by those that its memo has, which are copies if it was stored. */
function pairClaims(
  { claims }: ArticleMemo,
  { article, accounts }: LinkedArticle,
): ReadonlyMap<Claim, Claim> {
  const linked = listClaims(article, accounts);
  return new Map(claims.map((claim, index) => [claim, linked[index] ?? claim]));
}

/** An event as it was merged or remembered. */
interface Merged {
  readonly id: EventId;
  readonly memo: EventMemo;
  readonly outline: EventOutline | null;
  /** Returns the event, before it is known what is before and after it; undefined where nothing dates it. */
  readonly complete: () => NewsEvent | undefined;
}

function mergeEvents(
  { memos, complete, claimOf }: LinkedArticles,
  rulings: ReadonlyMap<string, ResolvedRuling>,
  claims: Claims,
  registry: Registry,
  memory: Memory,
): Merged[] {
  const zone = registry.site?.zone ?? 'UTC';
  const language = registry.site?.language ?? 'en';
  const draftOf = new Map(registry.rulings.map((draft) => [draft.id, draft]));
  const within = registry.places.map(
    (place) => `${place.id} ${registry.listAround(place.id as PlaceId).join()}`,
  );
  const hasClaimed = registry.actors.some(({ namedAs }) => namedAs.length > 0);
  const whole = hash([zone, language, String(hasClaimed), ...within]);
  const memoOf = new Map(memos.map((memo) => [memo.outline.id, memo]));
  const byEvent = new Map<EventId, Set<ArticleMemo>>();
  for (const memo of memos)
    for (const id of memo.outline.events) byEvent.set(id, (byEvent.get(id) ?? new Set()).add(memo));
  return [...byEvent].map(([id, tellers]): Merged => {
    const ruling = rulings.get(id) ?? null;
    const about = claims.byEvent.get(id) ?? [];
    const versions = [
      ...[...tellers].map(({ version }) => version),
      '-',
      ...new Set(about.map(({ article }) => memoOf.get(article)?.version ?? '')),
    ];
    const ruled = ruling ? hash([JSON.stringify([ruling, draftOf.get(id)])]) : '';
    const key = versions.includes('') ? '' : [whole, ruled, ...versions].join(' ');
    const merge = () => {
      const own = [...tellers].flatMap((memo) =>
        complete(memo).accounts.filter(({ event }) => event === id),
      );
      const [first] = own;
      if (!first) throw new Error(`Nothing tells of ${id}.`);
      return withPlace(
        () => first.at,
        () =>
          mergeEvent(id, own, {
            ...{ ruling, zone, language, registry, hasClaimed },
            about: about.map(claimOf),
            draft: draftOf.get(id),
          }),
      );
    };
    const known = memory.events.get(id);
    const found = key !== '' && known?.key === key ? known : undefined;
    const made = found ? undefined : merge();
    const memo = found ?? { key, ...toMemo(made) };
    if (made) merges.set(memo, made.event);
    return {
      id,
      memo,
      outline: memo.outline && attach(memo.outline, memoOf),
      complete: () => {
        if (!merges.has(memo)) merges.set(memo, merge().event);
        return merges.get(memo);
      },
    };
  });
}

/** What decides an event besides its accounts. */
interface EventFacts {
  readonly ruling: ResolvedRuling | null;
  readonly draft: RulingDraft | undefined;
  readonly about: readonly Claim[];
  readonly zone: string;
  readonly language: string;
  readonly registry: Registry;
  /** Whether a name is only claimed to be somebody's: then no text has it without a source beside it. */
  readonly hasClaimed: boolean;
}

interface MadeEvent extends Pick<EventMemo, 'problems' | 'notices' | 'bare'> {
  readonly event: NewsEvent | undefined;
}

/** Merges the accounts of one event, and notes what is wrong with them. */
function mergeEvent(
  id: EventId,
  own: readonly Account[],
  { ruling, draft, about, zone, language, registry, hasClaimed }: EventFacts,
): MadeEvent {
  const problems: Problem[] = [];
  const [first] = own;
  const event = mergeAccounts(own, ruling, about, zone, (place) => registry.listAround(place));
  if (!event) {
    // The prompt of a skeleton asks for the date already.
    if (parseEventIdPrompt(id) === undefined && first)
      problems.push(createProblem('event-undated', first.at, { id }));
    return { event, problems, notices: [], bare: [] };
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
  const last = event.accounts.at(-1);
  if (event.origin.type === 'disputed' && ruling?.reasons.date === undefined && last)
    problems.push(createProblem('date-disputed', last.at, { id, dates: listDates(event) }));
  problems.push(
    ...notePoints(id, event.points),
    ...noteLead(event, language),
    ...noteAnswers(id, event.points),
  );
  return {
    event,
    problems,
    notices: notePictureLetters(event),
    bare: hasClaimed ? listBareOfEvent(event, draft) : [],
  };
}

/** Returns what is remembered of an event. */
function toMemo(made: MadeEvent | undefined): Omit<EventMemo, 'key'> {
  const { event, problems = [], notices = [], bare = [] } = made ?? {};
  if (!event) return { outline: null, problems, notices, bare };
  const { id, title, certainty, actors, partOf, when, accounts } = event;
  const outline = {
    ...{ id, title, certainty, actors, partOf },
    when: { days: when.days, spans: when.spans },
    accounts: accounts.map(({ article, event: of, at, title: own, after, distinct }) => {
      return { article: article.id, event: of, at, title: own, after, distinct };
    }),
  };
  return { outline, problems, notices, bare };
}

function attach(
  outline: NonNullable<EventMemo['outline']>,
  memoOf: ReadonlyMap<ArticleId, ArticleMemo>,
): EventOutline {
  const accounts = outline.accounts.flatMap((account) => {
    const memo = memoOf.get(account.article);
    return memo ? [{ ...account, article: memo.outline }] : [];
  });
  return { ...outline, accounts };
}

function orderTimeline(
  events: readonly EventOutline[],
  problems: readonly Problem[],
): { ordered: EventOutline[]; contrary: Problem[] } {
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
  return {
    ordered: ordered.map(({ event }) => event),
    contrary: (hasCircle ? [] : contrary).flatMap(({ id, before }) => {
      const saying = byId.get(id)?.accounts.find(({ after }) => after.includes(before));
      return saying ? [createProblem('order-contrary', saying.at, { id, before })] : [];
    }),
  };
}

/** Returns events, given in the order of the timeline, with their positions on it and what they are to each other. */
function completeEvents(
  ordered: readonly NewsEvent[],
  ofActors: ReadonlyMap<string, readonly Point[]>,
): NewsEvent[] {
  const parts = new Map<string, EventId[]>();
  const followedBy = new Map<string, EventId[]>();
  // In the order of the timeline, which the lists take over.
  for (const { id, partOf, follows } of ordered) {
    if (partOf) push(parts, partOf, id);
    for (const before of follows) push(followedBy, before, id);
  }
  const position = new Map(ordered.map(({ id }, index) => [id, index]));
  const inOrder = (a: EventId, b: EventId) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return ordered.map((event, index) => ({
    ...event,
    actorPoints: event.actors.flatMap((id) => ofActors.get(id) ?? []),
    position: index,
    parts: parts.get(event.id) ?? [],
    follows: [...event.follows].sort(inOrder),
    followedBy: followedBy.get(event.id) ?? [],
  }));
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

/** Maximum number of accounts whose dates a message names. */
const maxDates = 12;

function listDates({ accounts }: NewsEvent): string {
  const dates = accounts
    .slice(0, maxDates)
    .map(({ article, when }) => `${article.id} ${when.date?.written ?? 'by its publication'}`)
    .join(', ');
  const more = accounts.length - maxDates;
  return more > 0 ? `${dates} and ${more} more` : dates;
}
