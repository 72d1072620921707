import { getWeekday } from '../../model/dates/calendarRanges.ts';
import { splitDay } from '../../model/dates/dayRanges.ts';
import { blankCharacter } from './blank.ts';
import type { TextRange } from './token.ts';
import { getTense, type DateText } from './dateText.ts';
import type { Tense } from './days.ts';
import type { Group } from './groups.ts';
import { endsWithNight } from './nights.ts';

/** A group with the words around it that change its date: “last Friday”, “3 May last year”, “Friday 4th”. */
export interface Phrase extends TextRange {
  readonly group: Group;
  readonly tense: Tense;
  /** The year that words name: “3 May last year”. */
  readonly year: number | null;
  readonly which: Which | null;
  /** The number after a weekday, which must be its day of the month: “Friday 4th”. */
  readonly dayOfMonth: number | null;
  /** True if the words leave the date open. */
  readonly isOpen: boolean;
}

/** Which of several days or months words choose: “last June”, “le 3 mai dernier”. */
interface Which {
  readonly isThis: boolean;
  readonly direction: 'last' | 'next' | null;
}

/** Returns a group with the words that change its date; `next` is the group after it. */
export function createPhrase(group: Group, next: Group | undefined, text: DateText): Phrase {
  const { start, end } = group;
  const tense = getTense(group, text);
  const none = { year: null, which: null, dayOfMonth: null, isOpen: false };
  const steps = [addLimit, checkTwoDays, addYear, addWhich, addDayOfMonth, checkWeekday];
  return steps.reduce<Phrase>(
    (phrase, step) => (phrase.isOpen ? phrase : step(phrase, text, next)),
    { group, start, end, tense, ...none },
  );
}

/** “Before 3 May”: a limit is left open. */
function addLimit(phrase: Phrase, { folded, grammar: { words } }: DateText): Phrase {
  const limit = new RegExp(`(?<![\\p{L}])(?:${words.limits})\\s+$`, 'iu').exec(
    folded.slice(0, phrase.group.start),
  );
  return limit ? { ...phrase, start: limit.index, isOpen: true } : phrase;
}

/** “Vom 12. auf den 13. Oktober” is one night or a postponement. */
function checkTwoDays(phrase: Phrase, { folded, context }: DateText): Phrase {
  const { start, end, part } = phrase.group;
  const isMoved =
    context.language === 'de' && /\s(?:auf|zum)\s(?:den\s)?\d/i.test(folded.slice(start, end));
  const isNight = part === 'night' || endsWithNight(folded.slice(0, start));
  return isMoved && !isNight ? { ...phrase, isOpen: true } : phrase;
}

/** “3 May last year”, “in June of that year”. */
function addYear(phrase: Phrase, { folded, context, grammar }: DateText): Phrase {
  const { head } = phrase.group;
  const [match, word = ''] =
    /^\s*,?\s*(?:of\s+)?(last|this|next|that|the same|the following|the previous) year\b/i.exec(
      folded.slice(phrase.end),
    ) ?? [];
  const takesYear = head?.type === 'days' || head?.type === 'month';
  if (match === undefined || !grammar.words.isEnglish || !takesYear) return phrase;
  const step = { last: -1, this: 0, next: 1 }[word.toLowerCase()];
  const end = phrase.end + match.length;
  return step === undefined || context.published === null
    ? { ...phrase, end, isOpen: true }
    : { ...phrase, end, year: splitDay(context.published).year + step };
}

/** “Last June”, “this Friday”: which one is meant varies between speakers of English. */
function addWhich(phrase: Phrase, text: DateText, next: Group | undefined): Phrase {
  const { group } = phrase;
  const { head } = group;
  const found = findWhich(phrase, text);
  if (found && head?.type === 'days') {
    // “El próximo 3 de mayo”, “le 3 mai dernier”.
    const { direction } = found.which;
    if (direction === null) return phrase;
    return { ...phrase, ...found.range, tense: direction === 'next' ? 'ahead' : 'past' };
  }
  if (found && (head?.type === 'month' || isLoneWeekday(group)))
    return chooseWhich({ ...phrase, ...found.range, which: found.which }, text);
  return isLoneWeekday(group) && isTiedToLater(group, next, text)
    ? { ...phrase, isOpen: true }
    : phrase;
}

function findWhich(
  { start, end }: Phrase,
  { folded, grammar: { words } }: DateText,
): { readonly which: Which; readonly range: TextRange } | null {
  const before = new RegExp(
    `(?<![\\p{L}])(?:(this past|this coming|this|${words.last}|${words.next})\\s+)(?:(?:early|late|mid)[\\s-]+)?$`,
    'iu',
  ).exec(folded.slice(0, start));
  const behind = words.isEnglish
    ? null
    : new RegExp(`^\\s+(${words.last}|${words.next})(?![\\p{L}])`, 'iu').exec(folded.slice(end));
  if (!before && !behind) return null;
  const word = (before?.[1] ?? behind?.[1] ?? '').toLowerCase();
  const is = (source: string) => new RegExp(`^(?:${source})$`, 'iu').test(word);
  return {
    which: {
      isThis: word === 'this',
      direction: is(words.last) ? 'last' : is(words.next) ? 'next' : null,
    },
    range: { start: before?.index ?? start, end: end + (behind?.[0].length ?? 0) },
  };
}

function chooseWhich(phrase: Phrase, { context: { published } }: DateText): Phrase {
  if (published === null) return { ...phrase, isOpen: true };
  const { group, which } = phrase;
  if (group.head !== null) return phrase;
  // “This Friday” on a Tuesday may be the last one.
  const isOpen =
    which?.isThis === true && phrase.tense !== 'ahead' && getWeekday(published) !== group.weekday;
  return { ...phrase, isOpen, tense: which?.direction === 'next' ? 'ahead' : phrase.tense };
}

/** “Friday and Saturday of last week”: the week of the second may apply to the first too. */
function isTiedToLater(
  group: Group,
  next: Group | undefined,
  { folded, grammar: { words } }: DateText,
): boolean {
  const behind = folded.slice(group.end);
  const joined = new RegExp(`^\\s*(?:,|${words.and}|${words.or})\\s+${blankCharacter}`, 'iu').test(
    behind,
  );
  if (joined) return true;
  if (!next || (next.head === null && next.weekday !== null)) return false;
  return (
    new RegExp(`^\\s*(?:${words.and}|${words.or}|,\\s*${words.and})\\s+(?:on\\s+)?$`, 'iu').test(
      folded.slice(group.end, next.start),
    ) && next.weekday !== null
  );
}

function addDayOfMonth(phrase: Phrase, { folded }: DateText): Phrase {
  const [match, day] =
    /^,?\s+(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)\b/.exec(folded.slice(phrase.end)) ?? [];
  return match === undefined || !isLoneWeekday(phrase.group)
    ? phrase
    : { ...phrase, end: phrase.end + match.length, dayOfMonth: Number(day) };
}

/** In other languages a lone weekday doesn't show whether it is the last or the next. */
function checkWeekday(phrase: Phrase, { grammar: { words } }: DateText): Phrase {
  const isOpen = isLoneWeekday(phrase.group) && !words.isEnglish && !phrase.which?.direction;
  return { ...phrase, isOpen };
}

function isLoneWeekday({ head, weekday }: Group): boolean {
  return head === null && weekday !== null;
}
