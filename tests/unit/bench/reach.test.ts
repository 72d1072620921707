import { describe, expect, test } from 'vitest';
import {
  compare,
  getMedian,
  printComparisons,
  readPeerRuns,
  summarize,
  type PeerRun,
  type Sample,
} from '../../bench/reach.ts';

function took(seconds: number, more: Partial<Sample> = {}): Sample {
  return { seconds, rendered: 0, pages: 0, memory: 0, ...more };
}

const hugo: PeerRun[] = [3, 4, 5].map((wall) => ({ name: 'hugo', N: 5000, mode: 'add', wall }));

describe('compare(ours, peers, smaller)', () => {
  test('divides a run of ours by the median of the peer in the same mode', () => {
    const samples = new Map([['add one', took(2)]]);
    expect(compare({ size: 5000, samples }, hugo, null)).toEqual([
      {
        title: 'add one',
        figure: 2,
        unit: 's',
        divisor: { title: 'hugo, add', figure: 4 },
        reach: 0.5,
      },
    ]);
  });

  test('leaves out what was not measured', () => {
    expect(compare({ size: 5000, samples: new Map([['no change', took(1)]]) }, hugo, null)).toEqual(
      [],
    );
    expect(compare({ size: 5000, samples: new Map() }, hugo, null)).toEqual([]);
  });

  test('compares an addition only with one in an archive a fifth as large', () => {
    const samples = new Map([['add one', took(3)]]);
    const smaller = { size: 1000, samples: new Map([['add one', took(1)]]) };
    const [row] = compare({ size: 5000, samples }, [], smaller);
    expect(row).toMatchObject({ figure: 3, divisor: { title: 'ours at 1000', figure: 1 } });
    expect(compare({ size: 10_000, samples }, [], smaller)).toEqual([]);
  });

  test('counts the milliseconds per page that a rename changes, and the peak memory', () => {
    const samples = new Map([
      ['rename actor, bare', took(6, { rendered: 3000, memory: 400 })],
      ['full', took(50, { memory: 900 })],
    ]);
    expect(compare({ size: 5000, samples }, [], null)).toMatchObject([
      { title: 'rename actor, bare', figure: 2, unit: 'ms a page', divisor: null },
      { title: 'memory', figure: 900, unit: 'MB', divisor: null },
    ]);
  });
});

test('the table states for each row whether the goal is met', () => {
  const samples = new Map([
    ['add one', took(2)],
    ['edit one', took(2.2, { memory: 601 })],
  ]);
  expect(printComparisons(compare({ size: 5000, samples }, hugo, null))).toBe(
    [
      '| run | ours | beside | ratio | reach | reached |',
      '|---|---|---|---|---|---|',
      '| add one | 2.00 s | 4.00 s (hugo, add) | 0.50 × | ≤ 0.5 × | yes |',
      '| edit one | 2.20 s | 4.00 s (hugo, add) | 0.55 × | ≤ 0.5 × | no |',
      '| memory | 601 MB |  |  | ≤ 600 MB | no |',
    ].join('\n'),
  );
});

test('peers’ runs are read line by line, only those of the given size', () => {
  const log = [...hugo, { ...hugo[0], N: 1000 }].map((run) => `${JSON.stringify(run)}\n`).join('');
  expect(readPeerRuns(log, 5000)).toEqual(hugo);
  expect(readPeerRuns('', 5000)).toEqual([]);
});

test('the median is the middle number, and an empty list has none', () => {
  expect(getMedian([10, 9, 100])).toBe(10);
  expect(() => getMedian([])).toThrow(RangeError);
  expect(summarize([took(3), took(1), took(2, { memory: 5 })])).toEqual(took(2));
});
