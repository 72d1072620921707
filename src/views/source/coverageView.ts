import type { Archive, NewsEvent, Source } from '../../model/archive.ts';
import { certainties, type Certainty } from '../../model/drafts.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { compare } from '../../model/lists.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { linkEvent, linkSource, type NamedLink, type ViewContext } from '../page/context.ts';
import { listSources } from '../cards/eventCard.ts';
import { getVerdict, type Verdict } from '../cards/marks.ts';
import { listArticlesOf } from '../lists/parts.ts';
import { listGaps } from '../dates/gaps.ts';
import { findStart } from '../dates/storyStart.ts';
import { getMainYear, viewShortDate } from '../dates/shortDate.ts';
import { maxCoverageColumns, maxCoverageRows, maxOutlets } from '../lists/budgets.ts';

/** What an outlet covers of the story, and what it leaves out. */
export interface OutletView extends NamedLink {
  readonly kind: string | null;
  readonly articles: string;
  readonly events: number;
  /** How many of its events no other outlet has. */
  readonly alone: number;
  readonly only: readonly NamedLink[];
  readonly moreOnly: number;
  /** If there are only two outlets: what only the other has, in words. */
  readonly otherOnly: string | null;
  /** If there are more: events that at least two others have, each with their number. */
  readonly leavesOut: readonly (NamedLink & { readonly count: string })[];
  readonly moreLeftOut: number;
}

/** An outlet's version of an event: its certainty, as a mark and in words. */
export interface CoverageCell {
  readonly mark: Verdict;
  readonly words: string;
  readonly isOnly: boolean;
  /** In the column that combines outlets: how many of them have it, or which one does. */
  readonly count: number | null;
  readonly outlet: string | null;
}

interface CoverageRow extends NamedLink {
  readonly date: string;
  /** True if the row above has the same date. */
  readonly isSame: boolean;
  /** The gap before it in words. */
  readonly gap: string | null;
  /** How many outlets have it. */
  readonly outlets: number;
  /** A cell for each column, null if the outlet doesn't have the event. */
  readonly cells: readonly (CoverageCell | null)[];
}

interface CoverageColumn {
  readonly name: string;
  /** The outlet's page; null for the column that combines several outlets. */
  readonly url: string | null;
  readonly events: number;
}

/** A table with events as rows and outlets as columns. */
export interface CoverageTable {
  readonly columns: readonly CoverageColumn[];
  readonly rows: readonly CoverageRow[];
  /** A note if the table shows only some events. */
  readonly note: string | null;
  /** The verdicts that occur. */
  readonly marks: readonly Verdict[];
}

/** The outlets' coverage of the story, side by side. */
export interface CoverageView {
  readonly summary: string;
  readonly outlets: readonly OutletView[];
  readonly events: number;
  readonly table: CoverageTable;
}

/** Which outlets have which events, computed once for all pages. */
interface Coverage {
  /** Most events first, then by id. */
  readonly sources: readonly Source[];
  readonly eventsOf: ReadonlyMap<string, readonly NewsEvent[]>;
  readonly sourcesOf: ReadonlyMap<NewsEvent, readonly string[]>;
}

function getCoverage(archive: Archive): Coverage {
  return remember(archive, archive, 'coverage', () => findCoverage(archive));
}

function findCoverage(archive: Archive): Coverage {
  const sourcesOf = new Map(archive.events.map((event) => [event, listSources(event)]));
  const eventsOf = new Map<string, NewsEvent[]>();
  for (const [event, sources] of sourcesOf)
    for (const source of sources) {
      const own = eventsOf.get(source) ?? [];
      own.push(event);
      eventsOf.set(source, own);
    }
  const count = ({ id }: Source) => eventsOf.get(id)?.length ?? 0;
  const sources = archive.sources
    .filter((source) => count(source) > 0)
    .sort((a, b) => count(b) - count(a) || compare(a.id, b.id));
  return { sources, eventsOf, sourcesOf };
}

/** The outlets that have events, most events first. */
const listOutlets = defineQuery('outlets', (archive) => getCoverage(archive).sources);

const listEventsOf = defineQuery(
  'eventsOfSource',
  (archive, source: string): readonly NewsEvent[] =>
    getCoverage(archive).eventsOf.get(source) ?? [],
);

