import type { Account, Archive, Article, NewsEvent } from '../../model/archive.ts';
import {
  isWhole,
  listAccountParts,
  listAccountsIn,
  listPeriodsWithin,
  weighAccount,
} from './accountParts.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { proseToText } from '../page/proseText.ts';
import { findPeriods, type Period } from '../dates/calendar.ts';
import {
  listCorrectionParts,
  listCorrectionPeriods,
  listCorrectionsOf,
  type ArchiveCorrection,
} from './correctionParts.ts';
import { findPrefix, listPrefixes, splitById, type IdPage, type Weighed } from './idParts.ts';
import { weighWords } from './longList.ts';
import { listParts, listItemsOnPage, type Part, type PartedKind } from './parts.ts';
import { listStanding } from './periodParts.ts';
import {
  accountsBytes,
  articleBytes,
  indexBytes,
  lineFrame,
  listBytes,
  maxLinks,
} from './budgets.ts';

// Lists every list that may be too long for its page and that the calendar can't split further. The folder of
// the page, without the base path, identifies a list: `2024/05/10/`, `actors/`, `events/ID/accounts/`.

/** The indexes of names. */
export type IndexKind = 'actors' | 'places' | 'sources';

/** Why an event is in a list. */
export type Standing = 'known' | 'continuing' | 'possible' | 'took' | 'mentioned';

/** What a line of a list represents. */
type Listed =
  | { readonly type: 'event'; readonly event: NewsEvent; readonly standing: Standing }
  | { readonly type: 'article'; readonly article: Article }
  | { readonly type: 'name'; readonly kind: IndexKind }
  | { readonly type: 'account'; readonly account: Account }
  | { readonly type: 'section'; readonly account: Account }
  | { readonly type: 'link'; readonly relation: Relation }
  | { readonly type: 'correction'; readonly correction: ArchiveCorrection };

/** A link from one event to an actor or another event. */
export type Relation = (typeof relations)[number];
const relations = ['actors', 'mentioned', 'parts', 'follows', 'followedBy'] as const;

export type IdEntry = Weighed & Listed;

/** A list with all of its entries, and the bytes that its page has for it. */
export interface IdList {
  readonly folder: string;
  readonly entries: readonly IdEntry[];
  readonly room: number;
}

/** The page of a list, or of those of its ids that start with a prefix. */
export interface IdPart {
  readonly folder: string;
  readonly prefix: string;
}

/** Returns the list of a page of an archive by its folder, null if the page has none. */
export function findIdList(archive: Archive, folder: string): IdList | null {
  return remember(archive, archive, `list ${folder}`, () => createList(folder, archive));
}

/** Returns the entries on the page of a list or of one of its parts, by folder and prefix. */
export const splitList = defineQuery(
  'idPart',
  (archive, folder: string, prefix: string): IdPage<IdEntry> => {
    const list = findIdList(archive, folder);
    return list ? splitById(list.entries, prefix, list.room) : { here: [], parts: [] };
  },
);

/** Returns the parts that a list, or one of its parts, is split into, by folder and prefix. */
export const listPrefixesOf = defineQuery(
  'idPrefixes',
  (archive, folder: string, prefix: string) => splitList(archive, folder, prefix).parts,
);

/** Returns whether a list is too heavy for its page, by folder. */
export const isPartedById = defineQuery('isPartedById', (archive, folder: string) => {
  const list = findIdList(archive, folder);
  return list !== null && list.entries.reduce((sum, { bytes }) => sum + bytes, 0) > list.room;
});

/** Returns the part of a list that an entry is on, by folder and id; null if the list isn't split. */
export const findIdPart = defineQuery(
  'idPartOf',
  (archive, folder: string, id: string): IdPart | null => {
    const list = findIdList(archive, folder);
    if (!list || !isPartedById(archive, folder)) return null;
    return { folder, prefix: findPrefix(list.entries, id, list.room) };
  },
);

