/** Joins texts as sentences: each but the last ends with a full stop, unless it has another final mark. */
export function joinSentences(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/\.$/u, ''))
    .filter((part) => part !== '')
    .map((part, index, all) =>
      index === all.length - 1 || /[!?؟…]$/u.test(part) ? part : `${part}.`,
    )
    .join(' ');
}
