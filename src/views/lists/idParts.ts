// What no calendar parts (the events of one day, the index of all actors) is parted by the ids of what it lists:
// `…/a-z/b/` has those that start with a b. A page that is still too heavy is the index of longer prefixes, so an
// address stays whatever is added.

/** What a list has: its id, and about how much of a page it takes, in bytes. */
export interface Weighed {
  readonly id: string;
  readonly bytes: number;
}

/** What stands on the page of one prefix: some of the list itself, and the prefixes that have pages for the rest. */
export interface IdPage<Entry> {
  readonly here: readonly Entry[];
  readonly parts: readonly { readonly prefix: string; readonly count: number }[];
}

/** Returns what the page of a prefix has: all that starts with it where that fits into `room` (bytes), else longer prefixes. */
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

/** Returns every prefix that a page is needed for, none where the whole list fits. */
export function listPrefixes(entries: readonly Weighed[], room: number, prefix = ''): string[] {
  const own = entries.filter(({ id }) => id.startsWith(prefix));
  return splitById(own, prefix, room).parts.flatMap((part) => [
    part.prefix,
    ...listPrefixes(own, room, part.prefix),
  ]);
}

/** Returns the prefix of the page that something stands on; empty where that is the page of the list itself. */
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
