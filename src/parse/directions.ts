// Direction marks that affect the text after them: start marks and their end marks.
const embedding = /[\u202A\u202B\u202D\u202E]/u;
const isolate = /[\u2066-\u2068]/u;

/**
 * Closes every direction mark that a text leaves open, so that it displays as written and doesn't affect the
 * text after it.
 */
export function closeDirections(text: string): string {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(text)) return text;
  const ends: string[] = [];
  for (const character of text) {
    if (embedding.test(character)) ends.push('\u202C');
    else if (isolate.test(character)) ends.push('\u2069');
    else if (character === '\u202C' && ends.at(-1) === '\u202C') ends.pop();
    // The end of an isolate also closes everything opened inside it.
    else if (character === '\u2069' && ends.includes('\u2069'))
      ends.length = ends.lastIndexOf('\u2069');
  }
  return text + ends.reverse().join('');
}
