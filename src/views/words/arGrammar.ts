import type { WritingStyle } from '../../model/siteLanguages.ts';

/** A counted noun in each Arabic plural form; `#` stands for the number. */
export type ArabicNoun = Readonly<Record<Intl.LDMLPluralRule, string>>;

const rules = new Intl.PluralRules(['ar', 'en']);
const conjunction = new Intl.ListFormat(['ar', 'en'], { type: 'conjunction' });
const disjunction = new Intl.ListFormat(['ar', 'en'], { type: 'disjunction' });

/** Formats words as an Arabic list, with و or أو before the last. */
export function listed(last: 'and' | 'or', items: readonly string[]): string {
  if (last === 'or') return disjunction.format(items);
  const parts = conjunction.formatToParts(items);
  return parts
    .map(({ type, value }, index) =>
      type === 'literal' && standsApart(parts[index + 1]?.value ?? '') ? `${value}\u00A0` : value,
    )
    .join('');
}

/**
 * Returns whether و is set apart from a word because of its letters: “و Pilot”. Ignores leading symbols and
 * direction marks.
 */
function standsApart(word: string): boolean {
  return /^[^\p{L}\p{N}]*(?!\p{Script=Arabic})\p{L}/u.test(word);
}

/** Returns a text for use inside quotation marks: its own become inner ones. */
export function nestQuotes(text: string): string {
  return text.replaceAll('«', '“').replaceAll('»', '”');
}

/** Arabic grammar with the site's choice of digits. */
export interface ArabicGrammar {
  /** Returns a text with its digits in the site's style. */
  readonly digits: (text: string) => string;
  readonly number: (count: number) => string;
  readonly counted: (count: number, noun: ArabicNoun) => string;
}

/** Returns the Arabic grammar of a site. */
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
