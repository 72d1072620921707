import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

// Checksummed caches that a build keeps for the next one: a file that was truncated, edited, or copied from
// another site is ignored, whatever it contains.

/** Atomically writes a value for `readSealed`. */
export function writeSealed(file: string, value: unknown): void {
  const text = Buffer.from(JSON.stringify(value));
  writeFileSync(`${file}.new`, Buffer.concat([open(file, text), text, end]));
  renameSync(`${file}.new`, file);
}

/** Returns the value that was written to a file, or undefined if the file is missing, damaged or moved. */
export function readSealed(file: string): unknown {
  try {
    const sealed = readFileSync(file);
    const { length } = open(file, end);
    const text = sealed.subarray(length, -end.length);
    const isWhole =
      sealed.subarray(0, length).equals(open(file, text)) &&
      sealed.subarray(-end.length).equals(end);
    return isWhole ? JSON.parse(text.toString()) : undefined;
  } catch {
    return undefined;
  }
}

const end = Buffer.from('}\n');

function open(file: string, text: Uint8Array): Buffer {
  // The checksum covers both the content and the path.
  const seal = hash('sha256', `${file}\0${hash('sha256', text)}`);
  return Buffer.from(`{"seal":"${seal}","kept":`);
}
