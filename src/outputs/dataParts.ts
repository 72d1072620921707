import type { ViewContext } from '../views/page/context.ts';
import { comparePeriods, undated, type PartLink } from '../views/dates/yearParts.ts';
import { listArticlesJson } from './articlesJson.ts';
import { listClaimsJson } from './claimsJson.ts';
import { listCsv } from './csv.ts';
import { listEventsJson } from './eventsJson.ts';
import type { ListFile } from './outputFile.ts';
import { printRecords, type DatedList, type FileRecord } from './records.ts';
import { tables } from './tables.ts';

// A list of the data that is too large for one file is in parts: its file has the newest year and, in JSON, the
// addresses of all parts; each year has a file of its own in the folder of the list's name.

const json = 'application/json; charset=utf-8';
const csv = 'text/csv; charset=utf-8';

interface SplitList {
  readonly path: string;
  readonly type: string;
  readonly list: (context: ViewContext) => DatedList;
}

const lists: readonly SplitList[] = [
  { path: 'data/events.json', type: json, list: listEventsJson },
  { path: 'data/claims.json', type: json, list: listClaimsJson },
  { path: 'data/articles.json', type: json, list: listArticlesJson },
  ...tables.map((table) => ({
    path: `data/${table.name}.csv`,
    type: csv,
    list: (context: ViewContext) => listCsv(table, context),
  })),
];

/** Returns the bytes of an entry of a list, by the list's path. A build knows those of entries that it printed before. */
export type Measure = (path: string, record: FileRecord) => number;

const byPrinting: Measure = (_, { render }) => Buffer.byteLength(render());

/** The path of the database of the archive. */
export const databasePath = 'data/archive.sqlite';

/** The parts of each list of the data and of the database, by their paths; none of what is whole. */
export type DataParts = ReadonlyMap<string, readonly PartLink[]>;

const known = new WeakMap<ViewContext, DataParts>();

/** Returns what of the data of an archive is in parts, and in which. */
export function findDataParts(context: ViewContext, measure: Measure = byPrinting): DataParts {
  const found = known.get(context) ?? splitData(context, measure);
  known.set(context, found);
  return found;
}

function splitData(context: ViewContext, measure: Measure): DataParts {
  const { dataBytes, databaseRows } = context.limits;
  const all = lists.map(({ path, list }) => ({ path, ...list(context) }));
  const rows = all.filter(({ path }) => path.endsWith('.csv'));
  const [events] = all;
  return new Map([
    ...all.map(
      (list) =>
        [
          list.path,
          isLarger([list], dataBytes, measure) ? linkParts(list.path, list, context) : [],
        ] as const,
    ),
    [
      databasePath,
      events && isLarger(rows, databaseRows, measure) ? linkDatabases(rows, events, context) : [],
    ],
  ]);
}

type PathedList = DatedList & { readonly path: string };

/** Returns whether the entries of lists have more bytes than that; what follows is not even measured. */
function isLarger(all: readonly PathedList[], bytes: number, measure: Measure): boolean {
  let sum = 0;
  for (const { path, records } of all)
    for (const record of records) {
      sum += measure(path, record);
      if (sum > bytes) return true;
    }
  return false;
}

/** Returns the parts of a list, the oldest first; none of one that has no dates. */
function linkParts(path: string, { records }: DatedList, { at }: ViewContext): PartLink[] {
  const counts = new Map<string, number>();
  for (const { period, count } of records)
    if (period !== null) counts.set(period, (counts.get(period) ?? 0) + count);
  return [...counts]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, count]) => ({ period, url: at.file(getPartPath(path, period)), count }));
}

/** A database has a part for every year of any table, with the count of its events. */
function linkDatabases(
  all: readonly DatedList[],
  events: DatedList,
  { at }: ViewContext,
): PartLink[] {
  const periods = new Set(
    all.flatMap(({ records }) => records.flatMap(({ period }) => period ?? [])),
  );
  return [...periods].sort(comparePeriods).map((period) => ({
    period,
    url: at.file(getPartPath(databasePath, period)),
    count: events.records.filter((record) => record.period === period).length,
  }));
}

/** Returns the path of a part of a list: `data/events/2024.json`. */
export function getPartPath(path: string, period: string): string {
  return path.replace(/\.(\w+)$/, `/${period}.$1`);
}

/** Returns the path of the list that a file is or is a part of. */
export function getListPath(path: string): string {
  return path.replace(/^(data\/\w+)\/[^/]+(\.\w+)$/, '$1$2');
}

/** Returns the newest part, which the file of a list has, too. */
export function getNewest(parts: readonly PartLink[]): PartLink | undefined {
  return parts.findLast(({ period }) => period !== undated) ?? parts.at(-1);
}

/** Returns the files of the lists of the data, in parts where they are too large. */
export function listDataFiles(context: ViewContext, measure?: Measure): ListFile[] {
  const found = findDataParts(context, measure);
  return lists.flatMap(({ path, type, list }): ListFile[] => {
    const parts = found.get(path) ?? [];
    const newest = getNewest(parts);
    // Listed when it is asked for: each is as long as the archive.
    let made: DatedList | undefined;
    const all = () => (made ??= list(context));
    const listOf = (period: string) => all().records.filter((one) => one.period === period);
    if (!newest)
      return [toListFile(path, type, () => all().toFile(all().records, { type: 'whole' }, []))];
    return [
      toListFile(path, type, () =>
        all().toFile(listOf(newest.period), { type: 'newest', period: newest.period }, parts),
      ),
      ...parts.map(({ period }) =>
        toListFile(getPartPath(path, period), type, () =>
          all().toFile(listOf(period), { type: 'part', period }, []),
        ),
      ),
    ];
  });
}

/** Returns a file that is made of entries. */
export function toListFile(path: string, type: string, records: ListFile['records']): ListFile {
  return { path, type, records, render: () => printRecords(records()) };
}
