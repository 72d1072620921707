import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { renameId, type RenamedKind } from '../../src/edit/renameId.ts';
import { isId } from '../../src/model/ids.ts';
import { decode, encode, type Content } from './content.ts';
import { dates, endings, folders, keys, newNames, snippets, spelled, values } from './fragments.ts';

/** One edit; its numbers choose among whatever files, lines and ids there are when it is made. */
export interface Edit {
  readonly type: keyof typeof makers;
  readonly file: number;
  readonly at: number;
  readonly other: number;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** What an edit made of a content folder, and what it properly renamed. */
export interface Edited {
  readonly content: Content;
  readonly renamed: Renaming | null;
}

/** An id that was changed wherever it stands. */
export interface Renaming {
  readonly kind: RenamedKind;
  readonly from: string;
  readonly to: string;
}

const makers = {
  'delete a file': onFile((content, path) => {
    content.delete(path);
  }),
  'rename a file': onFile((content, path, edit) => {
    const bytes = content.get(path)!;
    content.delete(path);
    content.set(newPath(path, edit), bytes);
  }),
  'truncate a file': onFile((content, path, { at }) => {
    const bytes = content.get(path)!;
    content.set(path, bytes.slice(0, at % (bytes.length + 1)));
  }),
  'duplicate a file': onFile((content, path, edit) => {
    content.set(newPath(path, edit), content.get(path)!);
  }),
  'duplicate a section': onText((text, { at, other }) => {
    const sections = toSections(text);
    return sections
      .toSpliced(other % (sections.length + 1), 0, pick(sections.slice(1), at) ?? '')
      .join('');
  }),
  'delete a section': onText((text, { at }) => {
    const sections = toSections(text);
    return sections.length < 2
      ? text
      : sections.toSpliced(1 + (at % (sections.length - 1)), 1).join('');
  }),
  'swap two lines': onText((text, { at, other }) => {
    const lines = text.split('\n');
    const [a, b] = [at % lines.length, other % lines.length];
    return lines.with(a, lines[b]!).with(b, lines[a]!).join('\n');
  }),
  'delete a line': onText((text, { at }) => {
    const lines = text.split('\n');
    return lines.toSpliced(at % lines.length, 1).join('\n');
  }),
  'change a date': onText((text, { at, other }) =>
    changeLine(
      text,
      /^(?:date|published|updated|added|as-of|time|zone|withdrawn): */,
      at,
      pick(dates, other),
    ),
  ),
  'change an id by hand': onText((text, { at, other }) =>
    changeLine(
      text,
      /^(?:id|after|part-of|about|by|place|source|draws-on|within): */,
      at,
      pick(newNames, other),
    ),
  ),
  'name it otherwise': onText((text, { at, other }) =>
    changeLine(text, /^(?:actors|place|by|about|of|within|formerly): */, at, pick(spelled, other)),
  ),
  'insert text': onText((text, { at, text: inserted }) => {
    const offset = at % (text.length + 1);
    return text.slice(0, offset) + inserted + text.slice(offset);
  }),
  'insert bytes': onFile((content, path, { at, bytes: inserted }) => {
    const bytes = content.get(path)!;
    const offset = at % (bytes.length + 1);
    content.set(path, Buffer.concat([bytes.slice(0, offset), inserted, bytes.slice(offset)]));
  }),
  'insert a key': onText((text, { at, other }) =>
    text.replace(/^---\n/, (line) => `${line}${pick(keys, at)!}: ${pick(values, other)!}\n`),
  ),
  'end its lines otherwise': onText((text, { at }) =>
    text.replaceAll('\n', at % 2 === 0 ? '\r\n' : '\r'),
  ),
  'rename an id': renameProperly,
  'rename another id': renameProperly,
};

const types = Object.keys(makers) as (keyof typeof makers)[];

/** Any sequence of one to six edits. */
export const anyEdits: fc.Arbitrary<Edit[]> = fc.array(
  fc.record({
    type: fc.constantFrom(...types),
    file: fc.nat(10_000),
    at: fc.nat(100_000),
    other: fc.nat(100_000),
    text: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary', maxLength: 8 })),
    bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 6 },
);

/** Makes one edit in a content folder; where it finds nothing to edit, the content stays as it is. */
export function applyEdit(content: Content, edit: Edit): Edited {
  return makers[edit.type](content, edit);
}

function onFile(make: (content: Map<string, Uint8Array>, path: string, edit: Edit) => void) {
  return (content: Content, edit: Edit): Edited => {
    // What was published is for tools to write: without the list nothing is held to it.
    const path = pick(
      [...content.keys()].filter((name) => name !== 'permalinks.txt').sort(),
      edit.file,
    );
    const edited = new Map(content);
    if (path !== undefined) make(edited, path, edit);
    return { content: edited, renamed: null };
  };
}

function onText(make: (text: string, edit: Edit) => string) {
  return onFile((content, path, edit) => {
    content.set(path, encode(make(decode(content.get(path)), edit)));
  });
}

function newPath(path: string, { at, other }: Edit): string {
  const own = path.slice(0, path.lastIndexOf('/') + 1);
  const folder = at % 4 === 0 ? pick(folders, other)! : own;
  return `${folder}${pick(newNames, at)!}${pick(endings, other)!}`;
}

function toSections(text: string): string[] {
  return text.split(/^(?=## )/m);
}

function changeLine(text: string, name: RegExp, at: number, value = ''): string {
  const lines = text.split('\n');
  const index = pick(
    [...lines.keys()].filter((line) => name.test(lines[line]!)),
    at,
  );
  return index === undefined
    ? text
    : lines.with(index, `${name.exec(lines[index]!)![0]}${value}`).join('\n');
}

function renameProperly(content: Content, { file, at, other }: Edit): Edited {
  const chosen = pick(listIds(content), file);
  // `npm run rename` refuses to write back what it could not read.
  if (!chosen || ![...content.values()].every((bytes) => isUtf8(bytes)))
    return { content, renamed: null };
  const texts = [...content].map(([path, bytes]) => ({ path, text: decode(bytes) }));
  const fresh = [`renamed-${other}`, `${chosen.from}-now`, `x${other}`, chosen.formerly];
  const to = pick(fresh, at);
  const isTaken = texts.some(
    ({ path, text }) => path !== 'permalinks.txt' && to !== chosen.formerly && text.includes(to!),
  );
  if (to === undefined || to === chosen.from || isTaken) return { content, renamed: null };
  const rename = renameId(texts, chosen.kind, chosen.from, to);
  if (!rename) throw new Error(`Nothing is renamed, though ${chosen.from} is there.`);
  const edited = new Map(content);
  for (const path of rename.removed) edited.delete(path);
  for (const { path, text } of rename.files) edited.set(path, encode(text));
  return { content: edited, renamed: { kind: chosen.kind, from: chosen.from, to } };
}

const kinds = {
  articles: 'article',
  actors: 'actor',
  sources: 'source',
  places: 'place',
  events: 'event',
} as const;

/** What has an id: by the names of files, and events by their blocks. */
function listIds(content: Content): (Omit<Renaming, 'to'> & { formerly: string | undefined })[] {
  const ids = new Map<string, Omit<Renaming, 'to'> & { formerly: string | undefined }>();
  for (const [path, bytes] of content) {
    const text = decode(bytes);
    // Matches the files of the five folders, which are named by their ids.
    const [, name = '', id = ''] = /^(\w+)\/([^/]+)\.md$/.exec(path) ?? [];
    const kind = kinds[name as keyof typeof kinds] as RenamedKind | undefined;
    const formerly = /^formerly: \[?([a-z0-9-]+)/m.exec(text)?.[1];
    if (kind && isId(id)) ids.set(`${kind} ${id}`, { kind, from: id, formerly });
    if (kind !== 'article') continue;
    for (const [, event = ''] of text.matchAll(/^```event\nid: (.*)$/gm))
      if (isId(event) && !ids.has(`event ${event}`))
        ids.set(`event ${event}`, { kind: 'event', from: event, formerly: undefined });
  }
  return [...ids.values()].sort((a, b) => (`${a.kind} ${a.from}` < `${b.kind} ${b.from}` ? -1 : 1));
}

function pick<T>(list: readonly T[], index: number): T | undefined {
  return list[index % list.length];
}