/** Returns the outlets' coverage, or null if there is only one outlet, or more than a page can hold. */
export function viewCoverage(context: ViewContext): CoverageView | null {
  const { archive, pages } = context;
  const { sources, sourcesOf } = getCoverage(archive);
  if (sources.length < 2 || sources.length > maxOutlets) return null;
  const counts = [...sourcesOf.values()].map(({ length }) => length);
  const maxEvents = sources.length > 12 ? 0 : sources.length > 2 ? 2 : 6;
  return {
    summary: pages.coverage.summary({
      outlets: sources.length,
      articles: archive.articles.length,
      events: archive.events.length,
      byOne: counts.filter((count) => count === 1).length,
      byAll: counts.filter((count) => count === sources.length).length,
    }),
    outlets: sources.map((source) => viewOutlet(source, maxEvents, context)),
    events: archive.events.length,
    table: viewTable(context),
  };
}

/**
 * Returns the coverage of an outlet, with the given maximum of titles in each list; null if there is no other
 * outlet.
 */
export function viewOutletAmong(
  source: Source,
  maxEvents: number,
  context: ViewContext,
): OutletView | null {
  return listOutlets(context.archive).length < 2 ? null : viewOutlet(source, maxEvents, context);
}

function viewOutlet(source: Source, maxEvents: number, context: ViewContext): OutletView {
  const { archive, pages } = context;
  const sources = listOutlets(archive);
  const events = listEventsOf(archive, source.id);
  const alone = listAlone(archive, source.id);
  const leftOut = listLeftOut(archive, source.id);
  const [other] = sources.length === 2 ? sources.filter(({ id }) => id !== source.id) : [];
  return {
    ...linkSource(source.id, context),
    kind: source.kind,
    articles: pages.coverage.articles(listArticlesOf(archive, source.id).length),
    events: events.length,
    alone: alone.length,
    only: alone.slice(0, maxEvents).map(({ id }) => linkEvent(id, context)),
    moreOnly: Math.max(0, alone.length - maxEvents),
    otherOnly: other
      ? pages.coverage.otherOnly(listAlone(archive, other.id).length, other.name)
      : null,
    leavesOut: (other ? [] : leftOut.slice(0, maxEvents)).map(({ event, count }) => ({
      ...linkEvent(event.id, context),
      count: pages.coverage.haveIt(count),
    })),
    moreLeftOut: other ? 0 : Math.max(0, leftOut.length - maxEvents),
  };
}

/**
 * Returns the events that only this outlet has: what happened, latest first, then what is still to come, then
 * the background.
 */
const listAlone = defineQuery('alone', (archive, source: string): readonly NewsEvent[] => {
  const { eventsOf, sourcesOf } = getCoverage(archive);
  const own = eventsOf.get(source) ?? [];
  const background = new Set(own.slice(0, findStart(own)));
  const alone = own.filter((event) => sourcesOf.get(event)?.length === 1);
  const [old, recent] = [true, false].map((is) =>
    alone.filter((event) => background.has(event) === is),
  ) as [NewsEvent[], NewsEvent[]];
  return [
    ...recent.filter(({ certainty }) => !isAhead(certainty)).toReversed(),
    ...recent.filter(({ certainty }) => isAhead(certainty)),
    ...old.toReversed(),
  ];
});

/**
 * Returns the events that at least two other outlets have and this one never mentions, most widely covered
 * first.
 */
const listLeftOut = defineQuery('leftOut', (archive, source: string) =>
  [...getCoverage(archive).sourcesOf]
    .flatMap(([event, sources]) =>
      sources.length >= 2 && !sources.includes(source) && !isSpokenOf(event, source, archive)
        ? [{ event, count: sources.length }]
        : [],
    )
    .sort((a, b) => b.count - a.count),
);

/** Returns whether an outlet makes or passes on a claim about an event. */
function isSpokenOf({ points }: NewsEvent, source: string, { articleById }: Archive): boolean {
  return points.some(({ claims }) =>
    claims.some(({ article }) => articleById.get(article)?.source === source),
  );
}

