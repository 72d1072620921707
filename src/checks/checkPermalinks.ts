import { dirname, join } from 'node:path';
import type { Archive } from '../model/archive.ts';
import type { Directory } from '../model/outline.ts';
import type { Permalink } from '../model/drafts.ts';
import { findPage, printPageName, type PageName } from '../model/pageIds.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { listAddresses, listMoves, type Move } from '../views/data/permalinks.ts';
import { createAddresses } from '../views/page/addresses.ts';

/** The result of comparing an archive with its list of published addresses. */
export interface PermalinkCheck {
  /** Published addresses that no longer work or lead elsewhere, each at its line of the list. */
  readonly problems: readonly Problem[];
  /** Addresses that are not listed yet, sorted by code point. */
  readonly fresh: readonly string[];
  /** Renames that are not listed yet. */
  readonly moves: readonly Move[];
}

/** Checks an archive against every address that was ever published. */
export function checkPermalinks(archive: Archive): PermalinkCheck {
  const { permalinks } = archive;
  const addresses = listAddresses(archive);
  const answered = new Set(addresses);
  const published = new Set(permalinks.map(({ value }) => value));
  // A card exists wherever its page does, so reporting the page is enough.
  const isSaidOfPage = (value: string) => {
    const page = getPage(value);
    return page !== value && published.has(page) && !answered.has(page);
  };
  const lost = permalinks.filter(({ value }) => !answered.has(value) && !isSaidOfPage(value));
  return {
    problems: [
      ...reportLost(archive, lost),
      ...reportReused(archive, answered),
      ...reportMissingAuthority(archive),
    ],
    fresh: addresses.filter((address) => !published.has(address)),
    moves: listMoves(archive),
  };
}

/**
 * Returns the problems of `checkPermalinks` from the pages of an archive alone, or undefined if those cannot
 * answer for every address. Every published part of a page that still exists is answered.
 */
export function checkDirectory(directory: Directory): readonly Problem[] | undefined {
  const { permalinks } = directory;
  const isAnswered = createAnswer(directory);
  const addresses = permalinks.flatMap(({ value, to }) => (to === null ? [value] : [value, to]));
  if (!addresses.every(isAnswered)) return undefined;
  return [...reportReused(directory, { has: isAnswered }), ...reportMissingAuthority(directory)];
}

/** Returns a function that says whether an address certainly works; on false it may still work. */
function createAnswer(directory: Directory): (address: string) => boolean {
  const { events, actors, articles, sources, places, renamed, retracted, pages } = directory;
  const here = Object.entries({ events, actors, articles, sources, places });
  const present = new Set(here.flatMap(([kind, list]) => list.map(({ id }) => `/${kind}/${id}/`)));
  const former = [
    ...renamed.map(({ kind, from }) => `/${kind}s/${from}/`),
    ...retracted.map(({ id }) => `/events/${id}/`),
    ...pages.flatMap(({ id, formerly }) => [id, ...formerly].map((one) => `/${one}/`)),
  ];
  const known = new Set([...present, ...former]);
  return (address) => {
    const page = getPage(address);
    if (page !== address && page !== '/timeline/')
      return /^\/(?:events|actors)\//.test(page) && known.has(page);
    if (known.has(address) || isAlwaysThere(address)) return true;
    const { owner, folder } = partOfOwner.exec(address)?.groups ?? {};
    if (owner !== undefined) return present.has(owner);
    return folder !== undefined && isAlwaysThere(folder);
  };
}

/** Matches a part of a page with an id, or a part by ids of any other list. */
const partOfOwner = new RegExp(
  String.raw`^(?:${[
    String.raw`(?<owner>/(?:actors|places|sources)/[^/]+/)\d{4}/(?:(?:0[1-9]|1[0-2])/)?`,
    String.raw`(?<owner>/events/[^/]+/)accounts/(?:\d{4}/(?:(?:0[1-9]|1[0-2])/(?:[0-3]\d/)?)?)?`,
    String.raw`(?<owner>/(?:events|articles)/[^/]+/)a-z/[a-z0-9-]+/`,
    String.raw`(?<owner>/events/[^/]+/)a-z/`,
    String.raw`(?<folder>/(?:actors|places|sources|corrections/\d{4}(?:/\d\d)?|\d{4}(?:/\d\d){0,2})/)a-z/[a-z0-9-]+/`,
  ].join('|')})$`,
);

const at = createAddresses('/');
const fixed = new Set([
  ...[at.home, at.about, at.keys, at.data, at.search, at.corrections, at.changes],
  ...[at.actors, at.articles, at.sources, at.places, at.embedTimeline],
]);

/**
 * Returns whether an address works on every site that has published it: a page without an id, or a calendar
 * page.
 */
function isAlwaysThere(address: string): boolean {
  if (fixed.has(address) || /^\/corrections\/\d{4}\/(?:(?:0[1-9]|1[0-2])\/)?$/.test(address))
    return true;
  const [, year, month = '01', day = '01'] =
    /^\/([1-9]\d{3})\/(?:(\d\d)\/(?:(\d\d)\/)?)?$/.exec(address) ?? [];
  if (year === undefined) return false;
  const written = `${year}-${month}-${day}`;
  const date = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(written);
}

