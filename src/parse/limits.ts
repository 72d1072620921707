import type { SourceText } from './sourceText.ts';

// Limits on a file before it is parsed. Real digests stay far below them. Without limits, parsing Markdown
// can take quadratic time, so that a single file could block every build.

/** Maximum bytes of a file: about 40,000 words, a hundred times a typical digest. */
const maxBytes = 250_000;

/** Maximum bytes of `permalinks.txt`, which grows with the archive and is read line by line. */
const maxPermalinksBytes = 16_000_000;

/** Maximum bytes of a font: the letters of one script, in every weight of a variable font. */
const maxFontBytes = 2_000_000;

const maxLines = 10_000;
/** Maximum characters of consecutive non-blank lines: a paragraph, a table, the front matter. */
const maxRun = 20_000;
/** Maximum number of Markdown or YAML markers: each may cause a scan to the end of its paragraph. */
const maxMarks = 1000;
/** Maximum depth of nested lists and quotations. */
const maxDepth = 20;

/** Maximum length of a title, and of any one-line value (characters), as lists show them. */
export const maxTitle = 500;

/** Maximum length of any other single value, such as a reason or a claim's words (characters). */
export const maxValue = 2000;

/** Returns the maximum bytes of a file, by its path in the content folder. */
export function getMaxBytes(path: string): number {
  if (path.startsWith('fonts/')) return maxFontBytes;
  return path === 'permalinks.txt' ? maxPermalinksBytes : maxBytes;
}

/** Returns a number of bytes in words. */
export function printBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} KB`;
}

/** Reports the first thing in a Markdown file that exceeds a limit, and returns whether there is one. */
export function reportExcess(source: SourceText): boolean {
  const excess = findExcess(source.lines);
  if (!excess) return false;
  source.report('too-large', source.at(excess.line, 1), excess);
  return true;
}

interface Excess {
  readonly line: number;
  readonly found: string;
  readonly expected: string;
}

function findExcess(lines: readonly string[]): Excess | undefined {
  if (lines.length > maxLines)
    return {
      line: maxLines + 1,
      found: `file of ${lines.length} lines`,
      expected: `at most ${maxLines} lines`,
    };
  let [start, length, marks] = [1, 0, 0];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (text.trim() === '') [start, length, marks] = [line + 1, 0, 0];
    length += text.length;
    if (length > maxRun)
      return {
        line: start,
        found: `text of more than ${maxRun} characters without a blank line`,
        expected: 'a blank line before then',
      };
    marks += countMarks(text);
    if (marks > maxMarks)
      return {
        line: start,
        found: `text with more than ${maxMarks} characters such as [, < or * without a blank line`,
        expected: 'fewer, or a blank line before then',
      };
    if (measureDepth(text) > maxDepth)
      return {
        line,
        found: `lists or quotations more than ${maxDepth} levels deep`,
        expected: 'fewer levels',
      };
  }
  return undefined;
}

function countMarks(text: string): number {
  let count = 0;
  for (const character of text) if ('[]{}<>*_~`!&\\@'.includes(character)) count += 1;
  return count;
}

/** Returns the nesting depth of a line: its quotation and list markers, or the depth that its indent allows. */
function measureDepth(text: string): number {
  // Matches one marker at a time: >, or a bullet or number, with the space after it.
  const sign = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
  let signs = 0;
  while (sign.test(text)) signs += 1;
  // A nested list is indented by at least two characters.
  const indent = (/^[ \t]*/.exec(text)?.[0] ?? '').replaceAll('\t', '    ').length;
  return Math.max(signs, Math.ceil(indent / 4));
}
