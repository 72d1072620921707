import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { updateRecords, type RecordsNote } from '../../../src/build/updateRecords.ts';
import { writeGeneration } from '../../../src/build/writeGeneration.ts';
import { listInJson, printJson, printRecords } from '../../../src/outputs/records.ts';

let generation: string;
let note: RecordsNote | undefined;
let printed: string[];

beforeEach(() => {
  generation = mkdtempSync(join(tmpdir(), 'dateline-records-'));
  note = undefined;
});
afterEach(() => {
  rmSync(generation, { recursive: true });
  rmSync(`${generation}.json`, { force: true });
});

/** Builds a file of such entries, each made from itself alone. Returns its text and which were printed. */
function build(entries: readonly string[], name = 'list'): { text: string; printed: string[] } {
  printed = [];
  const records = listInJson(
    name,
    entries.map((entry) => ({
      dependencies: [`=${entry}`],
      render: () => {
        printed.push(entry);
        return printJson({ entry });
      },
    })),
  );
  const writer = writeGeneration(generation);
  const print = (dependencies: readonly string[]) => dependencies.join();
  note = updateRecords('list.json', records, generation, writer, note, print);
  writer.finish();
  const text = readFileSync(join(generation, 'list.json'), 'utf8');
  expect(JSON.parse(text)).toEqual({ [name]: entries.map((entry) => ({ entry })) });
  const made = [...printed];
  expect(text).toBe(printRecords(records));
  return { text, printed: made };
}

describe('a file of entries', () => {
  test('renders entries with changed dependencies, in any position', () => {
    expect(build(['a', 'é', 'c']).printed).toEqual(['a', 'é', 'c']);
    expect(build(['a', 'é', 'c']).printed).toEqual([]);
    expect(build(['new', 'c', 'é', 'a']).printed).toEqual(['new']);
    expect(build(['c']).printed).toEqual([]);
    expect(build([]).printed).toEqual([]);
    expect(build(['c']).printed).toEqual(['c']);
  });

  test('is the same whichever way it was produced', () => {
    build(['a', 'b']);
    const grown = build(['z', 'a', '“b”', 'b']).text;
    note = undefined;
    expect(build(['z', 'a', '“b”', 'b']).text).toBe(grown);
  });

  test('keeps its entries if the text around them changes', () => {
    build(['a', 'b']);
    expect(build(['a', 'b'], 'a longer name').printed).toEqual([]);
  });

  test('reuses nothing from a modified file', () => {
    build(['a', 'b']);
    writeFileSync(join(generation, 'list.json'), 'something else');
    expect(build(['a', 'b', 'c']).printed).toEqual(['a', 'b', 'c']);
  });
});
