import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { root } from '../sites/buildInto.ts';
import { buildOnce } from '../sites/sharedSites.ts';
import { launchBrowser } from './launchBrowser.ts';
import { measureSearch } from './measureSearch.ts';

let browser: Browser;
let out: string;

beforeAll(async () => {
  browser = await launchBrowser();
  out = await buildOnce({ CONTENT: join(root, 'content') });
});

afterAll(async () => {
  await browser.close();
});

// A name, a word of many pages, and the first letters of one.
test.each(['Kadhimi', 'Baghdad', 'the', 'arr'])(
  'a first search for “%s” downloads under 100 KB of the story’s index',
  async (words) => {
    const { bytes, files, results } = await measureSearch(out, words, browser);
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
