import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BUDGET, findPercentile, sayWeights, weighPages } from '../../bench/pageWeights.ts';

describe('findPercentile(sorted, percent)', () => {
  test.each([
    [[7], 50, 7],
    [[1, 2, 3, 4], 50, 2],
    [[1, 2, 3, 4], 51, 3],
    [[1, 2, 3, 4], 0, 1],
    [[1, 2, 3, 4], 100, 4],
    [Array.from({ length: 200 }, (_, index) => index + 1), 99, 198],
    [Array.from({ length: 200 }, (_, index) => index + 1), 90, 180],
  ])('of %j at %i %% returns %i', (sorted, percent, expected) => {
    expect(findPercentile(sorted, percent)).toBe(expected);
  });

  test('returns the smallest value that at most the remaining share exceeds', () => {
    const lists = fc
      .array(fc.integer(), { minLength: 1 })
      .map((list) => list.toSorted((a, b) => a - b));
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 100 }), (sorted, percent) => {
        const found = findPercentile(sorted, percent);
        const share = (count: number) => (100 * count) / sorted.length;
        expect(share(sorted.filter((item) => item <= found).length)).toBeGreaterThanOrEqual(
          percent,
        );
        expect(share(sorted.filter((item) => item < found).length)).toBeLessThan(percent);
      }),
    );
  });

  test('throws a RangeError for an empty list', () => {
    expect(() => findPercentile([], 50)).toThrow(RangeError);
  });
});

describe('weighPages(folder)', () => {
  test('weighs each page as sent, with its linked style sheets, lightest first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dateline-weights-'));
    onTestFinished(() => {
      rmSync(folder, { recursive: true });
    });
    const files = {
      'index.html': `<link rel="stylesheet" href="/base/_astro/page.Ab1-.css"><p>${'word '.repeat(400)}</p>`,
      'events/a/index.html': '<p>Short.</p>',
      '_astro/page.Ab1-.css': 'p { color: red }',
      'data/events.json': '[]',
    };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const weigh = (path: keyof typeof files) => gzipSync(files[path], { level: 9 }).length;
    expect(weighPages(`${folder}/`)).toEqual([
      { path: 'events/a/index.html', bytes: weigh('events/a/index.html') },
      { path: 'index.html', bytes: weigh('index.html') + weigh('_astro/page.Ab1-.css') },
    ]);
  });
});

test('sayWeights(weights) names the heaviest page and how many are over the budget', () => {
  const weights = Array.from({ length: 100 }, (_, index) => ({
    path: `${index}/index.html`,
    bytes: index === 99 ? BUDGET + 1 : 100 * (index + 1),
  }));
  expect(sayWeights(weights)).toBe(
    'page weights (HTML and CSS, gzip -9): 50 % 5000 B, 90 % 9000 B, 99 % 9900 B, 100 % 14337 B (/99/); 1 of 100 over 14336 B',
  );
});
