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
import { describeAnswer, getAnswerReads, getUntraced, type ReadKey } from './tracedArchive.ts';

/** Fingerprints of the parts of an archive: equal only if the parts are equal. */
export interface Fingerprints {
  /** Returns the fingerprint (hex) of the part with a key; empty if the archive has no such part. */
  readonly of: (key: ReadKey) => string;
  /** Returns what the answer to the query of a key was made from; null if there is no such query. */
  readonly getReads: (key: ReadKey) => Iterable<ReadKey> | null;
  /** Returns the position of an event on the timeline; -1 if there is no such event. */
  readonly getPosition: (event: string) => number;
}

/**
 * Returns the fingerprints of a traced archive's parts, each computed on first use. An event's fingerprint doesn't have its position on the timeline.
 */
export function createFingerprints(traced: Archive): Fingerprints {
  const archive = getUntraced(traced);
  const fingerprints = new Map<ReadKey, string>();

  function get(key: ReadKey): string {
    const known = fingerprints.get(key);
    if (known !== undefined) return known;
    const value = key.startsWith('?')
      ? fingerprintAnswer(describeAnswer(traced, key))
      : fingerprintPart(key, archive, get);
    fingerprints.set(key, value);
    return value;
  }

  return {
    of: get,
    getReads: (key) => getAnswerReads(traced, key),
    getPosition: (event) => archive.eventById.get(event)?.position ?? -1,
  };
}

/** The fingerprint of an answer to a query that no longer exists: it is never the same. */
export const unanswered = '?';

function fingerprintAnswer(answer: string | null): string {
  return answer === null ? unanswered : hashParts([answer]);
}

/** Returns the fingerprint of a part, given those of the parts that it contains. */
type GetFingerprint = (key: ReadKey) => string;

function fingerprintPart(key: ReadKey, archive: Archive, get: GetFingerprint): string {
  const [, kind = '', id] = /^(.*?)(?:[:.](.*))?$/s.exec(key) ?? [];
  if (id === undefined) return fingerprintList(key as keyof Archive, archive, get);
  switch (kind) {
    case 'event': {
      const event = archive.eventById.get(id);
      return event ? fingerprintEvent(event, get) : '';
    }
    case 'head': {
      const event = archive.eventById.get(id);
      return event ? fingerprintHead(event) : '';
    }
    case 'article': {
      const article = archive.articleById.get(id);
      return article ? fingerprintArticle(article) : '';
    }
    case 'actor': {
      const actor = archive.actorById.get(id);
      return actor ? fingerprintIdentity(actor) : '';
    }
    case 'whole-actor': {
      const actor = archive.actorById.get(id);
      return actor ? fingerprintActor(actor) : '';
    }
    case 'source':
      return hashAll([archive.sourceById.get(id) ?? null]);
    case 'place':
      return hashAll([archive.placeById.get(id) ?? null]);
    case 'site':
      return hashAll([archive.site[id as keyof Archive['site']] ?? null]);
    default:
      return '';
  }
}

/** Returns the fingerprint of all items of a list in their order, or of something that the site has once. */
function fingerprintList(name: keyof Archive, archive: Archive, get: GetFingerprint): string {
  if (name === 'events') return hashParts(archive.events.map(({ id }) => get(`event:${id}`)));
  if (name === 'articles') return hashParts(archive.articles.map(({ id }) => get(`article:${id}`)));
  if (name === 'actors') return hashParts(archive.actors.map(({ id }) => get(`whole-actor:${id}`)));
  return hashAll([archive[name]]);
}

function hashAll(values: readonly unknown[]): string {
  return hashParts(values.map((value) => JSON.stringify(value)));
}

function fingerprintEvent(event: NewsEvent, get: GetFingerprint): string {
  return hashParts([
    JSON.stringify({
      ...event,
      position: undefined,
      accounts: undefined,
      points: event.points.map(omitPointLocations),
      actorPoints: event.actorPoints.map(omitPointLocations),
    }),
    ...event.accounts.flatMap((account) => [
      get(`article:${account.article.id}`),
      serializeAccount(account),
    ]),
  ]);
}

/** Returns the fingerprint of what a link to an event shows. */
function fingerprintHead({ id, title, titleBy, when, origin, certainty }: NewsEvent): string {
  return hashAll([[id, title, titleBy, when, origin, certainty]]);
}

/** Returns the fingerprint of an actor with everything said of it. */
function fingerprintActor(actor: Actor): string {
  return hashAll([{ ...actor, points: actor.points.map(omitPointLocations) }]);
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
