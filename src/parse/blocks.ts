import type { Code } from 'mdast';
import { findNearest } from '../problems/nearest.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import { maxValue } from './limits.ts';
import type { SourceText } from './sourceText.ts';

/** The blocks that editors may write, with their names. */
export const blockNames = {
  event: [
    'id',
    'date',
    'time',
    'zone',
    'when',
    'basis',
    'record',
    'why',
    'after',
    'part-of',
    'actors',
    'place',
    'certainty',
    'kind',
    'distinct',
  ],
  claim: ['on', 'says', 'by', 'as', 'about', 'answer', 'withdrawn', 'formerly'],
} as const;

export type BlockType = keyof typeof blockNames;

/** Names with free-text values, which may be quotations in typographic quotation marks. */
const textNames: ReadonlySet<string> = new Set(['when', 'why', 'says', 'on', 'as', 'answer']);

/** A block's values by name, each with its location. */
export interface Block<Type extends BlockType = BlockType> {
  readonly type: Type;
  readonly at: SourceLocation;
  get(name: (typeof blockNames)[Type][number]): Located<string> | null;
  /** Returns whether the block has a name, even without a value; that has already been reported. */
  has(name: (typeof blockNames)[Type][number]): boolean;
  /** Returns the items of a comma-separated value, each with its location. */
  getList(name: (typeof blockNames)[Type][number]): Located<string>[];
}

/** Returns the block type of a fenced code block, or reports why it has none. */
export function readBlockType(source: SourceText, node: Code): BlockType | undefined {
  const at = source.startOf(node);
  if (!getFence(source, node)) {
    source.report('markdown-unsupported', at, {
      found: 'indented text (Markdown reads it as code)',
      expected: 'text that starts at the margin',
    });
    return undefined;
  }
  const known = Object.keys(blockNames);
  const found = [node.lang, node.meta].filter(Boolean).join(' ');
  const nearest = findNearest(found, known);
  const type = (['event', 'claim'] as const).find((name) => name === found);
  if (!type) source.report('block-unknown', at, { found, nearest, known });
  // Treat a misspelt type as the intended one, so that its lines are checked too.
  return type ?? (['event', 'claim'] as const).find((name) => name === nearest);
}

/**
 * Returns the values of a fenced block. Reports each line that isn't `name: value` with a known, unrepeated
 * name.
 */
export function readBlock<Type extends BlockType>(
  source: SourceText,
  node: Code,
  type: Type,
): Block<Type> {
  const at = source.startOf(node);
  const values = new Map<string, Located<string>>();
  const end = findEnd(source, node);
  if (!end.closed)
    source.report('block-unclosed', at, { found: type, fence: getFence(source, node) ?? '```' });
  for (let line = at.line + 1; line < end.line; line += 1) {
    const text = source.lines[line - 1] ?? '';
    if (text.trim() !== '') readLine(source, type, values, line, text);
  }
  return {
    type,
    at,
    get: (name) => (values.get(name)?.value ? (values.get(name) ?? null) : null),
    has: (name) => values.has(name),
    getList: (name) => splitList(values.get(name)),
  };
}

