import type { Archive, Article, NewsEvent } from '../../model/archive.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { momentToDay } from '../../model/dates/zoneClock.ts';
import { groupByPeriod, isOfMonths, type Period, type PeriodEvents } from '../dates/calendar.ts';
import { weighWords } from './longList.ts';
import { findPlaceEvents } from './placeEvents.ts';
import { maxCards, titlesBytes } from './budgets.ts';

// The list of an actor, place or source that is too long for one page is split by year, and a long year by
// month: `/actors/ID/2024/`, `/actors/ID/2024/05/`.

/** What has lists that can be split; also the folder of their pages. */
export type PartedKind = 'actors' | 'places' | 'sources';

/** A part of a list: a year or month of an actor, place or source. */
export interface Part {
  readonly kind: PartedKind;
  readonly id: string;
  readonly period: Period;
}

/** The items of a part: events (of an actor or place), or articles (of a source). */
export interface PartItems {
  readonly took: readonly NewsEvent[];
  readonly mentioned: readonly NewsEvent[];
  readonly articles: readonly Article[];
  /** How many of the events may belong to another period, and how many an earlier one counts. */
  readonly possible: number;
  readonly continuing: number;
}

interface Owner {
  readonly kind: PartedKind;
  readonly id: string;
  /** The total number of items. */
  readonly count: number;
  readonly getAll: () => Pick<PartItems, 'took' | 'mentioned' | 'articles'>;
  readonly getPeriods: () => ReadonlyMap<Period, PartItems>;
}

const nothing: PartItems = { took: [], mentioned: [], articles: [], possible: 0, continuing: 0 };

/** Returns all items of an actor, place or source in a year or month. */
export const getPartItems = defineQuery(
  'partItems',
  (archive, kind: PartedKind, id: string, period: Period): PartItems =>
    getOwner(kind, id, archive)?.getPeriods().get(period) ?? nothing,
);

/** Returns the items on the page of a part: all of them, except those on the pages of its months. */
export function listItemsOnPage(
  part: Part,
  archive: Archive,
): Pick<PartItems, 'took' | 'mentioned' | 'articles'> {
  const { kind, id, period } = part;
  const items = getPartItems(archive, kind, id, period);
  const months = listPartsOf(archive, kind, id, period);
  // An event dated only to the year has no month's page.
  const onMonths = new Set(
    months.flatMap((month) => {
      const { took, mentioned, articles } = getPartItems(archive, kind, id, month.period);
      return [...took, ...mentioned, ...articles].map((item) => item.id as string);
    }),
  );
  const isHere = (item: { readonly id: string }) => !onMonths.has(item.id);
  return {
    took: items.took.filter(isHere),
    mentioned: items.mentioned.filter(isHere),
    articles: items.articles.filter(isHere),
  };
}

/** Returns how many items a part has. */
export function countItems({ took, mentioned, articles }: PartItems): number {
  return took.length + mentioned.length + articles.length;
}

/**
 * Returns the years by which a list of an archive is split, or for a year, its months; in order, none if it isn't
 * split.
 */
export const listPartsOf = defineQuery(
  'partsOf',
  (archive, kind: PartedKind, id: string, year: Period): readonly Part[] => {
    const owner = getOwner(kind, id, archive);
    if (!owner) return [];
    if (year.length === 7 || fits(owner, year === '' ? null : year)) return [];
    const length = year === '' ? 4 : 7;
    return [...owner.getPeriods().keys()]
      .filter((period) => period.length === length && period.startsWith(year))
      .sort()
      .map((period) => ({ kind, id, period }));
  },
);

/** Returns whether a page can hold all of a list, or of a year of it, as lines. */
function fits({ count, getAll, getPeriods }: Owner, within: Period | null): boolean {
  const items = within === null ? null : (getPeriods().get(within) ?? nothing);
  if ((items === null ? count : countItems(items)) > maxCards) return false;
  const { took, mentioned, articles } = items ?? getAll();
  return fitsTitles([...took, ...mentioned, ...articles].map(({ title }) => title));
}

/** Returns whether a list's titles fit on a page. */
function fitsTitles(titles: readonly string[]): boolean {
  return weighWords(titles) <= titlesBytes;
}

/** Returns every part that has a page: those that are needed, and those whose address was published. */
export function listParts(archive: Archive): Part[] {
  const needed = [...getOwners(archive).values()].flatMap(({ kind, id }) =>
    listPartsOf(archive, kind, id, '').flatMap((year) => [
      year,
      ...listPartsOf(archive, kind, id, year.period),
    ]),
  );
  const known = new Set(needed.map(getPartKey));
  const published = listPublished(archive).filter(
    (part) => getOwner(part.kind, part.id, archive) && !known.has(getPartKey(part)),
  );
  return [...needed, ...published];
}

