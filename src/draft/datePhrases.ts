import { casual } from 'chrono-node/en';
import { splitDay, toDayNumber, type DayNumber } from '../model/dayRanges.ts';
import {
  dateToRanges,
  getSingleDay,
  getWeekday,
  parseEdtf,
  printClock,
  printDay,
} from '../model/when.ts';
import { findWrongWeekday } from '../model/weekdays.ts';
import { countWords } from './articleText.ts';
import { speechVerbs } from './sentences.ts';

/** A phrase by which a sentence says when, and what it comes to. */
export interface DatePhrase {
  /** The article's own words, seven at most. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
  /** In EDTF; null where it takes the day of publication, which is unknown, or what the article told before. */
  readonly date: string | null;
  /** The hour or part of the day, for a `time` beside a date of a single day; null where none is said. */
  readonly time: string | null;
  /** Whether it is of what was still to come when the article appeared. */
  readonly isAhead: boolean;
}

/**
 * Takes a sentence, its quoted words blanked, and the day on which the article appeared, null where nobody
 * knows it; gives the phrases that say when, in order. A weekday is the last one on or before that day,
 * unless the sentence speaks of what is ahead.
 */
export function findDatePhrases(sentence: string, published: DayNumber | null): DatePhrase[] {
  const found: Raw[] = [];
  const vague: Pick<Raw, 'start' | 'end'>[] = [];
  for (const vaguePhrase of vaguePhrases) {
    for (const match of sentence.matchAll(vaguePhrase.pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (overlaps(found, start, end)) continue;
      const result = vaguePhrase.resolve(match, published, start);
      if (result) found.push({ start, end, time: readTime(match[0]), ...result });
      else vague.push({ start, end });
    }
  }
  // “The night of 3 May” is a day with a part of it; chrono would lose the day.
  const plain = sentence.replace(partOf, (part) => ' '.repeat(part.length));
  const reference = published === null ? new Date(2000, 5, 15, 12) : toNoon(published);
  for (const result of casual.parse(plain, reference)) {
    const [start, end] = [result.index, result.index + result.text.length];
    if (overlaps([...found, ...vague], start, end) || !isDate(result, plain)) continue;
    const raw = readResult(result, sentence, published);
    if (raw) found.push(raw);
  }
  return found.sort((a, b) => a.start - b.start).map((raw) => finish(raw, sentence, published));
}

/** Takes a text; gives the days that it names in full, with year, month and day, each with what is printed. */
export function findFullDates(text: string): FullDate[] {
  return casual
    .parse(text, new Date(2000, 5, 15, 12))
    .filter(
      ({ start, end, text: words }) =>
        (['day', 'month', 'year'] as const).every((unit) => start.isCertain(unit)) &&
        !end &&
        // What is counted from a day, or leaves the century open, names none in full.
        /\d{4}/.test(words),
    )
    .map((result) => {
      const day = toDay(result.start);
      return {
        words: result.text,
        index: result.index,
        day,
        weekday: result.start.isCertain('weekday') ? result.start.get('weekday') : null,
        fits: !result.start.isCertain('weekday') || result.start.get('weekday') === getWeekday(day),
      };
    });
}

/** A day named in full; `fits` says whether the weekday beside it, if there is one, is that day's. */
export interface FullDate {
  readonly words: string;
  readonly index: number;
  readonly day: DayNumber;
  readonly weekday: number | null;
  readonly fits: boolean;
}

// What chrono gives; its package exports the classes, not these.
type Result = ReturnType<typeof casual.parse>[number];
type Components = Result['start'];

interface Raw {
  readonly start: number;
  readonly end: number;
  readonly date: string | null;
  readonly time: string | null;
  readonly isAhead: boolean;
  /** The day it names when it names just one, for “since”, “by” and the like. */
  readonly isWhole?: boolean;
}

type Resolved = Pick<Raw, 'date' | 'isAhead'> & Partial<Pick<Raw, 'time' | 'isWhole'>>;

interface VaguePhrase {
  readonly pattern: RegExp;
  /** Gives undefined for what is no date after all. */
  resolve(match: RegExpExecArray, published: DayNumber | null, start: number): Resolved | undefined;
}

const monthNames =
  'January|February|March|April|May|June|July|August|September|October|November|December';
const counts: Record<string, number> = Object.fromEntries(
  'a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
    .split('|')
    .map((word, index) => [word, Math.max(index, 1)]),
);
const count = `(?:${Object.keys(counts).join('|')}|an|\\d{1,3})`;
const unitDays: Record<string, number> = { week: 7, month: 30.44, year: 365.25 };

// What chrono does not know, or takes for one day when it says no more than “about then”. The first that
// matches counts; none may be longer than seven words.
const vaguePhrases: readonly VaguePhrase[] = [
  {
    pattern: /\b(?:the day before yesterday)\b/gi,
    resolve: (_, published) => past(published, (day) => printDay(day - 2)),
  },
  {
    // What is told from another event takes that event's day.
    pattern: new RegExp(
      `\\b(?:the (?:next|following|previous|same) (?:day|night|morning|evening|afternoon|week)|the day (?:before|after)|${count} (?:days?|weeks?|months?|years?) (?:later|earlier|before|after))\\b`,
      'gi',
    ),
    resolve: () => ({ date: null, isAhead: false, time: null }),
  },
  {
    pattern:
      /\b(?:earlier|later) this week\b|\bthis week\b|\b(?:in|over) the (?:last|past) (?:few|several) days\b|\b(?:in|over) recent days\b/gi,
    resolve: (match, published) =>
      /^later/i.test(match[0])
        ? ahead(published, (day) => `[${printDay(day)}..${printDay(day + 6)}]`)
        : past(published, (day) => `[${printDay(day - 6)}..${printDay(day)}]`),
  },
  {
    // Whatever day weeks begin with.
    pattern: /\b(?:late |early |earlier )?(?:last|the past) week\b/gi,
    resolve: (_, published) =>
      past(published, (day) => `[${printDay(day - 13)}..${printDay(day - 1)}]`),
  },
  {
    pattern: /\bnext week\b/gi,
    resolve: (_, published) =>
      ahead(published, (day) => `[${printDay(day + 1)}..${printDay(day + 13)}]`),
  },
  {
    // Which days those are differs from country to country.
    pattern: /\b(?:(?:over|at|on|during) )?(?:the|this|last) weekend\b/gi,
    resolve: (match, published) =>
      past(published, (day) => {
        const sunday = /last/i.test(match[0]) ? lastWeekday(day - 1, 0) : lastWeekday(day + 2, 0);
        return `[${printDay(sunday - 2)}..${printDay(Math.min(sunday, day))}]`;
      }),
  },
  {
    pattern: /\bearlier this (month|year)\b/gi,
    resolve: (match, published) =>
      past(published, (day) => {
        const { year, month } = splitDay(day);
        const first = toDayNumber(year, match[1]?.toLowerCase() === 'year' ? 1 : month, 1);
        return first === day ? printDay(day) : `[${printDay(first)}..${printDay(day)}]`;
      }),
  },
  {
    pattern: /\b(?:early |late |earlier )?(this|last|next) (month|year)\b/gi,
    resolve: (match, published) => {
      const step = { this: 0, last: -1, next: 1 }[(match[1] ?? '').toLowerCase()] ?? 0;
      const print = (day: DayNumber) => {
        const { year, month } = splitDay(day);
        if (match[2]?.toLowerCase() === 'year') return printYear(year + step);
        const months = year * 12 + month - 1 + step;
        return printMonth(Math.floor(months / 12), (months % 12) + 1);
      };
      return step > 0 ? ahead(published, print) : past(published, print);
    },
  },
  {
    pattern: /\b(?:a (?:few|couple of)|several|some|many) (day|week|month|year)s ago\b/gi,
    resolve: (match, published) =>
      past(published, (day) => {
        const { year, month } = splitDay(day);
        switch ((match[1] ?? '').toLowerCase()) {
          case 'day':
            return `${printDay(day - 4)}~`;
          case 'week':
            return `[${printDay(day - 42)}..${printDay(day - 14)}]`;
          case 'month': {
            const months = year * 12 + month - 1 - 5;
            return `${printMonth(Math.floor(months / 12), (months % 12) + 1)}~`;
          }
          default:
            return `${printYear(year - 4)}~`;
        }
      }),
  },
  {
    pattern: new RegExp(`\\b(${count}) (week|month|year)s? ago\\b`, 'gi'),
    resolve: (match, published) =>
      past(published, (day) => {
        const written = (match[1] ?? '').toLowerCase();
        const number = counts[written] ?? (written === 'an' ? 1 : Number(written));
        const unit = unitDays[(match[2] ?? '').toLowerCase()] ?? 7;
        const middle = day - Math.round(number * unit);
        if (unit === 7) return `${printDay(middle)}~`;
        const half = Math.round(unit / 2);
        return `[${printDay(middle - half)}..${printDay(middle + half)}]`;
      }),
  },
  {
    // Chrono would count these to a day, and they name none.
    pattern:
      /\b(?:(?:in|over|within|for|during) )?(?:(?:the|his|her|its|their) )?(?:next|coming|last|past|recent|these) (?:few |several |two |three )?(?:days|weeks|months|years)\b|\bnow\b/gi,
    resolve: () => undefined,
  },
  {
    pattern: new RegExp(
      `\\b(\\d{1,2})(?:\\s?[–-]\\s?|(?<=\\bbetween \\d{1,2}) and | to )(\\d{1,2}) (${monthNames})(?: ((?:1[5-9]|20|21)\\d\\d))?\\b`,
      'g',
    ),
    resolve: (match, published, start) => {
      const month = monthNames.split('|').indexOf(match[3] ?? '') + 1;
      const isFuture = speaksAhead(match.input, start);
      const year =
        match[4] === undefined
          ? published === null
            ? null
            : yearOf(published, month, Number(match[1]), isFuture)
          : Number(match[4]);
      if (year === null) return { date: null, isAhead: isFuture };
      const [from, to] = [Number(match[1]), Number(match[2])].map((day) =>
        printDay(toDayNumber(year, month, day)),
      );
      const range = /between/i.test(match.input.slice(Math.max(start - 8, 0), start));
      const date = range ? `[${from ?? ''}..${to ?? ''}]` : `${from ?? ''}/${to ?? ''}`;
      return { date, isAhead: isFuture && isAfter(date, published) };
    },
  },
  {
    pattern: /\b(?:the )?(spring|summer|autumn|fall|winter)(?: of)? ((?:1[5-9]|20|21)\d\d)\b/gi,
    resolve: (match, published) => {
      const seasons: Record<string, string> = {
        spring: '21',
        summer: '22',
        autumn: '23',
        fall: '23',
      };
      const date = `${match[2] ?? ''}-${seasons[(match[1] ?? '').toLowerCase()] ?? '24'}`;
      return { date, isAhead: isAfter(date, published) };
    },
  },
  {
    // A bare year, where a word in front says that it is one.
    pattern:
      /(?<=\b(?:in|since|by|until|before|after|during|of)(?: early| late| mid)? )((?:1[5-9]|20|21)\d\d)\b(?![-/.,]\d| \p{L}+ (?:men|people))/giu,
    resolve: (match, published) => ({
      date: match[0],
      isAhead: isAfter(match[0], published),
      isWhole: true,
    }),
  },
];

const partOf = /\b(?:the )?(?:morning|afternoon|evening|night) of (?=[\p{Lu}\d]|the \d)/gu;
const fullWeekday = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/;

/** Says whether what chrono found names a day, month or year, and does it in a word that is no other word. */
function isDate(result: Result, text: string): boolean {
  const { start } = result;
  const words = result.text;
  const before = text.slice(Math.max(result.index - 14, 0), result.index);
  if (result.tags().has('result/relativeDateAndTime')) return false;
  if (start.isCertain('timezoneOffset') && !/\d{4}/.test(words)) return false;
  const named =
    /\b(?:sun|mon|tue|wed|thu|fri|sat|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*/iu.exec(
      words,
    )?.[0];
  // “may”, “march” and “sat” are words; a name of the calendar has a capital.
  if (named !== undefined && !/^\p{Lu}/u.test(named)) return false;
  if (start.isCertain('day')) return !/^[\d/.-]+$/.test(words) || /\d{4}/.test(words);
  // The Sun is a paper, Sat a word: a weekday is written out.
  if (start.isCertain('weekday')) return fullWeekday.test(words);
  if (start.isCertain('month'))
    return (
      start.isCertain('year') ||
      /\b(?:in|since|by|until|till|of|last|next|early|late|mid|this|from|during|through|before|after)[\s-]+(?:early |late |mid-?)?$/i.test(
        before,
      )
    );
  return start.isCertain('year') || /^(?:this (?:morning|afternoon|evening))$/i.test(words);
}

function readResult(
  result: Result,
  sentence: string,
  published: DayNumber | null,
): Raw | undefined {
  const { index: start, text } = result;
  const end = start + text.length;
  const isRelative = isCountedFromNow(result);
  const isFuture = /\b(?:next|tomorrow|coming)\b|^in \w+ days?/i.test(text)
    ? true
    : /\b(?:last|ago|yesterday)\b/i.test(text)
      ? false
      : speaksAhead(sentence, start);
  const common = { start, end, time: readTime(text, result.start) };
  // “In 2019 … from July 3”: which year that is of is the editor's to read.
  const hasOtherYear =
    result.start.isCertain('month') &&
    !result.start.isCertain('year') &&
    /\b(?:19|20)\d\d\b/.test(sentence);
  if (hasOtherYear) return { ...common, date: null, isAhead: isFuture };
  const isUnfixed = published === null && (isRelative || !result.start.isCertain('year'));
  if (isUnfixed) return { ...common, date: null, isAhead: isFuture };
  // From here on what hangs on the day of publication has one.
  const day = published ?? 0;
  const from = resolve(result.start, day, isFuture, text);
  if (from === undefined) return undefined;
  const to = result.end ? resolveEnd(result.end, from) : undefined;
  if (to !== undefined && to.day > from.day && from.unit === 'day') {
    const date = `${printDay(from.day)}/${printDay(to.day)}`;
    return { ...common, time: null, date, isAhead: isAfter(date, published) };
  }
  const date =
    from.unit === 'day'
      ? printDay(from.day)
      : from.unit === 'month'
        ? printDay(from.day).slice(0, -3)
        : printDay(from.day).slice(0, -6);
  return { ...common, date, isAhead: isAfter(date, published), isWhole: true };
}

interface Named {
  readonly day: DayNumber;
  readonly unit: 'day' | 'month' | 'year';
}

function resolve(
  components: Components,
  published: DayNumber,
  isFuture: boolean,
  words: string,
): Named | undefined {
  const has = (unit: 'day' | 'month' | 'year' | 'weekday') => components.isCertain(unit);
  const [year, month, day] = [
    components.get('year') ?? 0,
    components.get('month') ?? 1,
    components.get('day') ?? 1,
  ];
  if (has('day') && has('month')) {
    const inYear = has('year') ? year : yearOf(published, month, day, isFuture);
    return { day: toDayNumber(inYear, month, day), unit: 'day' };
  }
  if (has('weekday')) {
    const weekday = components.get('weekday') ?? 0;
    if (isFuture)
      return {
        day: nextWeekday(published + (/^next\b/i.test(words) ? 1 : 0), weekday),
        unit: 'day',
      };
    return { day: lastWeekday(published - (/^last\b/i.test(words) ? 1 : 0), weekday), unit: 'day' };
  }
  if (has('month')) {
    const inYear = has('year') ? year : yearOf(published, month, 1, isFuture);
    return { day: toDayNumber(inYear, month, 1), unit: 'month' };
  }
  if (has('year')) return { day: toDayNumber(year, 1, 1), unit: 'year' };
  // “This morning”: chrono implies the day of publication.
  return { day: published, unit: 'day' };
}

function resolveEnd(components: Components, from: Named): Named | undefined {
  if (components.isCertain('day')) {
    const { year } = splitDay(from.day);
    const [month, day] = [components.get('month') ?? 1, components.get('day') ?? 1];
    const inYear = components.isCertain('year') ? (components.get('year') ?? year) : year;
    return { day: toDayNumber(inYear, month, day), unit: 'day' };
  }
  return components.isCertain('weekday')
    ? { day: nextWeekday(from.day, components.get('weekday') ?? 0), unit: 'day' }
    : undefined;
}

// Takes “late on the ”, “in late ” and “on the night of ”: a preposition, and how far into what follows.
const preposition = '(?:on|by|since|until|till|before|after|in|at|during|from|between|over)';
const leading = new RegExp(
  `(?:\\b${preposition}\\s+(?:late|early|mid)[\\s-]+|(?:\\b(?:late|early|earlier|mid)[\\s-]+)?(?:\\b${preposition}\\s+)?(?:\\bthe\\s+)?(?:\\b(?:morning|afternoon|evening|night) of\\s+(?:the\\s+)?)?)$`,
  'i',
);

/** Widens a phrase by the words in front that belong to it, and says what they make of its date. */
function finish(raw: Raw, sentence: string, published: DayNumber | null): DatePhrase {
  const before = sentence.slice(0, raw.start);
  const lead = leading.exec(before)?.[0] ?? '';
  const start =
    countWords(lead + sentence.slice(raw.start, raw.end)) <= 7
      ? raw.start - lead.length
      : raw.start;
  const words = sentence
    .slice(start, raw.end)
    .replace(/\s+/g, ' ')
    .replace(/^[\s,;:(]+|[\s,;:.)]+$/g, (stops) => (/^\.$/.test(stops) ? stops : ''));
  const time = raw.time ?? readTime(lead);
  const limited = raw.date === null || !raw.isWhole ? raw : limit(raw, lead, published);
  const date = limited.date;
  const parsed = date === null ? undefined : parseEdtf(date);
  // A date of another day than its words name is none: the editor finds the right one.
  const isSound =
    parsed !== undefined && findWrongWeekday(words, dateToRanges(parsed)) === undefined;
  return {
    words: countWords(words) <= 7 ? words : words.split(' ').slice(0, 7).join(' '),
    start,
    end: raw.end,
    date: isSound ? date : null,
    time: !isSound || getSingleDay(parsed) !== undefined ? time : null,
    isAhead: limited.isAhead,
  };
}

/** Takes a date and the word in front of it; gives what “since”, “by”, “before” and the like make of it. */
function limit(raw: Raw, lead: string, published: DayNumber | null): Pick<Raw, 'date' | 'isAhead'> {
  const word = (/\b(since|until|till|by|before|after)\b/i.exec(lead)?.[1] ?? '').toLowerCase();
  const { date } = raw;
  const parsed = date === null ? undefined : parseEdtf(date);
  if (!parsed || date === null) return raw;
  const today = published === null ? null : printDay(published);
  const first = dateToRanges(parsed)[0]?.first ?? null;
  const day = getSingleDay(parsed);
  switch (word) {
    case 'since':
      // Of a sentence that speaks of what is to come, it begins only then.
      return { date: `${date}/..`, isAhead: isAfter(date, published) };
    case 'until':
    case 'till':
      return raw.isAhead ? raw : { date: `/${date}`, isAhead: false };
    case 'by':
    case 'before': {
      const last = word === 'by' || first === null ? date : printDay(first - 1);
      if (!raw.isAhead) return { date: `[..${last}]`, isAhead: false };
      if (published === null || today === null) return raw;
      const end =
        word === 'by' ? dateToRanges(parsed).at(-1)?.last : first === null ? null : first - 1;
      return typeof end !== 'number' || end <= published
        ? raw
        : { date: `[${today}..${printDay(end)}]`, isAhead: true };
    }
    case 'after':
      if (raw.isAhead || published === null || day === undefined || day >= published) return raw;
      return { date: `[${date}..${today ?? ''}]`, isAhead: false };
    default:
      return raw;
  }
}

/** Says whether the words in front of a phrase speak of what is to come, and no verb of speech stands between. */
function speaksAhead(sentence: string, start: number): boolean {
  if (/\b(?:starting|beginning|effective)(?: on| from)?\s*$/i.test(sentence.slice(0, start)))
    return true;
  const clause =
    sentence
      .slice(0, start)
      .split(/[;:]|,\s|\bthat\b|\bafter\b/)
      .at(-1) ?? '';
  const cue =
    /\b(?:will|won[’']t|shall|would|(?:is|are|was|were) (?:due|set|to|scheduled|planned|expected|going)|due|scheduled|plans?|planned|planning|expected|expects?|ahead of|to be held|to meet|to resume|to begin|to start)\b(?!.*\b(?:will|would)\b)/i.exec(
      clause,
    );
  return cue !== null && !spoke.test(clause.slice(cue.index));
}

const spoke = new RegExp(`\\b(?:${speechVerbs})\\b`, 'i');

function readTime(words: string, components?: Components): string | null {
  if (
    components?.isCertain('hour') &&
    (components.isCertain('minute') || components.isCertain('meridiem'))
  )
    return printClock((components.get('hour') ?? 0) * 60 + (components.get('minute') ?? 0));
  if (/\bnoon\b/i.test(words)) return '12:00';
  // Takes “tonight” for a night, too.
  return /(morning|afternoon|evening|night)\b/i.exec(words)?.[1]?.toLowerCase() ?? null;
}

function past(published: DayNumber | null, print: (day: DayNumber) => string): Resolved {
  return { date: published === null ? null : print(published), isAhead: false };
}

function ahead(published: DayNumber | null, print: (day: DayNumber) => string): Resolved {
  return { date: published === null ? null : print(published), isAhead: true };
}

function isCountedFromNow(result: Result): boolean {
  const tags = [...result.tags()];
  return tags.some((tag) => /relativeDate|casualReference|ENCasualDate/.test(tag));
}

function isAfter(date: string, published: DayNumber | null): boolean {
  const parsed = parseEdtf(date);
  const first = parsed && dateToRanges(parsed)[0]?.first;
  return published !== null && first !== undefined && first !== null && first > published;
}

/** Gives the year that puts a month and day last on or before a day, or first on or after it. */
function yearOf(published: DayNumber, month: number, day: number, isFuture: boolean): number {
  const { year } = splitDay(published);
  const there = toDayNumber(year, month, day);
  if (isFuture) return there >= published || splitDay(published).month === month ? year : year + 1;
  return there <= published ? year : year - 1;
}

function lastWeekday(day: DayNumber, weekday: number): DayNumber {
  return day - ((getWeekday(day) - weekday + 7) % 7);
}

function nextWeekday(day: DayNumber, weekday: number): DayNumber {
  return day + ((weekday - getWeekday(day) + 7) % 7);
}

function overlaps(
  found: readonly Pick<Raw, 'start' | 'end'>[],
  start: number,
  end: number,
): boolean {
  return found.some((other) => start < other.end && other.start < end);
}

function toDay(components: Components): DayNumber {
  return toDayNumber(
    components.get('year') ?? 0,
    components.get('month') ?? 1,
    components.get('day') ?? 1,
  );
}

/** Chrono counts in the machine's zone; at noon its day is ours in every one. */
function toNoon(day: DayNumber): Date {
  const { year, month, day: dayOfMonth } = splitDay(day);
  return new Date(year, month - 1, dayOfMonth, 12);
}

function printMonth(year: number, month: number): string {
  return printDay(toDayNumber(year, month, 1)).slice(0, -3);
}

function printYear(year: number): string {
  return printDay(toDayNumber(year, 1, 1)).slice(0, -6);
}
