import { readKeys, writeKeys } from '../../../src/builder/generationKeys.ts';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  getIdleGeneration,
  hashFiles,
  seedGeneration,
  serveGeneration,
} from '../../../src/builder/generations.ts';
import { isRefusal, Refusal } from '../../../src/problems/refusal.ts';
import { countDifference, writeGeneration } from '../../../src/builder/writeGeneration.ts';
import { getBuildSettings, type BuildSettings } from '../../../src/builder/settings.ts';

let folder: string;
let settings: BuildSettings;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-generations-'));
  settings = getBuildSettings({}, folder);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(...[name, files]: [name: string, files: Record<string, string>]): string {
  const target = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    writeFileSync(join(target, path), text);
  }
  return target;
}

function publish(files: Record<string, string>) {
  const generation = getIdleGeneration(settings);
  const writer = writeGeneration(generation);
  for (const [path, text] of Object.entries(files)) writer.write(path, text);
  const difference = countDifference(writer.before, writer.finish());
  serveGeneration(settings, generation);
  return difference;
}

test('a Refusal is recognised by its name, whichever copy of the code threw it', () => {
  class Compiled extends Error {
    override readonly name = 'Refusal';
  }
  expect(isRefusal(new Refusal('In the way.'))).toBe(true);
  expect(isRefusal(new Compiled('In the way.'))).toBe(true);
  expect(isRefusal(new Error('In the way.'))).toBe(false);
});

describe('writeGeneration(generation)', () => {
  test('writes a file in parts as it would whole, and leaves an identical one alone', () => {
    const generation = join(settings.state, 'a');
    const parts = Array.from({ length: 5 }, (_, index) => Buffer.alloc(600_000, `${index}é`));
    const whole = Buffer.concat(parts);
    const whenWhole = writeGeneration(generation);
    whenWhole.write('data/whole.json', whole);
    whenWhole.writeParts('data/parts.json', parts);
    expect(countDifference(whenWhole.before, whenWhole.finish())).toEqual({
      written: 2,
      kept: 0,
      removed: 0,
    });
    const file = join(generation, 'data/parts.json');
    expect(readFileSync(file).equals(whole)).toBe(true);
    const { ino } = statSync(file);

    const again = writeGeneration(generation);
    expect(again.hashOf('data/parts.json')).toBe(again.hashOf('data/whole.json'));
    again.keep('data/whole.json');
    again.writeParts('data/parts.json', parts);
    expect(countDifference(again.before, again.finish())).toEqual({
      written: 0,
      kept: 2,
      removed: 0,
    });
    expect(statSync(file).ino).toBe(ino);
    expect(readdirSync(dirname(file)).sort()).toEqual(['parts.json', 'whole.json']);
  });

  test('writes what changed, keeps the rest, removes old files and their empty folders', () => {
    publish({ 'index.html': 'one', 'events/a/index.html': 'a' });
    publish({ 'index.html': 'one' });
    expect(publish({ 'index.html': 'one', 'events/b/index.html': 'b' })).toEqual({
      written: 1,
      kept: 1,
      removed: 1,
    });
    expect([...hashFiles(settings.out).keys()]).toEqual(['events/b/index.html', 'index.html']);
    expect(existsSync(join(settings.out, 'events/a'))).toBe(false);
  });

  test('compares the files themselves if a build was killed before it wrote its manifest', () => {
    publish({ 'index.html': 'one' });
    publish({ 'index.html': 'two' });
    const idle = getIdleGeneration(settings);
    rmSync(`${idle}.json`);
    writeFileSync(join(idle, 'index.html'), 'half');
    writeFileSync(join(idle, 'stray.html'), 'stray');
    expect(publish({ 'index.html': 'three' })).toEqual({ written: 1, kept: 0, removed: 1 });
    expect(readFileSync(join(settings.out, 'index.html'), 'utf8')).toBe('three');
  });

  test('compares the files themselves if the manifest is damaged', () => {
    publish({ 'index.html': 'one' });
    publish({ 'index.html': 'two' });
    writeFileSync(`${getIdleGeneration(settings)}.json`, '{"index.html":');
    expect(publish({ 'index.html': 'one' })).toEqual({ written: 0, kept: 1, removed: 0 });
  });

  test('replaces a file with a folder and back', () => {
    publish({ a: 'file' });
    publish({ a: 'file' });
    expect(publish({ 'a/b': 'in a folder' })).toEqual({ written: 1, kept: 0, removed: 1 });
    expect(readFileSync(join(settings.out, 'a/b'), 'utf8')).toBe('in a folder');
    publish({ 'a/b': 'in a folder' });
    expect(publish({ a: 'file' })).toEqual({ written: 1, kept: 0, removed: 1 });
    expect(readFileSync(join(settings.out, 'a'), 'utf8')).toBe('file');
  });
});

