import { parseEdtf } from '../../model/dates/parseEdtf.ts';
import { getBounds, getTense, isAfter, noTime, type DateText, type FoundDate } from './dateText.ts';
import type { Group } from './groups.ts';
import { endsWithNight } from './nights.ts';
import { resolveEnds } from './pairEnds.ts';

/**
 * Returns the combined meaning of two groups: “from A to B”, “A–B”, “between A and B”, “A or B”; null if they are
 * separate dates.
 */
export function readPair(first: Group, second: Group, text: DateText): FoundDate | null {
  const join = findJoin(first, second, text);
  if (join === null) return null;
  if (first.clock || second.clock || (first.head?.type === 'days' && first.head.days.length > 1))
    return null;
  const { context } = text;
  const before = text.folded.slice(0, first.start);
  const range = { start: first.start, end: second.end };
  const tense = getTense(range, text);
  const isNight = endsWithNight(before) || (first.part === 'night' && second.part === null);
  const time = isNight ? 'night' : null;
  const open = { ...range, ...noTime, date: null, isAhead: tense === 'ahead' };
  const ends = resolveEnds(first, second, context, tense);
  if (!ends) return { ...open, time };
  const date = printPair(ends, join, isNight);
  return parseEdtf(date) && isInOrder(ends)
    ? { ...open, time, date, isAhead: isAfter(date, context.published) }
    : open;
}

/** How two dates belong together: “A or B”, “between A and B” (one day), or all from A to B. */
type Join = 'or' | 'between' | 'to';

function findJoin(
  first: Group,
  second: Group,
  { folded, grammar: { words } }: DateText,
): Join | null {
  const between = folded.slice(first.end, second.start);
  const before = folded.slice(0, first.start);
  const small = '(?:(?:the|late|early|mid|on|den|dem|zum|le|el)[\\s-]+)*';
  const is = (source: string) =>
    new RegExp(`^\\s*,?\\s*(?:${source})\\s+${small}$`, 'iu').test(between);
  const leadIn = new RegExp(`(?<![\\p{L}])(${words.from})\\s+${small}$`, 'iu').exec(before);
  const isBetween =
    leadIn !== null && new RegExp(`^(?:${words.between})$`, 'iu').test(leadIn[1] ?? '');
  const isRange =
    /^\s?[–—/-]\s?$/.test(between) ||
    (is(words.to) && (leadIn !== null || first.part === 'night' || /through|thru/.test(between)));
  const isOr = is(words.or);
  if (!isRange && !isOr && !(isBetween && is(words.and))) return null;
  if (isOr) return 'or';
  return isBetween && !lasting.test(before.slice(0, leadIn.index)) ? 'between' : 'to';
}

// “Remained closed between 3 and 9 May”: the whole time, not one day of it.
const lasting =
  /\b(?:(?:remain|stay|last|continu|lay|stood)(?:s|ed)?|ran|kept|stays|dauerten?|blieb(?:en)?|anhielt|resté(?:e?s)?|duré|permanecí?[óe]\p{L}*|permaneci\p{L}+|estuv\p{L}+|dur(?:ó|aron))(?![\p{L}])[^.;:,]*$/iu;

function printPair([from, to]: readonly [string, string], join: Join, isNight: boolean): string {
  if (join === 'or') return `[${from},${to}]`;
  return join === 'between' && !isNight ? `[${from}..${to}]` : `${from}/${to}`;
}

function isInOrder([from, to]: readonly [string, string]): boolean {
  const [first, last] = [getBounds(from).first, getBounds(to).first];
  return first !== null && last !== null && first < last;
}
