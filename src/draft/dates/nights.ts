/** Returns whether words lead to a night: “the night of”, “overnight from”. */
export function endsWithNight(before: string): boolean {
  return /\b(?:night (?:of|between|from)|overnight(?: from| on)?|nuit (?:du|de)|nacht (?:vom|von)|noche del)\s+(?:the\s+)?(?:from\s+|between\s+)?$/i.test(
    before,
  );
}

/** Returns whether German words name a night by its second day: “in der Nacht auf den 12. Oktober”. */
export function isNightBefore(words: string): boolean {
  return /nacht (?:zum|zu|auf)\b/i.test(words);
}

/** Returns whether Arabic words lead to a night: many take the night of Friday to be the one before it. */
export function endsWithArabicNight(before: string): boolean {
  return /ليل[هة]\s*$/.test(before);
}
