import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nameDiskTrouble } from '../build/diskTroubles.ts';
import { Refusal } from '../problems/refusal.ts';

// An editor's files are never half written: each is written whole under a hidden name beside its own, which is
// no content, and renamed into place. Where the disk refuses, everything is as it was.

/** A file of the content folder and its new text. */
export interface NewText {
  readonly file: string;
  readonly text: string;
}

/** Writes files, and removes others: all of it, or nothing. Throws a Refusal that says why it was nothing. */
export function replaceFiles(files: readonly NewText[], removed: readonly string[] = []): void {
  const undo: (() => void)[] = [];
  try {
    const staged = files.map(({ file, text }) => ({ file, staged: stage(file, text, undo) }));
    const kept = [...files.map(({ file }) => file), ...removed].map((file) => keep(file, undo));
    for (const one of staged) renameSync(one.staged, one.file);
    for (const file of removed) rmSync(file);
    for (const one of kept) rmSync(one, { force: true });
  } catch (error) {
    throw rollBack(error, undo, files[0]?.file ?? '');
  }
}

/**
 * Writes a new file, its folders too; returns false, and writes nothing, where there is a file already. Throws a
 * Refusal where the disk refuses.
 */
export function createFile(file: string, text: string): boolean {
  return createFiles([{ file, text }]) === null;
}

/**
 * Writes new files, their folders too: all of them, or none. Returns null when they are written, else the file that
 * is there already. Throws a Refusal where the disk refuses.
 */
export function createFiles(files: readonly NewText[]): string | null {
  const undo: (() => void)[] = [];
  let current = files[0]?.file ?? '';
  try {
    const staged = files.map(({ file, text }) => {
      current = file;
      return { file, staged: stage(file, text, undo) };
    });
    for (const one of staged) {
      current = one.file;
      place(one.staged, one.file, undo);
    }
    for (const one of staged) rmSync(one.staged, { force: true });
    return null;
  } catch (error) {
    const thrown = rollBack(error, undo, current);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return current;
    throw thrown;
  }
}

/** Puts a staged text in its place. Throws EEXIST where a file is there. */
function place(staged: string, file: string, undo: (() => void)[]): void {
  try {
    // Unlike a rename, a link replaces nothing; looking first would leave a moment in between.
    linkSync(staged, file);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    copyFileSync(staged, file, constants.COPYFILE_EXCL);
  }
  undo.push(() => {
    rmSync(file, { force: true });
  });
}

/** Writes a text beside the file it is for, down to the disk; returns where. */
function stage(file: string, text: string, undo: (() => void)[]): string {
  const folder = dirname(file);
  const first = mkdirSync(folder, { recursive: true });
  if (first !== undefined)
    undo.push(() => {
      removeFolders(folder, first);
    });
  const staged = join(folder, `.${basename(file)}.${process.pid}.new`);
  undo.push(() => {
    rmSync(staged, { force: true });
  });
  writeFileSync(staged, text, { flush: true });
  return staged;
}

/** Removes the folders that were made for a file, from it up to the first of them, where nothing else is in them. */
function removeFolders(folder: string, first: string): void {
  for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
}

/** Keeps a file as it is under a second name, which needs no room on a full disk; returns that name. */
function keep(file: string, undo: (() => void)[]): string {
  const kept = join(dirname(file), `.${basename(file)}.${process.pid}.old`);
  if (!existsSync(file)) {
    undo.push(() => {
      rmSync(file, { force: true });
    });
    return kept;
  }
  rmSync(kept, { force: true });
  linkOrCopy(file, kept);
  undo.push(() => {
    renameSync(kept, file);
    // Where both are the same file still, the rename does nothing.
    rmSync(kept, { force: true });
  });
  return kept;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    copyFileSync(from, to);
  }
}

/** Some disks have no second names for a file. */
function hasNoLinks(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code);
}

/** Undoes what was done, the last first. Returns the error to throw. */
function rollBack(error: unknown, undo: readonly (() => void)[], file: string): unknown {
  for (const step of [...undo].reverse()) {
    try {
      step();
    } catch {
      // What cannot be taken back is not what the editor has to hear of first.
    }
  }
  const trouble = nameDiskTrouble(error);
  if (trouble === undefined) return error;
  return new Refusal(
    `${file} could not be written: ${trouble} and try again. Nothing was changed.`,
  );
}
