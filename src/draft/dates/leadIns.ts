import { dateToRanges, getNight, getSingleDay } from '../../model/dates/dateRanges.ts';
import type { DayNumber } from '../../model/dates/dayRanges.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { parseEdtf } from '../../model/dates/parseEdtf.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { findWrongWeekday } from '../../model/weekdays.ts';
import { countWords } from '../articleText.ts';
import { foldText } from './calendarWords.ts';
import { getBounds, isAfter, type FoundDate } from './dateText.ts';
import type { TextRange } from './token.ts';
import type { Grammar } from './grammar.ts';

// A lead-in: the words before a date that belong to its phrase: “since”, “by late”, “on the night of”.

/** A date phrase of a sentence, and its meaning. */
export interface DatePhrase extends TextRange {
  /** The article's own words, at most ten. */
  readonly words: string;
  /** In EDTF; null if the words leave it open, or if the day they count from is unknown. */
  readonly date: string | null;
  /** The hour or part of the day as in a block's `time`; null if there is none. */
  readonly time: string | null;
  /** True if the words state an hour that can't be a `time`: in another zone, a limit, “at midnight”. */
  readonly isHourOpen: boolean;
  /** True for an hour without a day, which earlier sentences may state. */
  readonly isHourAlone: boolean;
  /** True if it was still ahead when the article was published. */
  readonly isAhead: boolean;
}

/** Maximum number of words of a phrase. */
const maxWords = 10;

/** Extends a found date by its lead-in, and applies the effect of that. */
export function applyLeadIn(
  found: FoundDate,
  sentence: string,
  published: DayNumber | null,
  grammar: Grammar,
): DatePhrase {
  const before = sentence.slice(0, found.start);
  const leadIn = before.slice(before.length - findLeadIn(foldText(before), grammar).length);
  const isShort = countWords(leadIn + sentence.slice(found.start, found.end)) <= maxWords;
  const start = isShort ? found.start - leadIn.length : found.start;
  const words = trimPhrase(sentence.slice(start, found.end));
  const hour = found.time ?? readPartOfDay(leadIn);
  const { date, isAhead } = found.isWhole ? limitDate(found, leadIn, published, grammar) : found;
  const parsed = date === null ? undefined : parseEdtf(date);
  // A date on another day than the words name is invalid; the editor finds the right one.
  const isSound =
    parsed !== undefined && findWrongWeekday(words, dateToRanges(parsed)) === undefined;
  const fitsTime = !isSound || takesTime(parsed, hour);
  return {
    words: countWords(words) <= maxWords ? words : words.split(' ').slice(0, maxWords).join(' '),
    start,
    end: found.end,
    date: isSound ? date : null,
    time: fitsTime ? hour : null,
    isHourOpen: found.isHourOpen || (!fitsTime && hour !== null && /\d/.test(hour)),
    isHourAlone: found.isHourAlone === true,
    isAhead,
  };
}

/** Returns the part of the day that English words name, null if there is none. */
export function readPartOfDay(words: string): string | null {
  return /\b(morning|afternoon|evening|night)\b/i.exec(words)?.[1]?.toLowerCase() ?? null;
}

function trimPhrase(words: string): string {
  return (
    words
      .replace(/\s+/g, ' ')
      .replace(/^[\s,;:(]+|[\s,;:]+$/g, '')
      // A sentence's full stop isn't part of its last date, but that of “Oct.” is.
      .replace(/(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[ap]\.?m))\.$/, '')
  );
}

function takesTime(date: EdtfDate, time: string | null): boolean {
  return (time === 'night' ? getNight(date) : getSingleDay(date)) !== undefined;
}

