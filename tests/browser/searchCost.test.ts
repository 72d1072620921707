import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { build, root } from '../sites/buildInto.ts';
import { launchBrowser } from './launchBrowser.ts';
import { measureSearch } from './measureSearch.ts';

let browser: Browser;
let folder: string;

beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'dateline-search-'));
  const { status, stderr } = build({ CONTENT: join(root, 'content'), OUT: join(folder, 'out') }, [
    '--no-pictures',
  ]);
  expect(status, stderr).toBe(0);
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

// A name, a word of many pages, and the first letters of one.
test.each(['Kadhimi', 'Baghdad', 'the', 'arr'])(
  'a first search for “%s” downloads under 100 KB of the story’s index',
  async (words) => {
    const { bytes, files, results } = await measureSearch(join(folder, 'out'), words, browser);
    expect(results).toBeGreaterThan(0);
    // What is counted is the search itself: its module, its WebAssembly, its index.
    const listed = [...files.keys()];
    for (const part of [/pagefind\.js$/, /wasm\.\w+\.pagefind$/, /\.pf_meta$/, /\.pf_index$/])
      expect(
        listed.some((path) => part.test(path)),
        listed.join(' '),
      ).toBe(true);
    expect(bytes, JSON.stringify([...files])).toBeLessThanOrEqual(100_000);
  },
);
