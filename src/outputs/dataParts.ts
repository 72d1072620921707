import { remember } from '../model/tracedArchive.ts';
import type { ViewContext } from '../views/page/context.ts';
import { comparePeriods, undated, type PartLink } from '../views/dates/yearParts.ts';
import { listArticlesJson } from './articlesJson.ts';
import { listClaimsJson } from './claimsJson.ts';
import { listCsv } from './csv.ts';
import { listEventsJson } from './eventsJson.ts';
import type { ListFile } from './outputFile.ts';
import { printRecords, type DatedList, type FileRecord } from './records.ts';
import { tables, type Table } from './tables.ts';

// A data list that is too large for one file is split into parts: its file contains the newest year and, in
// JSON, the addresses of all parts. Each year has a file of its own in a folder named after the list.

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
    path: getTablePath(table),
    type: csv,
    list: (context: ViewContext) => listCsv(table, context),
  })),
];

/**
 * Returns the length of a list's entry in bytes, by the path of the list. A build knows the lengths of
 * entries that it rendered before.
 */
export type Measure = (path: string, record: FileRecord) => number;

const byPrinting: Measure = (_, { render }) => Buffer.byteLength(render());

/** The path of the archive's database. */
export const databasePath = 'data/archive.sqlite';

/** The parts of each data list and of the database, by path; empty for those in one file. */
export type DataParts = ReadonlyMap<string, readonly PartLink[]>;

/** Returns the parts of each data list and of the database. */
export function findDataParts(context: ViewContext, measure: Measure = byPrinting): DataParts {
  return remember(context.archive, context, 'data parts', () => splitData(context, measure));
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

/**
 * Returns whether the entries of several lists have more bytes than a limit; stops measuring once they do.
 */
function isLarger(all: readonly PathedList[], bytes: number, measure: Measure): boolean {
  let sum = 0;
  for (const { path, records } of all)
    for (const record of records) {
      sum += measure(path, record);
      if (sum > bytes) return true;
    }
  return false;
}

/** Returns the parts of a list, oldest first; none for a list without dates. */
function linkParts(path: string, { records }: DatedList, { at }: ViewContext): PartLink[] {
  const counts = new Map<string, number>();
  for (const { period, count } of records)
    if (period !== null) counts.set(period, (counts.get(period) ?? 0) + count);
  return [...counts]
    .sort(([a], [b]) => comparePeriods(a, b))
    .map(([period, count]) => ({ period, url: at.file(getPartPath(path, period)), count }));
}

/** Returns the parts of the database: one for every year of any table, with its number of events. */
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

/** Returns the path of a table's list. */
export function getTablePath({ name }: Table): string {
  return `data/${name}.csv`;
}

/** Returns the id of an entry among those of all lists, by the path of its list. */
export function getRecordId(list: string, id: string): string {
  return `${list}#${id}`;
}

/** Returns the path of the list that a file contains all or part of. */
export function getListPath(path: string): string {
  return path.replace(/^(data\/\w+)\/[^/]+(\.\w+)$/, '$1$2');
}

/** Returns the newest part, which the main file of a list also contains. */
export function getNewest(parts: readonly PartLink[]): PartLink | undefined {
  return parts.findLast(({ period }) => period !== undated) ?? parts.at(-1);
}

/** Returns the files of the data lists, in parts if they are too large. */
export function listDataFiles(context: ViewContext, measure?: Measure): ListFile[] {
  const found = findDataParts(context, measure);
  return lists.flatMap(({ path, type, list }): ListFile[] => {
    const parts = found.get(path) ?? [];
    const newest = getNewest(parts);
    // Created on demand: each list is as long as the archive.
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

/** Returns a file that consists of entries. */
export function toListFile(path: string, type: string, records: ListFile['records']): ListFile {
  return { path, type, records, render: () => printRecords(records()) };
}
