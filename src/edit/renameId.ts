/** One text file of the content folder, by its path inside it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type RenamedKind = 'event' | 'actor' | 'article' | 'source' | 'place' | 'page';

/** One line that a rename changes; `before` is null for a line that it adds. */
interface LineEdit {
  readonly path: string;
  readonly line: number;
  readonly before: string | null;
  readonly after: string;
}

/** What a rename changes: files with their new text, files that move, and every line of it. */
export interface Rename {
  readonly files: readonly TextFile[];
  /** Paths that are no more, since their files have moved. */
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

// Where an id of a kind may stand: names of the blocks' lines, and keys of front matter.
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
 * Returns the files of a content folder that a rename changes, the old
 * id written under `formerly` where the new one's page is made from. Undefined where nothing has the old id.
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
  // In `by`, in `spelt` and behind a quotation's dash an actor comes before anything else of the same id.
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
  // Takes an id alone behind the dash of a quotation's last line, up to its comma.
  const speaker = new RegExp(
    `(?<=^[\\s>]*>\\s*[-\u2012-\u2015]+\\s*)${from}(?=\\s*(?:[,\u060C]|$))`,
  );
  let isFrontMatter = lines[0]?.trimEnd() === '---';
  let fence: string | undefined;
  let key = '';
  return lines.map((line, index) => {
    if (isFrontMatter) {
      if (index > 0 && /^---\s*$/.test(line)) isFrontMatter = false;
      // A key may hold its list on the lines below it.
      key = /^["']?([\w-]+)["']?\s*:/.exec(line)?.[1] ?? key;
      if (!frontMatterKeys[kind].includes(key)) return line;
      if (key === 'spelt') return isFirst ? line.replace(inFrontMatter.key, to) : line;
      return line.replace(inFrontMatter.item, to);
    }
    // Takes the marks of a fence; behind backticks no other backtick may stand.
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

/** Takes an id as a whole: as an item of a list or a value of its own, and as the key of a map. */
function createYamlPattern(id: string): { readonly item: RegExp; readonly key: RegExp } {
  const start = '(?:^(?:[\\w"\'-]+\\s*:)?\\s*(?:-\\s+)?|[[{,]\\s*)["\']?';
  return {
    item: new RegExp(`(?<=${start})${id}(?=["']?(?:\\s*$|\\s*[\\],]|\\s+#))`, 'g'),
    key: new RegExp(`(?<=${start})${id}(?=["']?\\s*:)`, 'g'),
  };
}

/** An id stands in a value of its own, or as one of a list: a spelling that has it among its words is left alone. */
function renameInBlockLine(line: string, { kind, from, to, isFirst }: Renaming): string {
  const [, head = '', name = '', value = ''] = /^(\s*([^\s:]+)\s*:)(.*)$/.exec(line) ?? [];
  if (!blockNames[kind].includes(name) || (name === 'by' && !isFirst)) return line;
  if (name === 'about' && kind === 'actor') {
    const [, start = '', about = ''] = /^(\s*actor:)(.*)$/.exec(value) ?? [];
    return about.trim() === from ? `${head}${start}${about.replace(from, to)}` : line;
  }
  // Takes the comma of Latin and of Arabic script.
  const parts = listNames.includes(name) ? value.split(/([,،])/) : [value];
  return (
    head + parts.map((part) => (part.trim() === from ? part.replace(from, to) : part)).join('')
  );
}

type Addition = Pick<LineEdit, 'line' | 'before' | 'after'>;

/** Says which line of a page remembers its former id. One without front matter cannot: that has been reported. */
function addFormerId(lines: readonly string[], former: string, to: string): Addition | undefined {
  if (lines[0]?.trimEnd() !== '---') return undefined;
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const index = lines.findIndex((line, at) => at < end && /^["']?formerly["']?\s*:/.test(line));
  // Front matter without an end takes it at its start.
  if (index === -1)
    return { line: Math.max(end, 1) + 1, before: null, after: `formerly: ${former}` };
  const before = lines[index] ?? '';
  const [, value = '', comment = ''] = /^[^:]*:\s*(.*?)(\s+#.*|\s*)$/.exec(before) ?? [];
  if (value === '' || value.startsWith('#')) return addToListBelow(lines, index, former, to);
  if (value.startsWith('[') && !value.endsWith(']')) return addToLongList(lines, index, former);
  // What goes back to an id it had before has that one no more, but for its first: that one is its own again.
  const known = value
    .replace(/^\[|\]$/g, '')
    .split(',')
    .map((id) => id.trim())
    .filter((id, place) => id !== '' && (place === 0 || unquote(id) !== to));
  const ids = known.some((id) => unquote(id) === former) ? known : [...known, former];
  const written = value.startsWith('[') || ids.length > 1 ? `[${ids.join(', ')}]` : former;
  return { line: index + 1, before, after: `formerly: ${written}${comment}` };
}

/** The id a page had first stays first, as what follows the page knows it by that: the new former one goes last. */
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
  // A list without an end has been reported as that; it takes the id at its start.
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
  // Takes the start of an item, then what stands in it.
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

/** Returns the lines of a text without their ends, and puts lines together again with the same ends. */
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
