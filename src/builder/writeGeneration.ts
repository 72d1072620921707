import { createHash } from 'node:crypto';
import {
  closeSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { createGenerationFolder } from './generationFolder.ts';
import { readGeneration, writeManifest, type FileNote, type Manifest } from './generations.ts';
import { readHashed } from './readHashed.ts';
import { readStamp } from './surveyFiles.ts';
import { hashContent } from '../model/hash.ts';

/** How many files of a site are new or changed, unchanged, and removed. */
export interface Difference {
  readonly written: number;
  readonly kept: number;
  readonly removed: number;
}

/** A generation that is being updated, file by file. */
export interface GenerationWriter {
  /** The files that the generation had before. */
  readonly before: Manifest;
  /** Returns whether the generation already had a file. */
  has(path: string): boolean;
  /** Returns the SHA-256 (hex) of a file that the generation already had. */
  hashOf(path: string): string | undefined;
  /** Returns a file that the generation already had, or undefined if it has changed since it was written. */
  read(path: string): Buffer | undefined;
  /** Leaves a file unchanged; files that are neither kept nor written are removed at the end. */
  keep(path: string): void;
  /** Leaves all files below a folder unchanged. */
  keepFolder(folder: string): void;
  /** Writes a file's text (in UTF-8) or bytes if they differ from the existing file. */
  write(path: string, content: string | Uint8Array): void;
  /** Writes a file in parts, each created when it is written, if it differs from the existing file. */
  writeParts(path: string, parts: Iterable<Uint8Array>): void;
  /** Returns the files kept and written so far, and whether each has changed. */
  list(): { readonly path: string; readonly isChanged: boolean }[];
  /** Returns whether anything below a folder is missing or differs from what the last build wrote. */
  isDamaged(folder: string): boolean;
  /** Removes the files that were neither kept nor written; writes and returns the manifest. */
  finish(): Manifest;
}

/** Returns how one state of a site differs from the previous one. */
export function countDifference(before: Manifest | undefined, after: Manifest): Difference {
  let kept = 0;
  for (const [path, { hash }] of after) if (before?.get(path)?.hash === hash) kept += 1;
  const removed = [...(before?.keys() ?? [])].filter((path) => !after.has(path)).length;
  return { written: after.size - kept, kept, removed };
}

/**
 * Returns the writer of a generation that is not served. From the first change until `finish` the generation
 * has no manifest, so that the build after a killed one compares the files themselves. `altered` files were
 * changed after they were made, and count as missing.
 */
export function writeGeneration(
  generation: string,
  altered: readonly string[] = [],
): GenerationWriter {
  const { intact, missing, foreign } = readGeneration(generation);
  const old = new Map(intact);
  for (const path of altered) old.delete(path);
  const next = new Map<string, string>();
  mkdirSync(generation, { recursive: true });
  rmSync(`${generation}.json`, { force: true });
  const folder = createGenerationFolder(generation, [...intact.keys(), ...foreign]);
  const add = (path: string, hash: string) => {
    next.set(path, hash);
    folder.claim(path);
  };
  return {
    before: intact,
    has: (path) => old.has(path),
    hashOf: (path) => old.get(path)?.hash,
    read: (path) => readHashed(join(generation, path), old.get(path)?.hash),
    keep: (path) => {
      const hash = old.get(path)?.hash;
      if (hash === undefined) throw new Error(`There is no ${path} to keep in ${generation}.`);
      add(path, hash);
    },
    keepFolder: (path) => {
      for (const [below, { hash }] of old) if (below.startsWith(`${path}/`)) add(below, hash);
    },
    write: (path, content) => {
      const hash = hashContent(content);
      const before = next.get(path) ?? old.get(path)?.hash;
      add(path, hash);
      if (before === hash) return;
      folder.makeRoom(path, old.has(path));
      const file = join(generation, path);
      if (folder.isNew) writeFileSync(file, content);
      else replaceFile(file, content);
    },
    writeParts: (path, parts) => {
      folder.makeRoom(path, old.has(path));
      const file = join(generation, path);
      const hash = writeAll(`${file}.new`, parts);
      add(path, hash);
      if (old.get(path)?.hash === hash) rmSync(`${file}.new`);
      else renameSync(`${file}.new`, file);
    },
    list: () =>
      [...next].map(([path, hash]) => ({ path, isChanged: old.get(path)?.hash !== hash })),
    isDamaged: (path) => [...missing, ...foreign].some((below) => below.startsWith(`${path}/`)),
    finish: () => {
      folder.removeUnclaimed();
      const manifest = createManifest(generation, next, old);
      writeManifest(generation, manifest);
      return manifest;
    },
  };
}

/** Returns the manifest of a generation's files, given their hashes and the notes on its previous files. */
function createManifest(
  generation: string,
  hashes: ReadonlyMap<string, string>,
  old: Manifest,
): Manifest {
  const sorted = [...hashes].sort(([a], [b]) => (a < b ? -1 : 1));
  const manifest = new Map<string, FileNote>();
  for (const [path, hash] of sorted) {
    const known = old.get(path);
    const isKept = known?.hash === hash;
    manifest.set(path, isKept ? known : { ...readStamp(join(generation, path)), hash });
  }
  return manifest;
}

/** Replaces a file, which the other generation may share: writing into it would change both. */
function replaceFile(file: string, content: string | Uint8Array): void {
  writeFileSync(`${file}.new`, content);
  renameSync(`${file}.new`, file);
}

/** Writes a file in parts, a megabyte at a time, and returns its SHA-256 (hex). */
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
