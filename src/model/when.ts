import { TZDate } from '@date-fns/tz';
// Separate imports: the package's index takes a second to load.
import { addMonths } from 'date-fns/addMonths';
import { addYears } from 'date-fns/addYears';
import { differenceInMonths } from 'date-fns/differenceInMonths';
import { differenceInYears } from 'date-fns/differenceInYears';
import { parse as parseWithEdtf } from 'edtf';
import {
  hull,
  splitDay,
  toDayNumber,
  uniteRanges,
  type DayNumber,
  type DayRange,
} from './dayRanges.ts';
import { dayToMoment, isFarAway, listClockMoments } from './zoneClock.ts';

export { isTimeZone, momentToDay, momentToMinute } from './zoneClock.ts';

// The only module that uses edtf and date-fns. edtf serves only as a grammar: its bounds interpret zone-less
// times in the machine's zone and ignore “about”, so we compute our own.

/** A single EDTF date, with its digits as written (`X` for an unspecified one). */
export interface PlainDate {
  readonly type: 'date';
  readonly year: string;
  readonly month: string | null;
  readonly day: string | null;
  readonly season: Season | null;
  /** The unit that “about” applies to, null if none. */
  readonly about: Unit | null;
  readonly doubtful: boolean;
}

/** A member of a one-of set: a date, or a range whose ends may be open. */
export type OneOfMember =
  | PlainDate
  | { readonly type: 'range'; readonly from: PlainDate | null; readonly to: PlainDate | null };

/** A parsed EDTF text: a date, a lasting time, or a choice of dates. The written text is authoritative. */
export type EdtfDate =
  | {
      readonly type: 'single';
      readonly written: string;
      readonly date: PlainDate;
      readonly clock: Clock | null;
    }
  | {
      readonly type: 'lasting';
      readonly written: string;
      readonly from: PlainDate | 'open' | 'unknown';
      readonly to: PlainDate | 'open' | 'unknown';
    }
  | { readonly type: 'one-of'; readonly written: string; readonly members: readonly OneOfMember[] };

/** A time of day in an EDTF date; `offset` is minutes east of UTC, null if there is none. */
interface Clock {
  readonly minute: number;
  readonly offset: number | null;
}

/**
 * The value of a block's `time`: a part of the day, minutes since midnight, or a moment between two of those;
 * `about` is the minute in “about 20:30”.
 */
export type TimeOfDay =
  | { readonly type: 'part'; readonly part: PartOfDay }
  | {
      readonly type: 'clock';
      readonly minute: number;
      /** Set for the second of two equal hours, when clocks go back. */
      readonly isSecond?: true;
    }
  | {
      readonly type: 'clocks';
      readonly from: number;
      readonly to: number;
      readonly about: number | null;
    };

/** The parts of a day, in order: 05–12, 12–17, 17–21 and 21–05 of the next day. */
const partsOfDay = ['morning', 'afternoon', 'evening', 'night'] as const;
export type PartOfDay = (typeof partsOfDay)[number];

/** Moments from `from` up to but excluding `to`, in milliseconds since 1970 UTC; infinite if open. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Unit = 'day' | 'month' | 'year';
export type Season = 'spring' | 'summer' | 'autumn' | 'winter';

const DAY = 86_400_000;
const MINUTE = 60_000;
const seasons: Record<number, Season> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };
const seasonStarts: Record<Season, number> = { spring: 3, summer: 6, autumn: 9, winter: 12 };
const partMinutes: Record<PartOfDay, readonly [number, number]> = {
  morning: [5 * 60, 12 * 60],
  afternoon: [12 * 60, 17 * 60],
  evening: [17 * 60, 21 * 60],
  night: [21 * 60, 29 * 60],
};

/**
 * Returns the tree of a date in EDTF (levels 0 and 1, and level 2's one-of set), or undefined if the text
 * isn't such a date. Zone-free: `dateToSpans` determines the moments.
 *
 * @example parseEdtf('2020-12-22~') // a day, about
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  const plain = parsePlainDay(text);
  if (plain) return { type: 'single', written: text, date: plain, clock: null };
  if (text.length > longestDate) return undefined;
  const raw = readGrammar(text);
  const date = raw ? readRaw(raw, text) : parseWithSeasons(text);
  return date && isTooWide(date) ? undefined : date;
}

function readGrammar(text: string): RawNode | undefined {
  try {
    return parseWithEdtf(text) as RawNode;
  } catch {
    return undefined;
  }
}

/** In characters: a choice of about twenty days. */
export const longestDate = 200;

