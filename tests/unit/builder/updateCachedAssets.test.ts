import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { GenerationUpdate } from '../../../src/builder/generationUpdate.ts';
import { getIdleGeneration, serveGeneration } from '../../../src/builder/generations.ts';
import { updateCachedAssets } from '../../../src/builder/updateCachedAssets.ts';
import { getBuildSettings, type BuildSettings } from '../../../src/builder/settings.ts';
import { readShards } from '../../../src/builder/shards.ts';
import { Traces } from '../../../src/builder/traces.ts';
import { writeGeneration, type GenerationWriter } from '../../../src/builder/writeGeneration.ts';
import { traceArchive } from '../../../src/model/tracedArchive.ts';
import { createViewContext } from '../createViewContext.ts';

let folder: string;
let settings: BuildSettings;
let drawn: string[];
let asked = 0;
const archive = traceArchive(createViewContext({}).archive);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-assets-'));
  settings = getBuildSettings({}, folder);
  drawn = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function createUpdate(writer: GenerationWriter): GenerationUpdate {
  // Whatever is read has changed, so that every input is asked for.
  const fingerprints = {
    of: () => String((asked += 1)),
    getReads: () => [],
    getPosition: () => -1,
  };
  return {
    writer,
    archive,
    common: '',
    fingerprints,
    traces: new Traces(fingerprints, undefined),
    known: { pages: {}, records: {} },
    shards: readShards(settings, '', fingerprints),
    getWorkers: () => [],
  };
}

/** Builds a site with pictures, given their inputs by path. Returns which ones were drawn. */
async function publish(texts: Readonly<Record<string, string>>): Promise<string[]> {
  drawn = [];
  const generation = getIdleGeneration(settings);
  const writer = writeGeneration(generation);
  const files = Object.entries(texts).map(([path, text]) => ({
    path,
    type: 'image/png',
    render: () => {
      drawn.push(path);
      return `drawn: ${text}`;
    },
    getInput: () => archive.site.title + text,
    cached: { maker: 'pictures' as const },
  }));
  await updateCachedAssets(createUpdate(writer), files, settings);
  writer.finish();
  serveGeneration(settings, generation);
  for (const [path, text] of Object.entries(texts))
    expect(readFileSync(join(settings.out, path), 'utf8')).toBe(`drawn: ${text}`);
  return drawn;
}

describe('updateCachedAssets', () => {
  test('creates a file once for each fingerprint, in both generations', async () => {
    expect(await publish({ 'a.png': 'A', 'b.png': 'B' })).toEqual(['a.png', 'b.png']);
    expect(await publish({ 'a.png': 'A', 'b.png': 'B' })).toEqual([]);
    expect(await publish({ 'a.png': 'A', 'b.png': 'B2' })).toEqual(['b.png']);
    expect(await publish({ 'a.png': 'A', 'b.png': 'B2' })).toEqual([]);
  });

  test('removes files that are no longer requested', async () => {
    await publish({ 'a.png': 'A', 'b.png': 'B' });
    await publish({ 'b.png': 'B' });
    expect(existsSync(join(settings.out, 'a.png'))).toBe(false);
  });

  test('recreates files that the served site has lost', async () => {
    await publish({ 'a.png': 'A', 'b.png': 'B' });
    rmSync(join(settings.out, 'a.png'));
    expect(await publish({ 'a.png': 'A', 'b.png': 'B' })).toEqual(['a.png']);
  });

  test('recreates everything without its records', async () => {
    await publish({ 'a.png': 'A', 'b.png': 'B' });
    rmSync(join(settings.state, 'assets.json'));
    expect(await publish({ 'a.png': 'A', 'b.png': 'B' })).toEqual(['a.png', 'b.png']);
  });

  test('leaves other files alone', async () => {
    const writer = writeGeneration(getIdleGeneration(settings));
    const render = () => {
      throw new Error('asked');
    };
    const files = [{ path: 'feed.xml', type: 'text/xml', render }];
    await updateCachedAssets(createUpdate(writer), files, settings);
    expect(writer.finish().size).toBe(0);
  });
});
