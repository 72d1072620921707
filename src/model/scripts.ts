// Languages and their scripts.

/** Scripts that combine several Unicode scripts: “Jpan” has three. */
const composite: Readonly<Record<string, readonly string[]>> = {
  Jpan: ['Han', 'Hiragana', 'Katakana'],
  Kore: ['Hangul', 'Han'],
  Hans: ['Han'],
  Hant: ['Han'],
  Hanb: ['Han', 'Bopomofo'],
};

const testers = new Map<string, RegExp>();

/**
 * Returns whether most letters of a text belong to the script of a language (BCP 47); true for a text without
 * letters.
 */
export function isWrittenIn(text: string, language: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const tester = testers.get(language) ?? createTester(language);
  testers.set(language, tester);
  const own = letters.filter((letter) => tester.test(letter));
  return letters.length === 0 || own.length * 2 > letters.length;
}

/** Returns the English name of the script of most letters in a text: “Arabic”. */
export function nameScript(text: string): string {
  const letters = text.match(/\p{L}/gu) ?? [];
  const counts = new Map<string, number>();
  for (const letter of letters) {
    const script = named.find((name) => getScript(name).test(letter)) ?? 'other';
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 'other';
}

/** Returns whether two language tags are the same language, ignoring the region: `en` and `en-GB`. */
export function isSameLanguage(a: string, b: string): boolean {
  return new Intl.Locale(a).language === new Intl.Locale(b).language;
}

const named = [
  'Latin',
  'Arabic',
  'Cyrillic',
  'Greek',
  'Hebrew',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
  'Devanagari',
  'Armenian',
  'Georgian',
  'Thai',
];

function createTester(language: string): RegExp {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  const classes = (composite[script] ?? [script]).map((name) => String.raw`\p{Script=${name}}`);
  try {
    return new RegExp(`[${classes.join('')}]`, 'u');
  } catch {
    // Unicode has no property for this script, so accept any letter.
    return /\p{L}/u;
  }
}

function getScript(name: string): RegExp {
  return new RegExp(String.raw`\p{Script=${name}}`, 'u');
}