/** Returns the parts whose addresses were published, whether or not their owners still exist. */
export function listPublished({ permalinks }: Archive): Part[] {
  return permalinks.flatMap(({ value }) => {
    const [, kind, id, year, month] =
      /^\/(actors|places|sources)\/([^/]+)\/(\d{4})\/(?:(0[1-9]|1[0-2])\/)?$/.exec(value) ?? [];
    if (kind === undefined || id === undefined || year === undefined) return [];
    const period = month === undefined ? year : `${year}-${month}`;
    return [{ kind: kind as PartedKind, id, period }];
  });
}

/** Returns the articles of a source of an archive, in the order of their ids. */
export const listArticlesOf = defineQuery(
  'articlesOf',
  (archive, source: string): readonly Article[] =>
    remember(archive, archive, 'articles by source', () =>
      Map.groupBy(archive.articles, (article): string => article.source),
    ).get(source) ?? [],
);

function getPartKey({ kind, id, period }: Part): string {
  return `${kind}/${id}/${period}`;
}

function getOwner(kind: PartedKind, id: string, archive: Archive): Owner | undefined {
  return getOwners(archive).get(`${kind}/${id}`);
}

function getOwners(archive: Archive): ReadonlyMap<string, Owner> {
  return remember(archive, archive, 'owners of lists', () => listOwners(archive));
}

function listOwners(archive: Archive): ReadonlyMap<string, Owner> {
  const find = (ids: readonly string[]) => ids.flatMap((id) => archive.eventById.get(id) ?? []);
  const owners = [
    ...archive.actors.map(({ id, events, mentionedIn }) =>
      ownEvents('actors', id, events.length + mentionedIn.length, archive, () => ({
        took: find(events),
        mentioned: find(mentionedIn),
      })),
    ),
    ...archive.places.map(({ id }) => {
      const { here, named } = findPlaceEvents(archive, id);
      return ownEvents('places', id, here.length + named.length, archive, () => ({
        took: here,
        mentioned: named,
      }));
    }),
    ...archive.sources.map(({ id }) => ownArticles(id, listArticlesOf(archive, id), archive)),
  ];
  return new Map(owners.map((owner) => [`${owner.kind}/${owner.id}`, owner]));
}

function ownEvents(
  kind: PartedKind,
  id: string,
  count: number,
  { site }: Archive,
  find: () => { readonly took: readonly NewsEvent[]; readonly mentioned: readonly NewsEvent[] },
): Owner {
  return {
    kind,
    id,
    count,
    getAll: () => ({ ...nothing, ...find() }),
    getPeriods: once(() => {
      const { took, mentioned } = find();
      const periods = new Map<Period, PartItems>();
      const add = (events: ReadonlyMap<Period, PeriodEvents>, key: 'took' | 'mentioned') => {
        for (const [period, { known, continuing, possible }] of events) {
          if (period.length > 7) continue;
          // An event known only to the year is on the year's page, not on those of twelve months.
          const isHere = (event: NewsEvent) => period.length === 4 || isOfMonths(event, site.zone);
          const [reached, unsure] = [continuing.filter(isHere), possible.filter(isHere)];
          const all = [...known, ...reached, ...unsure].sort((a, b) => a.position - b.position);
          if (all.length === 0) continue;
          const before = periods.get(period) ?? nothing;
          periods.set(period, {
            ...before,
            [key]: all,
            possible: before.possible + unsure.length,
            continuing: before.continuing + reached.length,
          });
        }
      };
      add(groupByPeriod(took, site.zone), 'took');
      add(groupByPeriod(mentioned, site.zone), 'mentioned');
      return periods;
    }),
  };
}

function ownArticles(id: string, articles: readonly Article[], { site }: Archive): Owner {
  return {
    kind: 'sources',
    id,
    count: articles.length,
    getAll: () => ({ ...nothing, articles }),
    getPeriods: once(() => {
      const periods = new Map<Period, Article[]>();
      for (const article of articles) {
        const day = printDay(momentToDay(article.publication.from, site.zone));
        // Only four-digit years have an address.
        if (!/^\d{4}-/.test(day)) continue;
        for (const period of [day.slice(0, 4), day.slice(0, 7)]) {
          const list = periods.get(period);
          if (list) list.push(article);
          else periods.set(period, [article]);
        }
      }
      return new Map(
        [...periods].map(([period, list]) => [period, { ...nothing, articles: list }]),
      );
    }),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
