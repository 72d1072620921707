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
  /** Gives all that the page prints, but for what is the same on every page of the site. */
  readonly props: () => Props;
  /** Gives the parts of the archive that its props are made from; without it they may be made from all of it. */
  readonly reads?: () => readonly Cell[];
}

/**
 * Takes all pages of a route; gives them with props that are found when they are asked for: a build asks
 * those of the pages that may have changed, `dev` those of the page that is looked at.
 */
export function listRoutes<Params, Props>(
  routes: readonly LazyRoute<Params, Props>[],
): Route<Params, Props>[] {
  return routes.map(({ path, params, props, reads }) => ({
    path,
    params,
    reads,
    get props() {
      return props();
    },
  }));
}
