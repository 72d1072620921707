import type { WritingStyle } from '../../model/siteLanguages.ts';

/** A counted noun in each of the forms that Arabic has; `#` stands for the number. */
export type ArabicNoun = Readonly<Record<Intl.LDMLPluralRule, string>>;

const rules = new Intl.PluralRules(['ar', 'en']);
const conjunction = new Intl.ListFormat(['ar', 'en'], { type: 'conjunction' });
const disjunction = new Intl.ListFormat(['ar', 'en'], { type: 'disjunction' });

/** Prints words as an Arabic list, the last joined by و or أو. */
export function listed(last: 'and' | 'or', items: readonly string[]): string {
  if (last === 'or') return disjunction.format(items);
  const parts = conjunction.formatToParts(items);
  return parts
    .map(({ type, value }, index) =>
      type === 'literal' && standsApart(parts[index + 1]?.value ?? '') ? `${value}\u00A0` : value,
    )
    .join('');
}

/** Says whether a word is in letters that و is not joined to: “و Rudaw”. Signs before the word, and marks of direction, count for nothing. */
function standsApart(word: string): boolean {
  return /^[^\p{L}\p{N}]*(?!\p{Script=Arabic})\p{L}/u.test(word);
}

/** Returns a text as it stands inside quotation marks: its own become the inner ones. */
export function nestQuotes(text: string): string {
  return text.replaceAll('«', '“').replaceAll('»', '”');
}

/** The grammar of a site in Arabic, in the digits that it chose. */
export interface ArabicGrammar {
  /** Returns a text with its digits as the site writes them. */
  readonly digits: (text: string) => string;
  readonly number: (count: number) => string;
  readonly counted: (count: number, noun: ArabicNoun) => string;
}

/** Returns the grammar of a site in Arabic. */
export function createArabicGrammar({
  digits: style,
}: Pick<WritingStyle, 'digits'>): ArabicGrammar {
  const digits = (text: string) =>
    style === 'latin'
      ? text
      : text.replace(/\d/gu, (digit) => String.fromCodePoint(0x660 + Number(digit)));
  const number = (count: number) => digits(String(count));
  const counted = (count: number, noun: ArabicNoun) =>
    noun[rules.select(count)].replace('#', number(count));
  return { digits, number, counted };
}
