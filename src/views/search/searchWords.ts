import { listArabicReadings } from '../../model/arabic.ts';

// Normalises both the index and queries: Arabic words as `model/arabic.ts` folds them.

/** Returns the additional search forms of a text's Arabic words, without duplicates; none for other scripts. */
export function listSearchForms(text: string): string[] {
  const words = text.match(/[\p{Script=Arabic}\p{M}\u0640]+/gu) ?? [];
  const forms = [...new Set(words)].flatMap((word) =>
    listArabicReadings(word).flatMap((reading) => [reading, reading.replace(/^ال(?=..)/u, '')]),
  );
  const written = new Set(words);
  return [...new Set(forms)].filter((form) => !written.has(form));
}

/**
 * Returns the queries for what was typed, the likeliest first: Arabic words folded, then without a possible
 * prefix.
 */
export function listSearches(typed: string): string[] {
  const words = typed.trim().split(/\s+/u);
  const readings = words.map((word) =>
    /^\p{Script=Arabic}/u.test(word) ? listArabicReadings(word) : [word],
  );
  const most = Math.max(...readings.map(({ length }) => length));
  const searches = Array.from({ length: most }, (_, index) =>
    readings.map((own) => own[Math.min(index, own.length - 1)]).join(' '),
  );
  return [...new Set(searches)];
}
