import { hash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

/** Parses files, but for those that it has parsed before and that are byte for byte the same. */
export interface ParseCache {
  readonly parse: (file: ContentFile) => ParsedFile;
  /** Returns those of the files that would have to be parsed. */
  readonly listUnknown: (files: readonly ContentFile[]) => readonly ContentFile[];
  /** Takes what a file was found to say. */
  readonly learn: (file: ContentFile, parsed: ParsedFile) => void;
  /** Returns what the file of a name said, if its key is this one. */
  readonly find: (file: string, key: string) => ParsedFile | undefined;
  /** Writes down what was parsed in this build, and nothing of what was not asked for; lets go of it. */
  readonly close: () => void;
}

interface Entry {
  readonly hash: string;
  readonly parsed: ParsedFile;
}

/** The cache lies in so many files: a build writes only those in which something changed. */
const CHUNKS = 64;

type Entries = Readonly<Record<string, Entry>>;

/**
 * Takes a build's state folder and the key of its code; gives the cache of an earlier build by the same code,
 * the first of `others` (other state folders) that has one where it has none, else an empty one. It may be
 * deleted at any time, all or a part: then what is gone is parsed again.
 */
export function openParseCache(
  state: string,
  codeKey: string,
  others: readonly string[] = [],
): ParseCache {
  const folders = [state, ...others];
  const from = folders.find((folder) => existsSync(join(folder, 'parsed'))) ?? state;
  const known = listChunks().map((chunk) => readChunk(from, chunk, codeKey));
  const asked = listChunks().map((): Record<string, Entry> => ({}));
  const changed = new Set<number>();
  const find = (file: string, key: string) => {
    const entry = known[getChunk(file)]?.[file];
    return entry?.hash === key ? entry.parsed : undefined;
  };
  const note = (file: string, key: string, parsed: ParsedFile) => {
    const entries = asked[getChunk(file)];
    if (entries) entries[file] = { hash: key, parsed };
  };
  const learn = (file: ContentFile, parsed: ParsedFile) => {
    changed.add(getChunk(file.file));
    note(file.file, getParseKey(file), parsed);
  };
  return {
    parse: (file) => {
      const key = getParseKey(file);
      const learnt = asked[getChunk(file.file)]?.[file.file];
      if (learnt?.hash === key) return learnt.parsed;
      const parsed = find(file.file, key);
      if (parsed) {
        note(file.file, key, parsed);
        return parsed;
      }
      const fresh = parseFile(file);
      learn(file, fresh);
      return fresh;
    },
    listUnknown: (files) => files.filter((file) => !find(file.file, getParseKey(file))),
    learn,
    find,
    close: () => {
      mkdirSync(join(state, 'parsed'), { recursive: true });
      for (const [chunk, entries] of asked.entries()) {
        const isSame =
          from === state &&
          !changed.has(chunk) &&
          Object.keys(known[chunk] ?? {}).length === Object.keys(entries).length;
        if (!isSame) writeSealed(getFile(state, chunk), { code: codeKey, files: entries });
      }
      known.length = 0;
      asked.length = 0;
    },
  };
}

const keys = new WeakMap<ContentFile, string>();

/** Returns the key under which what a file says is kept: of its bytes, or of why it could not be read. */
export function getParseKey(file: ContentFile): string {
  const { bytes, unreadable } = file;
  const content = keys.get(file) ?? hash('sha256', bytes);
  keys.set(file, content);
  return unreadable === undefined ? content : `${unreadable} ${content}`;
}

function listChunks(): number[] {
  return Array.from({ length: CHUNKS }, (_, chunk) => chunk);
}

function getChunk(file: string): number {
  return parseInt(hash('sha256', file).slice(0, 8), 16) % CHUNKS;
}

function getFile(state: string, chunk: number): string {
  return join(state, 'parsed', `${chunk}.json`);
}

function readChunk(state: string, chunk: number, codeKey: string): Entries {
  const kept = readSealed(getFile(state, chunk)) as
    { readonly code: string; readonly files: Entries } | undefined;
  return kept?.code === codeKey ? kept.files : {};
}