describe('keep(path) and keepFolder(folder)', () => {
  test('keep files without knowing their contents, and throw for a missing one', () => {
    publish({ 'index.html': 'one', 'events/a/index.html': 'a', 'events/b/index.html': 'b' });
    const writer = writeGeneration(join(settings.state, 'a'));
    expect(writer.has('index.html')).toBe(true);
    writer.keep('index.html');
    writer.keepFolder('events');
    expect(() => {
      writer.keep('about/index.html');
    }).toThrow(/no about\/index\.html/);
    expect(countDifference(writer.before, writer.finish())).toEqual({
      written: 0,
      kept: 3,
      removed: 0,
    });
    expect(readFileSync(join(settings.state, 'a/events/b/index.html'), 'utf8')).toBe('b');
  });
});

const keys = {
  input: 'i',
  isIndexed: true,
  isDrawn: true,
  isOurs: true,
  problems: [],
  filesRead: 1,
  fresh: [],
  moves: [],
  publishedBase: null,
};
const fingerprints = {
  common: '',
  search: { '': { key: 's', pages: 1, words: 2 } },
  pages: {},
  traces: { keys: [], fingerprints: [], traces: [], ids: '', of: '' },
  records: {},
  altered: [],
};

describe('seedGeneration(settings)', () => {
  test('copies the served generation to an incomplete idle one, which later builds leave alone', () => {
    publish({ 'index.html': 'one', 'events/a/index.html': 'a' });
    writeKeys(join(settings.state, 'a'), keys, fingerprints);
    write('.dateline/b', { 'half/index.html': 'half' });
    seedGeneration(settings);
    const idle = getIdleGeneration(settings);
    expect(hashFiles(idle)).toEqual(hashFiles(settings.out));
    expect(readKeys(idle)).toEqual(keys);
    const writer = writeGeneration(idle);
    writer.write('index.html', 'two');
    writer.keep('events/a/index.html');
    writer.finish();
    expect(readFileSync(join(idle, 'index.html'), 'utf8')).toBe('two');
    expect(readFileSync(join(settings.out, 'index.html'), 'utf8')).toBe('one');
  });

  test('keeps a complete idle generation, and without manifests takes the files of the served one, but no keys', () => {
    publish({ 'index.html': 'one' });
    publish({ 'index.html': 'two' });
    writeKeys(join(settings.state, 'b'), keys, fingerprints);
    seedGeneration(settings);
    expect(readFileSync(join(settings.state, 'a/index.html'), 'utf8')).toBe('one');
    rmSync(join(settings.state, 'a.json'));
    rmSync(join(settings.state, 'b.json'));
    seedGeneration(settings);
    expect(readFileSync(join(settings.state, 'a/index.html'), 'utf8')).toBe('two');
    expect(readKeys(join(settings.state, 'a'))).toBeUndefined();
  });
});

describe('serveGeneration(settings, generation)', () => {
  test('swaps the link from one generation to the other', () => {
    publish({ 'index.html': 'one' });
    expect(readlinkSync(settings.out)).toBe(join('.dateline', 'a'));
    publish({ 'index.html': 'two' });
    expect(readlinkSync(settings.out)).toBe(join('.dateline', 'b'));
    expect(readFileSync(join(folder, '.dateline/a/index.html'), 'utf8')).toBe('one');
  });

  test('replaces an empty folder, but nothing else that it didn’t create', () => {
    mkdirSync(settings.out);
    publish({ 'index.html': 'one' });
    expect(readFileSync(join(settings.out, 'index.html'), 'utf8')).toBe('one');
    rmSync(settings.out);
    write('dist', { 'mine.txt': 'keep' });
    expect(() => publish({ 'index.html': 'two' })).toThrow(/is in the way/);
    expect(readFileSync(join(settings.out, 'mine.txt'), 'utf8')).toBe('keep');
  });

  test('replaces a dangling link', () => {
    symlinkSync('gone', settings.out);
    publish({ 'index.html': 'one' });
    expect(readFileSync(join(settings.out, 'index.html'), 'utf8')).toBe('one');
  });
});

describe('getBuildSettings(env, folder)', () => {
  test('gives each OUT its own generations next to it', () => {
    expect(getBuildSettings({ OUT: 'public/site' }, '/w').state).toBe('/w/public/.dateline-site');
    expect(getBuildSettings({}, '/w')).toMatchObject({
      content: 'content',
      out: '/w/dist',
      state: '/w/.dateline',
    });
  });
});
