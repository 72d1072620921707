import type { Atom, AtomPattern, Content, DaysOfMonth } from './atom.ts';
import { readMonth, type CalendarWords } from './calendarWords.ts';
import { wordEnd, wordStart, yearDigits, type Compile } from './patternParts.ts';

/** Returns the patterns of days with their month: “5 and 6 May 2024”, in English also “May 5”. */
export function createDayPatterns(
  words: CalendarWords,
  language: string,
  compile: Compile,
): AtomPattern[] {
  const dayFirst = compile(
    `${wordStart}(${createLedList(words, language)}|${createList(words, language)})\\s*(?:(?:${words.of})\\s+)?(?:[-/]\\s*)?${createMonthSource(words)}`,
  );
  const patterns: AtomPattern[] = [
    [dayFirst, ([, days = '', name, other, year]) => readDays(words, days, name, other, year)],
  ];
  if (language !== 'en') return patterns;
  const monthFirst = compile(
    `${wordStart}${createMonthName(words)}\\s+(?:the\\s+)?(${createListBehindMonth(words)})${notCounted}${createYear(words)}${noEra}`,
  );
  return [
    ...patterns,
    [monthFirst, ([, name, other, days = '', year]) => readDays(words, days, name, other, year)],
  ];
}

/** Returns the pattern of a month without days: “May 2024”. */
export function createMonthPattern(words: CalendarWords, compile: Compile): AtomPattern {
  return [
    compile(`${wordStart}${createMonthSource(words)}`),
    ([, name, other, year]) => {
      const month = readMonth(words, name, other);
      return month === null
        ? null
        : { type: 'month', month, year: year === undefined ? null : Number(year) };
    },
  ];
}

/** Returns the source of a month with its year, if any; its groups are two names of the month, and the year. */
export function createMonthSource(words: CalendarWords): string {
  return `${createMonthName(words)}${createYear(words)}${noEra}`;
}

/** Levantine and Gregorian names appear together: “تشرين الأول/أكتوبر”, “تموز (يوليو)”. */
function createMonthName({ months }: CalendarWords): string {
  const name = `(${months.join('|')})`;
  return `${name}\\.?${wordEnd}(?:\\s*[/(]\\s*${name}${wordEnd}\\)?)?`;
}

function createYear({ of }: CalendarWords): string {
  return `(?:(?:,?\\s*(?:${of})?\\s*|[-/])${yearDigits})?`;
}

const noEra = String.raw`(?!\s*,?\s*(?:BC|B\.C|AD\b|A\.D|CE\b|BCE))`;

/** “5”, “5 and 6”, “3, 4 and 5”, “28–30”. */
function createList(words: CalendarWords, language: string): string {
  const [number, joint] = [createNumber(words), createJoint(words, language)];
  return `${number}(?:(?:\\s*,\\s*${number})*${joint}${number})?`;
}

/**
 * “On 8 and on 9 October”, “le 8 et le 9 octobre”: only a number after such a word is a day; “killed 8 and on 9
 * October left” has one.
 */
function createLedList(words: CalendarWords, language: string): string {
  const [number, joint] = [createNumber(words), createJoint(words, language)];
  const led = `(?:${listLeads}|${words.weekdays.join('|')})`;
  return `(?<=(?<![\\p{L}])${led}\\s)${number}(?:(?:${joint}|\\s*,\\s*)(?:${led}\\s)*${number})+`;
}

// What may precede the first of several days, and each one that follows.
const listLeads =
  '[Oo]n|[Tt]he|[Bb]y|[Ff]rom|[Bb]etween|[Aa]m|[Dd]e[mn]|[Vv]om|[Ll]es?|[Dd]u|[Ee]l|[Ll]os|[Dd]el|في|يوم|من|بين';

/** “October 5 and the 6th”, and “October 30, 31” before “and November 1”. */
function createListBehindMonth(words: CalendarWords): string {
  const { and, or, to, ordinal, months } = words;
  const [number, joint] = [createNumber(words), createJoint(words, 'en')];
  const list = `${number}(?:(?:\\s*,\\s*${number})*${joint}(?:the\\s(?=\\d+(?:${ordinal})))?${number})?`;
  const goingOn = `${number}(?:\\s*,\\s*${number})+(?=,?\\s(?:${and}|${or}|${to})\\s(?:${months.join('|')})\\.?\\s\\d)`;
  return `${goingOn}|${list}`;
}

// “October 6 and 12 people”: a count isn't a day.
const notCounted = String.raw`(?!\d|:\d|[.,]\d|\s*[ap]\.?m\b|\s+(?:people|men|women|others|more|children|dead|of them|years|percent|per)\b|\s*%)`;

function createNumber({ ordinal }: CalendarWords): string {
  return `\\d{1,2}(?:${ordinal})?(?!\\d)`;
}

function createJoint({ and, or, to }: CalendarWords, language: string): string {
  // Arabic joins “and” to the following word: “20 و25 تموز”.
  const behindAnd = language === 'ar' ? '\\s?' : '\\s';
  return `(?:\\s*(?:[-–—/]|,?\\s(?:${and}|${or}|${to})${behindAnd})\\s*)`;
}

function readDays(
  words: CalendarWords,
  written: string,
  name: string | undefined,
  other: string | undefined,
  year: string | undefined,
): Content<Atom> | null {
  const month = readMonth(words, name, other);
  const { days, join } = readList(words, written);
  if (month === null || days.some((day) => day < 1 || day > 31)) return null;
  return { type: 'days', days, join, month, year: year === undefined ? null : Number(year) };
}

/** Returns the numbers of a list such as “3, 4 and 5” or “3–5 and 9”, and what joins them. */
function readList(
  words: CalendarWords,
  written: string,
): { readonly days: readonly number[]; readonly join: DaysOfMonth['join'] } {
  const numbers = [...written.matchAll(/\d+/g)];
  const gaps = numbers
    .slice(1)
    .map((number, index) =>
      written.slice((numbers[index]?.index ?? 0) + (numbers[index]?.[0].length ?? 0), number.index),
    );
  const has = (gap: string, source: string) => new RegExp(`(?:${source})`, 'iu').test(gap);
  const isTo = gaps.map((gap) => has(gap, `[–—-]|(?:^|\\s)(?:${words.to})\\s`));
  const isOr = gaps.some((gap) => has(gap, `(?:^|\\s)(?:${words.or})\\s`));
  const all = numbers.map(([number]) => Number(number));
  if (all.length < 2) return { days: all, join: null };
  if (all.length === 2 && isTo[0]) return { days: all, join: 'to' };
  const days = all.flatMap((day, index) => {
    const before = all[index - 1] ?? day;
    const isFilled = isTo[index - 1] === true && day > before;
    return isFilled ? [...Array(day - before).keys()].map((step) => before + step + 1) : [day];
  });
  return { days, join: isOr ? 'or' : 'and' };
}
