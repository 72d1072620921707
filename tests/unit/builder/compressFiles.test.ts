import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressFiles } from '../../../src/builder/compressFiles.ts';
import { hashFiles } from '../../../src/builder/generations.ts';
import {
  countDifference,
  writeGeneration,
  type Difference,
} from '../../../src/builder/writeGeneration.ts';

let folder: string;
let generation: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-compress-'));
  generation = join(folder, 'a');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function make(
  files: Readonly<Record<string, string>>,
  isWhole = true,
  compressed = true,
): Promise<Difference> {
  const writer = writeGeneration(generation);
  for (const [path, text] of Object.entries(files)) writer.write(path, text);
  if (compressed) await compressFiles(writer, generation, isWhole);
  return countDifference(writer.before, writer.finish());
}

const site = { 'index.html': 'home '.repeat(200), 'a/b.json': '{}', 'icon.png': 'png' };

test('writes compressed forms next to each text, the same bytes each time', async () => {
  await make(site);
  const made = hashFiles(generation);
  expect([...made.keys()]).toEqual([
    'a/b.json',
    'a/b.json.br',
    'a/b.json.gz',
    'icon.png',
    'index.html',
    'index.html.br',
    'index.html.gz',
  ]);
  const read = (ending: string) => readFileSync(join(generation, `index.html${ending}`));
  expect(brotliDecompressSync(read('.br')).toString()).toBe(site['index.html']);
  expect(gunzipSync(read('.gz')).toString()).toBe(site['index.html']);
  // Without the time and operating system, which the format could store.
  expect([...read('.gz').subarray(4, 10)]).toEqual([0, 0, 0, 0, 2, 255]);
  generation = join(folder, 'b');
  await make(site);
  expect(hashFiles(generation)).toEqual(made);
});

test('recompresses only what changed, and removes what isn’t requested', async () => {
  await make(site);
  const before = statSync(join(generation, 'a/b.json.br')).ino;
  expect(await make({ ...site, 'index.html': 'new' })).toEqual({ written: 3, kept: 4, removed: 0 });
  expect(statSync(join(generation, 'a/b.json.br')).ino).toBe(before);
  expect(gunzipSync(readFileSync(join(generation, 'index.html.gz'))).toString()).toBe('new');
  expect(await make(site, true, false)).toMatchObject({ removed: 4 });
});

test('trusts no compressed form of a generation whose last build was interrupted', async () => {
  await make(site);
  // The text was written, but not its compressed forms or the manifest.
  writeFileSync(join(generation, 'index.html'), 'new');
  rmSync(`${generation}.json`);
  await make({ ...site, 'index.html': 'new' }, false);
  expect(gunzipSync(readFileSync(join(generation, 'index.html.gz'))).toString()).toBe('new');
});
