import type { Claim, Point } from './archive.ts';
import { foldText } from './names.ts';

/**
 * Takes the claims about one event or actor; gives them by point, in the order the points were first
 * raised. Two claims are on one point when their `on` is alike but for case, spaces and quotation marks;
 * a point differs when two of its claims that still stand give different answers.
 */
export function comparePoints(claims: readonly Claim[]): Point[] {
  const points = new Map<string, { on: string; claims: Claim[] }>();
  for (const claim of claims) {
    const key = foldText(claim.on);
    const point = points.get(key);
    if (point) point.claims.push(claim);
    else points.set(key, { on: claim.on, claims: [claim] });
  }
  return [...points.values()].map(({ on, claims: ofPoint }) => {
    const answers = ofPoint
      .filter((claim) => claim.withdrawn === null && claim.answer !== null)
      .map((claim) => foldText(claim.answer ?? ''));
    return { on, claims: ofPoint, differ: new Set(answers).size > 1 };
  });
}
