import { getHandedOver } from './handOver.ts';
import type { Cell } from '../model/prints.ts';

/** One page to be made: its path below the site's root (`events/ID/`), Astro's params, and all that it prints. */
export interface Route<Params, Props> {
  readonly path: string;
  readonly params: Params;
  readonly props: Props;
  readonly reads?: (() => readonly Cell[]) | undefined;
}

/** A page whose props are found only when it is made. */
export interface LazyRoute<Params, Props> {
  readonly path: string;
  readonly params: Params;
  /** Returns all that the page prints, but for what is the same on every page of the site. */
  readonly props: () => Props;
  /** Returns the parts of the archive that its props are made from; without it they may be made from all of it. */
  readonly reads?: (() => readonly Cell[]) | undefined;
}

// A build and the pages it compiled may have a copy of this module each: both know the mark.
const mark = Symbol.for('dateline.archive-route');

/**
 * Returns the `getStaticPaths` of a route whose pages are made from the archive. Props are found when they are asked
 * for: a build asks for those of pages that may have changed, `dev` for those of the page that is opened.
 */
export function listRoutes<Params, Props>(
  list: () => readonly LazyRoute<Params, Props>[],
): () => Route<Params, Props>[] {
  return markArchiveRoute(() =>
    list().map(({ path, params, props, reads }) => ({
      path,
      params,
      reads,
      get props() {
        return props();
      },
    })),
  );
}

/** Returns the `getStaticPaths` of a route of files that `npm run build` writes itself: there it has none. */
export function listOutputs<Path>(list: () => Path[] | Promise<Path[]>): () => Promise<Path[]> {
  return markArchiveRoute(async () => (getHandedOver() ? [] : list()));
}

/** Marks a route as one that a build brings up to date itself; Astro renders all others in every build. */
function markArchiveRoute<Paths extends () => unknown>(getStaticPaths: Paths): Paths {
  return Object.assign(getStaticPaths, { [mark]: true });
}

/** Returns whether a route's module was made by `listRoutes` or `listOutputs`. */
export function isArchiveRoute(module: { readonly getStaticPaths?: unknown }): boolean {
  const { getStaticPaths } = module;
  return typeof getStaticPaths === 'function' && mark in getStaticPaths;
}
