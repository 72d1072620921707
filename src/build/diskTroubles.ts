// What a disk refuses, by the code of the error, in words that say what to do.
const troubles: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Make room',
  EDQUOT: 'your share of the disk is used up. Make room',
  EFBIG: 'a file is larger than the system allows. Raise the limit (ulimit -f)',
  EROFS: 'the disk may only be read. Set OUT to another path',
  EACCES: 'that may not be written to. Change its permissions, or set OUT to another path',
  EPERM: 'that may not be written to. Change its permissions, or set OUT to another path',
};

/** Takes what a build threw, and the link to the site; gives what to say where the disk refused to be written to, else undefined. */
export function explainDiskTrouble(error: unknown, out: string): string | undefined {
  const { code, path, dest } = (error ?? {}) as { code?: unknown; path?: string; dest?: string };
  const trouble = typeof code === 'string' ? troubles[code] : undefined;
  if (trouble === undefined) return undefined;
  const place = dest ?? path ?? out;
  return `${place} could not be written: ${trouble} and build again. ${out} is as it was.`;
}
