import { dayToRange } from './calendarRanges.ts';
import { parseTree, treeToDate } from './edtfGrammar.ts';
import { maxDateLength, parseEdtf } from './parseEdtf.ts';

/** EDTF level 2 forms that Dateline doesn't support. */
export type UnsupportedForm =
  | 'all-of-set'
  | 'exponent'
  | 'significant-digits'
  | 'grouping'
  | 'decade'
  | 'long'
  | 'wide';

/**
 * Returns the EDTF level 2 form of a text that `parseEdtf` refuses, undefined if it isn't EDTF at all or the
 * day doesn't exist.
 */
export function findUnsupportedForm(text: string): UnsupportedForm | undefined {
  if (text.length > maxDateLength) return 'long';
  const tree = parseTree(text);
  if (!tree) return undefined;
  switch (tree.type) {
    case 'List':
      return 'all-of-set';
    case 'Set':
      return treeToDate(tree, text) ? 'wide' : undefined;
    case 'Decade':
      return 'decade';
    case 'Season':
      return tree.level === 2 ? 'grouping' : undefined;
    case 'Year':
      // A year may have both an exponent and significant digits; name the first.
      if (tree.level !== 2) return undefined;
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
    if (day !== undefined && dayToRange(Number(year), Number(month), Number(day)).length === 0)
      return { type: isMonth ? 'no-such-day' : 'no-such-month', part };
  }
  const repair = swapEnds(text);
  return repair !== undefined && parseEdtf(repair) ? { type: 'reversed', repair } : undefined;
}

/** Swaps the ends of a lasting time or of a one-range choice. */
function swapEnds(text: string): string | undefined {
  const [, open = '', from, sign, to, close = ''] =
    /^(\[?)([^/[\],]+?)(\/|\.\.)([^/[\],]+?)(\]?)$/.exec(text) ?? [];
  return from === undefined ? undefined : `${open}${to ?? ''}${sign ?? ''}${from}${close}`;
}
