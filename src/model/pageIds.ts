import type { PageDraft, Permalink } from './drafts.ts';

// Former names of pages. A page's own file lists them (`formerly`), and the list of published addresses (`OLD
// NEW`) shows which of two names is older.

/** The kinds of pages that have an id. */
export type PageKind = 'event' | 'actor' | 'article' | 'source' | 'place';

/** A page, identified by its kind and the id in its address; `page` is one of the site's own, from `pages/`. */
export interface PageName {
  readonly kind: PageKind | 'page';
  readonly id: string;
}

// Matches the address of a page, of its parts and of its card: /events/ID/…, /embed/actors/ID/.
const ownedAddress = /^(?:\/embed)?\/(event|actor|article|source|place)s\/([^/]+)\//;

// Matches the address of one of the site's own pages: /method/. Other addresses this short never redirect.
const ownPage = /^\/([^/]+)\/$/;

/**
 * Returns the page that an address belongs to, whether its own, one of its parts, or its card; undefined for
 * any other address.
 */
export function findPage(address: string): PageName | undefined {
  const [, own] = ownPage.exec(address) ?? [];
  if (own !== undefined) return { kind: 'page', id: own };
  const [, kind, id] = ownedAddress.exec(address) ?? [];
  return kind === undefined || id === undefined ? undefined : { kind: kind as PageKind, id };
}

/** Returns a page's name as one string, for comparison. */
export function printPageName({ kind, id }: PageName): string {
  return `${kind}/${id}`;
}

/** The later name of each page that was published under several: `event/old` → `event/new`. */
export type PublishedNames = ReadonlyMap<string, string>;

/** Returns which page was renamed to which, according to the list of published addresses. */
export function readPublishedNames(permalinks: readonly Permalink[]): PublishedNames {
  const names = new Map<string, string>();
  for (const { value, to } of permalinks) {
    const [old, next] = [findPage(value), to === null ? undefined : findPage(to)];
    if (old && next && printPageName(old) !== printPageName(next))
      names.set(printPageName(old), printPageName(next));
  }
  return names;
}

/** Returns whether the list redirects one name to another, directly or through names between them. */
export function leadsTo(from: string, to: string, names: PublishedNames): boolean {
  const seen = new Set<string>();
  for (let name = names.get(from); name !== undefined && !seen.has(name); name = names.get(name)) {
    if (name === to) return true;
    seen.add(name);
  }
  return false;
}

/**
 * Returns every id that a page has had, in order. `formerly` lists them in order, including the current id if
 * the page returned to its first one; otherwise the published addresses decide.
 */
export function listIds(
  kind: PageKind,
  { id, formerly }: Pick<PageDraft, 'id' | 'formerly'>,
  names: PublishedNames,
): readonly string[] {
  const all = [...new Set([...formerly.map(({ value }) => value), id])];
  const name = (own: string) => printPageName({ kind, id: own });
  if (all[0] === id) return all;
  const first = all.reduce((oldest, other) =>
    leadsTo(name(other), name(oldest), names) ? other : oldest,
  );
  return [...new Set([first, ...all])];
}
