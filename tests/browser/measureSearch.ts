import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { serveSite } from '../../src/cli/serve.ts';

/** What a first query downloads: the bytes of each file as a host sends it. */
export interface SearchCost {
  readonly bytes: number;
  readonly files: ReadonlyMap<string, number>;
  /** How many results are listed. */
  readonly results: number;
}

/**
 * Returns what a first search on a built site downloads beyond the page, text compressed as hosts send it
 * (`gzip -9`).
 */
export async function measureSearch(
  folder: string,
  words: string,
  browser: Browser,
): Promise<SearchCost> {
  const { server, address } = await serveSite({ folder, base: '/', port: undefined });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(`${address}search/`, { waitUntil: 'networkidle' });
    const files = new Map<string, number>();
    // Asked of the server, as the browser reports no requests of a worker.
    server.on('request', ({ url = '/' }) => {
      const path = new URL(url, address).pathname.slice(1);
      files.set(path, weigh(readFileSync(join(folder, path)), path));
    });
    await page.getByRole('searchbox').fill(words);
    await page.locator('site-search section:not([hidden]) li').first().waitFor();
    await page.waitForLoadState('networkidle');
    const bytes = [...files.values()].reduce((sum, one) => sum + one, 0);
    return { bytes, files, results: await page.locator('site-search li').count() };
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
  }
}

function weigh(content: Uint8Array, path: string): number {
  return /\.(?:js|json)$/.test(path) ? gzipSync(content, { level: 9 }).length : content.length;
}
