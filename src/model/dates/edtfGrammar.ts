import { parse } from 'edtf';
import { exists, isInOrder } from './dateRanges.ts';
import { padTwo } from './digits.ts';
import {
  seasonsByCode,
  type Clock,
  type EdtfDate,
  type OneOfMember,
  type PlainDate,
  type Unit,
} from './edtfDate.ts';

// The only module that uses edtf, and only as a grammar: its bounds interpret zone-less times in the machine's zone
// and ignore “about”, so `dateRanges.ts` and `dateSpans.ts` compute our own.

/** A tree of edtf's own parser, with months counted from 0. */
export interface EdtfTree {
  readonly type: string;
  readonly level: number;
  readonly values: unknown[];
  readonly offset?: number;
  readonly earlier?: boolean;
  readonly later?: boolean;
  readonly approximate?: Mask;
  readonly uncertain?: Mask;
  readonly unspecified?: Mask;
}

/** Bits 0–3 are the year's digits, 4–5 the month's, 6–7 the day's. */
type Mask = boolean | number | { readonly value: number };

/** Returns edtf's tree of a text; undefined if it isn't EDTF. */
export function parseTree(text: string): EdtfTree | undefined {
  try {
    return parse(text) as EdtfTree;
  } catch {
    return undefined;
  }
}

/** Returns the date of a tree; undefined if it doesn't exist or has a form that Dateline doesn't support. */
export function treeToDate(tree: EdtfTree, written: string): EdtfDate | undefined {
  // A year of more than four digits is level 1; with an exponent or significant digits it is level 2.
  if (
    tree.type === 'Date' ||
    tree.type === 'Season' ||
    (tree.type === 'Year' && tree.level === 1)
  ) {
    const date = treeToPlainDate(tree, true);
    return date && { type: 'single', written, date, clock: readClock(tree, written) };
  }
  if (tree.type === 'Interval') return treeToLasting(tree, written);
  if (tree.type === 'Set') {
    const members = listMembers(tree);
    return members && { type: 'one-of', written, members };
  }
  return undefined;
}

function treeToLasting(tree: EdtfTree, written: string): EdtfDate | undefined {
  // An open or unknown end is a number or null in the tree; the written text distinguishes them.
  const [from, to] = tree.values as (EdtfTree | number | null)[];
  const [writtenFrom, writtenTo] = written.split('/');
  const first = isTree(from) ? treeToPlainDate(from) : parseOpenEnd(writtenFrom);
  const last = isTree(to) ? treeToPlainDate(to) : parseOpenEnd(writtenTo);
  return first && last && isInOrder(first, last)
    ? { type: 'lasting', written, from: first, to: last }
    : undefined;
}

/** Returns what an end without a date means: `..` is open, nothing is unknown. */
export function parseOpenEnd(written: string | undefined): 'open' | 'unknown' {
  return written === '..' ? 'open' : 'unknown';
}

function listMembers(tree: EdtfTree): OneOfMember[] | undefined {
  const values = tree.values as (EdtfTree | EdtfTree[])[];
  const members = values.map((value, index): OneOfMember | undefined => {
    if (Array.isArray(value)) {
      const [from, to] = value.map((end) => treeToPlainDate(end));
      return from && to && isInOrder(from, to) ? { type: 'range', from, to } : undefined;
    }
    const date = treeToPlainDate(value);
    if (!date) return undefined;
    if (tree.earlier && index === 0) return { type: 'range', from: null, to: date };
    if (tree.later && index === values.length - 1) return { type: 'range', from: date, to: null };
    return date;
  });
  return members.every((member) => member !== undefined) ? members : undefined;
}

function treeToPlainDate(tree: EdtfTree, mayHaveClock = false): PlainDate | undefined {
  // Only a single date may have an hour.
  if (tree.values.length > 3 && !mayHaveClock) return undefined;
  const date = readDigits(tree);
  return date && exists(date) ? date : undefined;
}

function readDigits(tree: EdtfTree): PlainDate | undefined {
  const [year, month, day] = tree.values as number[];
  if (year === undefined) return undefined;
  if (tree.type === 'Season') {
    const season = seasonsByCode[month ?? 0];
    const none = { month: null, day: null };
    return (
      season && {
        type: 'date',
        year: printYear(year),
        ...none,
        season,
        ...readQualifiers(tree, 'month'),
      }
    );
  }
  const mask = toBits(tree.unspecified);
  const smallest: Unit = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return {
    type: 'date',
    year: printYear(year, mask),
    month: month === undefined ? null : maskDigits(padTwo(month + 1), mask, 4),
    day: day === undefined ? null : maskDigits(padTwo(day), mask, 6),
    season: null,
    ...readQualifiers(tree, smallest),
  };
}

/** Formats a year as written. For `-00XX` the grammar returns minus zero, which is still before our era. */
function printYear(year: number, mask = 0): string {
  const sign = year < 0 || Object.is(year, -0) ? '-' : '';
  return sign + maskDigits(String(Math.abs(year)).padStart(4, '0'), mask, 0);
}

function maskDigits(digits: string, mask: number, offset: number): string {
  return [...digits].map((digit, index) => (mask & (1 << (offset + index)) ? 'X' : digit)).join('');
}

function readQualifiers(tree: EdtfTree, smallest: Unit): Pick<PlainDate, 'about' | 'doubtful'> {
  return {
    about: tree.approximate === true ? smallest : findSmallestUnit(toBits(tree.approximate)),
    doubtful: tree.uncertain === true || toBits(tree.uncertain) > 0,
  };
}

/** A mark on several components applies to the smallest. */
function findSmallestUnit(mask: number): Unit | null {
  if (mask & 0b11000000) return 'day';
  if (mask & 0b110000) return 'month';
  return mask & 0b1111 ? 'year' : null;
}

function toBits(mask: Mask | undefined): number {
  return typeof mask === 'number' ? mask : typeof mask === 'object' ? mask.value : 0;
}

function readClock(tree: EdtfTree, written: string): Clock | null {
  const [, , , hour, minute] = tree.values as number[];
  if (hour === undefined) return null;
  // Matches the zone at the end of a date-time; a time without one is local to the date's place.
  const zoned = /T.*(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(written);
  return { minute: hour * 60 + (minute ?? 0), offset: zoned ? (tree.offset ?? 0) : null };
}

function isTree(value: EdtfTree | number | null | undefined): value is EdtfTree {
  return typeof value === 'object' && value !== null;
}
