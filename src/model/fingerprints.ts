import type {
  Account,
  Actor,
  Archive,
  Article,
  Claim,
  LinkedText,
  NewsEvent,
  Point,
} from './archive.ts';
import { hashParts } from './hash.ts';

/**
 * A dependency key, for a part of the archive: an event with its accounts, only the event's link, an article,
 * the identity of an actor, source or place, an actor with everything said of it, all names at once, or (with
 * `=`) a custom value. `=` alone stands where a list has nothing, so that what follows keeps its place.
 */
export type DependencyKey =
  | `event:${string}`
  | `head:${string}`
  | `article:${string}`
  | `actor:${string}`
  | `source:${string}`
  | `place:${string}`
  | `whole-actor:${string}`
  | 'names'
  | `=${string}`;

/** Fingerprints of the parts of an archive: equal only if the parts are equal. */
export interface Fingerprints {
  /** Returns one fingerprint (hex) for several parts; their order matters. */
  readonly of: (keys: readonly DependencyKey[]) => string;
}

/**
 * Returns the fingerprints of an archive's parts, each computed on first use. `common` is a salt shared by
 * all fingerprints. The arrangement of the archive (an event's position on the timeline) is in none;
 * dependents list the parts in that order.
 */
export function createFingerprints(archive: Archive, common: string): Fingerprints {
  const fingerprints = new Map<DependencyKey, string>();
  const lists = new WeakMap<readonly DependencyKey[], string>();

  function get(key: DependencyKey): string {
    if (key.startsWith('=')) return key;
    const known = fingerprints.get(key);
    if (known !== undefined) return known;
    const value = fingerprintPart(key, archive, get);
    fingerprints.set(key, value);
    return value;
  }

  return {
    of: (keys) => {
      const fingerprint = lists.get(keys) ?? hashParts([common, ...keys.map(get)]);
      lists.set(keys, fingerprint);
      return fingerprint;
    },
  };
}

/** Returns the fingerprint of a part, given those of the parts that it contains. */
type GetFingerprint = (key: DependencyKey) => string;

/** Returns the fingerprint of a part of the archive, or an empty text if the archive has no such part. */
function fingerprintPart(key: DependencyKey, archive: Archive, get: GetFingerprint): string {
  if (key === 'names') return fingerprintNames(archive, get);
  const colon = key.indexOf(':');
  const id = key.slice(colon + 1);
  switch (key.slice(0, colon)) {
    case 'event': {
      const event = archive.eventById.get(id);
      return event ? fingerprintEvent(event, archive, get) : '';
    }
    case 'head': {
      const event = archive.eventById.get(id);
      return event ? fingerprintHead(event, archive) : '';
    }
    case 'article': {
      const article = archive.articleById.get(id);
      return article ? fingerprintArticle(article) : '';
    }
    case 'actor': {
      const actor = archive.actorById.get(id);
      return actor ? fingerprintIdentity(actor) : '';
    }
    case 'source':
      return hashParts([JSON.stringify(archive.sourceById.get(id) ?? null)]);
    case 'place':
      return hashParts([JSON.stringify(archive.placeById.get(id) ?? null)]);
    default: {
      const actor = archive.actorById.get(id);
      return actor
        ? hashParts([JSON.stringify({ ...actor, points: actor.points.map(omitPointLocations) })])
        : '';
    }
  }
}

function fingerprintNames({ actors, sources, places }: Archive, get: GetFingerprint): string {
  return hashParts([
    ...actors.map(({ id }) => get(`actor:${id}`)),
    ...sources.map(({ id }) => get(`source:${id}`)),
    ...places.map(({ id }) => get(`place:${id}`)),
  ]);
}

function fingerprintEvent(event: NewsEvent, { articleById }: Archive, get: GetFingerprint): string {
  const claimed = [...event.points, ...event.actorPoints].flatMap(({ claims }) =>
    claims.map((claim) => {
      const article = articleById.get(claim.article);
      return `${article?.source ?? ''} ${article?.ids.join(' ') ?? ''}`;
    }),
  );
  return hashParts([
    JSON.stringify({
      ...event,
      position: undefined,
      accounts: undefined,
      points: event.points.map(omitPointLocations),
      actorPoints: event.actorPoints.map(omitPointLocations),
    }),
    ...claimed,
    ...event.accounts.flatMap((account) => [
      get(`article:${account.article.id}`),
      serializeAccount(account),
    ]),
  ]);
}

/** Returns the fingerprint of what a link to an event shows. */
function fingerprintHead(event: NewsEvent, { sourceById }: Archive): string {
  const { id, title, titleBy, when, origin, certainty, accounts } = event;
  const by = accounts.find(({ article }) => article.id === titleBy)?.article;
  const byline = by && [
    by.published.written,
    sourceById.get(by.source)?.name,
    accounts.filter(({ article }) => article.source === by.source).length,
  ];
  return hashParts([JSON.stringify([id, title, byline, when, origin, certainty])]);
}

/** Returns the fingerprint of an actor's identity, without what happened to it. */
function fingerprintIdentity(actor: Actor): string {
  const happened = {
    events: undefined,
    mentionedIn: undefined,
    points: undefined,
    spelledBy: undefined,
    namedAs: undefined,
  };
  return hashParts([JSON.stringify({ ...actor, ...happened })]);
}

function fingerprintArticle(article: Article): string {
  return hashParts([JSON.stringify({ ...article, lead: omitTextLocations(article.lead) })]);
}

function serializeAccount(account: Account): string {
  // Claims and quotations are in the text, and the article has its own fingerprint.
  const separate = { article: undefined, claims: undefined, quotations: undefined, at: undefined };
  return JSON.stringify({ ...account, ...separate, text: omitTextLocations(account.text) });
}

// Locations in files are never printed, so moving a line must not change anything.

function omitTextLocations({ passages, ...text }: LinkedText) {
  return {
    ...text,
    passages: passages.map((passage) =>
      passage.type === 'claim' ? { ...passage, claim: omitClaimLocation(passage.claim) } : passage,
    ),
  };
}

function omitPointLocations({ claims, ...point }: Point) {
  return { ...point, claims: claims.map(omitClaimLocation) };
}

function omitClaimLocation(claim: Claim) {
  return { ...claim, at: undefined };
}
