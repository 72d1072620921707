import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { listFilesBelow } from '../../src/builder/generations.ts';

// How heavy the pages of a built site are: what a reader downloads before a page is painted.

/** What a page may weigh (bytes): what a server may send in the first round trip. */
export const BUDGET = 14_336;

/** A page with the bytes of its HTML and the CSS that it links, each `gzip -9`. */
export interface PageWeight {
  readonly path: string;
  readonly bytes: number;
}

/** Returns the weight of each page of a built site, the lightest first. The folder ends in `/`. */
export function weighPages(folder: string): PageWeight[] {
  const sheets = new Map<string, number>();
  const weighSheet = (name: string) => {
    const known = sheets.get(name) ?? compress(readFileSync(join(folder, '_astro', name)));
    sheets.set(name, known);
    return known;
  };
  return listFilesBelow(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => {
      const html = readFileSync(join(folder, path));
      const linked = [...html.toString().matchAll(/<link[^>]*?\/_astro\/([^"/]+\.css)"/g)];
      const css = linked.reduce((sum, [, name = '']) => sum + weighSheet(name), 0);
      return { path, bytes: compress(html) + css };
    })
    .sort((a, b) => a.bytes - b.bytes || (a.path < b.path ? -1 : 1));
}

/**
 * Returns the percentile (0 to 100) of a sorted list, by nearest rank. Throws a RangeError for an empty list.
 */
export function findPercentile<Item>(sorted: readonly Item[], percent: number): Item {
  const rank = Math.max(1, Math.ceil((percent / 100) * sorted.length));
  const item = sorted[rank - 1];
  if (item === undefined) throw new RangeError('There is no percentile of an empty list.');
  return item;
}

/** Returns in words what pages weigh at 50, 90, 99 and 100 %, and which is the heaviest. Weights come lightest first. */
export function sayWeights(weights: readonly PageWeight[]): string {
  const at = (percent: number) => `${percent} % ${findPercentile(weights, percent).bytes} B`;
  const heaviest = findPercentile(weights, 100);
  const over = weights.filter(({ bytes }) => bytes > BUDGET).length;
  return `page weights (HTML and CSS, gzip -9): ${[50, 90, 99, 100].map(at).join(', ')} (/${heaviest.path.replace(/index\.html$/, '')}); ${over} of ${weights.length} over ${BUDGET} B`;
}

function compress(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}
