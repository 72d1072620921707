import {
  dayToRange,
  monthToRange,
  seasonToRange,
  yearToRange,
  type ClosedRange,
} from './calendarRanges.ts';
import {
  hull,
  splitDay,
  toDayNumber,
  uniteRanges,
  type DayNumber,
  type DayRange,
} from './dayRanges.ts';
import { expandDigits } from './digits.ts';
import type { DateEnd, EdtfDate, OneOfMember, PlainDate, Unit } from './edtfDate.ts';
import { addMonths, addYears } from './monthSteps.ts';
import { isFarAway } from './zoneClock.ts';

/**
 * Returns the days that a date allows, sorted, disjoint and zone-free. “About” allows three units on either
 * side, “doubtful” widens nothing; a lasting time allows the days from its first possible to its last.
 */
export function dateToRanges(date: EdtfDate): DayRange[] {
  switch (date.type) {
    case 'single':
      return plainDateToRanges(date.date);
    case 'lasting':
      return [{ first: endToRange(date.from).first, last: endToRange(date.to).last }];
    case 'one-of':
      return uniteRanges(date.members.flatMap(memberToRanges));
  }
}

/** Returns the days that a member of a one-of set allows. */
export function memberToRanges(member: OneOfMember): DayRange[] {
  if (member.type === 'date') return plainDateToRanges(member);
  return [
    {
      first: member.from && hull(plainDateToRanges(member.from)).first,
      last: member.to && hull(plainDateToRanges(member.to)).last,
    },
  ];
}

/** Returns the days that a single date allows, “about” included. */
export function plainDateToRanges(date: PlainDate): DayRange[] {
  return uniteRanges(listExactRanges(date).map((range) => widen(range, date.about)));
}

/** Returns the days on which a lasting time may have begun, and those on which it may have ended. */
export function getEnds(date: EdtfDate & { type: 'lasting' }): { from: DayRange; to: DayRange } {
  return { from: endToRange(date.from), to: endToRange(date.to) };
}

/** Returns whether a lasting time or a range may begin before it ends. */
export function isInOrder(from: DateEnd, to: DateEnd): boolean {
  const { first } = endToRange(from);
  const { last } = endToRange(to);
  return first === null || last === null || first <= last;
}

/**
 * Returns the single day that a date names (doubtful or not), or undefined if it names more or is
 * approximate.
 */
export function getSingleDay(date: EdtfDate): DayNumber | undefined {
  return date.type === 'single' ? getDay(date.date) : undefined;
}

/** Returns the single day that an end of a lasting time names, by the same rule. */
export function getDayOfEnd(end: DateEnd): DayNumber | undefined {
  return typeof end === 'string' ? undefined : getDay(end);
}

/**
 * Returns the first day of the night that a date with `night` means: the day itself, or the first of two
 * adjacent days; undefined if the date is neither.
 */
export function getNight(date: EdtfDate): DayNumber | undefined {
  const single = getSingleDay(date);
  if (single !== undefined) return single;
  if (date.type !== 'lasting') return undefined;
  const [from, to] = [getDayOfEnd(date.from), getDayOfEnd(date.to)];
  return from !== undefined && to === from + 1 ? from : undefined;
}

/** Returns whether a date exists: the grammar accepts 2019-02-29. */
export function exists(date: PlainDate): boolean {
  return listExactRanges(date).length > 0;
}

function getDay(date: PlainDate): DayNumber | undefined {
  if (date.about) return undefined;
  const [range] = plainDateToRanges(date);
  return range && range.first !== null && range.first === range.last ? range.first : undefined;
}

function endToRange(end: DateEnd): DayRange {
  return typeof end === 'string' ? { first: null, last: null } : hull(plainDateToRanges(end));
}

/** Returns the days that the digits of a date allow, without “about”. */
function listExactRanges(date: PlainDate): DayRange[] {
  if (date.season) return [seasonToRange(Number(date.year), date.season)];
  if (isWrittenOut(date))
    return dayToRange(Number(date.year), Number(date.month), Number(date.day));
  const years = expandDigits(date.year);
  const hasDay = date.day !== null && date.day !== 'XX';
  if (!hasDay && (date.month === null || date.month === 'XX'))
    return uniteRanges(years.map(yearToRange));
  const months = expandDigits(date.month ?? 'XX', 1, 12);
  const ranges = years.flatMap((year) => months.map((month) => monthToRange(year, month)));
  return uniteRanges(
    hasDay ? ranges.flatMap((range) => pickDays(range, date.day ?? 'XX')) : ranges,
  );
}

/** Fast path for most dates: a single day without open digits. */
function isWrittenOut({ year, month, day }: PlainDate): boolean {
  return [year, month, day].every((digits) => digits !== null && !digits.includes('X'));
}

/** Returns the days of a month that the digits of a day allow. */
function pickDays({ first, last }: ClosedRange, digits: string): ClosedRange[] {
  return expandDigits(digits, 1, last - first + 1).map((day) => ({
    first: first + day - 1,
    last: first + day - 1,
  }));
}

function widen(range: DayRange, about: Unit | null): DayRange {
  if (!about || range.first === null || range.last === null) return range;
  if (about === 'day') return { first: range.first - 3, last: range.last + 3 };
  if (about === 'year' && isFarAway(range.first)) {
    return {
      first: toDayNumber(splitDay(range.first).year - 3, 1, 1),
      last: toDayNumber(splitDay(range.last).year + 4, 1, 1) - 1,
    };
  }
  const add = about === 'month' ? addMonths : addYears;
  return { first: add(range.first, -3), last: add(range.last + 1, 3) - 1 };
}
