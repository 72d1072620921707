/** One text file of the content folder, by its path inside it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

export type RenamedKind = 'event' | 'actor' | 'article' | 'source' | 'place';

/** One line that a rename changes; `before` is null for a line that it adds. */
export interface LineEdit {
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
};

// Where an id of a kind may stand: names of the blocks' lines, and keys of front matter.
const blockNames: Record<RenamedKind, readonly string[]> = {
  event: ['id', 'after', 'part-of', 'distinct', 'about'],
  actor: ['actors', 'by', 'about'],
  article: [],
  source: ['by'],
  place: ['place'],
};
const frontMatterKeys: Record<RenamedKind, readonly string[]> = {
  event: [],
  actor: ['of', 'leads', 'principals', 'actors', 'spelt'],
  article: ['draws-on'],
  source: ['source'],
  place: ['place', 'within'],
};

/**
 * Takes the files of a content folder and what is to be called otherwise; gives the files it changes, the old
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
  for (const { path, text } of files.filter((file) => file.path.endsWith('.md'))) {
    const lines = renameInLines(text.split('\n'), kind, from, to);
    lines.forEach((line, index) => {
      const before = text.split('\n')[index];
      if (before !== undefined && before !== line)
        edits.push({ path, line: index + 1, before, after: line });
    });
    if (lines.join('\n') !== text) changed.set(path, { path, text: lines.join('\n') });
  }
  const oldPath = `${folders[kind]}/${from}.md`;
  const newPath = `${folders[kind]}/${to}.md`;
  const own = changed.get(oldPath) ?? files.find(({ path }) => path === oldPath);
  if (!own && (kind !== 'event' || edits.length === 0)) return undefined;
  const { text, line, added } = addFormerId(own?.text ?? '---\n---\n', from);
  changed.delete(oldPath);
  changed.set(newPath, { path: newPath, text });
  if (own) removed.push(oldPath);
  edits.push({ path: newPath, line, before: null, after: added });
  return { files: [...changed.values()], removed, edits };
}

function renameInLines(
  lines: readonly string[],
  kind: RenamedKind,
  from: string,
  to: string,
): string[] {
  // Takes the id as a whole: no letter, digit or hyphen beside it.
  const whole = new RegExp(`(?<![\\w-])${from}(?![\\w-])`, 'g');
  const link = new RegExp(`(?<=\\]\\(\\s*<?${kind}:)${from}(?![\\w-])`, 'g');
  const definition = new RegExp(`(?<=^\\[[^\\]]+\\]:\\s*<?${kind}:)${from}(?![\\w-])`);
  let isFrontMatter = lines[0]?.trimEnd() === '---';
  let fence: string | undefined;
  let key = '';
  return lines.map((line, index) => {
    if (isFrontMatter) {
      if (index > 0 && /^---\s*$/.test(line)) isFrontMatter = false;
      // A key may hold its list on the lines below it.
      key = /^([\w-]+):/.exec(line)?.[1] ?? key;
      return frontMatterKeys[kind].includes(key) ? line.replace(whole, to) : line;
    }
    const mark = /^\s*(`{3,}|~{3,})\s*(\w*)/.exec(line);
    if (fence !== undefined) {
      if (mark?.[1]?.startsWith(fence) && mark[2] === '') fence = undefined;
      const name = /^\s*([\w-]+):/.exec(line)?.[1] ?? '';
      if (!blockNames[kind].includes(name)) return line;
      const [head, value] = splitOnce(line, ':');
      return `${head}:${renameInValue(value, name, whole, kind, to)}`;
    }
    if (mark) fence = mark[1];
    return line.replace(link, to).replace(definition, to);
  });
}

/** In `about`, an event stands bare and an actor behind its kind. */
function renameInValue(
  value: string,
  name: string,
  whole: RegExp,
  kind: RenamedKind,
  to: string,
): string {
  if (name !== 'about') return value.replace(whole, to);
  const isActor = value.trim().startsWith('actor:');
  return isActor === (kind === 'actor') ? value.replace(whole, to) : value;
}

function addFormerId(
  text: string,
  former: string,
): { readonly text: string; readonly line: number; readonly added: string } {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  const existing = lines.findIndex((line, index) => index < end && line.startsWith('formerly:'));
  if (existing === -1) {
    const added = `formerly: ${former}`;
    return { text: lines.toSpliced(end, 0, added).join('\n'), line: end + 1, added };
  }
  const value = lines[existing]?.slice('formerly:'.length).trim() ?? '';
  if (value === '') {
    // A list on the lines below it.
    const added = `  - ${former}`;
    return { text: lines.toSpliced(existing + 1, 0, added).join('\n'), line: existing + 2, added };
  }
  const known = value.replace(/^\[|\]$/g, '').trim();
  const added = `formerly: [${known === '' ? '' : `${known}, `}${former}]`;
  return { text: lines.with(existing, added).join('\n'), line: existing + 1, added };
}

function splitOnce(text: string, mark: string): [string, string] {
  const index = text.indexOf(mark);
  return [text.slice(0, index), text.slice(index + mark.length)];
}
