import { weighWords } from './longList.ts';
import { entryFrame, indexBytes, notedEntryFrame, splitIndexBytes } from './budgets.ts';

// The index of all actors, places or sources. Names can't be split by calendar. If there are too many for one
// page, their notes are left out. If that is still too much, the index is split by id and keeps the
// highest-ranked names itself.

/** An entry of an index: its name and notes. */
export interface IndexEntry {
  readonly name: string;
  readonly notes: readonly string[];
}

/** The entries that fit into an index, in their order, and how many don't. */
export interface FittedIndex<Entry> {
  readonly entries: readonly Entry[];
  readonly more: number;
}

/**
 * Returns the entries that fit into an index: with their notes, or the names of those that `rank` highest. If
 * `isParted`, the rest have pages of their own.
 */
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
  // The sort is stable, so entries of equal rank keep their order.
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
