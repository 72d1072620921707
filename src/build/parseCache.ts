import { hash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseFile, type ContentFile, type ParsedFile } from '../parse/parseFile.ts';
import { readSealed, writeSealed } from './sealedFile.ts';

/** Parses files, but for those that it has parsed before and that are byte for byte the same. */
export interface ParseCache {
  readonly parse: (file: ContentFile) => ParsedFile;
  /** Writes down what was parsed in this build, and nothing of what was not asked for. */
  readonly save: () => void;
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
  return {
    parse: (file) => {
      const content = hash('sha256', file.bytes);
      const key = file.unreadable === undefined ? content : `${file.unreadable} ${content}`;
      const chunk = getChunk(file.file);
      const entry = known[chunk]?.[file.file];
      const isKnown = entry?.hash === key;
      const parsed = isKnown ? entry.parsed : parseFile(file);
      if (!isKnown) changed.add(chunk);
      const entries = asked[chunk];
      if (entries) entries[file.file] = { hash: key, parsed };
      return parsed;
    },
    save: () => {
      mkdirSync(join(state, 'parsed'), { recursive: true });
      for (const [chunk, entries] of asked.entries()) {
        const isSame =
          from === state &&
          !changed.has(chunk) &&
          Object.keys(known[chunk] ?? {}).length === Object.keys(entries).length;
        if (!isSame) writeSealed(getFile(state, chunk), { code: codeKey, files: entries });
      }
    },
  };
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
