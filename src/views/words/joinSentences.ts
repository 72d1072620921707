/** Joins texts as sentences; what ends one already gets no second sign. The last stays without a full stop. */
export function joinSentences(parts: readonly string[]): string {
  return parts
    .map((part) => part.replace(/\.$/u, ''))
    .filter((part) => part !== '')
    .map((part, index, all) =>
      index === all.length - 1 || /[!?؟…]$/u.test(part) ? part : `${part}.`,
    )
    .join(' ');
}
