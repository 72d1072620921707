// A page holds so much that a reader gets it in one go. A longer list is parted by the calendar; where the
// calendar has no smaller part, its events stand in one line each.

/** A part of a parted list: a year, month or day with its page, how many events it has, and how many more are possible. */
export interface PartLink {
  readonly label: string;
  readonly url: string;
  readonly events: number;
  readonly possible?: number;
}

/** Returns the bytes of words. */
export function weighWords(words: readonly (string | null)[]): number {
  return sumOf(words, (word) => (word === null ? 0 : Buffer.byteLength(word)));
}

/** A card names so many of those involved, and of its sources; the event's page has them all. */
const NAMED = 8;

/** Returns the first of a card's links, and how many more there are. */
export function takeShown<Link>(links: readonly Link[]): {
  readonly shown: readonly Link[];
  readonly more: number;
} {
  const shown = links.length > NAMED + 1 ? links.slice(0, NAMED) : links;
  return { shown, more: links.length - shown.length };
}

/** Returns the last of a list, as many as `room` (bytes) has, one at least; and how many were left out. */
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

/** Returns the first of a list, as many as `room` (bytes) has, one at least; and how many are left out. */
export function takeFirst<Item>(
  items: readonly Item[],
  room: number,
  weigh: (item: Item) => number,
): { readonly first: readonly Item[]; readonly more: number } {
  const { last, more } = takeLast([...items].reverse(), room, weigh);
  return { first: [...last].reverse(), more };
}

/** Returns the sum of what each item weighs. */
export function sumOf<Item>(items: readonly Item[], weigh: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + weigh(item), 0);
}
