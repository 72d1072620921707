import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listContent, readListed } from './readContent.ts';
import type { ContentFile } from '../parse/parseFile.ts';

/** A file as it was read, with what told it from the same file after a change. */
interface KnownFile {
  readonly read: readonly ContentFile[];
  readonly stamp: string;
  /** True where it was read long enough after its last change that another one would show in its stamp. */
  readonly isSettled: boolean;
}

/** The clock of a disk may stand still for so long (milliseconds). */
const TICK = 2000;

/**
 * Takes the content folder; gives the function that reads it as it is now. A file whose bytes are the same is the same
 * object each time, and is not read again while its size, its times and its inode are those of a file at rest.
 */
export function createContentReader(folder: string): () => ContentFile[] {
  let known = new Map<string, KnownFile>();
  return () => {
    const now = Date.now();
    const files = listContent(folder).map((listed) => {
      const stat = lstatSync(join(folder, listed.path), { throwIfNoEntry: false });
      const { size = 0, mtimeMs = 0, ctimeMs = 0, ino = 0 } = stat ?? {};
      const stamp = [size, mtimeMs, ctimeMs, ino, listed.unreadable].join();
      const before = known.get(listed.path);
      const isKnown = before?.isSettled === true && before.stamp === stamp;
      const read = isKnown ? before.read : keepSame(before?.read, readListed(folder, listed));
      const isSettled = stat !== undefined && now - Math.max(mtimeMs, ctimeMs) > TICK;
      return [listed.path, { read, stamp, isSettled }] as const;
    });
    known = new Map(files);
    return files.flatMap(([, { read }]) => read);
  };
}

function keepSame(
  before: readonly ContentFile[] | undefined,
  read: readonly ContentFile[],
): readonly ContentFile[] {
  const [old, fresh] = [before?.[0], read[0]];
  const isSame =
    old &&
    fresh &&
    old.unreadable === fresh.unreadable &&
    Buffer.compare(old.bytes, fresh.bytes) === 0;
  return isSame ? (before ?? read) : read;
}
