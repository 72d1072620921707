import { readFileSync } from 'node:fs';
import { hashContent } from '../model/hash.ts';

/** Returns the bytes of a file if it has this hash (SHA-256, hex), and undefined if it has another or none. */
export function readHashed(file: string, hash: string | undefined): Buffer | undefined {
  if (hash === undefined) return undefined;
  try {
    const bytes = readFileSync(file);
    return hashContent(bytes) === hash ? bytes : undefined;
  } catch {
    return undefined;
  }
}
