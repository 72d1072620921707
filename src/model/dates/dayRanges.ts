/** A day of the Gregorian calendar, as the number of days since 1970-01-01, without a time zone. */
export type DayNumber = number;

/** Whole days from first to last, inclusive; null for an open end. */
export interface DayRange {
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
}

/** Returns the intersection of two lists of days, each sorted and disjoint. */
export function intersectRanges(a: readonly DayRange[], b: readonly DayRange[]): DayRange[] {
  const both: DayRange[] = [];
  let [i, j] = [0, 0];
  for (let x = a[i], y = b[j]; x && y; x = a[i], y = b[j]) {
    const first =
      x.first === null ? y.first : y.first === null ? x.first : Math.max(x.first, y.first);
    const last = x.last === null ? y.last : y.last === null ? x.last : Math.min(x.last, y.last);
    if (first === null || last === null || first <= last) both.push({ first, last });
    // The one that ends first can't overlap anything later.
    if ((x.last ?? Infinity) <= (y.last ?? Infinity)) i += 1;
    else j += 1;
  }
  return both;
}

/** Returns the union of ranges, sorted, with touching ones joined. */
export function uniteRanges(ranges: readonly DayRange[]): DayRange[] {
  if (ranges.length < 2) return [...ranges];
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

/** Returns the days from the first to the last of sorted ranges. */
export function hull(ranges: readonly DayRange[]): DayRange {
  return { first: ranges[0]?.first ?? null, last: ranges.at(-1)?.last ?? null };
}

/**
 * Returns the day number of a Gregorian date, month 1–12, in any year: a level 1 date may be millions of
 * years away, beyond the runtime's own dates.
 */
export function toDayNumber(year: number, month: number, day: number): DayNumber {
  // Years are counted from 1 March, so that the leap day is the last; eras are 400 years of 146,097 days.
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Returns the year, month (1–12) and day of a day number, in any year. */
export function splitDay(day: DayNumber): { year: number; month: number; day: number } {
  const fromMarch = day + 719_468;
  const era = Math.floor(fromMarch / 146_097);
  const dayOfEra = fromMarch - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1 };
}
