import { existsSync, lstatSync, readdirSync } from 'node:fs';

/** What distinguishes a file from the same file after a change. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When its bytes last changed, in milliseconds since 1970. */
  readonly time: number;
  /** False for links, pipes and the like, which no build writes. */
  readonly isPlain: boolean;
}

/**
 * Returns the stamps of everything below a folder except folders, by path (separated by `/`); none if the
 * folder does not exist.
 */
export function surveyFiles(folder: string): Map<string, FileStamp> {
  const found = new Map<string, FileStamp>();
  if (existsSync(folder)) survey(folder, '', found);
  return found;
}

function survey(folder: string, below: string, found: Map<string, FileStamp>): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = `${folder}/${entry.name}`;
    const path = below + entry.name;
    if (entry.isDirectory()) survey(file, `${path}/`, found);
    else found.set(path, readStamp(file));
  }
}

/** Returns the stamp of a file. Throws what the disk throws. */
export function readStamp(file: string): FileStamp {
  const stat = lstatSync(file);
  return { size: stat.size, time: stat.mtimeMs, isPlain: stat.isFile() };
}
