import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The folders whose code determines the cached values; none of them imports any other folder. */
const rooms = ['archive', 'model', 'parse', 'problems'];

/**
 * Returns the key of the code that parses the content, including its packages and the runtime, or undefined
 * if that code is missing, as beside a compiled site.
 */
export function getParserKey(root: string): string | undefined {
  const lock = join(root, 'package-lock.json');
  const folders = rooms.map((room) => join(root, 'src', room));
  if (![lock, ...folders].every((path) => existsSync(path))) return undefined;
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort(),
  );
  const hash = createHash('sha256').update(process.version);
  for (const file of [lock, ...files])
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}
