import type { Atom, AtomPattern } from './atom.ts';
import { calendars, indexOf, type CalendarWords } from './calendarWords.ts';
import { createClockPatterns } from './clocks.ts';
import { blank } from './blank.ts';
import { createDayPatterns, createMonthPattern, createMonthSource } from './monthDays.ts';
import { createNumericPatterns } from './numericDates.ts';
import { createOrdinalPatterns } from './ordinals.ts';
import { wordEnd, wordStart, yearDigits, type Compile } from './patternParts.ts';

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

function createGrammar(language: string): Grammar {
  const words = calendars.get(language);
  if (!words) throw new RangeError(`no calendar words for ${language}`);
  const flags = words.isCased ? 'gu' : 'giu';
  const compile: Compile = (source) => new RegExp(source, flags);
  // Text that one pattern matches is hidden from those after it.
  const patterns = [
    ...createNumericPatterns(language),
    ...createOrdinalPatterns(words, language, createMonthSource(words), compile),
    ...createDayPatterns(words, language, compile),
    createMonthPattern(words, compile),
    ...createClockPatterns(words, language),
    ...createRelativePatterns(words, compile),
    ...createWeekdayPatterns(words, language, compile),
    ...createPartPatterns(words, language, compile),
    ...createYearPatterns(compile),
  ];
  return {
    words,
    findAtoms: (folded) => findAtoms(patterns, folded),
    // A bar separates the cells of a row: “12 May 2024 | 20:30”.
    glue: new RegExp(`^[\\s,;|()\\[\\]–—-]*(?:(?:${words.glue})[\\s,(\\[–—-]+)*[\\s,]*$`, 'iu'),
  };
}

function findAtoms(patterns: readonly AtomPattern[], folded: string): Atom[] {
  const found: Atom[] = [];
  let rest = folded;
  for (const [pattern, read] of patterns) {
    for (const match of [...rest.matchAll(pattern)]) {
      const atom = read(match);
      if (atom === null) continue;
      const [start, end] = [match.index, match.index + match[0].length];
      found.push({ ...atom, start, end });
      // Matched text can't be part of another atom, nor join the text around it.
      rest = blank(rest, { start, end });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** “Today”, “yesterday evening”: days counted from publication. */
function createRelativePatterns(words: CalendarWords, compile: Compile): AtomPattern[] {
  return words.relative.map(([source, days, part]) => [
    compile(`${wordStart}(?:${source})${wordEnd}`),
    () => ({ type: 'relative', days, part }),
  ]);
}

function createWeekdayPatterns(
  words: CalendarWords,
  language: string,
  compile: Compile,
): AtomPattern[] {
  const full = words.weekdays.join('|');
  const short = words.shortWeekdays.map((one) => `(?:${one})`).join('|');
  const end = language === 'de' ? '' : wordEnd;
  // Arabic joins “and”, “by” and the like to the word.
  const prefix = language === 'ar' ? '(?<=(?:^|[^\\p{L}\\p{M}])[وفبل]?)' : wordStart;
  return [
    [
      compile(`${prefix}(${full})${end}`),
      ([, name = '']) => ({
        type: 'weekday',
        weekday: indexOf(words.weekdays, name),
        isShort: false,
      }),
    ],
    [
      short === '' ? /(?!)/gu : compile(`${wordStart}(${short})\\.?${wordEnd}(?=[\\s,])`),
      ([, name = '']) => ({
        type: 'weekday',
        weekday: indexOf(words.shortWeekdays, name),
        isShort: true,
      }),
    ],
  ];
}

function createPartPatterns(
  words: CalendarWords,
  language: string,
  compile: Compile,
): AtomPattern[] {
  // German joins a weekday and its part of the day: “Sonntagabend”.
  const start = language === 'de' ? '(?<![\\d])' : wordStart;
  return words.parts.map(([source, part]) => [
    compile(`${start}(?:${source})${wordEnd}`),
    () => ({ type: 'part', part }),
  ]);
}

function createYearPatterns(compile: Compile): AtomPattern[] {
  return [
    [
      compile(`(?<![\\p{L}\\d.,/-])((?:1\\d|20)\\d)0s${wordEnd}`),
      ([, year]) => ({ type: 'year', year: Number(`${year ?? ''}0`), isDecade: true }),
    ],
    [
      compile(`(?<![\\p{L}\\d.,/$€£-])${yearDigits}(?![-/.,]\\d|\\s\\p{L}+ (?:men|people))`),
      ([, year]) => ({ type: 'year', year: Number(year), isDecade: false }),
    ],
  ];
}
