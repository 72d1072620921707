/** A noun with its gender and the forms that follow a number, without article. */
export interface FrenchNoun {
  readonly one: string;
  readonly other: string;
  readonly gender: 'm' | 'f';
}

const numerals = ['', '', 'deux', 'trois', 'quatre', 'cinq', 'six', 'sept', 'huit', 'neuf'];
const rules = new Intl.PluralRules(['fr', 'en']);
const format = new Intl.NumberFormat(['fr', 'en']);

/** Formats a whole number in digits: “12 000” with a narrow no-break space. */
export function number(count: number): string {
  return format.format(count);
}

/** Formats a whole number as newspapers do: in words up to nine, zero as “aucun”. */
export function numeral(count: number, gender: 'm' | 'f' = 'm'): string {
  if (count === 0) return gender === 'm' ? 'aucun' : 'aucune';
  if (count === 1) return gender === 'm' ? 'un' : 'une';
  return numerals[count] ?? number(count);
}

/** Returns the form of a noun, or of a word that agrees with it, for a count: zero and one are singular. */
export function form(count: number, one: string, other: string): string {
  return rules.select(count) === 'one' ? one : other;
}

/** Formats a number with its noun: “un événement”, “aucune source”, “12 articles”. */
export function counted(count: number, noun: FrenchNoun): string {
  return `${numeral(count, noun.gender)} ${form(count, noun.one, noun.other)}`;
}

const lists = {
  and: new Intl.ListFormat(['fr', 'en'], { type: 'conjunction' }),
  or: new Intl.ListFormat(['fr', 'en'], { type: 'disjunction' }),
};

/** Formats words as a French list, with “et” or “ou” before the last. */
export function listed(last: 'and' | 'or', items: readonly string[]): string {
  return lists[last].format(items);
}

/** Returns a text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns “de” before a month or year, elided before a vowel: “d’août”. Don't use it for names: “du Monde”. */
export function of(text: string): string {
  return /^[ao]/u.test(text) ? `d’${text}` : `de ${text}`;
}

/** Returns a text for use inside French quotation marks: its own become inner ones. */
export function nestQuotes(text: string): string {
  return text.replace(/«\s*/gu, '“').replace(/\s*»/gu, '”');
}

/**
 * Returns a text with the narrow no-break spaces that French puts before : ; ? ! and inside « ». Spaces only
 * the template's own text, not the values.
 *
 * @example spaced`Sources : ${names}`
 */
export function spaced(parts: TemplateStringsArray, ...values: readonly string[]): string {
  return parts
    .map((part) => part.replace(/ (?=[:;?!»])/gu, '\u202F').replace(/« /gu, '«\u202F'))
    .map((part, index) => `${part}${values[index] ?? ''}`)
    .join('');
}