/** Maximum number of ranges in a choice: each is compared with those of every other account. */
const maxStretches = 1000;

function isTooWide(date: EdtfDate): boolean {
  return (
    date.type === 'one-of' &&
    date.members.reduce((sum, member) => sum + memberToRanges(member).length, 0) > maxStretches
  );
}

/** EDTF level 2 forms that Dateline doesn't support. */
export type UnsupportedForm =
  'all-of-set' | 'exponent' | 'significant-digits' | 'grouping' | 'decade' | 'long' | 'wide';

/**
 * Returns the EDTF level 2 form of a text that `parseEdtf` refuses, undefined if it isn't EDTF at all or the
 * day doesn't exist.
 */
export function findUnsupportedForm(text: string): UnsupportedForm | undefined {
  if (text.length > longestDate) return 'long';
  const raw = readGrammar(text);
  if (!raw) return undefined;
  switch (raw.type) {
    case 'List':
      return 'all-of-set';
    case 'Set':
      return readRaw(raw, text) ? 'wide' : undefined;
    case 'Decade':
      return 'decade';
    case 'Season':
      return raw.level === 2 ? 'grouping' : undefined;
    case 'Year':
      // A year may have both an exponent and significant digits; name the first.
      if (raw.level !== 2) return undefined;
      return text.includes('E') ? 'exponent' : 'significant-digits';
    default:
      return undefined;
  }
}

/** The fault of a text that is written as a date: a nonexistent part, or ends in the wrong order. */
export type DateFault =
  | { readonly type: 'no-such-day' | 'no-such-month'; readonly part: string }
  | { readonly type: 'reversed'; readonly repair: string };

/** Returns the fault of a text that `parseEdtf` refuses, undefined if it isn't written as a date. */
export function findDateFault(text: string): DateFault | undefined {
  // Matches every month and day in it, with its year.
  for (const [part, year, month, day] of text.matchAll(
    /(?<![\d-])(-?\d{4})-(\d\d)(?:-(\d\d))?(?![\dX])/g,
  )) {
    const isMonth = Number(month) >= 1 && Number(month) <= 12;
    if (day === undefined && !isMonth && !(Number(month) >= 21 && Number(month) <= 41))
      return { type: 'no-such-month', part };
    if (day !== undefined && exactDay(Number(year), Number(month), Number(day)).length === 0)
      return { type: isMonth ? 'no-such-day' : 'no-such-month', part };
  }
  const repair = turnEnds(text);
  return repair !== undefined && parseEdtf(repair) ? { type: 'reversed', repair } : undefined;
}

/** Swaps the ends of a lasting time or of a one-range choice. */
function turnEnds(text: string): string | undefined {
  const [, open = '', from, sign, to, close = ''] =
    /^(\[?)([^/[\],]+?)(\/|\.\.)([^/[\],]+?)(\]?)$/.exec(text) ?? [];
  return from === undefined ? undefined : `${open}${to ?? ''}${sign ?? ''}${from}${close}`;
}

/**
 * Returns a block's `time` (`20:30`, `about 20:30`, `20:00/20:45`, `morning` …) parsed, undefined for any
 * other text. “About” allows half an hour on either side, within the date's day.
 */
