import type { DateChoice, When } from './archive.ts';
import { createDate } from './dates/createDate.ts';
import { hull, intersectRanges, type DayRange } from './dates/dayRanges.ts';
import { maxDateLength } from './dates/parseEdtf.ts';
import { printRanges } from './dates/printDays.ts';
import { getNightOf, isDoubtful, toDaysOf } from './knownDays.ts';
import { compare } from './lists.ts';

// The dates of accounts that can't all be right.

/**
 * Returns the distinct dates of accounts, sorted, as days of an IANA zone. A day within another date's days
 * is left out, unless it is a date that lasted.
 */
export function listChoices(whens: readonly When[], zone: string): DateChoice[] {
  const all = whens.flatMap((when) => toChoice(when, zone) ?? []);
  // If two dates allow the same days, keep the one without “about” or “possibly”.
  const unlike = new Map<string, DateChoice>();
  for (const choice of all) {
    const key = `${choice.type} ${printRanges(choice.days)}`;
    const known = unlike.get(key);
    if (!known || (isQualified(known) && !isQualified(choice))) unlike.set(key, choice);
  }
  const distinct = [...unlike.values()];
  return distinct
    .filter(
      (choice) =>
        choice.type === 'lasting' ||
        !distinct.some(
          (other) => other !== choice && other.type !== 'lasting' && isWithin(choice, other),
        ),
    )
    .sort(compareChoices);
}

/**
 * Returns all days of accounts, a night as its first day, as the members of a one-of set (EDTF level 2):
 * sorted, disjoint, open only at either end.
 */
export function joinChoices(whens: readonly When[], zone: string): DayRange[] {
  const ranges = whens.flatMap((when): readonly DayRange[] => {
    const night = when.zone === zone ? getNightOf(when) : undefined;
    return night === undefined
      ? toDaysOf(zone, when, when.wholeDays)
      : [{ first: night, last: night }];
  });
  const earlier = ranges.flatMap(({ first, last }) =>
    first === null && last !== null ? [last] : [],
  );
  const later = ranges.flatMap(({ first, last }) =>
    last === null && first !== null ? [first] : [],
  );
  const until = earlier.length > 0 ? Math.max(...earlier) : null;
  const since = later.length > 0 ? Math.min(...later) : null;
  const joined: { first: number; last: number }[] = [];
  const closed = ranges
    .flatMap(({ first, last }) => (first !== null && last !== null ? [{ first, last }] : []))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  for (const range of closed) {
    const before = joined.at(-1);
    // Members that only touch stay separate: “9 or 10 May” says more than “9–10 May”.
    if (before && range.first <= before.last) before.last = Math.max(before.last, range.last);
    else joined.push({ ...range });
  }
  const members = closeEnds(joined, until, since);
  // A set that is too long to parse again keeps only its first and last day.
  return printRanges(members).length > maxDateLength ? coarsen(members) : members;
}

/** Returns the range from the first to the last of sorted days; two members stay if both ends are open. */
export function coarsen(members: readonly DayRange[]): DayRange[] {
  const [last, before] = [members.at(-1), members.at(-2)];
  const whole = hull(members);
  return last && before && whole.first === null && whole.last === null
    ? [{ first: null, last: before.last }, last]
    : [whole];
}

/** Joins open-ended days with the days they overlap; two open ranges that meet leave no overlap. */
function closeEnds(
  closed: readonly { readonly first: number; readonly last: number }[],
  until: number | null,
  since: number | null,
): DayRange[] {
  const reached = closed.filter(({ first }) => until !== null && first <= until);
  const last = until === null ? null : Math.max(until, ...reached.map((range) => range.last));
  const reaching = closed.filter((range) => since !== null && range.last >= since);
  const first = since === null ? null : Math.min(since, ...reaching.map((range) => range.first));
  return [
    ...(last === null ? [] : [{ first: null, last }]),
    ...closed.filter((range) => !reached.includes(range) && !reaching.includes(range)),
    ...(first === null
      ? []
      : [{ first: last === null ? first : Math.max(first, last + 1), last: null }]),
  ];
}

function toChoice(when: When, zone: string): DateChoice | undefined {
  const days = toDaysOf(zone, when, when.wholeDays);
  // A date that allows every day adds nothing.
  if (days.length === 0 || days.some(({ first, last }) => first === null && last === null))
    return undefined;
  if (when.zone === zone && getNightOf(when) !== undefined)
    return { type: 'night', date: createDate(days), days };
  const date = when.date !== null && when.zone === zone ? when.date : createDate(days);
  return { type: date.type === 'lasting' ? 'lasting' : 'days', date, days };
}

function isQualified({ date }: DateChoice): boolean {
  return isDoubtful(date) || (date.type === 'single' && date.date.about !== null);
}

/** Returns whether another choice has all days of a choice, and more. */
function isWithin({ days: inner }: DateChoice, { days: outer }: DateChoice): boolean {
  const shared = printRanges(intersectRanges(inner, outer));
  return shared === printRanges(inner) && shared !== printRanges(outer);
}

function compareChoices(a: DateChoice, b: DateChoice): number {
  const first = ({ days }: DateChoice) => days[0]?.first ?? -Infinity;
  const last = ({ days }: DateChoice) => days.at(-1)?.last ?? Infinity;
  return compare(first(a), first(b)) || compare(last(a), last(b));
}
