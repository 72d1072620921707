import type { Point } from './archive.ts';
import { isNearPoint } from './samePoint.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Maximum number of earlier points that one is compared with: keeps the work linear in the number of points.
 */
const maxCompared = 60;

/**
 * Notes the first point of an event or actor (`id`) whose name nearly equals that of an earlier point from
 * another article, and counts the others. Other new points are what a second article is for and get no
 * notice.
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
