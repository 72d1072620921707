import { mapById } from './lists.ts';
import { orderEvents } from './orderEvents.ts';
import type { EventOutline } from './outline.ts';
import { isDayKnown } from './publication.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Returns events in timeline order, and a problem for each `after` that their dates contradict. `problems` are
 * those known so far.
 */
export function orderTimeline(
  events: readonly EventOutline[],
  problems: readonly Problem[],
): { ordered: EventOutline[]; contrary: Problem[] } {
  const orderable = events.flatMap((event) => {
    const [first] = event.accounts;
    if (!first) return [];
    return [
      {
        id: event.id,
        spans: event.when.spans,
        published: isDayKnown(first.article) ? first.article.publication.from : Infinity,
        article: first.article.id,
        section: first.article.events.indexOf(event.id),
        after: event.accounts.flatMap(({ after }) => after),
        event,
      },
    ];
  });
  const { ordered, contrary } = orderEvents(orderable);
  const byId = mapById(events);
  // In a circle every order is contrary to some step; the circle itself has been reported.
  const hasCircle = problems.some(({ kind }) => kind === 'order-circle');
  return {
    ordered: ordered.map(({ event }) => event),
    contrary: (hasCircle ? [] : contrary).flatMap(({ id, before }) => {
      const saying = byId.get(id)?.accounts.find(({ after }) => after.includes(before));
      return saying ? [createProblem('order-contrary', saying.at, { id, before })] : [];
    }),
  };
}
