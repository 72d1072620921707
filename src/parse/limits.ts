import type { SourceText } from './sourceText.ts';

// What a file may come to before it is parsed. Real digests stay far below; beyond it reading Markdown takes
// time that grows with the square of the text, and whoever sends a file could stop every build.

/** The most bytes of a file: some 40,000 words, a hundred times a digest. */
const mostBytes = 250_000;

/** The most bytes of `permalinks.txt`, which grows with the archive and is read line by line. */
const mostBytesOfPermalinks = 16_000_000;

/** The most bytes of a font: the letters of one script, in every weight of a variable font. */
const mostBytesOfFonts = 2_000_000;

const mostLines = 10_000;
/** Of lines that follow each other without a blank one: a paragraph, a table, the front matter. */
const longestRun = 20_000;
/** Of signs that may begin something in Markdown or YAML: each may be tried to the end of its paragraph. */
const mostMarks = 1000;
/** Of lists and quotations in each other. */
const deepest = 20;

/** Maximum length of a title, and of any value in one line (characters): they stand in lists. */
export const maxTitle = 500;

/** Maximum length of any other single value, a reason or a claim's words (characters). */
export const maxValue = 2000;

/** Returns the maximum bytes of a file, by its path inside the content folder. */
export function getMostBytes(path: string): number {
  if (path.startsWith('fonts/')) return mostBytesOfFonts;
  return path === 'permalinks.txt' ? mostBytesOfPermalinks : mostBytes;
}

/** Returns a number of bytes in words. */
export function printBytes(bytes: number): string {
  return bytes >= 1_000_000 ? `${bytes / 1_000_000} MB` : `${bytes / 1000} KB`;
}

/** Reports the first thing in a Markdown file that is beyond what is read, and says whether there is one. */
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
  if (lines.length > mostLines)
    return {
      line: mostLines + 1,
      found: `file of ${lines.length} lines`,
      expected: `at most ${mostLines} lines`,
    };
  let [start, length, marks] = [1, 0, 0];
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (text.trim() === '') [start, length, marks] = [line + 1, 0, 0];
    length += text.length;
    if (length > longestRun)
      return {
        line: start,
        found: `text of more than ${longestRun} characters without a blank line`,
        expected: 'a blank line before that',
      };
    marks += countMarks(text);
    if (marks > mostMarks)
      return {
        line: start,
        found: `text with more than ${mostMarks} signs such as [, < or * without a blank line`,
        expected: 'fewer of them, or a blank line before that',
      };
    if (measureDepth(text) > deepest)
      return {
        line,
        found: `lists or quotations more than ${deepest} deep in each other`,
        expected: 'a flatter text',
      };
  }
  return undefined;
}

function countMarks(text: string): number {
  let count = 0;
  for (const character of text) if ('[]{}<>*_~`!&\\@'.includes(character)) count += 1;
  return count;
}

/** Counts the signs of quotations and lists that a line begins with, and how deep its indent may put it. */
function measureDepth(text: string): number {
  // Takes one sign after the other: >, a dash or star or plus or a number, with what parts it from the next.
  const sign = /[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]|$))/y;
  let signs = 0;
  while (sign.test(text)) signs += 1;
  // A list in a list stands at least two characters further in.
  const indent = (/^[ \t]*/.exec(text)?.[0] ?? '').replaceAll('\t', '    ').length;
  return Math.max(signs, Math.ceil(indent / 4));
}
