import type { PageDraft, Permalink } from './drafts.ts';

// What a page was called before: its own file says it (`formerly`), and the list of published addresses
// (`OLD NEW`) remembers which of two names is the older one.

/** The kinds of pages that have an id. */
export type PageKind = 'event' | 'actor' | 'article' | 'source' | 'place';

/** A page by its kind and the id in its address; `page` is one of the site's own, from `pages/`. */
export interface PageName {
  readonly kind: PageKind | 'page';
  readonly id: string;
}

// Matches the address of a page, of its parts and of its card: /events/ID/…, /embed/actors/ID/.
const ownedAddress = /^(?:\/embed)?\/(event|actor|article|source|place)s\/([^/]+)\//;

// Matches the address of a page of the site's own: /method/. What else is as short never leads to another address.
const ownPage = /^\/([^/]+)\/$/;

/** Returns the page that an address belongs to: its own, one of its parts, or its card; undefined for any other address. */
export function findPage(address: string): PageName | undefined {
  const [, own] = ownPage.exec(address) ?? [];
  if (own !== undefined) return { kind: 'page', id: own };
  const [, kind, id] = ownedAddress.exec(address) ?? [];
  return kind === undefined || id === undefined ? undefined : { kind: kind as PageKind, id };
}

/** Returns a page's name as one text, to compare names by. */
export function printPageName({ kind, id }: PageName): string {
  return `${kind}/${id}`;
}

/** For each page that was published under a later name, that name: `event/old` → `event/new`. */
export type PublishedNames = ReadonlyMap<string, string>;

/** Returns which page was renamed to which, as the list of published addresses has it. */
export function readPublishedNames(permalinks: readonly Permalink[]): PublishedNames {
  const names = new Map<string, string>();
  for (const { value, to } of permalinks) {
    const [old, next] = [findPage(value), to === null ? undefined : findPage(to)];
    if (old && next && printPageName(old) !== printPageName(next))
      names.set(printPageName(old), printPageName(next));
  }
  return names;
}

/** Returns whether the list has one name lead to another, directly or by names between them. */
export function leadsTo(from: string, to: string, names: PublishedNames): boolean {
  const seen = new Set<string>();
  for (let name = names.get(from); name !== undefined && !seen.has(name); name = names.get(name)) {
    if (name === to) return true;
    seen.add(name);
  }
  return false;
}

/**
 * Returns every id that a page has had, the first one first. `formerly` has them in their order, and its own id
 * stands there where the page went back to its first one; where it doesn't, what was published decides.
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
