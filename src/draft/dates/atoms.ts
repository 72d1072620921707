import type { PartOfDay } from '../../model/when.ts';
import { calendars, type CalendarWords } from './calendarWords.ts';

/** Where something stands in a sentence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The days of one month that a sentence names together: “5”, “5 and 6”, “28–30”, “5 or 6”. */
export interface DaysOfMonth {
  readonly type: 'days';
  readonly days: readonly number[];
  readonly join: 'and' | 'or' | 'to' | null;
  readonly month: number;
  readonly year: number | null;
}

/** A date in figures; `first` and `second` are the day and the month in an order that may be unknown. */
export interface NumericDate {
  readonly type: 'numeric';
  readonly first: number;
  readonly second: number;
  /** Null where none is written; undefined where it has two digits and so no century. */
  readonly year: number | null | undefined;
  readonly order: DateOrder | null;
}

/** Which of the two numbers of a date comes first. */
export type DateOrder = 'day-first' | 'month-first';

/** An hour; null where the words leave open which: “at 5 o’clock”, or that of another zone. */
export interface ClockAtom {
  readonly type: 'clock';
  readonly time: string | null;
  /** Where the hour limits a time instead of naming it: “by 5 pm”. */
  readonly isLimit: boolean;
}

/** The smallest pieces that dates are made of. */
export type Atom = Stretch &
  (
    | DaysOfMonth
    | NumericDate
    | ClockAtom
    | { readonly type: 'month'; readonly month: number; readonly year: number | null }
    | { readonly type: 'year'; readonly year: number; readonly isDecade: boolean }
    | { readonly type: 'weekday'; readonly weekday: number; readonly isShort: boolean }
    | { readonly type: 'part'; readonly part: PartOfDay }
    | { readonly type: 'relative'; readonly days: number; readonly part: PartOfDay | null }
  );

/** What reads one language's dates: the alternatives of its words, compiled once. */
export interface Grammar {
  readonly words: CalendarWords;
  /** Returns the atoms of a folded sentence, in order and apart. */
  findAtoms(folded: string): Atom[];
  /** Matches what may stand between the parts of one date, from end to end. */
  readonly glue: RegExp;
}

/** Returns the grammar of a language by its BCP 47 code; English reads texts of any other language. */
export function getGrammar(language: string): Grammar {
  const known = calendars.has(language) ? language : 'en';
  const grammar = grammars.get(known) ?? createGrammar(known);
  grammars.set(known, grammar);
  return grammar;
}

const grammars = new Map<string, Grammar>();

const wordStart = String.raw`(?<![\p{L}\p{M}\p{N}])`;
const wordEnd = String.raw`(?![\p{L}\p{N}])`;
const yearDigits = String.raw`((?:1\d|20|21)\d\d)(?![\d\p{L}])(?!\s*(?:BC|B\.C|AD\b|A\.D|CE\b))`;

