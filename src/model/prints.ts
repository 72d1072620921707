import { hash as digest } from 'node:crypto';
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

/**
 * A dependency key, for a part of the archive: an event with its accounts, only the event's link, an article,
 * the identity of an actor, source or place, an actor with everything said of it, all names at once, or (with
 * `=`) a custom value.
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
export interface Prints {
  /** Returns one fingerprint (hex) for several parts; their order matters. */
  readonly of: (keys: readonly DependencyKey[]) => string;
}

/**
 * Returns the fingerprints of an archive's parts, each computed on first use. `common` is a salt shared by
 * all fingerprints. The arrangement of the archive (an event's position on the timeline) is in none;
 * dependents list the parts in that order.
 */
export function createPrints(archive: Archive, common: string): Prints {
  const known = new Map<DependencyKey, string>();
  const ofArticle = (article: Article) => get(`article:${article.id}`);

  function printEvent(event: NewsEvent): string {
    const claimed = [...event.points, ...event.actorPoints].flatMap(({ claims }) =>
      claims.map((claim) => {
        const article = archive.articleById.get(claim.article);
        return `${article?.source ?? ''} ${article?.ids.join(' ') ?? ''}`;
      }),
    );
    return hash([
      JSON.stringify({
        ...event,
        position: undefined,
        accounts: undefined,
        points: event.points.map(printPoint),
        actorPoints: event.actorPoints.map(printPoint),
      }),
      ...claimed,
      ...event.accounts.flatMap((account) => [ofArticle(account.article), printAccount(account)]),
    ]);
  }

  function print(key: DependencyKey): string {
    const colon = key.indexOf(':');
    const id = key.slice(colon + 1);
    switch (key.slice(0, colon)) {
      case 'event': {
        const event = archive.eventById.get(id);
        return event ? printEvent(event) : '';
      }
      case 'head': {
        const event = archive.eventById.get(id);
        if (!event) return '';
        const { title, titleBy, when, origin, certainty } = event;
        const by = event.accounts.find(({ article }) => article.id === titleBy)?.article;
        const said = by && [
          by.published.written,
          archive.sourceById.get(by.source)?.name,
          event.accounts.filter(({ article }) => article.source === by.source).length,
        ];
        return hash([JSON.stringify([id, title, said, when, origin, certainty])]);
      }
      case 'article': {
        const article = archive.articleById.get(id);
        return article ? printArticle(article) : '';
      }
      case 'actor': {
        const actor = archive.actorById.get(id);
        return actor ? printName(actor) : '';
      }
      case 'source':
        return hash([JSON.stringify(archive.sourceById.get(id) ?? null)]);
      case 'place':
        return hash([JSON.stringify(archive.placeById.get(id) ?? null)]);
      default: {
        const actor = archive.actorById.get(id);
        return actor
          ? hash([JSON.stringify({ ...actor, points: actor.points.map(printPoint) })])
          : '';
      }
    }
  }

  function printNames(): string {
    const { actors, sources, places } = archive;
    return hash([
      ...actors.map(({ id }) => get(`actor:${id}`)),
      ...sources.map(({ id }) => get(`source:${id}`)),
      ...places.map(({ id }) => get(`place:${id}`)),
    ]);
  }

  function get(key: DependencyKey): string {
    if (key.startsWith('=')) return key;
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = key === 'names' ? printNames() : print(key);
    known.set(key, made);
    return made;
  }

  const lists = new WeakMap<readonly DependencyKey[], string>();
  return {
    of: (keys) => {
      const print = lists.get(keys) ?? hash([common, ...keys.map(get)]);
      lists.set(keys, print);
      return print;
    },
  };
}

/** Returns an actor's identity, without what happened to it. */
function printName(actor: Actor): string {
  const happened = {
    events: undefined,
    mentionedIn: undefined,
    points: undefined,
    spelledBy: undefined,
    namedAs: undefined,
  };
  return hash([JSON.stringify({ ...actor, ...happened })]);
}

function printArticle(article: Article): string {
  return hash([JSON.stringify({ ...article, lead: printText(article.lead) })]);
}

function printAccount(account: Account): string {
  // Claims and quotations are in the text, and the article has its own fingerprint.
  const apart = { article: undefined, claims: undefined, quotations: undefined, at: undefined };
  return JSON.stringify({ ...account, ...apart, text: printText(account.text) });
}

// Locations in files are never printed, so moving a line must not change anything.

function printText({ passages, ...text }: LinkedText) {
  return {
    ...text,
    passages: passages.map((passage) =>
      passage.type === 'claim' ? { ...passage, claim: printClaim(passage.claim) } : passage,
    ),
  };
}

function printPoint({ claims, ...point }: Point) {
  return { ...point, claims: claims.map(printClaim) };
}

function printClaim(claim: Claim) {
  return { ...claim, at: undefined };
}

function hash(parts: readonly string[]): string {
  return digest('sha256', parts.join('\0')).slice(0, 32);
}