export function parseTimeOfDay(text: string): TimeOfDay | undefined {
  const part = partsOfDay.find((name) => name === text);
  if (part) return { type: 'part', part };
  const [first = '', second, ...more] = text.split('/');
  const about = second === undefined ? /^about (.+)$/.exec(first)?.[1] : undefined;
  const minute = parseClock(about ?? first);
  if (minute === undefined || more.length > 0) return undefined;
  if (about !== undefined) {
    const [from, to] = [Math.max(minute - 30, 0), Math.min(minute + 30, lastMinute)];
    return { type: 'clocks', from, to, about: minute };
  }
  if (second === undefined) return { type: 'clock', minute };
  const to = parseClock(second);
  return to !== undefined && to > minute
    ? { type: 'clocks', from: minute, to, about: null }
    : undefined;
}

const lastMinute = 24 * 60 - 1;

/** Accepts 00:00 to 23:59 with two digits each, but not 24:00 or single digits. */
function parseClock(text: string): number | undefined {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : undefined;
}

/**
 * Formats a time of day as in a block's `time`: `20:30`, `about 20:30`, `20:00/20:45` or the part of the day.
 */
export function printTimeOfDay(time: TimeOfDay): string {
  if (time.type === 'part') return time.part;
  if (time.type === 'clock') return printClock(time.minute);
  return time.about === null
    ? `${printClock(time.from)}/${printClock(time.to)}`
    : `about ${printClock(time.about)}`;
}

/** Formats minutes since midnight as `20:30`. */
export function printClock(minute: number): string {
  return `${pad(Math.floor(minute / 60) % 24)}:${pad(minute % 60)}`;
}

/**
 * Returns the single day that a date names (doubtful or not), or undefined if it names more or is
 * approximate.
 */
export function getSingleDay(date: EdtfDate): DayNumber | undefined {
  if (date.type !== 'single' || date.date.about) return undefined;
  const [range] = plainDateToRanges(date.date);
  return range && range.first !== null && range.first === range.last ? range.first : undefined;
}

/**
 * Returns the first day of the night that a date with `night` means: the day itself, or the first of two
 * adjacent days; undefined if the date is neither.
 */
export function getNight(date: EdtfDate): DayNumber | undefined {
  const single = getSingleDay(date);
  if (single !== undefined) return single;
  if (date.type !== 'lasting' || typeof date.from === 'string' || typeof date.to === 'string')
    return undefined;
  const from = getSingleDay({ type: 'single', written: '', date: date.from, clock: null });
  const to = getSingleDay({ type: 'single', written: '', date: date.to, clock: null });
  return from !== undefined && to === from + 1 ? from : undefined;
}

/**
 * Returns the days that a date allows, sorted, disjoint and zone-free. “About” allows three units on either
 * side, “doubtful” widens nothing; a lasting time allows the days from its first possible to its last.
 */
export function dateToRanges(date: EdtfDate): DayRange[] {
  switch (date.type) {
    case 'single':
      return plainDateToRanges(date.date);
    case 'lasting':
      return [{ first: firstOf(date.from), last: lastOf(date.to) }];
    case 'one-of':
      return uniteRanges(date.members.flatMap(memberToRanges));
  }
}

/** Returns the days on which a lasting time may have begun, and those on which it may have ended. */
export function getEnds(date: EdtfDate & { type: 'lasting' }): { from: DayRange; to: DayRange } {
  const any = { first: null, last: null };
  return {
    from: typeof date.from === 'string' ? any : hull(plainDateToRanges(date.from)),
    to: typeof date.to === 'string' ? any : hull(plainDateToRanges(date.to)),
  };
}

/**
 * Returns the moments that a date allows in an IANA zone, with its time of day if known. A night runs from
 * 21:00 of its first day to 05:00 of the next.
 */
export function dateToSpans(date: EdtfDate, time: TimeOfDay | null, zone: string): Span[] {
  if (date.type === 'single' && date.clock) return [clockToSpan(date.date, date.clock, zone)];
  if (time) {
    const day = time.type === 'part' && time.part === 'night' ? getNight(date) : getSingleDay(date);
    if (day !== undefined) return [dayPartToSpan(day, time, zone)];
  }
  return rangesToSpans(dateToRanges(date), zone);
}

