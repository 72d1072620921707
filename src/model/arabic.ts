// What Arabic script leaves open. One name is written with or without vowel signs, tatweel and hamza, and
// small words are joined to it: و ف (and, so), then ب ك ل (in, like, to), of which ل swallows the article’s alef.

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

/** The longest run of letters that may be joined to a word. */
export const longestPrefix = 2;

/** Returns whether letters in front of a word may be others joined to it: و ف ب ك ل, or a second one behind و ف. */
export function isArabicPrefix(letters: string): boolean {
  return /^(?:[وف][بكل]?|[بكل])$/u.test(letters);
}

/**
 * Returns what a word may be, folded: as it stands first, then without what may be joined to it, with the
 * article that ل has swallowed (للحشد is الحشد, للجنة is اللجنة).
 */
export function listArabicReadings(word: string): string[] {
  const folded = foldArabic(word.normalize('NFKD'));
  const readings = [folded];
  for (let length = 1; length <= longestPrefix; length += 1) {
    const [before, rest] = [folded.slice(0, length), folded.slice(length)];
    // What is left of a shorter word would be found in too many others.
    if (!isArabicPrefix(before) || rest.length < 3) continue;
    if (before.endsWith('ل') && rest.startsWith('ل')) readings.push(`ا${rest}`, `ال${rest}`);
    readings.push(rest);
  }
  return readings;
}
