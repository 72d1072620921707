import { hash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

// What a build keeps for the next one, each file under a seal of its own: one that was broken off, edited, or
// brought from another site is as good as none, whatever it says.

/** Writes a value where `readSealed` finds it: whole, or not at all. */
export function writeSealed(file: string, value: unknown): void {
  const text = Buffer.from(JSON.stringify(value));
  writeFileSync(`${file}.new`, Buffer.concat([open(file, text), text, end]));
  renameSync(`${file}.new`, file);
}

/** Returns the value that was written into a file, undefined where there is none or it is not as it was written there. */
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
  // A seal over both: what is said, and where it stands.
  const seal = hash('sha256', `${file}\0${hash('sha256', text)}`);
  return Buffer.from(`{"seal":"${seal}","kept":`);
}
