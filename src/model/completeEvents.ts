import type { NewsEvent, Point } from './archive.ts';
import type { EventId } from './ids.ts';
import { push } from './lists.ts';

/** Returns events, given in timeline order, with their positions and their relations to each other. */
export function completeEvents(
  ordered: readonly NewsEvent[],
  ofActors: ReadonlyMap<string, readonly Point[]>,
): NewsEvent[] {
  const parts = new Map<string, EventId[]>();
  const followedBy = new Map<string, EventId[]>();
  // The lists have the same order as the timeline.
  for (const { id, partOf, follows } of ordered) {
    if (partOf) push(parts, partOf, id);
    for (const before of follows) push(followedBy, before, id);
  }
  const position = new Map(ordered.map(({ id }, index) => [id, index]));
  const inOrder = (a: EventId, b: EventId) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return ordered.map((event, index) => ({
    ...event,
    actorPoints: event.actors.flatMap((id) => ofActors.get(id) ?? []),
    position: index,
    parts: parts.get(event.id) ?? [],
    follows: [...event.follows].sort(inOrder),
    followedBy: followedBy.get(event.id) ?? [],
  }));
}
