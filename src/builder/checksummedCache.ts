import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hashContent } from '../model/hash.ts';

// Checksummed caches that a build keeps for the next one: a file that was truncated, edited, or copied from
// another site is ignored, whatever it contains.

/** Atomically writes a value for `readChecksummed`. */
export function writeChecksummed(file: string, value: unknown): void {
  const text = Buffer.from(JSON.stringify(value));
  writeFileSync(`${file}.new`, Buffer.concat([createHeader(file, text), text, end]));
  renameSync(`${file}.new`, file);
}

/** Returns the value that was written to a file, or undefined if the file is missing, damaged or moved. */
export function readChecksummed(file: string): unknown {
  try {
    const bytes = readFileSync(file);
    const { length } = createHeader(file, end);
    const text = bytes.subarray(length, -end.length);
    const isWhole =
      bytes.subarray(0, length).equals(createHeader(file, text)) &&
      bytes.subarray(-end.length).equals(end);
    return isWhole ? JSON.parse(text.toString()) : undefined;
  } catch {
    return undefined;
  }
}

const end = Buffer.from('}\n');

function createHeader(file: string, text: Uint8Array): Buffer {
  // The checksum covers both the content and the path.
  const checksum = hashContent(`${file}\0${hashContent(text)}`);
  return Buffer.from(`{"checksum":"${checksum}","value":`);
}
