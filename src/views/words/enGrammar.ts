const numerals = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Formats a whole number as in English prose: in words up to twelve, zero as “no”. */
export function numeral(count: number): string {
  return numerals[count] ?? String(count);
}

/** Formats a number with its noun: “one event”, “two events”, “no events”. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${numeral(count)} ${count === 1 ? one : many}`;
}

/** Formats the same in digits, for figures that are compared: “1 event”, “28 events”. */
export function digits(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Formats words as an English list, with “and” or “or” before the last. */
export function listed(last: 'and' | 'or', items: readonly string[]): string {
  return items.length < 2
    ? (items[0] ?? '')
    : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Returns a text with its first letter in upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns a name for use inside a sentence: “the arrested man”, if it is called “The arrested man”. */
export function midSentence(name: string): string {
  return name.replace(/^The (?=\p{Ll})/u, 'the ');
}

/** Returns the possessive of a name: “Pilot’s”, “the Pilots’”. */
export function possessive(name: string): string {
  return name.endsWith('s') ? `${name}’` : `${name}’s`;
}

/** Returns a text for use inside quotation marks: its own become single ones. */
export function nestQuotes(text: string): string {
  return text.replaceAll('“', '‘').replaceAll('”', '’');
}
