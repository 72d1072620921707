import type { RecordsNote } from './generationKeys.ts';
import type { GenerationUpdate } from './generationUpdate.ts';
import { hashContent } from '../model/hash.ts';
import { trace } from '../model/tracedArchive.ts';
import { getListPath, getRecordId } from '../outputs/dataParts.ts';
import type { FileRecord, Records } from '../outputs/records.ts';

/**
 * Updates a file of entries and returns its new layout. Copies entries that were made from the same byte for byte
 * from the generation's file, and renders the others.
 */
export function updateRecords(
  path: string,
  { head, records, separator, tail }: Records,
  {
    writer,
    archive,
    traces,
    known,
  }: Pick<GenerationUpdate, 'writer' | 'archive' | 'traces' | 'known'>,
): RecordsNote {
  const list = getListPath(path);
  const around = hashContent(JSON.stringify([head, separator, tail]));
  const before = known.records[path];
  const ids = records.map(({ id }) => getRecordId(list, id));
  const isSame =
    before?.around === around &&
    before.entries.length === ids.length &&
    before.entries.every(([id], index) => id === ids[index] && traces.isSame(id));
  if (isSame && writer.has(path)) {
    writer.keep(path);
    for (const id of ids) traces.keep(id);
    return before;
  }
  const old = before && readEntries(writer.read(path), before);
  const print = (id: string, { render }: FileRecord): Buffer => {
    const text = traces.isSame(id) ? old?.get(id) : undefined;
    if (text) {
      traces.keep(id);
      return text;
    }
    const { value, reads } = trace(archive, render);
    traces.add(id, reads);
    return Buffer.from(value);
  };
  const first = Buffer.from(head);
  const between = Buffer.from(separator);
  const entries: [id: string, length: number][] = [];
  function* listParts() {
    yield first;
    for (const [index, record] of records.entries()) {
      const id = ids[index] ?? '';
      const text = print(id, record);
      if (index > 0) yield between;
      yield text;
      entries.push([id, text.length]);
    }
    yield Buffer.from(tail);
  }
  writer.writeParts(path, listParts());
  return { around, head: first.length, separator: between.length, entries };
}

/** Returns the entries of a file by id; undefined without the file. */
function readEntries(
  bytes: Buffer | undefined,
  { head, separator, entries }: RecordsNote,
): ReadonlyMap<string, Buffer> | undefined {
  if (!bytes) return undefined;
  const found = new Map<string, Buffer>();
  let start = head;
  for (const [id, length] of entries) {
    found.set(id, bytes.subarray(start, start + length));
    start += length + separator;
  }
  return found;
}
