// Lists that no calendar can split (the events of a day, the index of all actors) are split by id: `…/a-z/b/`
// has the ids that start with a b. A page that is still too long becomes the index of longer prefixes, so
// addresses stay the same whatever is added.

/** An entry of a list: its id, and the approximate bytes it needs on a page. */
export interface Weighed {
  readonly id: string;
  readonly bytes: number;
}

/** The page of a prefix: some entries of the list, and the longer prefixes that have pages for the rest. */
export interface IdPage<Entry> {
  readonly here: readonly Entry[];
  readonly parts: readonly { readonly prefix: string; readonly count: number }[];
}

/**
 * Returns the page of a prefix: all entries that start with it if they fit into `room` (bytes), else longer
 * prefixes.
 */
export function splitById<Entry extends Weighed>(
  entries: readonly Entry[],
  prefix: string,
  room: number,
): IdPage<Entry> {
  const own = entries.filter(({ id }) => id.startsWith(prefix));
  if (own.reduce((sum, { bytes }) => sum + bytes, 0) <= room) return { here: own, parts: [] };
  const { length } = findCommonStart(own.map(({ id }) => id));
  const counts = new Map<string, number>();
  for (const { id } of own) {
    const longer = id.slice(0, length + 1);
    if (id.length > length) counts.set(longer, (counts.get(longer) ?? 0) + 1);
  }
  return {
    here: own.filter(({ id }) => id.length === length),
    parts: [...counts]
      .map(([longer, count]) => ({ prefix: longer, count }))
      .sort((a, b) => (a.prefix < b.prefix ? -1 : 1)),
  };
}

/** Returns every prefix that needs a page; none if the whole list fits. */
export function listPrefixes(entries: readonly Weighed[], room: number, prefix = ''): string[] {
  const own = entries.filter(({ id }) => id.startsWith(prefix));
  return splitById(own, prefix, room).parts.flatMap((part) => [
    part.prefix,
    ...listPrefixes(own, room, part.prefix),
  ]);
}

/** Returns the prefix of the page that an entry is on; empty for the page of the list itself. */
export function findPrefix(entries: readonly Weighed[], id: string, room: number): string {
  let prefix = '';
  for (;;) {
    const part = splitById(entries, prefix, room).parts.find((one) => id.startsWith(one.prefix));
    if (!part) return prefix;
    ({ prefix } = part);
  }
}

function findCommonStart(ids: readonly string[]): string {
  return ids.reduce((start, id) => {
    let length = 0;
    while (length < start.length && start[length] === id[length]) length += 1;
    return start.slice(0, length);
  });
}
