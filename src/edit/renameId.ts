/** A text file of the content folder, with its path in the folder. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type RenamedKind = 'event' | 'actor' | 'article' | 'source' | 'place' | 'page';

/** A line that a rename changes; `before` is null for an added line. */
interface LineEdit {
  readonly path: string;
  readonly line: number;
  readonly before: string | null;
  readonly after: string;
}

/** The changes of a rename: files with new text, moved files, and every changed line. */
export interface Rename {
  readonly files: readonly TextFile[];
  /** Old paths of moved files. */
  readonly removed: readonly string[];
  readonly edits: readonly LineEdit[];
}

const folders: Record<RenamedKind, string> = {
  event: 'events',
  actor: 'actors',
  article: 'articles',
  source: 'sources',
  place: 'places',
  page: 'pages',
};

// Where ids of each kind may occur: names of block lines, and front matter keys.
const blockNames: Record<RenamedKind, readonly string[]> = {
  event: ['id', 'after', 'part-of', 'distinct', 'about'],
  actor: ['actors', 'by', 'about'],
  article: [],
  source: ['by'],
  place: ['place'],
  page: [],
};
const listNames = ['after', 'actors'];
const speakers: readonly RenamedKind[] = ['actor', 'source'];
const frontMatterKeys: Record<RenamedKind, readonly string[]> = {
  event: [],
  actor: ['of', 'leads', 'principals', 'actors', 'spelt'],
  article: ['draws-on'],
  source: ['source'],
  place: ['place', 'within', 'spelt'],
  page: [],
};

/**
 * Returns the changes of a rename in a content folder; the page's file also gets the old id under `formerly`.
 * Returns undefined if the old id doesn't exist.
 */
export function renameId(
  files: readonly TextFile[],
  kind: RenamedKind,
  from: string,
  to: string,
): Rename | undefined {
  const edits: LineEdit[] = [];
  const changed = new Map<string, TextFile>();
  const removed: string[] = [];
  // In `by`, in `spelt` and after a quotation's dash, an actor has precedence over anything else with the
  // same id.
  const isFirst = kind === 'actor' || !files.some(({ path }) => path === `actors/${from}.md`);
  for (const { path, text } of files.filter((file) => file.path.endsWith('.md'))) {
    const { lines, join } = splitLines(text);
    const after = renameInLines(lines, { kind, from, to, isFirst });
    after.forEach((line, index) => {
      const before = lines[index];
      if (before !== undefined && before !== line)
        edits.push({ path, line: index + 1, before, after: line });
    });
    if (join(after) !== text) changed.set(path, { path, text: join(after) });
  }
  const oldPath = `${folders[kind]}/${from}.md`;
  const newPath = `${folders[kind]}/${to}.md`;
  const own = changed.get(oldPath) ?? files.find(({ path }) => path === oldPath);
  if (!own && (kind !== 'event' || edits.length === 0)) return undefined;
  const text = own?.text ?? '---\n---\n';
  const edit = addFormerId(splitLines(text).lines, from, to);
  changed.delete(oldPath);
  changed.set(newPath, { path: newPath, text: edit ? applyEdit(text, edit) : text });
  if (own) removed.push(oldPath);
  if (edit) edits.push({ path: newPath, ...edit });
  return { files: [...changed.values()], removed, edits };
}

interface Renaming {
  readonly kind: RenamedKind;
  readonly from: string;
  readonly to: string;
  readonly isFirst: boolean;
}

function renameInLines(lines: readonly string[], renaming: Renaming): string[] {
  const { kind, from, to, isFirst } = renaming;
  const inFrontMatter = createYamlPattern(from);
  const link = new RegExp(`(?<=(?:\\]\\(\\s*<?|<)${kind}:)${from}(?=[\\s>)])`, 'g');
  const definition = new RegExp(`(?<=^\\s*\\[[^\\]]+\\]:\\s*<?${kind}:)${from}(?![\\w-])`);
  // Matches an id after the dash of a quotation's last line, up to its comma.
  const speaker = new RegExp(
    `(?<=^[\\s>]*>\\s*[-\u2012-\u2015]+\\s*)${from}(?=\\s*(?:[,\u060C]|$))`,
  );
  let isFrontMatter = lines[0]?.trimEnd() === '---';
  let fence: string | undefined;
  let key = '';
  return lines.map((line, index) => {
    if (isFrontMatter) {
      if (index > 0 && /^---\s*$/.test(line)) isFrontMatter = false;
      // A key may have its list on the following lines.
      key = /^["']?([\w-]+)["']?\s*:/.exec(line)?.[1] ?? key;
      if (!frontMatterKeys[kind].includes(key)) return line;
      if (key === 'spelt') return isFirst ? line.replace(inFrontMatter.key, to) : line;
      return line.replace(inFrontMatter.item, to);
    }
    // Matches the marks of a fence; no further backtick may follow backticks.
    const mark = /^\s*(?:(`{3,})(?=[^`]*$)|(~{3,}))(.*)$/.exec(line);
    const marks = mark?.[1] ?? mark?.[2];
    if (fence !== undefined) {
      if (marks?.startsWith(fence) && mark?.[3]?.trim() === '') fence = undefined;
      return renameInBlockLine(line, renaming);
    }
    if (marks !== undefined) fence = marks;
    const linked = line.replace(link, to).replace(definition, to);
    return isFirst && speakers.includes(kind) ? linked.replace(speaker, to) : linked;
  });
}

