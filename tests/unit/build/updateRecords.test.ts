import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordsNote } from '../../../src/build/generationKeys.ts';
import { updateRecords } from '../../../src/build/updateRecords.ts';
import { writeGeneration } from '../../../src/build/writeGeneration.ts';
import { listInJson, printJson, printRecords } from '../../../src/outputs/records.ts';

let generation: string;
let note: RecordsNote | undefined;
let rendered: string[];

beforeEach(() => {
  generation = mkdtempSync(join(tmpdir(), 'dateline-records-'));
  note = undefined;
});
afterEach(() => {
  rmSync(generation, { recursive: true });
  rmSync(`${generation}.json`, { force: true });
});

/** Builds a file of entries, each of which depends only on itself. Returns its text and which were rendered. */
function build(entries: readonly string[], name = 'list'): { text: string; rendered: string[] } {
  rendered = [];
  const records = listInJson(
    name,
    entries.map((entry) => ({
      dependencies: [`=${entry}`],
      render: () => {
        rendered.push(entry);
        return printJson({ entry });
      },
    })),
  );
  const writer = writeGeneration(generation);
  const getFingerprint = (dependencies: readonly string[]) => dependencies.join();
  note = updateRecords('list.json', records, writer, note, getFingerprint);
  writer.finish();
  const text = readFileSync(join(generation, 'list.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ [name]: entries.map((entry) => ({ entry })) });
  const made = [...rendered];
  expect(text).toBe(printRecords(records));
  return { text, rendered: made };
}

describe('a file of entries', () => {
  test('renders entries with changed dependencies, in any position', () => {
    expect(build(['a', 'é', 'c']).rendered).toEqual(['a', 'é', 'c']);
    expect(build(['a', 'é', 'c']).rendered).toEqual([]);
    expect(build(['new', 'c', 'é', 'a']).rendered).toEqual(['new']);
    expect(build(['c']).rendered).toEqual([]);
    expect(build([]).rendered).toEqual([]);
    expect(build(['c']).rendered).toEqual(['c']);
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