/** Returns the moments of days in an IANA zone, from midnight to midnight. */
export function rangesToSpans(ranges: readonly DayRange[], zone: string): Span[] {
  return ranges.map(({ first, last }) => ({
    from: first === null ? -Infinity : dayToMoment(first, 0, zone),
    to: last === null ? Infinity : dayToMoment(last + 1, 0, zone),
  }));
}

/** Returns the weekday of a day, 0 for Sunday to 6 for Saturday. */
export function getWeekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

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
  const [later, earlier] = [utcDay(to), utcDay(from)];
  const months = differenceInMonths(later, earlier);
  return months < 24
    ? { unit: 'month', count: months, about: false }
    : { unit: 'year', count: differenceInYears(later, earlier), about: false };
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

/** Formats a day as `YYYY-MM-DD` (ISO 8601, EDTF level 0), with a Y before a year of more than four digits. */
export function printDay(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = splitDay(day);
  const sign = (Math.abs(year) > 9999 ? 'Y' : '') + (year < 0 ? '-' : '');
  return `${sign}${String(Math.abs(year)).padStart(4, '0')}-${pad(month)}-${pad(dayOfMonth)}`;
}

/** Returns the EDTF text of exactly the given days: a day, a whole month or year, else a one-of set. */
export function printRanges(ranges: readonly DayRange[]): string {
  const [only] = ranges;
  if (only && ranges.length === 1) {
    const whole = printWhole(only);
    if (whole) return whole;
  }
  return `[${ranges.map((range) => printWhole(range) ?? `${range.first === null ? '' : printDay(range.first)}..${range.last === null ? '' : printDay(range.last)}`).join(',')}]`;
}

function dayPartToSpan(day: DayNumber, time: TimeOfDay, zone: string): Span {
  if (time.type === 'clock') {
    const second = time.isSecond ? listClockMoments(day, time.minute, zone)[1] : undefined;
    const from = second ?? dayToMoment(day, time.minute, zone);
    return { from, to: from + MINUTE };
  }
  const [from, to] = time.type === 'part' ? partMinutes[time.part] : [time.from, time.to + 1];
  return { from: dayToMoment(day, from, zone), to: dayToMoment(day, to, zone) };
}

function clockToSpan(date: PlainDate, clock: Clock, zone: string): Span {
  const day = plainDateToRanges(date)[0]?.first ?? 0;
  const from =
    clock.offset === null
      ? dayToMoment(day, clock.minute, zone)
      : day * DAY + (clock.minute - clock.offset) * MINUTE;
  return { from, to: from + MINUTE };
}

function plainDateToRanges(date: PlainDate): DayRange[] {
  const widened = exactRanges(date).map((range) => widen(range, date.about));
  return uniteRanges(widened);
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
  const first = dayOf(add(utcDay(range.first), -3));
  const last = dayOf(add(utcDay(range.last + 1), 3)) - 1;
  return { first, last };
}

function exactRanges(date: PlainDate): DayRange[] {
  if (date.season) return [seasonToRange(Number(date.year), seasonStarts[date.season])];
  if (isWrittenOut(date)) return exactDay(Number(date.year), Number(date.month), Number(date.day));
  const years = expandDigits(date.year);
  const hasDay = date.day !== null && date.day !== 'XX';
  if (!hasDay && (date.month === null || date.month === 'XX'))
    return uniteRanges(years.map(yearToRange));
  const months = expandDigits(date.month ?? 'XX', 1, 12);
  const ranges = years.flatMap((year) => months.map((month) => monthToRange(year, month)));
  return uniteRanges(hasDay ? ranges.flatMap((range) => daysOf(range, date.day ?? 'XX')) : ranges);
}

/** Fast path for most dates: a single day without open digits. */
function isWrittenOut({ year, month, day }: PlainDate): boolean {
  return [year, month, day].every((digits) => digits !== null && !digits.includes('X'));
}

/** Returns a calendar day as a range; empty if it doesn't exist. */
function exactDay(year: number, month: number, day: number): ClosedRange[] {
  if (month < 1 || month > 12) return [];
  const { first, last } = monthToRange(year, month);
  const number = first + day - 1;
  return number < first || number > last ? [] : [{ first: number, last: number }];
}

