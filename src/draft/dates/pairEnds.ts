import { getWeekday } from '../../model/dates/calendarRanges.ts';
import { splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import { printDay } from '../../model/dates/printDays.ts';
import type { DateContext } from './dateText.ts';
import { printMonth, printYear, type Tense } from './days.ts';
import type { Group } from './groups.ts';
import { resolveGroup, type Resolution } from './resolveGroup.ts';

/** Returns both ends of a range in EDTF; if one lacks a year or month, it takes the other's. Null if they are open. */
export function resolveEnds(
  first: Group,
  second: Group,
  context: DateContext,
  tense: Tense,
): [string, string] | null {
  const [a, b] = [first.head, second.head];
  if (a?.type === 'year' && b?.type === 'year')
    return a.isDecade || b.isDecade ? null : [printYear(a.year), printYear(b.year)];
  if (a?.type === 'month' && b?.type === 'month') {
    const last = b.year ?? a.year ?? readYear(resolveGroup(second, context, tense, []));
    return last === null ? null : resolveMonths(a, b, last);
  }
  const days = isDay(first) && isDay(second) ? resolveDays(first, second, context, tense) : null;
  return days && [printDay(days[0]), printDay(days[1])];
}

interface Month {
  readonly month: number;
  readonly year: number | null;
}

/**
 * Returns the months of a range. `year` is that of its end, or of its start if only that has one; a missing year is
 * the one with which the range doesn't run backwards.
 */
function resolveMonths(a: Month, b: Month, year: number): [string, string] {
  const endYear = b.year === null && a.year !== null && b.month < a.month ? year + 1 : year;
  const startYear = a.year ?? (a.month <= b.month ? endYear : endYear - 1);
  return [printMonth(startYear, a.month), printMonth(endYear, b.month)];
}

/** Returns the days of a range: the end with its own year is certain, the other is the nearest on its side. */
function resolveDays(
  first: Group,
  second: Group,
  context: DateContext,
  tense: Tense,
): [DayNumber, DayNumber] | null {
  const isWithoutYear = !hasYear(first) && !hasYear(second);
  if (isWithoutYear && context.published === null) return null;
  if (hasYear(first) || (isWithoutYear && tense === 'ahead')) {
    const start = readDay(resolveGroup(first, context, tense, []));
    const end = start === null ? undefined : findAfter(second, start, context);
    return start === null || end === undefined ? null : [start, end];
  }
  const end = readDay(resolveGroup(second, context, tense, []));
  const start = end === null ? undefined : findBefore(first, end, context);
  if (end === null || start === undefined) return null;
  // “From Friday to Monday” on a Saturday may be last week's, or may not be over yet.
  const lastStart = isWithoutYear ? readDay(resolveGroup(first, context, tense, [])) : null;
  return lastStart !== null && lastStart !== start && lastStart > end ? null : [start, end];
}

function isDay({ head, weekday }: Group): boolean {
  if (head === null) return weekday !== null;
  return head.type === 'days' || head.type === 'numeric' || head.type === 'relative';
}

function hasYear({ head }: Group): boolean {
  return (head?.type === 'days' || head?.type === 'numeric') && (head.year ?? null) !== null;
}

function findBefore(group: Group, end: DayNumber, context: DateContext): DayNumber | undefined {
  return listNear(group, end, context).findLast((day) => day < end);
}

function findAfter(group: Group, start: DayNumber, context: DateContext): DayNumber | undefined {
  return listNear(group, start, context).find((day) => day > start);
}

/** Returns the days close to another that a group without a year may mean, in order. */
function listNear(
  { head, weekday, offset }: Group,
  near: DayNumber,
  context: DateContext,
): DayNumber[] {
  if (offset !== null) return context.published === null ? [] : [context.published + offset];
  if (head === null && weekday !== null)
    return [...Array(15).keys()]
      .map((step) => near - 7 + step)
      .filter((day) => getWeekday(day) === weekday);
  const heads =
    head?.type === 'days' && head.year === null
      ? [-1, 0, 1].map((step) => ({ ...head, year: splitDay(near).year + step }))
      : [head];
  return heads.flatMap(
    (one) => readDay(resolveGroup({ head: one, weekday, offset }, context, 'past', [])) ?? [],
  );
}

function readDay(resolution: Resolution): DayNumber | null {
  if (resolution?.unit !== 'day' || resolution.days.length !== 1) return null;
  return resolution.days[0] ?? null;
}

function readYear(resolution: Resolution): number | null {
  return resolution?.unit === 'month' ? resolution.year : null;
}
