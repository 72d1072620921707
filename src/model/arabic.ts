// What Arabic spelling leaves open. The same name may be written with or without vowel signs, tatweel and
// hamza, and short words are prefixed to it: و ف (and, so), then ب ك ل (in, like, to). After ل the article
// loses its alef.

/**
 * Returns a text in NFKD without vowel signs, tatweel and hamza, ى as ي and ة as ه. Text in other scripts
 * stays as it is.
 */
export function foldArabic(text: string): string {
  return text
    .replace(
      /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED]|\u0621|\u0640/gu,
      '',
    )
    .replace(/\u0671/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه');
}

/** Maximum number of letters that may be prefixed to a word. */
export const longestPrefix = 2;

/** Returns whether letters can be prefixes of an Arabic word: و ف ب ك ل, or a second one after و ف. */
export function isArabicPrefix(letters: string): boolean {
  return /^(?:[وف][بكل]?|[بكل])$/u.test(letters);
}

/**
 * Returns the possible readings of a word, folded: as written, then without possible prefixes, with the
 * article restored after ل (للحشد is الحشد, للجنة is اللجنة).
 */
export function listArabicReadings(word: string): string[] {
  const folded = foldArabic(word.normalize('NFKD'));
  const readings = [folded];
  for (let length = 1; length <= longestPrefix; length += 1) {
    const [before, rest] = [folded.slice(0, length), folded.slice(length)];
    // The rest of a shorter word would match too many others.
    if (!isArabicPrefix(before) || rest.length < 3) continue;
    if (before.endsWith('ل') && rest.startsWith('ل')) readings.push(`ا${rest}`, `ال${rest}`);
    readings.push(rest);
  }
  return readings;
}
