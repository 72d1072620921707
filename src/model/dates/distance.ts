import { hull, type DayNumber, type DayRange } from './dayRanges.ts';
import type { Unit } from './edtfDate.ts';
import { countMonths, countYears } from './monthSteps.ts';
import { isFarAway } from './zoneClock.ts';

/** How long after a day another comes, in the largest unit that people would use. */
export interface Distance {
  readonly unit: Unit;
  readonly count: number;
  /** True if the open days of the dates make it one more or less. */
  readonly about: boolean;
}

/**
 * Returns the number of whole days between two days, earlier first; of whole months from five weeks on, of
 * whole years from two years on.
 */
export function measureDistance(from: DayNumber, to: DayNumber): Distance {
  const days = to - from;
  if (days < 35 || isFarAway(from) || isFarAway(to))
    return { unit: 'day', count: days, about: false };
  const months = countMonths(from, to);
  return months < 24
    ? { unit: 'month', count: months, about: false }
    : { unit: 'year', count: countYears(from, to), about: false };
}

/**
 * Returns how long after a date another comes, by the days that they allow. It is “about” if open days make
 * it one month or year more or less. Returns undefined if they make a larger difference, or if the second
 * date may precede the first.
 */
export function measureBetween(
  earlier: readonly DayRange[],
  later: readonly DayRange[],
): Distance | undefined {
  const [before, after] = [hull(earlier), hull(later)];
  if (before.first === null || before.last === null || after.first === null || after.last === null)
    return undefined;
  if (after.first < before.last) return undefined;
  const shortest = measureDistance(before.last, after.first);
  const longest = measureDistance(before.first, after.last);
  if (shortest.unit !== longest.unit) return undefined;
  if (shortest.count === longest.count) return shortest;
  return shortest.unit !== 'day' && longest.count - shortest.count === 1
    ? { ...longest, about: true }
    : undefined;
}