function yearToRange(year: number): ClosedRange {
  return { first: toDayNumber(year, 1, 1), last: toDayNumber(year + 1, 1, 1) - 1 };
}

function monthToRange(year: number, month: number): ClosedRange {
  const [nextYear, nextMonth] = month === 12 ? [year + 1, 1] : [year, month + 1];
  return { first: toDayNumber(year, month, 1), last: toDayNumber(nextYear, nextMonth, 1) - 1 };
}

/** Seasons are northern: three months from March, June, September or December. */
function seasonToRange(year: number, month: number): ClosedRange {
  const last = month === 12 ? monthToRange(year + 1, 2) : monthToRange(year, month + 2);
  return { first: toDayNumber(year, month, 1), last: last.last };
}

function daysOf({ first, last }: ClosedRange, day: string): ClosedRange[] {
  return expandDigits(day, 1, last - first + 1).map((dayOfMonth) => ({
    first: first + dayOfMonth - 1,
    last: first + dayOfMonth - 1,
  }));
}

/** Returns the numbers within bounds that digits with unspecified ones may stand for. */
function expandDigits(digits: string, least = -Infinity, most = Infinity): number[] {
  const negative = digits.startsWith('-');
  const places = [...(negative ? digits.slice(1) : digits)];
  let values = [''];
  for (const place of places) {
    values =
      place === 'X'
        ? values.flatMap((value) => Array.from('0123456789').map((digit) => value + digit))
        : values.map((value) => value + place);
  }
  return values
    .map((value) => (negative ? -Number(value) : Number(value)))
    .filter((value) => value >= least && value <= most);
}

function memberToRanges(member: OneOfMember): DayRange[] {
  if (member.type === 'date') return plainDateToRanges(member);
  return [
    {
      first: member.from && hull(plainDateToRanges(member.from)).first,
      last: member.to && hull(plainDateToRanges(member.to)).last,
    },
  ];
}

function firstOf(date: PlainDate | 'open' | 'unknown'): DayNumber | null {
  return typeof date === 'string' ? null : hull(plainDateToRanges(date)).first;
}

function lastOf(date: PlainDate | 'open' | 'unknown'): DayNumber | null {
  return typeof date === 'string' ? null : hull(plainDateToRanges(date)).last;
}

function printWhole({ first, last }: DayRange): string | undefined {
  if (first === null || last === null) return undefined;
  if (first === last) return printDay(first);
  const { year, month } = splitDay(first);
  const isRange = (range: ClosedRange) => range.first === first && range.last === last;
  if (isRange(yearToRange(year))) return printDay(first).replace(/-01-01$/, '');
  return isRange(monthToRange(year, month)) ? printDay(first).replace(/-01$/, '') : undefined;
}

/** Fast path: most dates are whole days, and this is a hundred times faster than the grammar. */
function parsePlainDay(text: string): PlainDate | undefined {
  // Matches YYYY-MM-DD with an optional ~ ? or %; the calendar is checked below.
  const match = /^(\d{4})-(\d\d)-(\d\d)([~?%]?)$/.exec(text);
  const [, year, month, day, mark] = match ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const { first, last } = monthToRange(Number(year), Number(month));
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > last - first + 1)
    return undefined;
  return {
    type: 'date',
    year,
    month,
    day,
    season: null,
    about: mark === '~' || mark === '%' ? 'day' : null,
    doubtful: mark === '?' || mark === '%',
  };
}

/**
 * Returns a date with a season that has a mark (`2024-21?`), or that is part of a lasting time or choice:
 * edtf's grammar knows only plain, single seasons. The grammar parses everything else.
 */
