/** A day of the Gregorian calendar, counted from 1970-01-01, without any time zone. */
export type DayNumber = number;

/** Whole days from first to last, both included; null where the end is open. */
export interface DayRange {
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
}

/** Gives what two lists of days, each sorted and apart, have in common. */
export function intersectRanges(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const both: DayRange[] = [];
  for (const x of a) {
    for (const y of b) {
      const first =
        x.first === null ? y.first : y.first === null ? x.first : Math.max(x.first, y.first);
      const last = x.last === null ? y.last : y.last === null ? x.last : Math.min(x.last, y.last);
      if (first === null || last === null || first <= last) both.push({ first, last });
    }
  }
  return both;
}

/** Gives the days of all ranges, sorted, touching ones joined. */
export function uniteRanges(ranges: readonly DayRange[]): DayRange[] {
  const sorted = [...ranges].sort((a, b) => (a.first ?? -Infinity) - (b.first ?? -Infinity));
  const united: DayRange[] = [];
  for (const range of sorted) {
    const before = united.at(-1);
    if (
      before &&
      (before.last === null || range.first === null || range.first <= before.last + 1)
    ) {
      const last =
        before.last === null || range.last === null ? null : Math.max(before.last, range.last);
      united[united.length - 1] = { first: before.first, last };
    } else {
      united.push(range);
    }
  }
  return united;
}

/** Gives the days from the first of all ranges to the last; the ranges are sorted. */
export function hull(ranges: readonly DayRange[]): DayRange {
  return { first: ranges[0]?.first ?? null, last: ranges.at(-1)?.last ?? null };
}
