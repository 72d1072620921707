import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordsNote } from '../../../src/builder/generationKeys.ts';
import { updateRecords } from '../../../src/builder/updateRecords.ts';
import { Traces, type TraceRecord } from '../../../src/builder/traces.ts';
import { writeGeneration } from '../../../src/builder/writeGeneration.ts';
import { listInJson, printJson, printRecords } from '../../../src/outputs/records.ts';
import { createViewContext } from '../createViewContext.ts';

let generation: string;
let note: RecordsNote | undefined;
let record: TraceRecord | undefined;
let rendered: string[];

beforeEach(() => {
  generation = mkdtempSync(join(tmpdir(), 'dateline-records-'));
  note = undefined;
  record = undefined;
});
afterEach(() => {
  rmSync(generation, { recursive: true });
  rmSync(`${generation}.json`, { force: true });
});

/** Builds a file of entries, of which some have changed. Returns its text and which were rendered. */
function build(
  entries: readonly string[],
  name = 'list',
  changed: readonly string[] = [],
): { text: string; rendered: string[] } {
  rendered = [];
  const records = listInJson(
    name,
    entries.map((entry) => ({
      id: entry,
      render: () => {
        rendered.push(entry);
        return printJson({ entry });
      },
    })),
  );
  const writer = writeGeneration(generation);
  const own = new Traces({ of: (key) => key, getReads: () => [], getPosition: () => -1 }, record);
  const isSame = own.isSame.bind(own);
  own.isSame = (id) => isSame(id) && !changed.includes(id.replace('list.json#', ''));
  note = updateRecords('list.json', records, {
    writer,
    archive: createViewContext({}).archive,
    traces: own,
    known: { pages: {}, records: note ? { 'list.json': note } : {} },
  });
  record = own.toRecord();
  writer.finish();
  const text = readFileSync(join(generation, 'list.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ [name]: entries.map((entry) => ({ entry })) });
  const made = [...rendered];
  expect(text).toBe(printRecords(records));
  return { text, rendered: made };
}

describe('a file of entries', () => {
  test('renders entries that are new or have changed, in any position', () => {
    expect(build(['a', 'é', 'c']).rendered).toEqual(['a', 'é', 'c']);
    expect(build(['a', 'é', 'c']).rendered).toEqual([]);
    expect(build(['new', 'c', 'é', 'a']).rendered).toEqual(['new']);
    expect(build(['c']).rendered).toEqual([]);
    expect(build([]).rendered).toEqual([]);
    expect(build(['c']).rendered).toEqual(['c']);
    expect(build(['a', 'c', 'b']).rendered).toEqual(['a', 'b']);
    expect(build(['a', 'c', 'b'], 'list', ['c']).rendered).toEqual(['c']);
  });

  test('is the same after a full and an incremental update', () => {
    build(['a', 'b']);
    const grown = build(['z', 'a', '“b”', 'b']).text;
    note = undefined;
    expect(build(['z', 'a', '“b”', 'b']).text).toBe(grown);
  });

  test('keeps its entries if the text around them changes', () => {
    build(['a', 'b']);
    expect(build(['a', 'b'], 'a longer name').rendered).toEqual([]);
  });

  test('reuses nothing from a modified file', () => {
    build(['a', 'b']);
    writeFileSync(join(generation, 'list.json'), 'something else');
    expect(build(['a', 'b', 'c']).rendered).toEqual(['a', 'b', 'c']);
  });
});
