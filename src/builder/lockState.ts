import { closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Refusal } from '../problems/refusal.ts';

// The system releases its locks when a process ends, however it ends, so no process number has to be trusted:
// in another container the same number may be another process. Node has no file locks, but SQLite, which
// comes with Node, locks each file that it opens.

/** How long to wait for a lock that others hold only briefly (milliseconds). */
const LOCK_TIMEOUT = 60_000;
/** SQLite's code for a lock that somebody else holds. */
const BUSY = 5;

/**
 * Locks a file, created if necessary, exclusively or shared. Waits for a shared lock. Returns the function
 * that releases it, or undefined if somebody else holds it. Throws what the disk throws, and a Refusal if the
 * disk has no locks.
 */
export function takeLock(file: string, kind: 'alone' | 'shared'): (() => void) | undefined {
  // Reports a disk error better than SQLite does.
  closeIfNew(file);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: kind === 'shared' ? LOCK_TIMEOUT : 0 });
    // Nothing is ever written, so no journal is needed.
    database.exec('PRAGMA journal_mode = MEMORY');
    database.exec(kind === 'alone' ? 'BEGIN EXCLUSIVE' : 'BEGIN; SELECT * FROM sqlite_schema');
    const held = database;
    return () => {
      held.close();
    };
  } catch (error) {
    database?.close();
    if ((error as { errcode?: number }).errcode === BUSY) return undefined;
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `${file} cannot be locked (${reason}), so two builds could meet. Write to another disk (OUT), or remove that file if it is damaged.`,
    );
  }
}

function closeIfNew(file: string): void {
  try {
    // Never opens an existing file: closing it would release a lock that this process holds.
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/**
 * Creates a folder and its missing ancestors. Node's recursive `mkdir` never returns where the system allows
 * no folders, as in /proc.
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
 * Locks a build's state folder for this process and returns the function that releases it. Throws a Refusal
 * while another build is running.
 */
export function lockState(state: string): () => void {
  makeFolder(state);
  const unlock = takeLock(join(state, 'lock.sqlite'), 'alone');
  if (!unlock)
    throw new Refusal(`Another build is at work in ${state}. Wait for it to end, or end it.`);
  return unlock;
}
