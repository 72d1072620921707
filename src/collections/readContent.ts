import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ContentFile } from '../parse/parseFile.ts';

/** What reading the content asks of the outside world. */
export interface ContentDisk {
  /** Gives the paths of all files below a folder, parted by `/`, in any order; none when there is no such folder. */
  list(folder: string): string[];
  /** Gives a file's bytes; throws when it cannot be read. */
  read(file: string): Uint8Array;
}

/** The disk of this machine. */
export const disk: ContentDisk = {
  list: (folder) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [])
      .filter((entry) => !entry.isDirectory())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
  read: (file) => readFileSync(file),
};

/**
 * Takes the content folder and a disk; gives its files sorted by path (code units), each with the name to
 * print. Hidden files (a leading dot anywhere in the path) are not content. A folder that is missing has none.
 */
export function readContent(folder: string, from: ContentDisk = disk): ContentFile[] {
  return from
    .list(folder)
    .filter((path) => !path.split('/').some((part) => part.startsWith('.')))
    .sort()
    .map((path) => {
      const file = join(folder, path);
      return { path, file, bytes: from.read(file) };
    });
}
