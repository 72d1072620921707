import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { getMaxBytes } from '../parse/limits.ts';
import type { ContentFile } from '../parse/parseFile.ts';
import { Refusal } from '../problems/refusal.ts';

/** A file below a folder, with its path separated by `/`, and its type if it is not a regular file. */
export interface ListedFile {
  readonly path: string;
  readonly unreadable?: string;
}

/** The effects of reading content. */
export interface ContentDisk {
  /**
   * Returns all files below a folder in any order, without following links. Throws a Refusal if there is no
   * such folder.
   */
  list(folder: string): ListedFile[];
  /** Returns at most `maxBytes` bytes of a file. Throws if it cannot be read. */
  read(file: string, maxBytes: number): Uint8Array;
}

// Most files are much shorter, and allocating a buffer for each takes longer than reading it.
const room = Buffer.allocUnsafe(65_536);

/** The disk of this machine. */
export const disk: ContentDisk = {
  list: (folder) => {
    try {
      return listFiles(folder, '');
    } catch (error) {
      throw refuseFolder(folder, error);
    }
  },
  read: (file, maxBytes) => {
    const descriptor = openSync(file, 'r');
    try {
      const chunks: Buffer[] = [];
      let left = maxBytes;
      while (left > 0) {
        const length = readSync(descriptor, room, 0, Math.min(left, room.length), null);
        if (length === 0) break;
        chunks.push(Buffer.from(room.subarray(0, length)));
        left -= length;
      }
      return Buffer.concat(chunks);
    } finally {
      closeSync(descriptor);
    }
  },
};

function refuseFolder(folder: string, error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  const why = new Map([
    ['ENOENT', 'There is no folder'],
    ['ENOTDIR', 'No folder, but a file, is'],
    ['EACCES', 'You may not read all of'],
    ['EPERM', 'You may not read all of'],
    ['ELOOP', 'A circle of links is'],
    ['ENAMETOOLONG', 'No folder can be called'],
  ]).get(code);
  if (why === undefined) return error;
  return new Refusal(
    `${why} ${folder}. Set CONTENT to the folder that has site.md in it, such as CONTENT=content.`,
  );
}

/**
 * Lists files itself, because Node's recursive listing follows links to folders, out of the content and in
 * circles.
 */
function listFiles(folder: string, below: string): ListedFile[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return listFiles(folder, path);
    if (entry.isFile()) return [{ path }];
    return [{ path, unreadable: entry.isSymbolicLink() ? 'symbolic link' : 'special file' }];
  });
}

/**
 * Returns the files of a content folder sorted by path (code units), each with its name for messages. Hidden
 * files (a leading dot anywhere in the path) are not content. A file that disappears during reading is left
 * out. Anything but a regular file is not read. Throws a Refusal if there is no such folder.
 */
export function readContent(folder: string, from: ContentDisk = disk): ContentFile[] {
  return listContent(folder, from).flatMap((listed) => readListed(folder, listed, from));
}

/** Returns the files that `readContent` reads, in the same order. */
export function listContent(folder: string, from: ContentDisk = disk): ListedFile[] {
  return from
    .list(folder)
    .filter(({ path }) => !path.split('/').some((part) => part.startsWith('.')))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Returns a listed file with its bytes, or nothing if it has disappeared. */
export function readListed(
  folder: string,
  { path, unreadable }: ListedFile,
  from: ContentDisk = disk,
): ContentFile[] {
  const file = join(folder, path);
  const none = new Uint8Array();
  if (unreadable !== undefined) return [{ path, file, bytes: none, unreadable }];
  try {
    // One extra byte reveals that a file is too long.
    return [{ path, file, bytes: from.read(file, getMaxBytes(path) + 1) }];
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    if (code === undefined) throw error;
    return [{ path, file, bytes: none, unreadable: `file that cannot be read (${code})` }];
  }
}
