import type { Actor, Archive, Point } from './archive.ts';
import { checkCircles, checkFormerIds } from './checkLinks.ts';
import { comparePoints } from './comparePoints.ts';
import { createArchive, type ArchiveParts } from './createArchive.ts';
import type { ArticleDraft, Draft } from './drafts.ts';
import { findSimilar } from './findSimilar.ts';
import { linkActors } from './linkActors.ts';
import { LinkedArticles, type ArticleSource } from './linkArticles.ts';
import { linkOwnTexts } from './linkOwnTexts.ts';
import { checkOwnPages, collectLook } from './linkPages.ts';
import { linkRetracted, resolveRulings } from './linkRulings.ts';
import { listRenamed } from './listRenamed.ts';
import { emptyMemory, mapMemos, type Memory } from './memory.ts';
import { mergeEvents, type Merged } from './mergeEvents.ts';
import { noteAnswers } from './nearAnswers.ts';
import { listBareOfPoint, listBareOfSite, noteBareNames } from './noteBareNames.ts';
import type { NamedPages } from './noteNearNames.ts';
import { notePoints } from './notePoints.ts';
import { orderTimeline } from './orderTimeline.ts';
import { collectClaims, type Directory, type EventOutline, type Outline } from './outline.ts';
import { Registry } from './registry.ts';
import { createProblem, hasErrors, type Problem } from '../problems/problem.ts';

/** The result of linking: the archive, null if an error prevents it, and every problem found. */
export interface Linked {
  readonly archive: Archive | null;
  readonly problems: readonly Problem[];
}

/** Drafts of everything but digests. */
export type OtherDraft = Exclude<Draft, ArticleDraft>;

/** Linked content, from which an archive is created on demand. */
export interface LinkedContent {
  readonly registry: Registry;
  readonly problems: readonly Problem[];
  readonly outline: Outline;
  /** Notices that only a check of the whole archive reports. */
  readonly notices: readonly Problem[];
  readonly named: NamedPages;
  /** Null if the site is missing. */
  readonly directory: Directory | null;
  readonly memory: Memory;
  /** Returns the archive; null if an error prevents it. */
  readonly createArchive: () => Archive | null;
}

/**
 * Returns the archive of the drafts of all content files and every problem found. The order of the drafts
 * doesn't matter; problems print `folder` as the name of the content folder.
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
 * Links digests and the other drafts. Reuses what `memory` has from an earlier run, where it depends on nothing that
 * has changed: the result is the same as without it.
 */
export function linkContent(
  sources: readonly ArticleSource[],
  others: readonly OtherDraft[],
  folder: string,
  memory: Memory,
): LinkedContent {
  const registry = createRegistry(sources, others, folder);
  const { problems } = registry;
  const articles = new LinkedArticles(sources, registry, memory);
  const claims = collectClaims(articles.memos);
  const retracted = linkRetracted(registry);
  const rulings = resolveRulings(registry, retracted);
  checkFormerIds(registry);
  checkCircles(registry);
  const pointsOfActors = new Map(
    [...claims.byActor].map(([id, own]) => [id, comparePoints(own)] as const),
  );
  const merged = mergeEvents(articles, rulings, claims, registry, memory);
  for (const { memo } of merged) problems.push(...memo.problems);
  const { ordered, contrary } = orderTimeline(
    merged.flatMap(({ outline }) => outline ?? []),
    problems,
  );
  problems.push(...contrary);
  const similar = noteSimilar(ordered, merged, registry, memory);
  for (const [id, points] of pointsOfActors)
    problems.push(...notePoints(id, points), ...noteAnswers(id, points));
  // Only the archive needs what articles say of actors.
  const actors = linkActors(registry, {
    articles: [],
    accounts: [],
    events: [],
    points: pointsOfActors,
  });
  noteNamesWithoutSource(merged, pointsOfActors, actors, registry);
  const own = linkOwnTexts(others, registry);
  checkOwnPages(others, problems);
  const look = collectLook(others, problems);
  const renamed = listRenamed(registry);
  const parts = { registry, articles, claims, merged, ordered, own, look, retracted, renamed };
  return {
    registry,
    problems,
    outline: createOutline(parts, actors, pointsOfActors),
    notices: [
      ...articles.memos.flatMap(({ notices }) => notices),
      ...merged.flatMap(({ memo }) => memo.notices),
    ],
    named: { actors, sources: own.sources, places: own.places },
    directory: createDirectory(parts, actors),
    memory: {
      base: articles.base,
      names: articles.names,
      spelt: registry.ownedNames,
      articles: mapMemos(articles.memos),
      events: new Map(merged.flatMap(({ id, memo }) => (memo.key === '' ? [] : [[id, memo]]))),
      similar,
    },
    createArchive: () => (hasErrors(problems) ? null : createArchive(parts)),
  };
}

/** Returns the registry of all names and ids; a missing site is reported. */
function createRegistry(
  sources: readonly ArticleSource[],
  others: readonly OtherDraft[],
  folder: string,
): Registry {
  const registry = new Registry([...others, ...sources.map(({ stub }) => stub)]);
  if (!registry.site && !registry.hasUnreadSite) {
    registry.problems.push(
      createProblem(
        'file-missing',
        { file: `${folder}/site.md`, line: 1, column: 1 },
        { expected: 'site.md with title, language and time-zone' },
      ),
    );
  }
  return registry;
}

/** Reports events that may be the same; returns the comparisons to cache. */
function noteSimilar(
  ordered: readonly EventOutline[],
  merged: readonly Merged[],
  { problems }: Registry,
  memory: Memory,
): Memory['similar'] {
  const keys = new Map(merged.map(({ id, memo }) => [id, memo.key]));
  const { similar, memos } = findSimilar(ordered, (id) => keys.get(id) ?? '', memory.similar);
  for (const { account, ...facts } of similar)
    problems.push(createProblem('event-similar', account.at, { id: account.event, ...facts }));
  return memos;
}

/** Reports texts that print a name that others only claim without saying who does. */
function noteNamesWithoutSource(
  merged: readonly Merged[],
  pointsOfActors: PointsOfActors,
  actors: readonly Actor[],
  registry: Registry,
): void {
  if (!actors.some(({ namedAs }) => namedAs.length > 0)) return;
  const bare = [
    ...merged.flatMap(({ memo }) => memo.bare),
    ...[...pointsOfActors.values()].flat().flatMap(listBareOfPoint),
    ...listBareOfSite(registry),
  ];
  registry.problems.push(...noteBareNames(bare, actors, registry));
}

function createOutline(
  { articles, claims, ordered, own }: ArchiveParts,
  actors: readonly Actor[],
  pointsOfActors: PointsOfActors,
): Outline {
  return {
    principals: own.site?.principals ?? [],
    actors,
    events: ordered,
    articles: articles.memos.map(({ outline: { id, added }, namedActors }) => ({
      id,
      added,
      namedActors,
    })),
    pointsOf: ({ id, actors: involved }) => [
      ...comparePoints(claims.byEvent.get(id) ?? []),
      ...involved.flatMap((actor) => pointsOfActors.get(actor) ?? []),
    ],
  };
}

function createDirectory(
  { own, ordered, registry, retracted, renamed }: ArchiveParts,
  actors: readonly Actor[],
): Directory | null {
  const { articles, permalinks } = registry;
  return (
    own.site && {
      ...own,
      site: own.site,
      actors,
      events: ordered,
      ...{ articles, retracted, renamed, permalinks },
    }
  );
}

/** What is claimed of actors, by actor id. */
type PointsOfActors = ReadonlyMap<string, readonly Point[]>;
