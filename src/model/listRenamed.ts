import type { Renamed } from './archive.ts';
import type { Registry } from './registry.ts';

/** Returns the former ids of pages, with the id that each leads to. */
export function listRenamed(registry: Registry): Renamed[] {
  const pages = [
    ['event', registry.rulings],
    ['actor', registry.actors],
    ['article', registry.articles],
    ['source', registry.sources],
    ['place', registry.places],
  ] as const;
  return pages.flatMap(([kind, list]) =>
    list.flatMap(({ id, formerly }) =>
      formerly
        // A page that got its first id back needs no redirect from it.
        .filter(({ value }) => value !== id)
        .map(({ value }): Renamed => ({ kind, from: value, to: id })),
    ),
  );
}
