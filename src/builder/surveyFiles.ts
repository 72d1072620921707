import { existsSync, lstatSync, readdirSync, type Stats } from 'node:fs';

/** What distinguishes a file from the same file after a change. */
export interface FileStamp {
  /** In bytes. */
  readonly size: number;
  /** When its bytes last changed, in milliseconds since 1970. */
  readonly time: number;
  /** False for links, pipes and the like, which no build writes. */
  readonly isPlain: boolean;
}

/** What an earlier survey found in each folder, by path (empty for the folder itself). */
export type KnownFolders = ReadonlyMap<string, KnownFolder>;

interface KnownFolder {
  /** When anything was last added to the folder or removed from it, in milliseconds since 1970. */
  readonly time: number;
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Returns the stamps of everything below a folder except folders, by path (separated by `/`); none if the
 * folder does not exist. Does not list a folder to which nothing was added since `known`, as listing takes longer
 * than all stamps.
 */
export function surveyFiles(
  folder: string,
  known: KnownFolders = new Map(),
): Map<string, FileStamp> {
  const found = new Map<string, FileStamp>();
  const survey = (below: string): void => {
    const at = `${folder}/${below}`;
    const before = known.get(below);
    if (before?.time === readFolderTime(at)) {
      for (const path of before.files) {
        const stat = lstatSync(`${folder}/${path}`, { throwIfNoEntry: false });
        if (stat) found.set(path, toStamp(stat));
      }
      before.folders.forEach(survey);
      return;
    }
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = below + entry.name;
      if (entry.isDirectory()) survey(`${path}/`);
      else found.set(path, readStamp(`${folder}/${path}`));
    }
  };
  if (existsSync(folder)) survey('');
  return found;
}

/** Returns the folders of these files, which `getTime` knows or reads the times of. */
export function listFolders(
  paths: Iterable<string>,
  getTime: (folder: string) => number,
): KnownFolders {
  const found = new Map<string, { time: number; files: string[]; folders: string[] }>();
  const open = (below: string) => {
    const known = found.get(below);
    if (known) return known;
    const opened = { time: getTime(below), files: [], folders: [] };
    found.set(below, opened);
    if (below !== '') open(getFolder(below.slice(0, -1))).folders.push(below);
    return opened;
  };
  for (const path of paths) open(getFolder(path)).files.push(path);
  return found;
}

/** Returns the folder of a path, with a `/` at its end; empty at the top. */
function getFolder(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Returns when anything was last added to a folder or removed from it, or NaN if there is no such folder. */
export function readFolderTime(folder: string): number {
  return lstatSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? NaN;
}

/** Returns the stamp of a file. Throws what the disk throws. */
export function readStamp(file: string): FileStamp {
  return toStamp(lstatSync(file));
}

function toStamp(stat: Stats): FileStamp {
  return { size: stat.size, time: stat.mtimeMs, isPlain: stat.isFile() };
}
