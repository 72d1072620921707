/** Returns a text with every match of a pattern percent-encoded as UTF-8: `%7B`. */
export function percentEncode(text: string, unsafe: RegExp): string {
  return text.replace(unsafe, (match) =>
    [...new TextEncoder().encode(match)]
      .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
      .join(''),
  );
}
