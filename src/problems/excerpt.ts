/** Part of a line around a fault, and the underline below it. */
export interface Excerpt {
  readonly text: string;
  readonly mark: string;
}

const maxLine = 100;
// A longer underline adds nothing and leaves no room for context.
const maxMark = 70;

/**
 * Returns at most 100 characters of a line with the fault underlined, or null for a blank line. `column`
 * counts from 1, in UTF-16 units; `found` is the faulty text, if known.
 */
export function cutExcerpt(line: string, column: number, found?: string): Excerpt | null {
  if (line.trim() === '') return null;
  const before = line.slice(0, column - 1);
  const rest = line.slice(column - 1);
  const faulty = rest.slice(0, measureFault(rest, found));
  const characters = [...(before + rest)].map(toShown);
  const start = [...before].length;
  const end = start + Math.min(Math.max([...faulty].length, 1), maxMark);
  const indent = Math.min(start, line.length - line.trimStart().length);
  const { from, to } = chooseWindow(indent, characters.length, start, end);
  const shown = characters
    .slice(from, to)
    .map((character, index) =>
      (index === 0 && from > indent) || (from + index === to - 1 && to < characters.length)
        ? '…'
        : character,
    );
  const widthOf = (list: readonly string[]) =>
    list.reduce((sum, character) => sum + measureWidth(character), 0);
  const marked = Math.max(widthOf(shown.slice(start - from, end - from)), 1);
  return {
    text: shown.join('').trimEnd(),
    mark: ' '.repeat(widthOf(shown.slice(0, start - from))) + '^'.repeat(marked),
  };
}

/** Returns the length of the fault at the start of a text: what was found, else a word. */
function measureFault(rest: string, found: string | undefined): number {
  if (found !== undefined) {
    // A value may be described by its type (“number 1974”) or quoted by the message.
    const written = [found, found.replace(/^"(.*)"$/s, '$1'), found.replace(/^\w+ /, '')];
    for (const text of written) {
      const at = text === '' ? -1 : rest.indexOf(text);
      if (at >= 0) return at + text.length;
    }
  }
  // Matches a whole heading, quotation or fence, or a word up to its punctuation.
  const [word = ''] =
    /^(?:#+\s|>|`{3}|~{3}).*$/s.exec(rest) ?? /^\S+?(?=[,;:\])}]*(?:\s|$))/.exec(rest) ?? [];
  return word.trimEnd().length;
}

function chooseWindow(
  indent: number,
  length: number,
  start: number,
  end: number,
): { from: number; to: number } {
  if (length - indent <= maxLine) return { from: indent, to: length };
  const around = Math.floor((maxLine - (end - start)) / 2);
  const to = Math.min(Math.max(start - around, indent) + maxLine, length);
  return { from: Math.max(to - maxLine, indent), to };
}

/** Returns a character, or a space for a control character or direction mark. */
function toShown(character: string): string {
  return /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(character) ? ' ' : character;
}

/** Returns the terminal cells of a character: none for a combining mark, two for a wide script. */
function measureWidth(character: string): number {
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])$/u.test(
    character,
  )
    ? 2
    : 1;
}
