import type { Point } from './archive.ts';
import { isNearPoint } from './samePoint.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each point of an event or actor (`id`) whose name is nearly that of a point raised earlier by another
 * article. Any other new point is what a second article is for, and gets no notice.
 */
export function notePoints(id: string, points: readonly Point[]): Problem[] {
  return points.flatMap(({ on, claims }, index) => {
    const [first] = claims;
    const near = points
      .slice(0, index)
      .find(
        (other) =>
          isNearPoint(other.on, on) &&
          other.claims.some(({ article }) => article !== first?.article),
      );
    return first && near
      ? [createProblem('point-new', first.at, { on, of: id, nearest: near.on })]
      : [];
  });
}
