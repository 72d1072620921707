import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GenerationWriter } from './writeGeneration.ts';
import type { Cell } from '../model/prints.ts';
import type { Records } from '../outputs/records.ts';

/** How a file that is made of entries lies in a generation: the print of what stands around them, and of each entry what it was made from and its length in bytes. */
export interface RecordsNote {
  readonly around: string;
  /** Bytes before the first entry and between two. */
  readonly head: number;
  readonly separator: number;
  readonly entries: readonly (readonly [print: string, length: number])[];
}

/**
 * Brings a file of entries up to date: those that are made from what they were made from before are taken over
 * from the file that the generation has, byte for byte, the others are printed. Takes where the generation is,
 * what is known of the file, and what gives the print of what an entry is made from; gives the note for the
 * next time.
 */
export function updateRecords(
  path: string,
  { head, records, separator, tail }: Records,
  generation: string,
  writer: GenerationWriter,
  known: RecordsNote | undefined,
  print: (reads: readonly Cell[]) => string,
): RecordsNote {
  const around = hash(JSON.stringify([head, separator, tail]));
  const prints = records.map(({ reads }) => print(reads));
  const isSame =
    known?.around === around &&
    known.entries.length === prints.length &&
    known.entries.every(([before], index) => before === prints[index]);
  if (isSame && writer.has(path)) {
    writer.keep(path);
    return known;
  }
  const old = known && readEntries(join(generation, path), known, writer.hashOf(path));
  const first = Buffer.from(head);
  const between = Buffer.from(separator);
  const entries: [print: string, length: number][] = [];
  function* listParts() {
    yield first;
    for (const [index, { render }] of records.entries()) {
      const own = prints[index] ?? '';
      const text = old?.get(own) ?? Buffer.from(render());
      if (index > 0) yield between;
      yield text;
      entries.push([own, text.length]);
    }
    yield Buffer.from(tail);
  }
  writer.writeParts(path, listParts());
  return { around, head: first.length, separator: between.length, entries };
}

/** Returns the entries of a file by what each was made from; undefined where the file is not as it was written. */
function readEntries(
  file: string,
  { head, separator, entries }: RecordsNote,
  wanted: string | undefined,
): ReadonlyMap<string, Buffer> | undefined {
  if (wanted === undefined) return undefined;
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return undefined;
  }
  if (hash(bytes) !== wanted) return undefined;
  const found = new Map<string, Buffer>();
  let start = head;
  for (const [print, length] of entries) {
    found.set(print, bytes.subarray(start, start + length));
    start += length + separator;
  }
  return found;
}

function hash(content: string | Uint8Array): string {
  return digest('sha256', content);
}