function readLine(
  source: SourceText,
  block: BlockType,
  values: Map<string, Located<string>>,
  line: number,
  text: string,
): void {
  // Matches a name of letters and hyphens, a colon, and the rest of the line.
  const match = /^(\s*)([^\s:]+)\s*:(\s*)(.*)$/.exec(text);
  const [, indent = '', name, , value] = match ?? [];
  const at = source.at(
    line,
    indent.length + 1 + (match ? 0 : text.length - text.trimStart().length),
  );
  if (name === undefined || value === undefined) {
    source.report('block-malformed', at, {
      found: `line “${text.trim()}” in the ${block} block`,
      expected: 'a line such as “name: value”',
    });
    return;
  }
  const known: readonly string[] = blockNames[block];
  const nearest = findNearest(name, known);
  if (!known.includes(name))
    source.report('name-unknown', at, { block, found: name, nearest, known });
  // Treat a misspelt name as the intended one, so that its value isn't reported as missing too.
  const meant = known.includes(name) ? name : nearest;
  if (meant === undefined || (meant !== name && values.has(meant))) return;
  const before = values.get(meant);
  if (before) {
    source.report('name-repeated', at, { block, found: name, first: before.at.line });
    return;
  }
  if (value.trim() === '') {
    source.report('block-malformed', at, {
      found: `“${name}” without a value in the ${block} block`,
      expected: 'a value after the colon; otherwise remove the line',
    });
  }
  if (textNames.has(meant) && value.trim().length > maxValue)
    source.report('too-large', at, {
      found: `“${name}” of ${value.trim().length} characters in the ${block} block`,
      expected: `at most ${maxValue}`,
    });
  const written = { value: value.trim(), at: source.at(line, text.length - value.length + 1) };
  const quoted = textNames.has(meant) ? straightQuotes : anyQuotes;
  // A list may be quoted as a whole or item by item; free text isn't a list.
  const isWhole = textNames.has(meant) || quoted.test(written.value);
  const pieces = isWhole ? [written] : splitAtCommas(written);
  for (const piece of pieces.filter(({ value: own }) => quoted.test(own))) {
    source.report('block-malformed', piece.at, {
      found: `quotation marks around ${piece.value} in the ${block} block`,
      expected: `“${name}” without them`,
    });
  }
  values.set(meant, quoted.test(written.value) ? unquote(written) : written);
}

// Matches a value that a single pair of straight quotation marks encloses, as in YAML.
const straightQuotes = /^(?:"[^"]*"|'[^']*')$/u;
const anyQuotes = /^(?:"[^"]*"|'[^']*'|“[^“”]*”|‘[^‘’]*’|«[^«»]*»|`[^`]*`)$/u;

function unquote({ value, at }: Located<string>): Located<string> {
  return { value: value.slice(1, -1).trim(), at: { ...at, column: at.column + 1 } };
}

function splitList(list: Located<string> | undefined): Located<string>[] {
  if (!list) return [];
  return splitAtCommas(list).map((item) => (anyQuotes.test(item.value) ? unquote(item) : item));
}

function splitAtCommas(list: Located<string>): Located<string>[] {
  const items: Located<string>[] = [];
  let column = list.at.column;
  // Splits at Latin and Arabic commas.
  for (const part of list.value.split(/[,،]/)) {
    const indent = part.length - part.trimStart().length;
    if (part.trim() !== '')
      items.push({ value: part.trim(), at: { ...list.at, column: column + indent } });
    column += part.length + 1;
  }
  return items;
}

function getFence(source: SourceText, node: Code): string | undefined {
  const start = source.startOf(node);
  // Matches three or more backticks or tildes at the start of the node.
  return /^(?:`{3,}|~{3,})/.exec((source.lines[start.line - 1] ?? '').slice(start.column - 1))?.[0];
}

/**
 * Returns the last line of a block. An unclosed block runs on into the text or the next block's fence; its
 * own lines then end before the first that isn't `name: value`.
 */
function findEnd(source: SourceText, node: Code): { line: number; closed: boolean } {
  const fence = getFence(source, node) ?? '```';
  const first = (node.position?.start.line ?? 1) + 1;
  const last = node.position?.end.line ?? first;
  const closing = (source.lines[last - 1] ?? '').trim();
  const isFence =
    last >= first &&
    closing.startsWith(fence) &&
    Array.from(closing).every((character) => character === fence[0]);
  const lines = source.lines.slice(first - 1, isFence ? last - 1 : last);
  // Matches a fence followed by a word: the start of another block.
  if (isFence && !lines.some((line) => /^\s*(?:`{3,}|~{3,})\s*\w/.test(line)))
    return { line: last, closed: true };
  const stray = lines.findIndex((line) => !/^\s*[a-z-]+\s*:/.test(line));
  return { line: stray < 0 ? first + lines.length : first + stray, closed: false };
}
