import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../problems/refusal.ts';

// A lock that the system keeps is let go when its process ends, however it ends, and no process number has to be
// believed: the same number may be another process in another container. Node has none of its own; SQLite takes
// one on each file that it opens, and comes with Node.

/** How long a lock is waited for that others hold for a moment only (milliseconds). */
const PATIENCE = 60_000;
/** SQLite's own number for a lock that somebody else holds. */
const BUSY = 5;

/**
 * Locks a file, made where there is none, for one process alone or for all that share it. Returns the function
 * that lets it go, or undefined where somebody else holds it. A shared lock is waited for. Throws what the disk
 * throws, and a Refusal where the disk has no locks.
 */
export function takeLock(file: string, kind: 'alone' | 'shared'): (() => void) | undefined {
  // Says what is wrong with the disk better than SQLite does.
  closeIfNew(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: kind === 'shared' ? PATIENCE : 0 });
    // Nothing is ever written: no journal either.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec(kind === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT * FROM sqlite_schema');
    const held = database;
    return () => {
      held.close();
    };
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === BUSY) return undefined;
    const said = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `${file} cannot be locked (${said}), so two builds could meet. Write to another disk (OUT), or remove that file if it is damaged.`,
    );
  }
}

function closeIfNew(file: string): void {
  try {
    // Never opened where it is there: closing it would let go of a lock that this process holds.
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Makes a folder and those it lies in. Node's own way of making all of them never ends where the system has no
 * folders to be made, as in /proc.
 */
function makeFolder(folder: string): void {
  const parent = dirname(folder);
  if (parent !== folder && !existsSync(parent)) makeFolder(parent);
  try {
    mkdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Makes a build's state folder this process's alone; returns the function that lets it go. Throws a Refusal while
 * another build is at work.
 */
export function lockState(state: string): () => void {
  makeFolder(state);
  const unlock = takeLock(join(state, 'lock.sqlite'), 'alone');
  if (!unlock)
    throw new Refusal(`Another build is at work in ${state}. Wait for it to end, or end it.`);
  return unlock;
}
