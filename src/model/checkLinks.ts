import type { PageDraft } from './drafts.ts';
import { push } from './lists.ts';
import { findCircle } from './orderEvents.ts';
import type { ArticleStub, Registry } from './registry.ts';
import type { SourceLocation, Located } from '../problems/sourceLocation.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Reports each former id that another page of its kind still has, or that two pages claim. */
export function checkFormerIds(registry: Registry): void {
  const eventIds = registry.articles.flatMap(({ accounts }) =>
    accounts.map(({ id }) => ({ id: id.value, at: id.at })),
  );
  const kinds: (readonly [
    readonly { readonly id: string }[],
    readonly Pick<PageDraft, 'id' | 'formerly'>[],
  ])[] = [
    // A retracted event may exist only as a ruling.
    [[...eventIds, ...registry.rulings], registry.rulings],
    [registry.actors, registry.actors],
    [registry.articles, registry.articles],
    [registry.sources, registry.sources],
    [registry.places, registry.places],
  ];
  for (const [used, pages] of kinds) {
    const owners = new Map(used.map(({ id }) => [id, id]));
    for (const page of pages) {
      for (const [index, former] of page.formerly.entries()) {
        // A page that returned to its first id lists it first.
        if (index === 0 && former.value === page.id && page.formerly.length > 1) continue;
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

/** Reports circles of `after`, `part-of` and `within`, each at its first step. */
export function checkCircles(registry: Registry): void {
  const accounts = registry.articles.flatMap((article) => article.accounts);
  const steps = (list: (account: ArticleStub['accounts'][number]) => readonly Located<string>[]) =>
    accounts.flatMap((account) =>
      list(account).map(({ value, at }) => ({ from: account.id.value, to: value, at })),
    );
  reportCircles(
    'after',
    steps(({ after }) => after),
    registry.problems,
  );
  reportCircles(
    'part-of',
    steps(({ partOf }) => (partOf ? [partOf] : [])),
    registry.problems,
  );
  const within = registry.places.flatMap((place) => {
    const around = place.within && registry.findPlace(place.within.value);
    return place.within && around ? [{ from: place.id, to: around, at: place.within.at }] : [];
  });
  reportCircles('within', within, registry.problems);
}

interface Step {
  readonly from: string;
  readonly to: string;
  readonly at: SourceLocation;
}

function reportCircles(name: string, steps: readonly Step[], problems: Problem[]): void {
  const next = new Map<string, string[]>();
  for (const { from, to } of steps) push(next, from, to);
  // Stops after a hundred: finding each one walks all steps again.
  let found = 0;
  for (let circle = findCircle(next); circle && found < 100; circle = findCircle(next)) {
    found += 1;
    const [from = '', to = ''] = circle;
    const step = steps.find((one) => one.from === from && one.to === to);
    if (step) problems.push(createProblem('order-circle', step.at, { name, circle }));
    // Removing its first step breaks the circle, so that the next one can be found.
    next.set(
      from,
      (next.get(from) ?? []).filter((id) => id !== to),
    );
  }
}
