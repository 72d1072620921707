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
import { nameDiskTrouble } from '../builder/diskTroubles.ts';
import { Refusal } from '../problems/refusal.ts';

// An editor's files are never half written: each is written completely under a hidden name in the same
// folder, which does not count as content, and then renamed into place. If the disk fails, everything is
// restored.

/** A file of the content folder and its new text. */
export interface NewText {
  readonly file: string;
  readonly text: string;
}

/** Writes some files and removes others, or changes nothing and throws a Refusal that says why. */
export function replaceFiles(files: readonly NewText[], removed: readonly string[] = []): void {
  const undo: (() => void)[] = [];
  try {
    const staged = files.map(({ file, text }) => ({ file, staged: stage(file, text, undo) }));
    const kept = [...files.map(({ file }) => file), ...removed].map((file) => backUp(file, undo));
    for (const one of staged) renameSync(one.staged, one.file);
    for (const file of removed) rmSync(file);
    for (const one of kept) rmSync(one, { force: true });
  } catch (error) {
    throw rollBack(error, undo, files[0]?.file ?? '');
  }
}

/**
 * Writes a new file and its folders. Returns false, and writes nothing, if the file exists. Throws a Refusal
 * if the disk fails.
 */
export function createFile(file: string, text: string): boolean {
  return createFiles([{ file, text }]) === null;
}

/**
 * Writes all new files and their folders, or none. Returns null if they were written, or the file that
 * already exists. Throws a Refusal if the disk fails.
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
      moveIntoPlace(one.staged, one.file, undo);
    }
    for (const one of staged) rmSync(one.staged, { force: true });
    return null;
  } catch (error) {
    const thrown = rollBack(error, undo, current);
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return current;
    throw thrown;
  }
}

/** Moves a staged text into place. Throws EEXIST if the file exists. */
function moveIntoPlace(staged: string, file: string, undo: (() => void)[]): void {
  try {
    // Unlike a rename, a link never replaces a file; checking first would leave a moment in between.
    linkSync(staged, file);
  } catch (error) {
    if (!hasNoLinks(error)) throw error;
    copyFileSync(staged, file, constants.COPYFILE_EXCL);
  }
  undo.push(() => {
    rmSync(file, { force: true });
  });
}

/** Writes a text to disk beside its target file, and returns the path. */
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

/** Removes the folders that were created for a file, up to `first`, if they are empty. */
function removeFolders(folder: string, first: string): void {
  for (let path = folder; path.length >= first.length; path = dirname(path)) rmdirSync(path);
}

/**
 * Keeps the old version of a file under a second name, which needs no space on a full disk, and returns that
 * name.
 */
function backUp(file: string, undo: (() => void)[]): string {
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
    // If both names still refer to the same file, the rename does nothing.
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

/** Returns whether an error means that the disk does not support hard links. */
function hasNoLinks(error: unknown): boolean {
  const { code = '' } = error as NodeJS.ErrnoException;
  return ['EPERM', 'ENOTSUP', 'ENOSYS', 'EOPNOTSUPP'].includes(code);
}

/** Undoes all steps in reverse order and returns the error to throw. */
function rollBack(error: unknown, undo: readonly (() => void)[], file: string): unknown {
  for (const step of [...undo].reverse()) {
    try {
      step();
    } catch {
      // A failed undo step must not hide the original error.
    }
  }
  const trouble = nameDiskTrouble(error);
  if (trouble === undefined) return error;
  return new Refusal(
    `${file} could not be written: ${trouble} and try again. Nothing was changed.`,
  );
}
