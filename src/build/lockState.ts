import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../problems/refusal.ts';

/**
 * Takes a build's state folder; makes it this process's alone and gives the function that lets it go. A
 * lock whose process is no more is taken over. Throws a Refusal while another build is at work.
 */
export function lockState(state: string): () => void {
  mkdirSync(state, { recursive: true });
  const file = join(state, 'lock');
  if (!takeLock(file)) {
    const holder = readHolder(file);
    if (holder !== undefined && isRunning(holder)) {
      throw new Refusal(
        `Another build (process ${holder}) is at work in ${state}. Wait for it to end.`,
      );
    }
    rmSync(file, { force: true });
    if (!takeLock(file))
      throw new Refusal(`Another build has just begun in ${state}. Wait for it to end.`);
  }
  return () => {
    rmSync(file, { force: true });
  };
}

function takeLock(file: string): boolean {
  // Written whole beside it and linked into place: of two builds that try at once, one gets it, and no
  // other ever finds it without its holder's number.
  const own = `${file}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

function readHolder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Says whether a process is there, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
