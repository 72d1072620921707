import { isInOrder, memberToRanges } from './dateRanges.ts';
import { parseOpenEnd, parseTree, treeToDate } from './edtfGrammar.ts';
import type { DateEnd, EdtfDate, OneOfMember, PlainDate } from './edtfDate.ts';
import { parseDay, parseSeason } from './plainDate.ts';

/** Maximum length of a date in characters: a choice of about twenty days. */
export const maxDateLength = 200;

/** Maximum number of ranges in a choice: each is compared with those of every other account. */
const maxRanges = 1000;

/**
 * Returns the tree of a date in EDTF (levels 0 and 1, and level 2's one-of set), or undefined if the text
 * isn't such a date. Zone-free: `dateToSpans` determines the moments.
 *
 * @example parseEdtf('2020-12-22~') // a day, about
 */
export function parseEdtf(text: string): EdtfDate | undefined {
  const day = parseDay(text);
  if (day) return { type: 'single', written: text, date: day, clock: null };
  if (text.length > maxDateLength) return undefined;
  const tree = parseTree(text);
  const date = tree ? treeToDate(tree, text) : parseWithSeasons(text);
  return date && isTooWide(date) ? undefined : date;
}

function isTooWide(date: EdtfDate): boolean {
  return (
    date.type === 'one-of' &&
    date.members.reduce((sum, member) => sum + memberToRanges(member).length, 0) > maxRanges
  );
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
    return first && last && isInOrder(first, last)
      ? { type: 'lasting', written, from: first, to: last }
      : undefined;
  }
  const list = /^\[(.+)\]$/.exec(written)?.[1]?.split(',');
  const members = list?.map((text, index) => parseMember(text, index, list.length));
  return members?.every((member) => member !== undefined)
    ? { type: 'one-of', written, members }
    : undefined;
}

function parseEnd(text: string): DateEnd | undefined {
  return text === '..' || text === '' ? parseOpenEnd(text) : parsePart(text);
}

function parseMember(text: string, index: number, count: number): OneOfMember | undefined {
  const [from = '', to, ...more] = text.split('..');
  if (more.length > 0) return undefined;
  if (to === undefined) return parsePart(text);
  const [first, last] = [parsePart(from), parsePart(to)];
  // Only the first member may have an open start, and only the last an open end.
  if (from === '' && index === 0 && last) return { type: 'range', from: null, to: last };
  if (to === '' && index === count - 1 && first) return { type: 'range', from: first, to: null };
  return first && last && isInOrder(first, last)
    ? { type: 'range', from: first, to: last }
    : undefined;
}

function parsePart(text: string): PlainDate | undefined {
  const plain = parseSeason(text) ?? parseDay(text);
  if (plain) return plain;
  const tree = parseTree(text);
  const date = tree && treeToDate(tree, text);
  // Only a single date may have an hour.
  return date?.type === 'single' && !date.clock ? date.date : undefined;
}
