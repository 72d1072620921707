import { calendars, indexOf, readMonth, type CalendarWords } from './calendarWords.ts';
import { createClockPatterns } from './clocks.ts';
import { createOrdinalPatterns } from './ordinals.ts';
import type { Atom, AtomPattern, Content, DaysOfMonth } from './atom.ts';

/** A language's date grammar, compiled once from its words. */
export interface Grammar {
  readonly words: CalendarWords;
  /** Returns the atoms of a folded sentence, in order and without overlaps. */
  findAtoms(folded: string): Atom[];
  /** Matches, from end to end, what may separate the parts of one date. */
  readonly glue: RegExp;
}

/** Returns the grammar of a language by BCP 47 code; English is the fallback. */
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
  // Levantine and Gregorian names appear together: “تشرين الأول/أكتوبر”, “تموز (يوليو)”.
  const monthName = `(${words.months.join('|')})`;
  const month = `${monthName}\\.?${wordEnd}(?:\\s*[/(]\\s*${monthName}${wordEnd}\\)?)?`;
  const number = `\\d{1,2}(?:${words.ordinal})?(?!\\d)`;
  // Arabic joins “and” to the following word: “20 و25 تموز”.
  const behindAnd = language === 'ar' ? '\\s?' : '\\s';
  const joint = `(?:\\s*(?:[-–—/]|,?\\s(?:${words.and}|${words.or}|${words.to})${behindAnd})\\s*)`;
  const list = `${number}(?:(?:\\s*,\\s*${number})*${joint}${number})?`;
  // “On 8 and on 9 October”, “le 8 et le 9 octobre”: only a number after such a word is a day; “killed 8 and
  // on 9 October left” has one.
  const led = `(?:${listLeads}|${words.weekdays.join('|')})`;
  const ledList = `(?<=(?<![\\p{L}])${led}\\s)${number}(?:(?:${joint}|\\s*,\\s*)(?:${led}\\s)*${number})+`;
  const year = `(?:(?:,?\\s*(?:${words.of})?\\s*|[-/])${yearDigits})?`;
  const dayFirst = pattern(
    `${wordStart}(${ledList}|${list})\\s*(?:(?:${words.of})\\s+)?(?:[-/]\\s*)?${month}${year}${noEra}`,
  );
  // “October 6 and 12 people”: a count isn't a day.
  const notCounted = String.raw`(?!\d|:\d|[.,]\d|\s*[ap]\.?m\b|\s+(?:people|men|women|others|more|children|dead|of them|years|percent|per)\b|\s*%)`;
  // “October 5 and the 6th”, and “October 30, 31” before “and November 1”.
  const behindMonth = `${number}(?:(?:\\s*,\\s*${number})*${joint}(?:the\\s(?=\\d+(?:${words.ordinal})))?${number})?`;
  const goingOn = `${number}(?:\\s*,\\s*${number})+(?=,?\\s(?:${words.and}|${words.or}|${words.to})\\s(?:${words.months.join('|')})\\.?\\s\\d)`;
  const monthFirst = pattern(
    `${wordStart}${month}\\s+(?:the\\s+)?(${goingOn}|${behindMonth})${notCounted}${year}${noEra}`,
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
        // With full stops, the day always comes first.
        order: mark === '.' || language !== 'en' ? 'day-first' : null,
      }),
    ],
    [
      // Digits without a year are a date only after a suitable preposition.
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
    ...createOrdinalPatterns(words, language, `${month}${year}${noEra}`, pattern),
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
    ...createClockPatterns(words, language),
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
        // German joins a weekday and its part of the day: “Sonntagabend”.
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
    // A bar separates the cells of a row: “12 May 2024 | 20:30”.
    glue: new RegExp(`^[\\s,;|()\\[\\]–—-]*(?:(?:${words.glue})[\\s,(\\[–—-]+)*[\\s,]*$`, 'iu'),
  };
}

// What may precede the first of several days, and each one that follows.
const listLeads =
  '[Oo]n|[Tt]he|[Bb]y|[Ff]rom|[Bb]etween|[Aa]m|[Dd]e[mn]|[Vv]om|[Ll]es?|[Dd]u|[Ee]l|[Ll]os|[Dd]el|في|يوم|من|بين';

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
      // Matched text can't be part of another atom, nor join the text around it.
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

function weekdayPatterns(
  words: CalendarWords,
  language: string,
  pattern: (source: string) => RegExp,
): AtomPattern[] {
  const full = words.weekdays.join('|');
  const short = words.shortWeekdays.map((one) => `(?:${one})`).join('|');
  const end = language === 'de' ? '' : wordEnd;
  // Arabic joins “and”, “by” and the like to the word.
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