function viewTable(context: ViewContext): CoverageTable {
  const { archive, pages } = context;
  const columns = listColumns(context);
  const rows = viewRows(columns, context);
  const used = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.mark ?? [])));
  return {
    columns: columns.map(({ name, url, events }) => ({ name, url, events })),
    rows,
    note:
      rows.length < archive.events.length
        ? pages.coverage.some(rows.length, archive.events.length)
        : null,
    marks: certainties
      .flatMap((one): Verdict[] => (one === 'confirmed' ? [one, 'said'] : [one]))
      .filter((one) => used.has(one)),
  };
}

/** A column, with the ids of its outlets. */
interface OutletColumn extends CoverageColumn {
  readonly ids: readonly string[];
}

/** Returns a column for each outlet; if there are too many, the last column combines those with fewest events. */
function listColumns({ archive, at, pages }: ViewContext): OutletColumn[] {
  const { sources, eventsOf, sourcesOf } = getCoverage(archive);
  const shown =
    sources.length > maxCoverageColumns ? sources.slice(0, maxCoverageColumns - 1) : sources;
  const columns = shown.map(({ id, name }) => ({
    ids: [id],
    name,
    url: at.source(id),
    events: eventsOf.get(id)?.length ?? 0,
  }));
  const others = sources.slice(shown.length).map(({ id }) => id);
  if (others.length === 0) return columns;
  const events = [...sourcesOf.values()].filter((ids) => others.some((id) => ids.includes(id)));
  const name = pages.coverage.others(others.length);
  return [...columns, { ids: others, name, url: null, events: events.length }];
}

function viewRows(columns: readonly OutletColumn[], context: ViewContext): CoverageRow[] {
  const { archive } = context;
  const coverage = getCoverage(archive);
  const events = chooseRows(archive, coverage);
  // The year is shown for the background, and for years other than the story's.
  const start = findStart(events);
  const mainYear = getMainYear(events.slice(start));
  const gaps = listGaps(events, context);
  let before: string | null = null;
  return events.map((event, index) => {
    const all = coverage.sourcesOf.get(event) ?? [];
    const { label: date } = viewShortDate(event, index < start ? null : mainYear, context);
    const gap = gaps[index] ?? null;
    const isSame = gap === null && date === before;
    before = date;
    return {
      ...linkEvent(event.id, context),
      date,
      isSame,
      gap,
      outlets: all.length,
      cells: columns.map((column) => viewCell(event, all, column, context)),
    };
  });
}

/** Returns the cell of an event that the sources `all` have. */
function viewCell(
  event: NewsEvent,
  all: readonly string[],
  { ids, url }: OutletColumn,
  { archive, certainties: names, pages }: ViewContext,
): CoverageCell | null {
  const having = ids.filter((id) => all.includes(id));
  if (having.length === 0) return null;
  const [one] = having.length === 1 ? having : [];
  const isOnly = all.length === 1;
  const mark = getVerdict({ certainty: getSurest(event, having), kind: event.kind });
  const { name } = names[mark];
  return {
    mark,
    words: isOnly ? pages.coverage.onlyHere(name) : name,
    isOnly,
    count: url === null && having.length > 1 ? having.length : null,
    outlet: url === null && one !== undefined ? (archive.sourceById.get(one)?.name ?? one) : null,
  };
}

/**
 * Returns the most widely covered events, in timeline order, if there are too many for one table. With more
 * outlets than columns, those are the events that several outlets have: a row with one mark says little.
 */
function chooseRows({ events }: Archive, { sources, sourcesOf }: Coverage): readonly NewsEvent[] {
  const count = (event: NewsEvent) => sourcesOf.get(event)?.length ?? 0;
  const shared =
    sources.length > maxCoverageColumns ? events.filter((event) => count(event) > 1) : [];
  const all = shared.length > 0 ? shared : events;
  if (all.length <= maxCoverageRows) return all;
  return [...all]
    .sort((a, b) => count(b) - count(a) || a.position - b.position)
    .slice(0, maxCoverageRows)
    .sort((a, b) => a.position - b.position);
}

/** Returns the outlets' certainty: that of their most certain account. */
function getSurest({ accounts }: NewsEvent, sources: readonly string[]): Certainty {
  const own = accounts.filter(({ article }) => sources.includes(article.source));
  return certainties.find((one) => own.some(({ certainty }) => certainty === one)) ?? 'reported';
}
