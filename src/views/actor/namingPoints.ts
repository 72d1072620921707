import type { Archive, NewsEvent, Point } from '../../model/archive.ts';
import { listPoints } from '../../model/comparePoints.ts';
import { findSubject, type Statement } from './statements.ts';

/** The points of an event on which a claim names an actor whom the event doesn't involve. */
export interface NamingPoints {
  readonly event: NewsEvent;
  readonly points: readonly Point[];
}

/**
 * Returns the points on which claims among the statements answer, by event in timeline order, and the
 * statements that are none of them.
 */
export function splitNaming(
  statements: readonly Statement[],
  archive: Archive,
): { readonly onPoints: readonly NamingPoints[]; readonly rest: readonly Statement[] } {
  const found = new Map<NewsEvent, Set<Point>>();
  const rest = statements.filter((statement) => {
    const event = findSubject(statement, archive);
    const point = event && findPoint(statement, event);
    if (!event || !point) return true;
    found.set(event, (found.get(event) ?? new Set()).add(point));
    return false;
  });
  const onPoints = [...found]
    .sort(([a], [b]) => a.position - b.position)
    .map(([event, own]) => ({ event, points: listPoints(event).filter((one) => own.has(one)) }));
  return { onPoints, rest };
}

function findPoint(statement: Statement, event: NewsEvent): Point | undefined {
  if (statement.type !== 'claim') return undefined;
  return listPoints(event).find(({ claims }) => claims.includes(statement.claim));
}
