import { describe, expect, test } from 'vitest';
import { simplify } from '../../../src/figures/simplifyLine.ts';

describe('simplify(line, tolerance)', () => {
  test('keeps the ends, and corners farther away than the tolerance', () => {
    const line = [
      [0, 0],
      [5, 0.5],
      [10, 0],
      [10, 10],
    ] as const;
    expect(simplify(line, 1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10],
    ]);
    expect(simplify(line, 0.1)).toEqual(line);
  });

  test('keeps the farthest point of a ring, whose ends are one', () => {
    const ring = [
      [0, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ] as const;
    expect(simplify(ring, 1)).toEqual(ring);
    expect(simplify(ring, 9)).toEqual([ring[0], ring[3]]);
  });
});