function parseWithSeasons(written: string): EdtfDate | undefined {
  if (!/-2[1-4](?!\d)/.test(written)) return undefined;
  const single = parseSeason(written);
  if (single) return { type: 'single', written, date: single, clock: null };
  const [from, to, ...more] = written.split('/');
  if (from !== undefined && to !== undefined && more.length === 0) {
    const [first, last] = [parseEnd(from), parseEnd(to)];
    return first && last && endsInOrder(first, last)
      ? { type: 'lasting', written, from: first, to: last }
      : undefined;
  }
  const list = /^\[(.+)\]$/.exec(written)?.[1]?.split(',');
  const members = list?.map((text, index) => parseMember(text, index, list.length));
  return members?.every((member) => member !== undefined)
    ? { type: 'one-of', written, members }
    : undefined;
}

function parseSeason(text: string): PlainDate | undefined {
  // Matches a year and one of the four seasons with an optional ~ ? or %.
  const [, year, code, mark] = /^(-?\d{4})-(2[1-4])([~?%]?)$/.exec(text) ?? [];
  const season = seasons[Number(code)];
  if (year === undefined || season === undefined || year === '-0000') return undefined;
  return {
    type: 'date',
    year,
    month: null,
    day: null,
    season,
    about: mark === '~' || mark === '%' ? 'month' : null,
    doubtful: mark === '?' || mark === '%',
  };
}

function parsePart(text: string): PlainDate | undefined {
  const date = parseSeason(text) ?? parseEdtf(text);
  if (date?.type === 'date') return date;
  // Only a single date may have an hour.
  return date?.type === 'single' && !date.clock ? date.date : undefined;
}

function parseEnd(text: string): PlainDate | 'open' | 'unknown' | undefined {
  return text === '..' || text === '' ? openOrUnknown(text) : parsePart(text);
}

