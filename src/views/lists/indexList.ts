import { weighWords } from './longList.ts';
import { entryFrame, indexBytes, notedEntryFrame, splitIndexBytes } from './budgets.ts';

// The index of all actors, places or sources. Names have no calendar to part them by: of too many for one page
// their notes are left out first; what is still too much is parted by ids, and those that count most stand on the index itself.

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
    (sum, { name, notes }) => sum + notedEntryFrame + weighWords([name, ...notes]),
    0,
  );
  if (noted <= indexBytes && !isParted) return { entries, more: 0 };
  const kept = new Set<Entry>();
  let left = isParted ? splitIndexBytes : indexBytes;
  // A sort keeps the order of those that count the same.
  for (const entry of [...entries].sort((a, b) => rank(b) - rank(a))) {
    left -= entryFrame + weighWords([entry.name]);
    if (left < 0) break;
    kept.add(entry);
  }
  return {
    entries: entries.filter((entry) => kept.has(entry)).map((entry) => ({ ...entry, notes: [] })),
    more: entries.length - kept.size,
  };
}
