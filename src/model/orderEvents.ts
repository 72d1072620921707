import type { EventId } from './ids.ts';
import { compare, push } from './lists.ts';
import type { Span } from './dates/spans.ts';

/** What an event's position on the timeline depends on. */
export interface Orderable {
  readonly id: EventId;
  readonly spans: readonly Span[];
  /**
   * Its first account's publication (milliseconds UTC, infinite if the day is unknown), article and section.
   */
  readonly published: number;
  readonly article: string;
  readonly section: number;
  readonly after: readonly EventId[];
}

/** Events that are declared to come after others although their dates contradict it. */
export interface Contradiction {
  readonly id: EventId;
  readonly before: EventId;
}

/**
 * Compares two events, with a total order: earliest possible moment first (a part of the day counts from its
 * beginning), then the more precise one, then by the publication of the first account, article, section and
 * id. Never 0 for events with different ids.
 */
export function compareEvents(a: Orderable, b: Orderable): number {
  return (
    compare(getEarliest(a), getEarliest(b)) ||
    compare(getWidth(a), getWidth(b)) ||
    compare(a.published, b.published) ||
    compare(a.article, b.article) ||
    compare(a.section, b.section) ||
    compare(a.id, b.id)
  );
}

/**
 * Returns events in timeline order: as `compareEvents` orders them, but an event declared to come `after`
 * another waits for it if their dates allow that. Events in a circle keep the plain order. Also returns the
 * `after`s that the dates contradict.
 */
export function orderEvents<E extends Orderable>(
  events: readonly E[],
): { ordered: E[]; contrary: Contradiction[] } {
  const sorted = [...events].sort(compareEvents);
  const byId = new Map(sorted.map((event) => [event.id, event]));
  const contrary: Contradiction[] = [];
  const waitingFor = new Map<E, number>();
  const followers = new Map<EventId, E[]>();
  for (const event of sorted) {
    for (const id of new Set(event.after)) {
      const before = byId.get(id);
      if (!before || before === event) continue;
      if (getLatest(event) <= getEarliest(before)) {
        contrary.push({ id: event.id, before: id });
        continue;
      }
      waitingFor.set(event, (waitingFor.get(event) ?? 0) + 1);
      push(followers, id, event);
    }
  }
  return { ordered: release(sorted, waitingFor, followers), contrary };
}

/** Goes through the sorted events and emits a waiting one as soon as the last event it waits for is out. */
function release<E extends Orderable>(
  sorted: readonly E[],
  waitingFor: Map<E, number>,
  followers: ReadonlyMap<EventId, readonly E[]>,
): E[] {
  const ordered: E[] = [];
  const out = new Set<E>();
  const passed = new Set<E>();
  const letOut = (first: E): void => {
    const ready = [first];
    for (let event = ready.pop(); event; event = ready.pop()) {
      if (out.has(event)) continue;
      out.add(event);
      ordered.push(event);
      const before = ready.length;
      for (const follower of followers.get(event.id) ?? []) {
        waitingFor.set(follower, (waitingFor.get(follower) ?? 1) - 1);
        if (passed.has(follower) && waitingFor.get(follower) === 0) ready.push(follower);
      }
      // Sorting an unchanged list each time would be quadratic in the number of followers.
      if (ready.length > before) ready.sort((a, b) => compareEvents(b, a));
    }
  };
  for (const event of sorted) {
    passed.add(event);
    if ((waitingFor.get(event) ?? 0) === 0) letOut(event);
  }
  // Only events in a circle are left. A problem reports them, but the order still includes them.
  for (const event of sorted) if (!out.has(event)) letOut(event);
  return ordered;
}

/**
 * Returns one circle among ids that point to each other, starting and ending with its smallest id, or
 * undefined.
 */
export function findCircle(next: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  for (const start of [...next.keys()].sort()) {
    // Depth-first without recursion: a chain may be as long as the archive.
    const path: { id: string; rest: string[] }[] = [];
    const onPath = new Set<string>();
    const enter = (id: string): void => {
      path.push({ id, rest: [...(next.get(id) ?? [])].sort() });
      onPath.add(id);
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const id = top.rest.shift();
      if (id === undefined) {
        done.add(top.id);
        onPath.delete(top.id);
        path.pop();
      } else if (onPath.has(id)) {
        const circle = path.map((step) => step.id).slice(path.findIndex((step) => step.id === id));
        const least = circle.indexOf([...circle].sort()[0] ?? id);
        const turned = [...circle.slice(least), ...circle.slice(0, least)];
        return [...turned, turned[0] ?? id];
      } else if (!done.has(id)) {
        enter(id);
      }
    }
  }
  return undefined;
}

function getEarliest({ spans }: Orderable): number {
  return spans[0]?.from ?? -Infinity;
}

function getLatest({ spans }: Orderable): number {
  return spans.at(-1)?.to ?? Infinity;
}

function getWidth({ spans }: Orderable): number {
  return spans.reduce((sum, span) => sum + span.to - span.from, 0);
}
