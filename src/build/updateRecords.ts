import type { RecordsNote } from './generationKeys.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import type { DependencyKey } from '../model/fingerprints.ts';
import type { Records } from '../outputs/records.ts';
import { hashContent } from '../model/hash.ts';

/**
 * Updates a file of entries and returns its new layout. Copies entries with unchanged fingerprints byte for
 * byte from the generation's file, and renders the others. `known` is the previous layout, and `getFingerprint`
 * returns the fingerprint of an entry's dependencies.
 */
export function updateRecords(
  path: string,
  { head, records, separator, tail }: Records,
  writer: GenerationWriter,
  known: RecordsNote | undefined,
  getFingerprint: (dependencies: readonly DependencyKey[]) => string,
): RecordsNote {
  const around = hashContent(JSON.stringify([head, separator, tail]));
  const fingerprints = records.map(({ dependencies }) => getFingerprint(dependencies));
  const isSame =
    known?.around === around &&
    known.entries.length === fingerprints.length &&
    known.entries.every(([before], index) => before === fingerprints[index]);
  if (isSame && writer.has(path)) {
    writer.keep(path);
    return known;
  }
  const old = known && readEntries(writer.read(path), known);
  const first = Buffer.from(head);
  const between = Buffer.from(separator);
  const entries: [fingerprint: string, length: number][] = [];
  function* listParts() {
    yield first;
    for (const [index, { render }] of records.entries()) {
      const fingerprint = fingerprints[index] ?? '';
      const text = old?.get(fingerprint) ?? Buffer.from(render());
      if (index > 0) yield between;
      yield text;
      entries.push([fingerprint, text.length]);
    }
    yield Buffer.from(tail);
  }
  writer.writeParts(path, listParts());
  return { around, head: first.length, separator: between.length, entries };
}

/** Returns the entries of a file by fingerprint; undefined without the file. */
function readEntries(
  bytes: Buffer | undefined,
  { head, separator, entries }: RecordsNote,
): ReadonlyMap<string, Buffer> | undefined {
  if (!bytes) return undefined;
  const found = new Map<string, Buffer>();
  let start = head;
  for (const [fingerprint, length] of entries) {
    found.set(fingerprint, bytes.subarray(start, start + length));
    start += length + separator;
  }
  return found;
}
