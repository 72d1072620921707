import { createHash, hash as digest } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { readGeneration, writeManifest } from './generations.ts';

/** How many files of a generation a build wrote, left alone and removed. */
export interface Difference {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

/** A generation that is being brought up to date, file by file. */
export interface GenerationWriter {
  /** Says whether the generation has a file of that path from before. */
  has(path: string): boolean;
  /** Gives the SHA-256 (hex) of a file that the generation has from before. */
  hashOf(path: string): string | undefined;
  /** Leaves a file as it is; one that is neither kept nor written is removed at the end. */
  keep(path: string): void;
  /** Leaves all files below a folder as they are. */
  keepFolder(folder: string): void;
  /** Takes a file's text (in UTF-8) or bytes; writes it if it differs from what is there. */
  write(path: string, content: string | Uint8Array): void;
  /** Takes a file's bytes part by part, each made when it is written; writes it if it differs from what is there. */
  writeParts(path: string, parts: Iterable<Uint8Array>): void;
  /** Gives what it holds so far, and whether that is other than it was. */
  list(): { readonly path: string; readonly isChanged: boolean }[];
  /** Removes what was neither kept nor written, and notes what the generation holds now. */
  finish(): Difference;
}

/**
 * Takes a generation that nobody is served from; gives its writer. From the first change until `finish` it
 * has no manifest: the next build after one that was killed half-way compares the files themselves.
 */
export function writeGeneration(generation: string): GenerationWriter {
  const old = readGeneration(generation);
  const next = new Map<string, string>();
  const folders = new Set<string>();
  const gone = new Set(old.keys());
  const isNew = old.size === 0;
  let written = 0;
  let removed = 0;
  mkdirSync(generation, { recursive: true });
  rmSync(`${generation}.json`, { force: true });

  function remove(path: string): void {
    removeFile(generation, path);
    gone.delete(path);
    removed += 1;
  }

  /** What was a file may be a folder now, and the other way round. */
  function makeRoom(path: string): void {
    const folder = dirname(path);
    if (!isNew && !old.has(path)) {
      for (let above = folder; above !== '.'; above = dirname(above))
        if (gone.has(above)) remove(above);
      for (const below of [...gone].filter((one) => one.startsWith(`${path}/`))) remove(below);
    }
    if (folders.has(folder)) return;
    mkdirSync(join(generation, folder), { recursive: true });
    folders.add(folder);
  }

  return {
    has: (path) => old.has(path),
    hashOf: (path) => old.get(path),
    keep: (path) => {
      const hash = old.get(path);
      if (hash === undefined) throw new Error(`There is no ${path} to keep in ${generation}.`);
      next.set(path, hash);
      gone.delete(path);
    },
    keepFolder: (folder) => {
      for (const [path, hash] of old) {
        if (!path.startsWith(`${folder}/`)) continue;
        next.set(path, hash);
        gone.delete(path);
      }
    },
    write: (path, content) => {
      const hash = digest('sha256', content);
      const before = old.get(path);
      next.set(path, hash);
      gone.delete(path);
      if (before === hash) return;
      written += 1;
      makeRoom(path);
      const file = join(generation, path);
      if (isNew) {
        writeFileSync(file, content);
        return;
      }
      writeFileSync(`${file}.new`, content);
      renameSync(`${file}.new`, file);
    },
    writeParts: (path, parts) => {
      makeRoom(path);
      const file = join(generation, path);
      const hash = writeAll(`${file}.new`, parts);
      const before = old.get(path);
      next.set(path, hash);
      gone.delete(path);
      if (before === hash) {
        rmSync(`${file}.new`);
        return;
      }
      written += 1;
      renameSync(`${file}.new`, file);
    },
    list: () => [...next].map(([path, hash]) => ({ path, isChanged: old.get(path) !== hash })),
    finish: () => {
      for (const path of gone) remove(path);
      const sorted = [...next].sort(([a], [b]) => (a < b ? -1 : 1));
      writeManifest(generation, new Map(sorted));
      return { written, kept: next.size - written, removed };
    },
  };
}

/** Writes a file part by part, a megabyte at a time; gives its SHA-256 (hex). */
function writeAll(file: string, parts: Iterable<Uint8Array>): string {
  const hash = createHash('sha256');
  const descriptor = openSync(file, 'w');
  let waiting: Uint8Array[] = [];
  let length = 0;
  const flush = () => {
    const bytes = Buffer.concat(waiting);
    hash.update(bytes);
    for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
    waiting = [];
    length = 0;
  };
  try {
    for (const part of parts) {
      waiting.push(part);
      length += part.length;
      if (length >= 2 ** 20) flush();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
  return hash.digest('hex');
}

/** Removes a file, and the folders that are empty without it. */
function removeFile(generation: string, path: string): void {
  rmSync(join(generation, path), { force: true });
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(generation, folder));
    } catch {
      return;
    }
  }
}
