import { lstatSync } from 'node:fs';
import { join } from 'node:path';
import { listContent, readListed } from './readContent.ts';
import type { ContentFile } from '../parse/parseFile.ts';

/** A file that was read, and the stamp that reveals changes. */
interface KnownFile {
  readonly read: readonly ContentFile[];
  readonly stamp: string;
  /** True if the file was read long enough after its last change for another change to show in its stamp. */
  readonly isSettled: boolean;
}

/** The longest time that a disk's clock may stand still (milliseconds). */
const TICK = 2000;

/**
 * Returns a function that reads a content folder in its current state. A file with unchanged bytes is the
 * same object each time. It is not read again while its size, times and inode stay the same, unless it had
 * just changed when it was read.
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
