import { createHash } from 'node:crypto';
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

/**
 * Takes a build's state folder and the key of its code; gives the cache of an earlier build by the same code,
 * the first whole one of `others` (other state folders) where there is none, else an empty one. It may be deleted
 * at any time: then everything is parsed again.
 */
export function openParseCache(
  state: string,
  codeKey: string,
  others: readonly string[] = [],
): ParseCache {
  const path = getFile(state);
  const own = readEntries(path, codeKey);
  const known = own ?? findEntries(others, codeKey) ?? new Map<string, Entry>();
  const asked = new Map<string, Entry>();
  let isNew = false;
  return {
    parse: (file) => {
      const hash = createHash('sha256')
        .update(`${file.unreadable ?? ''}\0`)
        .update(file.bytes)
        .digest('hex');
      const entry = known.get(file.file);
      const isKnown = entry?.hash === hash;
      const parsed = isKnown ? entry.parsed : parseFile(file);
      isNew ||= !isKnown;
      asked.set(file.file, { hash, parsed });
      return parsed;
    },
    save: () => {
      if (own && !isNew && asked.size === known.size) return;
      writeSealed(path, { code: codeKey, files: Object.fromEntries(asked) });
    },
  };
}

function getFile(state: string): string {
  return join(state, 'parsed.json');
}

function findEntries(
  states: readonly string[],
  codeKey: string,
): ReadonlyMap<string, Entry> | undefined {
  for (const state of states) {
    const entries = readEntries(getFile(state), codeKey);
    if (entries) return entries;
  }
  return undefined;
}

function readEntries(path: string, codeKey: string): ReadonlyMap<string, Entry> | undefined {
  const kept = readSealed(path) as
    { readonly code: string; readonly files: Readonly<Record<string, Entry>> } | undefined;
  return kept?.code === codeKey ? new Map(Object.entries(kept.files)) : undefined;
}
