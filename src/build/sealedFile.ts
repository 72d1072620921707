import { createHash } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';

// What a build keeps for the next one, each file under a seal of its own: one that was broken off, edited, or
// brought from another site is as good as none, whatever it says.

/** Writes a value where `readSealed` finds it: whole, or not at all. */
export function writeSealed(file: string, value: unknown): void {
  const text = JSON.stringify(value);
  writeFileSync(`${file}.new`, `${open(file, text)}${text}}\n`);
  renameSync(`${file}.new`, file);
}

/** Gives the value that was written into a file, undefined where there is none or it is not as it was written there. */
export function readSealed(file: string): unknown {
  try {
    const sealed = readFileSync(file, 'utf8');
    const text = sealed.slice(open(file, '').length, -2);
    return sealed === `${open(file, text)}${text}}\n` ? JSON.parse(text) : undefined;
  } catch {
    return undefined;
  }
}

function open(file: string, text: string): string {
  const seal = createHash('sha256').update(`${file}\0${text}`).digest('hex');
  return `{"seal":"${seal}","kept":`;
}
