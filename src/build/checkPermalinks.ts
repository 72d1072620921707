import { dirname, join } from 'node:path';
import type { Archive } from '../model/archive.ts';
import type { Permalink } from '../model/drafts.ts';
import { findPage, printPageName, type PageName } from '../model/pageIds.ts';
import { createProblem, type Problem } from '../problems/problem.ts';
import { listAddresses, listMoves, type Move } from '../views/data/permalinks.ts';

/** What the list of published addresses says of an archive. */
export interface PermalinkCheck {
  /** Published addresses that nothing answers any more, or something else does, each where the list has it. */
  readonly problems: readonly Problem[];
  /** Addresses that the list does not have yet, sorted by code point. */
  readonly fresh: readonly string[];
  /** Where renamed addresses lead now, as the list does not have it yet. */
  readonly moves: readonly Move[];
}

/** Holds an archive to every address that was ever published. */
export function checkPermalinks(archive: Archive): PermalinkCheck {
  const { permalinks } = archive;
  const addresses = listAddresses(archive);
  const answered = new Set(addresses);
  const published = new Set(permalinks.map(({ value }) => value));
  // A card is answered where its page is: with the page mended, the card is.
  const isSaidOfPage = (value: string) => {
    const page = getPage(value);
    return page !== value && published.has(page) && !answered.has(page);
  };
  const lost = permalinks.filter(({ value }) => !answered.has(value) && !isSaidOfPage(value));
  return {
    problems: [
      ...reportLost(archive, lost),
      ...reportReused(archive, answered),
      ...reportUnvouched(archive),
    ],
    fresh: addresses.filter((address) => !published.has(address)),
    moves: listMoves(archive),
  };
}

/** Reports each lost address; all of them at once where the list is of another story. */
function reportLost({ permalinks }: Archive, lost: readonly Permalink[]): Problem[] {
  const [first] = lost;
  const told = countTold(permalinks);
  // One or two may have been renamed by hand; a story is not renamed as a whole.
  if (first && told >= 3 && countTold(lost) === told)
    return [createProblem('permalink-foreign', first.at, { count: told })];
  return lost.map(({ value, at }) =>
    createProblem('permalink-lost', at, { found: value, repair: getRepair(value) }),
  );
}

/** Returns how many events and articles have their pages in a list of addresses. */
function countTold(permalinks: readonly Permalink[]): number {
  return permalinks.filter(({ value }) => /^\/(events|articles)\/[^/]+\/$/.test(value)).length;
}

/** Reports the addresses that led to a page when they were published and are of another page now, once for each two pages. */
function reportReused(archive: Archive, answered: ReadonlySet<string>): Problem[] {
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
  // A page stands for its parts and its card.
  const inOrder = [
    ...archive.permalinks.filter(isPage),
    ...archive.permalinks.filter((one) => !isPage(one)),
  ];
  return inOrder.flatMap(({ value, to, at }) => {
    const [old, next] = [findPage(value), to === null ? undefined : findPage(to)];
    // What nothing answers is reported as that.
    if (to === null || !old || !next || !answered.has(value) || !answered.has(to)) return [];
    const names = `${printPageName(old)} ${printPageName(next)}`;
    if (follow(old) === follow(next) || reported.has(names)) return [];
    reported.add(names);
    return [createProblem('permalink-reused', at, { found: value, to, id: old.id })];
  });
}

/** Returns the problems of addresses that are built and not yet listed, each at the list's first line. */
export function reportFresh(fresh: readonly string[], file: string): Problem[] {
  const at = { file, line: 1, column: 1 };
  return fresh.map((found) => createProblem('permalink-new', at, { found }));
}

/** Reports that nobody vouches for the ids of a site that has subscribers, as its addresses are published. */
function reportUnvouched({ site, permalinks }: Archive): Problem[] {
  const [first] = permalinks;
  if (site.authority !== null || !first) return [];
  const file = join(dirname(first.at.file), 'site.md');
  return [createProblem('authority-missing', { file, line: 1, column: 1 })];
}

/** Reports that the addresses were published under another base path than the site is built for. */
export function reportMoved({ publishedBase }: Archive, base: string): Problem[] {
  if (publishedBase === null || publishedBase.value === base) return [];
  const facts = { found: publishedBase.value, base };
  return [createProblem('permalink-base', publishedBase.at, facts)];
}

/** What publishing adds to the list. */
export interface Published {
  readonly fresh: readonly string[];
  readonly moves: readonly Move[];
  /** The base path that the site is published under. */
  readonly base: string;
}

/**
 * Returns the text of `permalinks.txt` with what is published now: its base path, then one address a line, with
 * the one it leads to where it was renamed, each once, sorted by code point.
 */
export function mergePermalinks(text: string, { fresh, moves, base }: Published): string {
  const listed = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('# base '));
  const lines = [...listed, ...fresh, ...moves.map((move) => move.join(' '))];
  const moved = new Set(lines.flatMap((line) => (line.includes(' ') ? [line.split(' ')[0]] : [])));
  const all = new Set([`# base ${base}`, ...lines.filter((line) => !moved.has(line))]);
  // Addresses are ASCII: the order of code units is that of code points.
  return [...all]
    .sort()
    .map((line) => `${line}\n`)
    .join('');
}

/** Returns the page that a card for pages of others is of; any other address as it is. */
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
    return `pages/${folder}.md, or \`formerly: [${folder}]\` in the page that it is now`;
  if (id === '') return 'the address to be one of this site’s own';
  if (folder === 'events')
    return `\`formerly: [${id}]\` in the ruling of the event that it is now (events/NEW.md), or \`title\` and \`retracted: { date, reason }\` in events/${id}.md`;
  const file = files[folder];
  return file === undefined
    ? 'the address to be one of this site’s own'
    : `\`formerly: [${id}]\` in the file that it is now, or ${file} with \`retracted: { date, reason }\``;
}