/** Reports each lost address, or a single problem if the list belongs to another story. */
function reportLost({ permalinks }: Archive, lost: readonly Permalink[]): Problem[] {
  const [first] = lost;
  const counted = countReported(permalinks);
  // One or two may have been renamed by hand, but never a whole story.
  if (first && counted >= 3 && countReported(lost) === counted)
    return [createProblem('permalink-foreign', first.at, { count: counted })];
  return lost.map(({ value, at }) =>
    createProblem('permalink-lost', at, { found: value, repair: getRepair(value) }),
  );
}

/** Returns how many event and article pages a list of addresses contains. */
function countReported(permalinks: readonly Permalink[]): number {
  return permalinks.filter(({ value }) => /^\/(events|articles)\/[^/]+\/$/.test(value)).length;
}

/**
 * Reports addresses that led to one page when they were published and lead to another now, once per pair of
 * pages.
 */
function reportReused(archive: Directory, answered: Pick<Set<string>, 'has'>): Problem[] {
  const own = archive.pages.flatMap(({ id, formerly }) =>
    formerly.map((from) => ({ kind: 'page' as const, from, to: id })),
  );
  const now = new Map<string, PageName>(
    [...archive.renamed, ...own].map(({ kind, from, to }) => [
      printPageName({ kind, id: from }),
      { kind, id: to },
    ]),
  );
  const follow = (page: PageName) => printPageName(now.get(printPageName(page)) ?? page);
  const reported = new Set<string>();
  const isPage = ({ value }: Permalink) => !value.startsWith('/embed/');
  // Pages come first: reporting a page covers its parts and its card.
  const inOrder = [
    ...archive.permalinks.filter(isPage),
    ...archive.permalinks.filter((one) => !isPage(one)),
  ];
  return inOrder.flatMap(({ value, to, at }) => {
    const [old, next] = [findPage(value), to === null ? undefined : findPage(to)];
    // Addresses that no longer work are reported as lost instead.
    if (to === null || !old || !next || !answered.has(value) || !answered.has(to)) return [];
    const names = `${printPageName(old)} ${printPageName(next)}`;
    if (follow(old) === follow(next) || reported.has(names)) return [];
    reported.add(names);
    return [createProblem('permalink-reused', at, { found: value, to, id: old.id })];
  });
}

/** Returns a problem for each address that is built but not yet listed, at the first line of the list. */
export function reportFresh(fresh: readonly string[], file: string): Problem[] {
  const at = { file, line: 1, column: 1 };
  return fresh.map((found) => createProblem('permalink-new', at, { found }));
}

/**
 * Reports that a site with published addresses, and so possibly with subscribers, has no authority for its
 * ids.
 */
function reportMissingAuthority({ site, permalinks }: Directory): Problem[] {
  const [first] = permalinks;
  if (site.authority !== null || !first) return [];
  const file = join(dirname(first.at.file), 'site.md');
  return [createProblem('authority-missing', { file, line: 1, column: 1 })];
}

/** Reports that the addresses were published under another base path than the site's. */
export function reportMoved({ publishedBase }: Archive, base: string): Problem[] {
  if (publishedBase === null || publishedBase.value === base) return [];
  const facts = { found: publishedBase.value, base };
  return [createProblem('permalink-base', publishedBase.at, facts)];
}

/** What publishing adds to the list of addresses. */
export interface Published {
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  readonly base: string;
}

/**
 * Returns the text of `permalinks.txt` with newly published addresses: the base path, then one address a
 * line, followed by its target if it was renamed. Addresses are unique and sorted by code point.
 */
export function mergePermalinks(text: string, { fresh, moves, base }: Published): string {
  const listed = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# base '));
  const lines = [...listed, ...fresh, ...moves.map((move) => move.join(' '))];
  const moved = new Set(lines.flatMap((line) => (line.includes(' ') ? [line.split(' ')[0]] : [])));
  const all = new Set([`# base ${base}`, ...lines.filter((line) => !moved.has(line))]);
  // Addresses are ASCII, so code unit order is code point order.
  return [...all]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** Returns the page that an embedded card belongs to; any other address unchanged. */
function getPage(address: string): string {
  return address.startsWith('/embed/') ? address.slice('/embed'.length) : address;
}

function getRepair(address: string): string {
  const [, folder = '', id = ''] = getPage(address).split('/');
  const files: Record<string, string> = {
    actors: `actors/${id}.md`,
    articles: `articles/${id}.md`,
    sources: `sources/${id}.md`,
    places: `places/${id}.md`,
  };
  if (id === '' && folder !== '')
    return `pages/${folder}.md, or \`formerly: [${folder}]\` in the page it has become`;
  if (id === '') return 'an address of this site';
  if (folder === 'events')
    return `\`formerly: [${id}]\` in the ruling on the event it has become (events/NEW.md), or \`title\` and \`retracted: { date, reason }\` in events/${id}.md`;
  const file = files[folder];
  return file === undefined
    ? 'an address of this site'
    : `\`formerly: [${id}]\` in the file of what it has become, or ${file} with \`retracted: { date, reason }\``;
}
