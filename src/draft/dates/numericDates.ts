import type { AtomPattern } from './atom.ts';

/** Returns the patterns of dates in digits: “2024-05-12”, “12.5.2024”, “on 12/5”. */
export function createNumericPatterns(language: string): AtomPattern[] {
  return [
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
  ];
}
