import type { Archive, Renamed, RetractedEvent } from './archive.ts';
import { comparePoints } from './comparePoints.ts';
import { completeEvents } from './completeEvents.ts';
import { linkActors } from './linkActors.ts';
import type { LinkedArticles } from './linkArticles.ts';
import type { OwnTexts } from './linkOwnTexts.ts';
import { mapById } from './lists.ts';
import type { Look } from './look.ts';
import type { Merged } from './mergeEvents.ts';
import type { Claims, EventOutline } from './outline.ts';
import type { Registry } from './registry.ts';

/** The linked parts of an archive; of articles and events it suffices that they can be completed. */
export interface ArchiveParts {
  readonly registry: Registry;
  readonly articles: LinkedArticles;
  readonly claims: Claims;
  readonly merged: readonly Merged[];
  /** The events in timeline order. */
  readonly ordered: readonly EventOutline[];
  readonly own: OwnTexts;
  readonly look: Look;
  readonly retracted: readonly RetractedEvent[];
  readonly renamed: readonly Renamed[];
}

/** Returns the archive of linked parts, which must be free of errors; null if the site is missing. */
export function createArchive(parts: ArchiveParts): Archive | null {
  const { registry, own, look, retracted, renamed } = parts;
  const { site } = own;
  if (!site) return null;
  const linked = parts.articles.memos.map((memo) => parts.articles.complete(memo));
  const articles = linked.map(({ article }) => article);
  const accounts = linked.flatMap((one) => one.accounts);
  const points = new Map(
    [...parts.claims.byActor].map(([id, claims]) => [
      id,
      comparePoints(claims.map((claim) => parts.articles.getClaim(claim))),
    ]),
  );
  const mergedById = mapById(parts.merged);
  const events = completeEvents(
    parts.ordered.flatMap(({ id }) => mergedById.get(id)?.complete() ?? []),
    points,
  );
  const actors = linkActors(registry, { articles, accounts, events, points });
  return {
    ...own,
    site,
    events,
    eventById: mapById(events),
    actors,
    actorById: mapById(actors),
    sourceById: mapById(own.sources),
    placeById: mapById(own.places),
    articles,
    articleById: mapById(articles),
    look,
    retracted,
    renamed,
    permalinks: registry.permalinks,
    publishedBase: registry.publishedBase,
  };
}