/** Matches a whole id, as a list item or a single value, and as the key of a map. */
function createYamlPattern(id: string): { readonly item: RegExp; readonly key: RegExp } {
  const start = '(?:^(?:[\\w"\'-]+\\s*:)?\\s*(?:-\\s+)?|[[{,]\\s*)["\']?';
  return {
    item: new RegExp(`(?<=${start})${id}(?=["']?(?:\\s*$|\\s*[\\],]|\\s+#))`, 'g'),
    key: new RegExp(`(?<=${start})${id}(?=["']?\\s*:)`, 'g'),
  };
}

/** Renames an id that is a whole value or list item; a spelling that contains it is left alone. */
function renameInBlockLine(line: string, { kind, from, to, isFirst }: Renaming): string {
  const [, head = '', name = '', value = ''] = /^(\s*([^\s:]+)\s*:)(.*)$/.exec(line) ?? [];
  if (!blockNames[kind].includes(name) || (name === 'by' && !isFirst)) return line;
  if (name === 'about' && kind === 'actor') {
    const [, start = '', about = ''] = /^(\s*actor:)(.*)$/.exec(value) ?? [];
    return about.trim() === from ? `${head}${start}${about.replace(from, to)}` : line;
  }
  // Splits at Latin and Arabic commas.
  const parts = listNames.includes(name) ? value.split(/([,،])/) : [value];
  return (
    head + parts.map((part) => (part.trim() === from ? part.replace(from, to) : part)).join('')
  );
}

type Addition = Pick<LineEdit, 'line' | 'before' | 'after'>;

/**
 * Returns the line by which a page remembers its former id. A page without front matter can't, which has been
 * reported.
 */
function addFormerId(lines: readonly string[], former: string, to: string): Addition | undefined {
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const index = lines.findIndex((line, at) => at < end && /^["']?formerly["']?\s*:/.test(line));
  // If the front matter has no end, the line goes at its start.
  if (index === -1)
    return { line: Math.max(end, 1) + 1, before: null, after: `formerly: ${former}` };
  const before = lines[index] ?? '';
  const [, value = '', comment = ''] = /^[^:]*:\s*(.*?)(\s+#.*|\s*)$/.exec(before) ?? [];
  if (value === '' || value.startsWith('#')) return addToListBelow(lines, index, former, to);
  if (value.startsWith('[') && !value.endsWith(']')) return addToLongList(lines, index, former);
  // A page that returns to an earlier id no longer has it as a former one, unless it was its first.
  const known = value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((id) => id.trim())
    .filter((id, place) => id !== '' && (place === 0 || unquote(id) !== to));
  const ids = known.some((id) => unquote(id) === former) ? known : [...known, former];
  const written = value.startsWith('[') || ids.length > 1 ? `[${ids.join(', ')}]` : former;
  return { line: index + 1, before, after: `formerly: ${written}${comment}` };
}

/**
 * A page's first id stays first, as feeds and calendars identify the page by it; the new former id goes last.
 */
function addToLongList(
  lines: readonly string[],
  index: number,
  former: string,
): Addition | undefined {
  const length = lines.slice(index).findIndex((line) => line.includes(']'));
  const last = index + Math.max(length, 0);
  const before = lines[last] ?? '';
  const rest = [...lines.slice(index, last), before.slice(0, before.indexOf(']'))].join('\n');
  const isOpen = /[[,]\s*$/.test(rest);
  const isThere = rest.split(/[[,\s]+/).some((id) => unquote(id) === former);
  if (length !== -1 && isThere) return undefined;
  // An unterminated list has been reported; the id goes at its start.
  const after =
    length === -1
      ? before.replace('[', `[${former}, `)
      : before.replace(']', `${isOpen ? '' : ', '}${former}]`);
  return { line: last + 1, before, after };
}

function addToListBelow(
  lines: readonly string[],
  index: number,
  former: string,
  to: string,
): Addition | undefined {
  const before = lines[index] ?? '';
  const items = lines.slice(index + 1);
  const length = items.findIndex((line) => !/^\s*(?:-\s|#|$)/.test(line) || line.startsWith('---'));
  const list = items.slice(0, length);
  // Matches the start of an item, then its content.
  const item = /^(\s*-\s+)([^\s#]+)/;
  const [, start] = list.map((line) => item.exec(line)).find(Boolean) ?? [];
  if (start === undefined) return { line: index + 1, before, after: `formerly: ${former}` };
  const ids = list.map((line) => unquote(item.exec(line)?.[2] ?? ''));
  if (ids.includes(former)) return undefined;
  const again = ids.indexOf(to) === ids.findIndex((id) => id !== '') ? -1 : ids.indexOf(to);
  const last = list.findLastIndex((line) => item.test(line));
  return again === -1
    ? { line: index + 3 + last, before: null, after: `${start}${former}` }
    : { line: index + 2 + again, before: list[again] ?? '', after: `${start}${former}` };
}

function applyEdit(text: string, { line, before, after }: Addition): string {
  const { lines, ends } = splitLines(text);
  const replaced = before === null ? 0 : 1;
  const end = ends[line - 1 - (1 - replaced)] ?? '\n';
  const newEnds = replaced === 1 ? ends : ends.toSpliced(line - 1, 0, end);
  return joinLines(lines.toSpliced(line - 1, replaced, after), newEnds);
}

/** Returns the lines of a text without line ends, and a function that joins lines with the same ends. */
function splitLines(text: string) {
  const parts = text.split(/(\r\n?|\n)/);
  const lines = parts.filter((_, index) => index % 2 === 0);
  const ends = parts.filter((_, index) => index % 2 === 1);
  return { lines, ends, join: (other: readonly string[]) => joinLines(other, ends) };
}

function joinLines(lines: readonly string[], ends: readonly string[]): string {
  return lines.map((line, index) => line + (ends[index] ?? '')).join('');
}

function unquote(id: string): string {
  return id.replace(/^["']|["']$/g, '');
}
