import { maxNamesOnCard } from './budgets.ts';

// A page is small enough to load in one go. A longer list is split by calendar; if the calendar can't split
// it further, its events are on one line each.

/**
 * A part of a split list: a year, month or day with its page, its number of events, and how many more are
 * possible.
 */
export interface PartLink {
  readonly label: string;
  readonly url: string;
  readonly events: number;
  readonly possible?: number;
}

/** Returns the total bytes (UTF-8) of words. */
export function weighWords(words: readonly (string | null)[]): number {
  return sumOf(words, (word) => (word === null ? 0 : Buffer.byteLength(word)));
}

/** Returns the first of a card's links, and how many more there are. */
export function takeShown<Link>(links: readonly Link[]): {
  readonly shown: readonly Link[];
  readonly more: number;
} {
  const shown = links.length > maxNamesOnCard + 1 ? links.slice(0, maxNamesOnCard) : links;
  return { shown, more: links.length - shown.length };
}

/** Returns as many of the last items as fit into `room` (bytes), at least one, and how many are left out. */
export function takeLast<Item>(
  items: readonly Item[],
  room: number,
  weigh: (item: Item) => number,
): { readonly last: readonly Item[]; readonly more: number } {
  let start = items.length;
  for (let left = room; start > 0; start -= 1) {
    const item = items[start - 1];
    if (item === undefined) break;
    left -= weigh(item);
    if (left < 0 && start < items.length) break;
  }
  return { last: items.slice(start), more: start };
}

/** Returns as many of the first items as fit into `room` (bytes), at least one, and how many are left out. */
export function takeFirst<Item>(
  items: readonly Item[],
  room: number,
  weigh: (item: Item) => number,
): { readonly first: readonly Item[]; readonly more: number } {
  const { last, more } = takeLast([...items].reverse(), room, weigh);
  return { first: [...last].reverse(), more };
}

/** Returns the sum of the items' weights. */
export function sumOf<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + weigh(item), 0);
}
