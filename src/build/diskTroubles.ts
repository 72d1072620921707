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
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? troubles[code] : undefined;
}

/** Takes what a build threw, and the link to the site; gives what to say where the disk refused to be written to, else undefined. */
export function explainDiskTrouble(error: unknown, out: string): string | undefined {
  const trouble = nameDiskTrouble(error);
  if (trouble === undefined) return undefined;
  const { path, dest } = error as { path?: string; dest?: string };
  return `${dest ?? path ?? out} could not be written: ${trouble} and build again. ${out} is as it was.`;
}
