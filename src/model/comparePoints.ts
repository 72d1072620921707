import type { Claim, NewsEvent, Point } from './archive.ts';
import { foldText } from './names.ts';

/**
 * Returns the claims about an event or actor by point, in the order in which the points were first raised.
 * Two claims answer the same point if their `on` differs only in case, spaces and quotation marks. A point
 * differs if two of its claims that still stand give different answers.
 */
export function comparePoints(claims: readonly Claim[]): Point[] {
  const points = new Map<string, { on: string; about: Claim['about']; claims: Claim[] }>();
  for (const claim of claims) {
    const key = foldText(claim.on);
    const point = points.get(key);
    if (point) point.claims.push(claim);
    else points.set(key, { on: claim.on, about: claim.about, claims: [claim] });
  }
  return [...points.values()].map(({ on, about, claims: ofPoint }) => {
    const answers = ofPoint
      .filter((claim) => claim.withdrawn === null && claim.answer !== null)
      .map((claim) => foldText(claim.answer ?? ''));
    return { on, about, claims: ofPoint, differ: new Set(answers).size > 1 };
  });
}

/**
 * Returns the points of an event's page: those about the event, then those about its actors that one of its
 * accounts answers. What is said of an actor elsewhere is on the actor's page.
 */
export function listPoints({ points, actorPoints, accounts }: NewsEvent): readonly Point[] {
  if (actorPoints.length === 0) return points;
  const own = new Set(accounts.flatMap(({ claims }) => claims));
  return [...points, ...actorPoints.filter(({ claims }) => claims.some((claim) => own.has(claim)))];
}
