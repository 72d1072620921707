/** A piece of a line around a fault, and below it the fault underlined. */
export interface Excerpt {
  readonly text: string;
  readonly mark: string;
}

const longest = 100;
// An underline longer than this says no more, and leaves the words around it no room.
const longestMark = 70;

/**
 * Returns at most 100 characters of a line with the fault underlined, or null for a blank line. `column` counts from
 * 1, in UTF-16 units; `found` is the text at fault, if known.
 */
export function cutExcerpt(line: string, column: number, found?: string): Excerpt | null {
  if (line.trim() === '') return null;
  const before = line.slice(0, column - 1);
  const rest = line.slice(column - 1);
  const faulty = rest.slice(0, measureFault(rest, found));
  const characters = [...(before + rest)].map(toShown);
  const start = [...before].length;
  const end = start + Math.min(Math.max([...faulty].length, 1), longestMark);
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

/** Returns how much of a text, from its start, is at fault: up to the end of what was found, else a word. */
function measureFault(rest: string, found: string | undefined): number {
  if (found !== undefined) {
    // A value may be described by what it is (“number 1974”) or stand in quotation marks of the message's own.
    const written = [found, found.replace(/^"(.*)"$/s, '$1'), found.replace(/^\w+ /, '')];
    for (const text of written) {
      const at = text === '' ? -1 : rest.indexOf(text);
      if (at >= 0) return at + text.length;
    }
  }
  // Takes a heading, a quotation or a fence to its end, or a word up to its punctuation.
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
  if (length - indent <= longest) return { from: indent, to: length };
  const around = Math.floor((longest - (end - start)) / 2);
  const to = Math.min(Math.max(start - around, indent) + longest, length);
  return { from: Math.max(to - longest, indent), to };
}

/** Returns a character that takes its place and does nothing else: no tab, no escape of the terminal, no turn of direction. */
function toShown(character: string): string {
  return /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u.test(character) ? ' ' : character;
}

/** Returns how many cells of a terminal a character takes: none for a mark on another, two where its script is wide. */
function measureWidth(character: string): number {
  if (/^[\p{M}\p{Cf}]$/u.test(character)) return 0;
  return /^(?:\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6])$/u.test(
    character,
  )
    ? 2
    : 1;
}
