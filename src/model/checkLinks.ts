import type { PageDraft } from './drafts.ts';
import { push } from './lists.ts';
import { findCircle } from './orderEvents.ts';
import type { Registry } from './registry.ts';
import type { Place } from '../problems/place.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Reports each former id that something of its kind still has, or that two claim. */
export function checkFormerIds(registry: Registry): void {
  const eventIds = registry.articles.flatMap(({ accounts }) =>
    accounts.map(({ id }) => ({ id: id.value, at: id.at })),
  );
  const kinds: (readonly [readonly { readonly id: string }[], readonly PageDraft[]])[] = [
    [eventIds, registry.rulings],
    [registry.actors, registry.actors],
    [registry.articles, registry.articles],
    [registry.sources, registry.sources],
    [registry.places, registry.places],
  ];
  for (const [used, pages] of kinds) {
    const owners = new Map(used.map(({ id }) => [id, id]));
    for (const page of pages) {
      for (const former of page.formerly) {
        const owner = owners.get(former.value);
        if (owner !== undefined)
          registry.problems.push(
            createProblem('former-id-taken', former.at, {
              found: former.value,
              owner: `"${owner}"`,
            }),
          );
        owners.set(former.value, page.id);
      }
    }
  }
}

/** Reports the circles of `after`, `part-of` and `within`. */
export function checkCircles(registry: Registry): void {
  const drafts = registry.articles.flatMap(({ accounts }) => accounts);
  const after = new Map<string, string[]>();
  const partOf = new Map<string, string[]>();
  const places = new Map<string, Place>();
  for (const draft of drafts) {
    const id = draft.id.value;
    for (const other of draft.after) push(after, id, other.value);
    if (draft.partOf) push(partOf, id, draft.partOf.value);
    const at = draft.after[0]?.at ?? draft.partOf?.at;
    if (at && !places.has(id)) places.set(id, at);
  }
  reportCircle('after', after, places, registry.problems);
  reportCircle('part-of', partOf, places, registry.problems);
  const within = new Map(
    registry.places.flatMap(({ id, within: around }) => (around ? [[id, [around.value]]] : [])),
  );
  reportCircle(
    'within',
    within,
    new Map(registry.places.map(({ id, at, within: around }) => [id, around?.at ?? at])),
    registry.problems,
  );
}

function reportCircle(
  name: string,
  next: ReadonlyMap<string, readonly string[]>,
  places: ReadonlyMap<string, Place>,
  problems: Problem[],
): void {
  const circle = findCircle(next);
  const at = circle && places.get(circle[0] ?? '');
  if (circle && at) problems.push(createProblem('order-circle', at, { name, circle }));
}
