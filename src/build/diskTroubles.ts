import { dirname } from 'node:path';
import { getSystemErrorMap } from 'node:util';

// What a disk refuses, by the code of the error, in words that say what to do.
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

/** Returns what a disk refused, and what to do about it; undefined for any other error. */
export function nameDiskTrouble(error: unknown): string | undefined {
  const { syscall } = (error ?? {}) as { syscall?: unknown };
  const code = findCode(error);
  // A file that is missing is a fault of ours; a folder that cannot be made is one of the disk.
  if (code === 'ENOENT' && syscall === 'mkdir')
    return 'no folder can be made there. Choose another place';
  return typeof code === 'string' ? troubles[code] : undefined;
}

/** Returns the code of a system error; `rmSync` of Node 24 leaves some of them empty, and the message tells. */
function findCode(error: unknown): unknown {
  const { code, message = '' } = (error ?? {}) as { code?: unknown; message?: string };
  if (code !== '') return code;
  const said = message.toLowerCase();
  return getSystemErrorMap()
    .values()
    .find(([, words]) => said.includes(words.toLowerCase()))?.[0];
}

/** Returns what to say where the disk refused to be written to by a build whose site `out` leads to; undefined for any other error. */
export function explainDiskTrouble(error: unknown, out: string): string | undefined {
  const trouble = nameDiskTrouble(error);
  if (trouble === undefined) return undefined;
  const { path, dest } = error as { path?: string; dest?: string };
  const place = dest ?? path ?? out;
  const repair = /[\\/]node_modules[\\/]/.test(place)
    ? 'Dateline keeps compiled pages there: build in a copy of the project that may be written to. '
    : isOwn(place, out) && !/full|used up|ulimit/.test(trouble)
      ? 'Set OUT to another path, such as OUT=/tmp/dist. '
      : '';
  return `${place} could not be written: ${trouble} and build again. ${repair}${out} is as it was.`;
}

/** Returns whether a build writes there because of where OUT is. */
function isOwn(place: string, out: string): boolean {
  return place.startsWith(dirname(out));
}