function parseMember(text: string, index: number, count: number): OneOfMember | undefined {
  const [from = '', to, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  if (to === undefined) return parsePart(text);
  const [first, last] = [parsePart(from), parsePart(to)];
  // Only the first member may have an open start, and only the last an open end.
  if (from === '' && index === 0 && last) return { type: 'range', from: null, to: last };
  if (to === '' && index === count - 1 && first) return { type: 'range', from: first, to: null };
  return first && last && endsInOrder(first, last)
    ? { type: 'range', from: first, to: last }
    : undefined;
}

function readRaw(raw: RawNode, written: string): EdtfDate | undefined {
  // A year of more than four digits is level 1; with an exponent or significant digits it is level 2.
  if (raw.type === 'Date' || raw.type === 'Season' || (raw.type === 'Year' && raw.level === 1)) {
    const date = readRawDate(raw, true);
    return date && { type: 'single', written, date, clock: readClock(raw, written) };
  }
  if (raw.type === 'Interval') {
    // An open or unknown end is a number or null in the raw tree; the written text distinguishes them.
    const [from, to] = raw.values as (RawNode | number | null)[];
    const [writtenFrom, writtenTo] = written.split('/');
    const first = isNode(from) ? readRawDate(from) : openOrUnknown(writtenFrom);
    const last = isNode(to) ? readRawDate(to) : openOrUnknown(writtenTo);
    return first && last && endsInOrder(first, last)
      ? { type: 'lasting', written, from: first, to: last }
      : undefined;
  }
  if (raw.type === 'Set') {
    const members = readMembers(raw);
    return members && { type: 'one-of', written, members };
  }
  return undefined;
}

function endsInOrder(
  from: PlainDate | 'open' | 'unknown',
  to: PlainDate | 'open' | 'unknown',
): boolean {
  const first = firstOf(from);
  const last = lastOf(to);
  return first === null || last === null || first <= last;
}

function readMembers(raw: RawNode): OneOfMember[] | undefined {
  const values = raw.values as (RawNode | RawNode[])[];
  const members = values.map((value, index): OneOfMember | undefined => {
    if (Array.isArray(value)) {
      const [from, to] = value.map((end) => readRawDate(end));
      return from && to && endsInOrder(from, to) ? { type: 'range', from, to } : undefined;
    }
    const date = readRawDate(value);
    if (!date) return undefined;
    if (raw.earlier && index === 0) return { type: 'range', from: null, to: date };
    if (raw.later && index === values.length - 1) return { type: 'range', from: date, to: null };
    return date;
  });
  return members.every((member) => member !== undefined) ? members : undefined;
}

/** Returns the date of a raw tree, or undefined for a nonexistent date: the grammar accepts 2019-02-29. */
function readRawDate(raw: RawNode, mayHaveClock = false): PlainDate | undefined {
  // Only a single date may have an hour.
  if (raw.values.length > 3 && !mayHaveClock) return undefined;
  const date = readRawDigits(raw);
  return date && exactRanges(date).length > 0 ? date : undefined;
}

function readRawDigits(raw: RawNode): PlainDate | undefined {
  const [year, month, day] = raw.values as number[];
  if (year === undefined) return undefined;
  if (raw.type === 'Season') {
    const season = seasons[month ?? 0];
    return (
      season && {
        type: 'date',
        year: printYear(year),
        month: null,
        day: null,
        season,
        ...readQualifiers(raw, 'month'),
      }
    );
  }
  const mask = readMask(raw.unspecified);
  const smallest: Unit = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return {
    type: 'date',
    year: printYear(year, mask),
    month: month === undefined ? null : maskDigits(pad(month + 1), mask, 4),
    day: day === undefined ? null : maskDigits(pad(day), mask, 6),
    season: null,
    ...readQualifiers(raw, smallest),
  };
}

/** Formats a year as written. For `-00XX` the grammar returns minus zero, which is still before our era. */
function printYear(year: number, mask = 0): string {
  const sign = year < 0 || Object.is(year, -0) ? '-' : '';
  return sign + maskDigits(String(Math.abs(year)).padStart(4, '0'), mask, 0);
}

function readQualifiers(raw: RawNode, smallest: Unit): { about: Unit | null; doubtful: boolean } {
  return {
    about: raw.approximate === true ? smallest : maskToUnit(readMask(raw.approximate)),
    doubtful: raw.uncertain === true || readMask(raw.uncertain) > 0,
  };
}

function isNode(value: RawNode | number | null | undefined): value is RawNode {
  return typeof value === 'object' && value !== null;
}

function readMask(value: RawNode['unspecified']): number {
  return typeof value === 'number' ? value : typeof value === 'object' ? value.value : 0;
}

// edtf's masks: bits 0–3 are the year's digits, 4–5 the month's, 6–7 the day's. A mark on several components
// applies to the smallest.
function maskToUnit(mask: number): Unit | null {
  if (mask & 0b11000000) return 'day';
  if (mask & 0b110000) return 'month';
  return mask & 0b1111 ? 'year' : null;
}

function maskDigits(digits: string, mask: number, offset: number): string {
  return [...digits].map((digit, index) => (mask & (1 << (offset + index)) ? 'X' : digit)).join('');
}

function openOrUnknown(written: string | undefined): 'open' | 'unknown' {
  return written === '..' ? 'open' : 'unknown';
}

function readClock(raw: RawNode, written: string): Clock | null {
  const [, , , hour, minute] = raw.values as number[];
  if (hour === undefined) return null;
  // Matches the zone at the end of a date-time; a time without one is local to the date's place.
  const zoned = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(written);
  return { minute: hour * 60 + (minute ?? 0), offset: zoned ? (raw.offset ?? 0) : null };
}

// date-fns steps months and years on UTC dates, so that the machine's zone has no effect.
function utcDay(day: DayNumber): TZDate {
  return new TZDate(day * DAY, 'UTC');
}

function dayOf(date: Date): DayNumber {
  return Math.floor(date.getTime() / DAY);
}

function pad(n: number): string {
  return String(n).padStart(2, '0');
}

/** Days with both ends known. */
interface ClosedRange {
  readonly first: DayNumber;
  readonly last: DayNumber;
}

interface RawNode {
  readonly type: string;
  readonly level: number;
  readonly values: unknown[];
  readonly offset?: number;
  readonly earlier?: boolean;
  readonly later?: boolean;
  readonly approximate?: RawMask;
  readonly uncertain?: RawMask;
  readonly unspecified?: RawMask;
}

type RawMask = boolean | number | { readonly value: number };
