import { dirname } from 'node:path';
import { getSystemErrorMap } from 'node:util';

// Disk errors by their code, in words that say what to do.
const troubles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room',
  EDQUOT: 'your share of the disk is used up. Make room',
  EFBIG: 'a file is larger than the system allows. Raise the limit (ulimit -f)',
  EROFS: 'the disk may only be read. Write elsewhere, or mount it for writing',
  EACCES: 'that may not be written to. Change its permissions',
  EPERM: 'that may not be written to. Change its permissions',
  ENAMETOOLONG: 'the name is too long. Choose a shorter one',
  ENOTDIR: 'a file is where a folder is expected. Choose another place',
  EISDIR: 'a folder is where a file is expected. Choose another place',
  EMFILE: 'too many files are open. Raise the limit (ulimit -n)',
  ENFILE: 'too many files are open. Close other programs',
  EIO: 'the disk fails. Save what is on it',
};

/** Returns what went wrong with the disk and what to do about it, or undefined for any other error. */
export function nameDiskTrouble(error: unknown): string | undefined {
  const { syscall } = (error ?? {}) as { syscall?: unknown };
  const code = findCode(error);
  // A missing file is a bug of ours; a folder that cannot be created is a problem of the disk.
  if (code === 'ENOENT' && syscall === 'mkdir')
    return 'no folder can be made there. Choose another place';
  return typeof code === 'string' ? troubles[code] : undefined;
}

/**
 * Returns the code of a system error. `rmSync` in Node 24 leaves the code of some errors empty, so the
 * message is searched instead.
 */
function findCode(error: unknown): unknown {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (code !== '') return code;
  const text = message.toLowerCase();
  return getSystemErrorMap()
    .values()
    .find(([, words]) => text.includes(words.toLowerCase()))?.[0];
}

/**
 * Returns the message for a disk error in a build that publishes to `out`, or undefined for any other error.
 */
export function explainDiskTrouble(error: unknown, out: string): string | undefined {
  const trouble = nameDiskTrouble(error);
  if (trouble === undefined) return undefined;
  const { path, dest } = error as { path?: string; dest?: string };
  const place = dest ?? path ?? out;
  const repair = /[\\/]node_modules[\\/]/.test(place)
    ? 'Dateline keeps compiled pages there: build in a copy of the project that may be written to. '
    : isOwn(place, out) && !/full|used up|ulimit/.test(trouble)
      ? 'Set OUT to a path that can be written. '
      : '';
  return `${place} could not be written: ${trouble} and build again. ${repair}${out} was not changed.`;
}

/** Returns whether the location of OUT is why a build writes there. */
function isOwn(place: string, out: string): boolean {
  return place.startsWith(dirname(out));
}