// “Late on the ”, “in late ” and “on the night of ”: a preposition, and how much of what follows.
const preposition = '(?:on|by|since|until|till|before|after|in|at|during|from|between|over|of)';
const englishLeadIn = new RegExp(
  `(?:\\b(?:(?:in|on|by|since|until|before|after|from|during)\\s+(?:late|early|mid)[\\s-]+)(?!on\\b)|(?:\\b${preposition}\\s+)?the (?:very )?(?:start|beginning|middle|end|close) of\\s+(?:the\\s+)?|(?:\\b(?:late|early|earlier|mid)[\\s-]+)?(?:\\b${preposition}\\s+)?(?:\\b(?:around|about|circa|ca\\.|c\\.|approximately|roughly|some time around|or around|or about)\\s+)?(?:\\bthe\\s+)?(?:\\b(?:morning|afternoon|evening|night) of\\s+(?:the\\s+)?)?)$`,
  'i',
);

function findLeadIn(before: string, { words }: Grammar): string {
  if (words.isEnglish) {
    const leadIn = englishLeadIn.exec(before)?.[0] ?? '';
    // “Of” belongs to a numeric date, but not to “the summer of” or “the fair of”.
    return /^of\s+$/i.test(leadIn) ? '' : leadIn;
  }
  return (
    new RegExp(`(?<![\\p{L}])(?:(?:${words.leadIn})\\s+)?(?:(?:${words.about})\\s+)?$`, 'iu').exec(
      before,
    )?.[0] ?? ''
  );
}

type Limited = Pick<FoundDate, 'date' | 'isAhead'>;

/** Returns the date after applying words such as “since”, “by” or “around” before it. */
function limitDate(
  found: FoundDate,
  leadIn: string,
  published: DayNumber | null,
  { words }: Grammar,
): Limited {
  const { date, isAhead } = found;
  if (date === null || !parseEdtf(date)) return found;
  const about = new RegExp(`(?<![\\p{L}])(?:${words.about})\\s+(?:the\\s+)?$`, 'iu').test(leadIn);
  if (about || /\bor (?:around|about)\s/i.test(leadIn))
    return { date: found.time === null ? `${date}~` : null, isAhead };
  const word = /\b(since|until|till|by|before|after|seit|bis|depuis|desde)\b|منذ/i
    .exec(leadIn)?.[0]
    ?.toLowerCase();
  switch (word) {
    case 'since':
    case 'seit':
    case 'depuis':
    case 'desde':
    case 'منذ':
      // If the sentence is about what is ahead, the period only begins then.
      return { date: `${date}/..`, isAhead: isAfter(date, published) };
    case 'until':
    case 'till':
    case 'bis':
      return { date: `/${date}`, isAhead };
    case 'by':
    case 'before': {
      // Before an hour of a day may still be that day.
      const isWithin = /\b(?:late|mid|early|of)\b/i.test(leadIn);
      const mayBeItself = word === 'by' || isWithin || found.time !== null || found.isHourOpen;
      return limitEnd(date, isAhead, mayBeItself, published);
    }
    case 'after':
      return limitStart(date, isAhead, published);
    case undefined:
    default:
      return found;
  }
}

/** Returns the days before a date (“by 3 May”), from publication on if they are ahead. */
function limitEnd(
  date: string,
  isAhead: boolean,
  mayBeItself: boolean,
  published: DayNumber | null,
): Limited {
  const { first, last } = getBounds(date);
  const isItself = mayBeItself || first === null;
  if (!isAhead) return { date: `[..${isItself ? date : printDay(first - 1)}]`, isAhead };
  const end = isItself ? last : first - 1;
  return published === null || end === null || end <= published
    ? { date, isAhead }
    : { date: `[${printDay(published)}..${printDay(end)}]`, isAhead };
}

/**
 * Returns the days from a date to publication. How long after is open, and after a month or year so is the day to
 * count from.
 */
function limitStart(date: string, isAhead: boolean, published: DayNumber | null): Limited {
  const parsed = parseEdtf(date);
  const day = parsed && getSingleDay(parsed);
  return isAhead || published === null || day === undefined || day >= published
    ? { date: null, isAhead }
    : { date: `[${date}..${printDay(published)}]`, isAhead: false };
}