/** Returns every part that has a page: those that are needed, and those whose address was published. */
export function listIdParts(archive: Archive): IdPart[] {
  const needed = listFolders(archive).flatMap((folder) => {
    const list = findIdList(archive, folder);
    if (!list || !isPartedById(archive, folder)) return [];
    const prefixes = listPrefixes(list.entries, list.room);
    return [...(isOfLinks(folder) ? [''] : []), ...prefixes].map((prefix) => ({ folder, prefix }));
  });
  const known = new Set(needed.map(getIdPartKey));
  const published = listPublishedIdParts(archive).filter(
    (part) => !known.has(getIdPartKey(part)) && findIdList(archive, part.folder) !== null,
  );
  return [...needed, ...published];
}

/** Returns the parts whose addresses were published, whether or not any ids still match. */
export function listPublishedIdParts({ permalinks }: Archive): IdPart[] {
  return permalinks.flatMap(({ value }) => {
    const [, folder, prefix = ''] =
      /^\/((?:[a-z0-9-]+\/)+)a-z\/(?:([a-z0-9-]+)\/)?$/.exec(value) ?? [];
    return folder === undefined || (prefix === '' && !isOfLinks(folder))
      ? []
      : [{ folder, prefix }];
  });
}

/**
 * An event's links have a page of their own even if one page holds them, as the event's page has only the
 * first.
 */
function isOfLinks(folder: string): boolean {
  return /^events\/[^/]+\/$/.test(folder);
}

function getIdPartKey({ folder, prefix }: IdPart): string {
  return `${folder}a-z/${prefix}`;
}

/** The folders of lists that may be too long. */
function listFolders(archive: Archive): string[] {
  const periods = findPeriods(archive);
  return [
    'actors/',
    'places/',
    'sources/',
    ...[...periods.keys()].map((period) => `${toPath(period)}/`),
    ...listParts(archive).map(({ kind, id, period }) => `${kind}/${id}/${toPath(period)}/`),
    ...listAccountParts(archive).map(
      ({ event, period }) =>
        `events/${event}/accounts/${period === null ? '' : `${toPath(period)}/`}`,
    ),
    ...archive.articles.map(({ id }) => `articles/${id}/`),
    ...archive.events.map(({ id }) => `events/${id}/`),
    ...listCorrectionParts(archive).map((period) => `corrections/${toPath(period)}/`),
  ];
}

function toPath(period: Period): string {
  return period.replaceAll('-', '/');
}

const calendarFolder = /^(?:(actors|places|sources)\/([^/]+)\/)?(\d{4}(?:\/\d\d){0,2})\/$/;
const accountsFolder = /^events\/([^/]+)\/accounts\/(?:(\d{4}(?:\/\d\d){0,2})\/)?$/;
const ownedFolder = /^(events|articles)\/([^/]+)\/$/;

function createList(folder: string, archive: Archive): IdList | null {
  const toPeriod = (path: string | undefined) => path?.replaceAll('/', '-');
  if (folder === 'actors/' || folder === 'places/' || folder === 'sources/')
    return listNames(folder.slice(0, -1) as IndexKind, archive);
  const [, corrected] = /^corrections\/(\d{4}(?:\/\d\d)?)\/$/.exec(folder) ?? [];
  if (corrected !== undefined) return listCorrected(folder, corrected.replace('/', '-'), archive);
  const [, kind, id = '', path] = calendarFolder.exec(folder) ?? [];
  const period = toPeriod(path);
  if (period !== undefined)
    return kind === undefined
      ? listOfPeriod(folder, period, archive)
      : listOfPart(folder, { kind: kind as PartedKind, id, period }, archive);
  const [, told, published] = accountsFolder.exec(folder) ?? [];
  if (told !== undefined)
    return listAccounts(folder, archive.eventById.get(told), toPeriod(published) ?? null, archive);
  const [, owner, owned = ''] = ownedFolder.exec(folder) ?? [];
  if (owner === 'events') return listLinks(folder, archive.eventById.get(owned), archive);
  if (owner === 'articles') return listSections(folder, archive.articleById.get(owned), archive);
  return null;
}

