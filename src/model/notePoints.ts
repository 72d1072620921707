import type { Point } from './archive.ts';
import { isNearPoint } from './samePoint.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Maximum number of points that one is compared with, those raised last before it: the work grows with the points, not their square. */
const maxCompared = 60;

/**
 * Notes the first point of an event or actor (`id`) whose name is nearly that of a point raised earlier by another
 * article, and counts the others. Any other new point is what a second article is for, and gets no notice.
 */
export function notePoints(id: string, points: readonly Point[]): Problem[] {
  const [noted, ...others] = points.flatMap(({ on, claims }, index) => {
    const [first] = claims;
    const near = points
      .slice(Math.max(0, index - maxCompared), index)
      .find(
        (other) =>
          isNearPoint(other.on, on) &&
          other.claims.some(({ article }) => article !== first?.article),
      );
    return first && near ? [{ at: first.at, on, nearest: near.on }] : [];
  });
  if (!noted) return [];
  const { at, on, nearest } = noted;
  return [createProblem('point-new', at, { on, of: id, nearest, more: others.length })];
}
