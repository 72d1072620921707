import type { TokenPattern } from './token.ts';
import { readMonth, type CalendarWords } from './calendarWords.ts';

// Days written as words: “the first of May”, “am ersten Mai”, “الخامس والعشرين من نيسان”.

/** Returns the pattern of days in words for one language; `month` matches a month with its year. */
export function createOrdinalPatterns(
  words: CalendarWords,
  language: string,
  month: string,
  compile: (source: string) => RegExp,
): TokenPattern[] {
  const form = forms[language];
  if (!form) return [];
  // Longest first: “twenty-first” isn't “twenty”.
  const ordinals = form.ordinals
    .flatMap((alternatives, index) => alternatives.map((word) => ({ word, day: index + 1 })))
    .sort((a, b) => b.word.length - a.word.length);
  const dayOf = new Map(ordinals.map(({ word, day }) => [word.replaceAll('-', ' '), day]));
  const alternatives = ordinals.map(({ word }) => word.replaceAll('-', '[- ]')).join('|');
  const readDay = (
    written: string,
    name: string | undefined,
    other: string | undefined,
    year: string | undefined,
  ): ReturnType<TokenPattern[1]> => {
    const day = dayOf.get(written.toLowerCase().replaceAll('-', ' '));
    const found = readMonth(words, name, other);
    return day === undefined || found === null
      ? null
      : {
          type: 'days',
          days: [day],
          join: null,
          month: found,
          year: year === undefined ? null : Number(year),
        };
  };
  // “The first of May’s storms” isn't a day, nor is “am ersten Mai-Wochenende”.
  const before = `${form.before}(${alternatives})${form.of}${month}(?!['’-])`;
  // “On June the first” is a day, but “in May the first boats came” has none.
  const behind = `(?<=\\b[Oo]n\\s)(${words.months.join('|')})\\s+the\\s+(${alternatives})(?![\\p{L}-])(?:,?\\s+((?:1\\d|20)\\d\\d)(?!\\d))?`;
  return [
    [compile(before), ([, written = '', name, other, year]) => readDay(written, name, other, year)],
    [
      language === 'en' ? compile(behind) : /(?!)/gu,
      ([, name, written = '', year]) => readDay(written, name, undefined, year),
    ],
  ];
}

interface Form {
  readonly before: string;
  readonly of: string;
  /** The words for 1 to 31; empty if the language uses numbers. */
  readonly ordinals: readonly (readonly string[])[];
}

const english = [
  ...'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' '),
  ...['thir', 'four', 'fif', 'six', 'seven', 'eigh', 'nine'].map((stem) => `${stem}teenth`),
  'twentieth',
];
const german = [
  ...'ersten zweiten dritten vierten fünften sechsten siebten achten neunten zehnten'.split(' '),
  ...'elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten'.split(' '),
  ...'achtzehnten neunzehnten zwanzigsten'.split(' '),
];
const germanUnits = 'einund zweiund dreiund vierund fünfund sechsund siebenund achtund neunund';
// Folded: without hamza, and with ه for ة.
const arabic = 'الاول الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع العاشر'.split(' ');
const arabicTens = 'الحادي الثاني الثالث الرابع الخامس السادس السابع الثامن التاسع'.split(' ');

const forms: Readonly<Record<string, Form | undefined>> = {
  en: {
    before: String.raw`(?<![\p{L}\p{M}\p{N}])(?:[Tt]he\s+)?`,
    of: String.raw`\s+of\s+`,
    ordinals: [
      ...english,
      ...english.slice(0, 9).map((unit) => `twenty-${unit}`),
      'thirtieth',
      'thirty-first',
    ].map((word) => [word]),
  },
  de: {
    before: String.raw`(?<=(?<![\p{L}])(?:am|vom|zum|de[mnr]|des)\s)`,
    of: String.raw`\s+`,
    ordinals: [
      ...german,
      ...germanUnits.split(' ').map((unit) => `${unit}zwanzigsten`),
      'dreißigsten',
      'einunddreißigsten',
    ].map((word) => [word]),
  },
  fr: {
    before: String.raw`(?<=(?<![\p{L}])(?:le|au|du)\s)`,
    of: String.raw`\s+`,
    ordinals: [['premier']],
  },
  es: {
    before: String.raw`(?<=(?<![\p{L}])(?:el|al|del)\s)`,
    of: String.raw`\s+de\s+`,
    ordinals: [['primero', 'uno']],
  },
  ar: {
    // “In the first week of May” has the same words, so it is a day only directly after these.
    before: String.raw`(?<=(?:^|[،,(]|(?<![\p{L}\p{M}])[وف]?(?:في|يوم|اليوم|منذ|حتي|من|قبل|بعد|بتاريخ|الموافق|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعه|السبت))\s*)`,
    of: String.raw`\s+من\s+(?:شهر\s+)?`,
    ordinals: [
      ...arabic.map((word) => [word]),
      ...arabicTens.map((word) => [`${word} عشر`]),
      ['العشرين', 'العشرون'],
      ...arabicTens.map((word) => [`${word} والعشرين`, `${word} والعشرون`]),
      ['الثلاثين', 'الثلاثون'],
      ['الحادي والثلاثين', 'الحادي والثلاثون'],
    ],
  },
};
