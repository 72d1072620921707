import { weighWords } from './longList.ts';

// The index of all actors, places or sources. Names have no calendar to part them by: of too many for one page
// their notes are left out first; what is still too much is parted by ids, and those that count most stand on the index itself.

/** An index has so much room for its entries, in bytes: the page says nothing else. */
const ROOM = 20_000;

/** Of one that is parted. */
const ROOM_BESIDE_PARTS = 9_000;

/** An entry takes so much besides its words: with its note, and with its name alone. */
const NOTED = 70;
const BARE = 50;

/** What an index says of one thing: its name and notes. */
export interface IndexEntry {
  readonly name: string;
  readonly notes: readonly string[];
}

/** Entries as an index holds them, in their order, and how many it has no room for. */
export interface FittedIndex<Entry> {
  readonly entries: readonly Entry[];
  readonly more: number;
}

/** Returns the entries that an index holds: with their notes, or of many the names of those that `rank` highest. With `isParted` the rest has pages of its own. */
export function fitIndex<Entry extends IndexEntry>(
  entries: readonly Entry[],
  rank: (entry: Entry) => number,
  isParted = false,
): FittedIndex<Entry> {
  const noted = entries.reduce(
    (sum, { name, notes }) => sum + NOTED + weighWords([name, ...notes]),
    0,
  );
  if (noted <= ROOM && !isParted) return { entries, more: 0 };
  const kept = new Set<Entry>();
  let left = isParted ? ROOM_BESIDE_PARTS : ROOM;
  // A sort keeps the order of those that count the same.
  for (const entry of [...entries].sort((a, b) => rank(b) - rank(a))) {
    left -= BARE + weighWords([entry.name]);
    if (left < 0) break;
    kept.add(entry);
  }
  return {
    entries: entries.filter((entry) => kept.has(entry)).map((entry) => ({ ...entry, notes: [] })),
    more: entries.length - kept.size,
  };
}
