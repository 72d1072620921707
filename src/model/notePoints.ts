import { distance } from 'fastest-levenshtein';
import type { Point } from './archive.ts';
import { foldText } from './names.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each point of an event or actor (`id`) whose name is nearly that of a point raised earlier by another
 * article. Any other new point is what a second article is for, and gets no notice.
 */
export function notePoints(id: string, points: readonly Point[]): Problem[] {
  const keys = points.map(({ on }) => toKey(on));
  return points.flatMap(({ on, claims }, index) => {
    const [first] = claims;
    const near = points.find(
      (other, before) =>
        before < index &&
        isNear(keys[before] ?? '', keys[index] ?? '') &&
        other.claims.some(({ article }) => article !== first?.article),
    );
    return first && near
      ? [createProblem('point-new', first.at, { on, of: id, nearest: near.on })]
      : [];
  });
}

// Small words that make no other point of one: “Number of the boats”.
const small = new Set('a an the of it this that'.split(' '));

function toKey(on: string): string {
  const words = foldText(on).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => !small.has(word)).join(' ');
}

/** A letter in six may differ: “How many were hurt” and “How many were killed” are two points. */
function isNear(a: string, b: string): boolean {
  const limit = Math.max(1, Math.floor(Math.min(a.length, b.length) / 6));
  return Math.abs(a.length - b.length) <= limit && distance(a, b) <= limit;
}
