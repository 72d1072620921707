import type { Claim, NewsEvent } from './archive.ts';
import { hashParts } from './hash.ts';
import type { EventId, PlaceId } from './ids.ts';
import type { LinkedArticles } from './linkArticles.ts';
import { merges, type ArticleMemo, type EventMemo, type Memory } from './memory.ts';
import type { ResolvedRuling } from './mergeAccounts.ts';
import { mergeEvent, type EventFacts, type MergeContext, type MergeResult } from './mergeEvent.ts';
import type { Claims, EventOutline } from './outline.ts';
import type { Registry } from './registry.ts';
import { withLocation } from '../problems/fault.ts';

/** An event, merged now or in an earlier run. */
export interface Merged {
  readonly id: EventId;
  readonly memo: EventMemo;
  readonly outline: EventOutline | null;
  /** Returns the event without its relations to others; undefined if nothing dates it. */
  readonly complete: () => NewsEvent | undefined;
}

/** Returns all events that articles tell; merges those that aren't in the cache. */
export function mergeEvents(
  articles: LinkedArticles,
  rulings: ReadonlyMap<string, ResolvedRuling>,
  claims: Claims,
  registry: Registry,
  memory: Memory,
): Merged[] {
  const context = createContext(registry);
  const salt = hashContext(context);
  const draftOf = new Map(registry.rulings.map((draft) => [draft.id, draft]));
  return [...groupByEvent(articles.memos)].map(([id, tellers]): Merged => {
    const facts: EventFacts = {
      ruling: rulings.get(id) ?? null,
      draft: draftOf.get(id),
      claims: claims.byEvent.get(id) ?? [],
    };
    const key = createKey(salt, facts, tellers, articles);
    const merge = () => mergeTold(id, tellers, facts, articles, context);
    const known = memory.events.get(id);
    const memo = key !== '' && known?.key === key ? known : remember(key, merge());
    return {
      id,
      memo,
      outline: memo.outline && attachArticles(memo.outline, articles),
      complete: () => {
        if (!merges.has(memo)) merges.set(memo, merge().event);
        return merges.get(memo);
      },
    };
  });
}

function createContext(registry: Registry): MergeContext {
  return {
    zone: registry.site?.zone ?? 'UTC',
    language: registry.site?.language ?? 'en',
    registry,
    hasClaimedNames: registry.actors.some(({ namedAs }) => namedAs.length > 0),
  };
}

/** Returns the hash of what every event depends on. */
function hashContext({ zone, language, registry, hasClaimedNames }: MergeContext): string {
  const within = registry.places.map(
    (place) => `${place.id} ${registry.listAround(place.id as PlaceId).join()}`,
  );
  return hashParts([zone, language, String(hasClaimedNames), ...within]);
}

/** Returns the digests that tell each event. */
function groupByEvent(memos: readonly ArticleMemo[]): Map<EventId, Set<ArticleMemo>> {
  const byEvent = new Map<EventId, Set<ArticleMemo>>();
  for (const memo of memos)
    for (const id of memo.outline.events) byEvent.set(id, (byEvent.get(id) ?? new Set()).add(memo));
  return byEvent;
}

/** Returns the cache key of an event; empty if one of its digests has no version. */
function createKey(
  salt: string,
  { ruling, draft, claims }: EventFacts,
  tellers: ReadonlySet<ArticleMemo>,
  articles: LinkedArticles,
): string {
  const versions = [
    ...[...tellers].map(({ version }) => version),
    '-',
    ...new Set(claims.map(({ article }) => articles.get(article)?.version ?? '')),
  ];
  const ruled = ruling ? hashParts([JSON.stringify([ruling, draft])]) : '';
  return versions.includes('') ? '' : [salt, ruled, ...versions].join(' ');
}

function mergeTold(
  id: EventId,
  tellers: ReadonlySet<ArticleMemo>,
  facts: EventFacts,
  articles: LinkedArticles,
  context: MergeContext,
): MergeResult {
  const own = [...tellers].flatMap((memo) =>
    articles.complete(memo).accounts.filter(({ event }) => event === id),
  );
  const [first] = own;
  if (!first) throw new Error(`No article tells ${id}.`);
  const claims = facts.claims.map((claim): Claim => articles.getClaim(claim));
  return withLocation(
    () => first.at,
    () => mergeEvent(id, own, { ...facts, claims }, context),
  );
}

function remember(key: string, result: MergeResult): EventMemo {
  const memo = { key, ...toMemo(result) };
  merges.set(memo, result.event);
  return memo;
}

/** Returns what to cache of an event. */
function toMemo(result: MergeResult): Omit<EventMemo, 'key'> {
  const { event, problems, notices, bare } = result;
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

/** Returns a cached outline with the outlines of its articles. */
function attachArticles(
  outline: NonNullable<EventMemo['outline']>,
  articles: LinkedArticles,
): EventOutline {
  const accounts = outline.accounts.flatMap((account) => {
    const memo = articles.get(account.article);
    return memo ? [{ ...account, article: memo.outline }] : [];
  });
  return { ...outline, accounts };
}