function listNames(kind: IndexKind, archive: Archive): IdList {
  const entries = archive[kind].map(({ id, name }): IdEntry => ({
    id,
    bytes: 50 + weighWords([name]),
    type: 'name',
    kind,
  }));
  return { folder: `${kind}/`, entries, room: indexBytes };
}

function listOfPeriod(folder: string, period: Period, archive: Archive): IdList {
  const standing = listStanding(period, archive);
  const entries = (['known', 'continuing', 'possible'] as const).flatMap((key) =>
    standing[key].map((event) => toEventEntry(event, key)),
  );
  return { folder, entries, room: listBytes };
}

function listOfPart(folder: string, part: Part, archive: Archive): IdList | null {
  // The parts of a renamed owner redirect to its page.
  if (!archive[part.kind].some(({ id }) => id === part.id)) return null;
  const { took, mentioned, articles } = listItemsOnPage(part, archive);
  return {
    folder,
    entries: [
      ...took.map((event) => toEventEntry(event, 'took')),
      ...mentioned.map((event) => toEventEntry(event, 'mentioned')),
      ...articles.map((article): IdEntry => ({
        id: article.id,
        bytes: 2 * lineFrame + weighWords([article.title, article.translation, article.by]),
        type: 'article',
        article,
      })),
    ],
    // An actor's statements take up to a third of the page.
    room: part.kind === 'actors' ? (listBytes * 2) / 3 : listBytes,
  };
}

function toEventEntry(event: NewsEvent, standing: Standing): IdEntry {
  const bytes = lineFrame + weighWords([event.title]);
  return { id: event.id, bytes, type: 'event', event, standing };
}

/** The accounts of a page that no shorter period separates. */
function listAccounts(
  folder: string,
  event: NewsEvent | undefined,
  period: Period | null,
  { site }: Archive,
): IdList | null {
  if (!event) return null;
  const accounts = listAccountsIn(event, period, site.zone);
  const isParted = listPeriodsWithin(event, period, site.zone).length > 0 || isWhole(accounts);
  return {
    folder,
    entries: (isParted ? [] : accounts).map((account): IdEntry => ({
      id: account.article.id,
      bytes: weighAccount(account),
      type: 'account',
      account,
    })),
    room: accountsBytes,
  };
}

function listSections(
  folder: string,
  article: Article | undefined,
  { eventById }: Archive,
): IdList | null {
  if (!article) return null;
  const entries = article.events.flatMap((id): IdEntry[] => {
    const account = eventById.get(id)?.accounts.find((one) => one.article.id === article.id);
    return account ? [{ id, bytes: weighAccount(account), type: 'section', account }] : [];
  });
  const claims = article.lead.passages.flatMap((passage) =>
    passage.type === 'claim' ? [passage.claim.says] : [],
  );
  const lead = Buffer.byteLength([proseToText(article.lead), ...claims].join(''));
  // Splitting a single account gains nothing.
  return { folder, entries: entries.length > 1 ? entries : [], room: articleBytes - lead };
}

/** All links of an event, if its page can't hold them. */
function listLinks(folder: string, event: NewsEvent | undefined, archive: Archive): IdList | null {
  if (!event) return null;
  const isFew = relations.every((relation) => event[relation].length <= maxLinks);
  const nameOf = (id: string) =>
    archive.actorById.get(id)?.name ?? archive.eventById.get(id)?.title;
  const entries = (isFew ? [] : relations).flatMap((relation) =>
    event[relation].map((id): IdEntry => ({
      id,
      bytes: 2 * lineFrame + weighWords([nameOf(id) ?? id]),
      type: 'link',
      relation,
    })),
  );
  return { folder, entries, room: listBytes };
}

function listCorrected(folder: string, period: Period, archive: Archive): IdList {
  const isParted = listCorrectionPeriods(period, archive).length > 0;
  const entries = (isParted ? [] : listCorrectionsOf(period, archive)).map(
    (correction): IdEntry => ({
      id: correction.key,
      bytes: 2 * lineFrame + weighWords([correction.name, correction.reason]),
      type: 'correction',
      correction,
    }),
  );
  return { folder, entries, room: listBytes };
}