function createGrammar(language: string): Grammar {
  const words = calendars.get(language);
  if (!words) throw new RangeError(`no calendar words for ${language}`);
  const flags = words.isCased ? 'gu' : 'giu';
  const pattern = (source: string) => new RegExp(source, flags);
  // Levantine and Gregorian names stand side by side: “تشرين الأول/أكتوبر”, “تموز (يوليو)”.
  const monthName = `(${words.months.join('|')})`;
  const month = `${monthName}\\.?${wordEnd}(?:\\s*[/(]\\s*${monthName}${wordEnd}\\)?)?`;
  const number = `\\d{1,2}(?:${words.ordinal})?(?!\\d)`;
  // In Arabic “and” is written together with what follows: “20 و25 تموز”.
  const behindAnd = language === 'ar' ? '\\s?' : '\\s';
  const joint = `(?:\\s*(?:[-–—/]|,?\\s(?:${words.and}|${words.or}|${words.to})${behindAnd})\\s*(?:(?:the|den|dem|le|el)\\s)?)`;
  const list = `(${number}(?:(?:\\s*,\\s*${number})*${joint}${number})?)`;
  const year = `(?:(?:,?\\s*(?:${words.of})?\\s*|[-/])${yearDigits})?`;
  const dayFirst = pattern(
    `${wordStart}${list}\\s*(?:(?:${words.of})\\s+)?(?:[-/]\\s*)?${month}${year}${noEra}`,
  );
  // “October 6 and 12 people”: what is counted is no day.
  const notCounted = String.raw`(?![\d:]|[.,]\d|\s*[ap]\.?m\b|\s+(?:people|men|women|others|more|children|dead|of them|years|percent|per)\b|\s*%)`;
  const monthFirst = pattern(
    `${wordStart}${month}\\s+(?:the\\s+)?${list}${notCounted}${year}${noEra}`,
  );
  const monthAlone = pattern(`${wordStart}${month}${year}${noEra}`);
  const sets: readonly AtomPattern[] = [
    [
      /(?<![\d/.-])(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?![\d/-]|\.\d)(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?/gu,
      ([, y, m, d]) => ({
        type: 'numeric',
        first: Number(m),
        second: Number(d),
        year: Number(y),
        order: 'month-first',
      }),
    ],
    [
      /(?<![\d/.,-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/-]|\.\d)/gu,
      ([, a, mark, b, y]) => ({
        type: 'numeric',
        first: Number(a),
        second: Number(b),
        year: y?.length === 4 ? Number(y) : undefined,
        // With full stops the day always comes first.
        order: mark === '.' || language !== 'en' ? 'day-first' : null,
      }),
    ],
    [
      // Figures without a year are a date only behind a preposition that says so.
      language === 'de'
        ? /(?<![\d/.,-])(\d{1,2})\.(\d{1,2})\.(?!\d)/gu
        : /(?<=\b(?:on|since|until|by|dated|le|el|du|del|في)\s)(\d{1,2})\/(\d{1,2})(?![\d/])/giu,
      ([, a, b]) => ({
        type: 'numeric',
        first: Number(a),
        second: Number(b),
        year: null,
        order: language === 'en' ? null : 'day-first',
      }),
    ],
    [dayFirst, ([, days = '', name, other, y]) => readDays(words, days, name, other, y)],
    [
      language === 'en' ? monthFirst : /(?!)/gu,
      ([, name, other, days = '', y]) => readDays(words, days, name, other, y),
    ],
    [
      monthAlone,
      ([, name, other, y]) => {
        const found = readMonth(words, name, other);
        return found === null
          ? null
          : { type: 'month', month: found, year: y === undefined ? null : Number(y) };
      },
    ],
    ...clockPatterns(words, language),
    ...words.relative.map(
      ([source, days, part]) =>
        [
          pattern(`${wordStart}(?:${source})${wordEnd}`),
          () => ({ type: 'relative', days, part }) as const,
        ] as const,
    ),
    ...weekdayPatterns(words, language, pattern),
    ...words.parts.map(
      ([source, part]) =>
        // In German the part of a day is written together with its weekday: “Sonntagabend”.
        [
          pattern(`${language === 'de' ? '(?<![\\d])' : wordStart}(?:${source})${wordEnd}`),
          () => ({ type: 'part', part }) as const,
        ] as const,
    ),
    [
      pattern(`(?<![\\p{L}\\d.,/-])((?:1\\d|20)\\d)0s${wordEnd}`),
      ([, y]) => ({ type: 'year', year: Number(`${y ?? ''}0`), isDecade: true }),
    ],
    [
      pattern(`(?<![\\p{L}\\d.,/$€£-])${yearDigits}(?![-/.,]\\d|\\s\\p{L}+ (?:men|people))`),
      ([, y]) => ({ type: 'year', year: Number(y), isDecade: false }),
    ],
  ];
  return {
    words,
    findAtoms: (folded) => findAtoms(sets, folded),
    glue: new RegExp(`^[\\s,;()\\[\\]–—-]*(?:(?:${words.glue})[\\s,(\\[–—-]+)*[\\s,]*$`, 'iu'),
  };
}

/** What a pattern says of an atom; where it stands is the match's. */
type Content<T> = T extends unknown ? Omit<T, 'start' | 'end'> : never;
type AtomPattern = readonly [RegExp, (match: RegExpExecArray) => Content<Atom> | null];

const noEra = String.raw`(?!\s*,?\s*(?:BC|B\.C|AD\b|A\.D|CE\b|BCE))`;

function findAtoms(sets: readonly AtomPattern[], folded: string): Atom[] {
  const found: Atom[] = [];
  let rest = folded;
  for (const [pattern, read] of sets) {
    for (const match of [...rest.matchAll(pattern)]) {
      const atom = read(match);
      if (atom === null) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      found.push({ ...atom, start, end });
      // What is taken is no part of anything else, nor does it join what stands around it.
      rest = rest.slice(0, start) + '\u0001'.repeat(end - start) + rest.slice(end);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function readDays(
  words: CalendarWords,
  written: string,
  name: string | undefined,
  other: string | undefined,
  year: string | undefined,
): Content<Atom> | null {
  const month = readMonth(words, name, other);
  const days = (written.match(/\d+/g) ?? []).map(Number);
  if (month === null || days.some((day) => day < 1 || day > 31)) return null;
  const between = written.replace(/\d+\S{0,2}?(?=[\s,–—/-]|$)/gu, ' ');
  const join =
    days.length < 2
      ? null
      : new RegExp(`(?:^|\\s)(?:${words.or})\\s`, 'iu').test(between)
        ? 'or'
        : new RegExp(`(?:^|\\s)(?:${words.and})\\s|/`, 'iu').test(between)
          ? 'and'
          : 'to';
  return { type: 'days', days, join, month, year: year === undefined ? null : Number(year) };
}

/** Returns the month that one name, or two names of it, say; null where the two say different ones. */
function readMonth(
  words: CalendarWords,
  name: string | undefined,
  other: string | undefined,
): number | null {
  const [first, second] = [name, other].map((one) =>
    one === undefined ? undefined : indexOf(words.months, one) + 1,
  );
  return first !== undefined && first > 0 && (second === undefined || second === first)
    ? first
    : null;
}

function indexOf(alternatives: readonly string[], word: string): number {
  return alternatives.findIndex((one) => new RegExp(`^(?:${one})$`, 'iu').test(word));
}

function weekdayPatterns(
  words: CalendarWords,
  language: string,
  pattern: (source: string) => RegExp,
): AtomPattern[] {
  const full = words.weekdays.join('|');
  const short = words.shortWeekdays.map((one) => `(?:${one})`).join('|');
  const end = language === 'de' ? '' : wordEnd;
  // In Arabic “and”, “by” and the like are written together with the word.
  const prefix = language === 'ar' ? '(?<=(?:^|[^\\p{L}\\p{M}])[وفبل]?)' : wordStart;
  return [
    [
      pattern(`${prefix}(${full})${end}`),
      ([, name = '']) => ({
        type: 'weekday',
        weekday: indexOf(words.weekdays, name),
        isShort: false,
      }),
    ],
    [
      short === '' ? /(?!)/gu : pattern(`${wordStart}(${short})\\.?${wordEnd}(?=[\\s,])`),
      ([, name = '']) => ({
        type: 'weekday',
        weekday: indexOf(words.shortWeekdays, name),
        isShort: true,
      }),
    ],
  ];
}

const otherZone = String.raw`(?:\s*local time)?(?<zone>\s*\(?(?:GMT|UTC|BST|[ECMP][SD]?T|CET|CEST|EET|IST|MSK|[Ee]astern|Z\b))?`;

/** Returns the patterns of hours; what says that digits are an hour differs from language to language. */
function clockPatterns(words: CalendarWords, language: string): AtomPattern[] {
  const near = `(?<near>(?:${words.about}|[Nn]early|[Aa]lmost|[Jj]ust after|[Ss]hortly after|[Jj]ust before|[Ss]hortly before|[Cc]lose to|[Mm]oments after|[Mm]inutes after|[Mm]inutes before)\\s+)?`;
  const meridiem = String.raw`(?<half>[ap])\.?\s?m\b\.?`;
  const clock = String.raw`(?<hour>\d{1,2})(?:[:.](?<minute>\d\d))?`;
  const read = (match: RegExpExecArray): Content<Atom> | null => {
    const { hour, minute, half, near: nearby, zone, from, fromMinute, join } = match.groups ?? {};
    const ends = [
      toMinutes(from, fromMinute, half, hour),
      toMinutes(hour, minute, half, undefined),
    ];
    const [first, last] = ends;
    if (typeof last !== 'number' || (from !== undefined && typeof first !== 'number')) return null;
    const isOther = zone !== undefined && zone !== '';
    const isLimit = from === undefined && isBehindLimit(match);
    const time = isOther
      ? null
      : from !== undefined
        ? // “From 8 to 10 pm” lasted: a block's time is one moment.
          join === 'and' && typeof first === 'number' && first < last
          ? `${printMinutes(first)}/${printMinutes(last)}`
          : null
        : isLimit
          ? null
          : `${nearby ? 'about ' : ''}${printMinutes(last)}`;
    return { type: 'clock', time, isLimit };
  };
  const compile = (source: string) => new RegExp(source, 'gu');
  return [
    ...(language === 'en'
      ? ([
          [
            compile(
              String.raw`(?:[Bb]etween|[Ff]rom)\s+(?<from>\d{1,2})(?:[:.](?<fromMinute>\d\d))?(?:\s?[ap]\.?m\.?)?\s+(?<join>and|to|until)\s+${clock}\s?${meridiem}${otherZone}`,
            ),
            read,
          ],
          [compile(`(?:[Aa]t\\s+)?${near}(?<![\\d:.])${clock}\\s?${meridiem}${otherZone}`), read],
          [
            compile(
              String.raw`(?:[Aa]t\s+)?(?<near>(?:[Aa]round|[Aa]bout|[Nn]early|[Jj]ust after|[Ss]hortly after|[Jj]ust before|[Ss]hortly before|[Mm]inutes after|[Mm]inutes before)\s+)?(?<!\p{L})(?<word>noon|midday|midnight)\b`,
            ),
            (match) => readNamedHour(match),
          ],
          [
            compile(
              String.raw`(?:[Aa]t\s+)?(?:[Aa]round\s+|[Aa]bout\s+)?(?:\d{1,2}|\p{L}+)\s+o['’]clock\b`,
            ),
            () => ({ type: 'clock', time: null, isLimit: false }),
          ],
          [
            compile(
              String.raw`(?:[Ii]n the |[Dd]uring the )(?:very )?early (?:morning )?hours|(?:[Ii]n the )?small hours`,
            ),
            () => ({ type: 'clock', time: '00:00/05:00', isLimit: false }),
          ],
          [
            compile(String.raw`(?:[Ss]hortly |[Jj]ust )?[Bb]efore (?:dawn|daybreak|sunrise)`),
            () => ({ type: 'clock', time: '00:00/06:00', isLimit: false }),
          ],
          [
            compile(
              String.raw`(?:(?:[Ss]hortly |[Jj]ust )?(?:[Aa]t|[Bb]efore|[Aa]fter|[Aa]round) )(?:dawn|daybreak|sunrise|dusk|sunset|dark|nightfall)`,
            ),
            () => ({ type: 'clock', time: null, isLimit: false }),
          ],
        ] satisfies readonly AtomPattern[])
      : []),
    [
      // 24 hours, behind “at” or before “hours”, or with colon and seconds beside a date.
      compile(
        `(?:(?:${words.at})\\s+)?${near}(?<![\\d:.,/])(?<hour>[01]?\\d|2[0-4])[:hH](?<minute>[0-5]\\d)(?::[0-5]\\d)?(?![\\d:])(?:\\s*(?:${words.hour}))?${otherZone}`,
      ),
      read,
    ],
    [
      compile(
        `(?:(?:${words.at})\\s+)${near}(?<![\\d:.,/])(?<hour>[01]?\\d|2[0-4])\\.(?<minute>[0-5]\\d)(?![\\d.%]|\\s*(?:per|%|m\\b|million|billion))(?:\\s*(?:${words.hour}))?${otherZone}`,
      ),
      read,
    ],
    [
      language === 'en'
        ? compile(
            `${near}(?<![\\d:.,/])(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?:hours|hrs)\\b${otherZone}`,
          )
        : compile(
            `(?:(?:${words.at})\\s+)?(?<![\\d:.,/])(?<hour>[01]?\\d|2[0-4])(?:[.:](?<minute>[0-5]\\d))?\\s*(?:${words.hour})${wordEnd}`,
          ),
      read,
    ],
  ];
}

/** “By 5 pm”: the hour limits a time and names none. */
function isBehindLimit({ input, index }: RegExpExecArray): boolean {
  return /\b(?:by|before|after|until|since|from)\s+$/i.test(input.slice(0, index));
}

function readNamedHour(match: RegExpExecArray): Content<Atom> {
  const { near, word } = match.groups ?? {};
  const isLimit = near === undefined && isBehindLimit(match);
  const minutes = word === 'midnight' ? 0 : 12 * 60;
  // Midnight both begins and ends a day: only what is shortly after or before it is of one.
  if (word === 'midnight' && !/after/i.test(near ?? ''))
    return { type: 'clock', time: /before/i.test(near ?? '') ? '23:00/23:59' : null, isLimit };
  return {
    type: 'clock',
    time: isLimit ? null : `${near === undefined ? '' : 'about '}${printMinutes(minutes)}`,
    isLimit,
  };
}

/** Returns minutes since midnight, null where there are none to read, undefined where no such hour exists. */
function toMinutes(
  hour: string | undefined,
  minute: string | undefined,
  half: string | undefined,
  until: string | undefined,
): number | null | undefined {
  if (hour === undefined) return null;
  let hours = Number(hour);
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return undefined;
    hours = (hours % 12) + (half === 'p' ? 12 : 0);
    // “Between 11 and 1 pm”: the first of them is in the morning.
    if (until !== undefined && Number(hour) % 12 > Number(until) % 12) hours -= 12;
    if (hours < 0) return undefined;
  }
  const minutes = hours * 60 + Number(minute ?? 0);
  return minutes < 24 * 60 ? minutes : undefined;
}

function printMinutes(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
