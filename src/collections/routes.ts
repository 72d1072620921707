import { createHash } from 'node:crypto';
import { getRouteChooser } from './handOver.ts';

/** One page to be made: its path below the site's root (`events/ID/`), Astro's params, and all that it prints. */
export interface Route<Params, Props> {
  readonly path: string;
  readonly params: Params;
  readonly props: Props;
}

/**
 * Takes all pages of a route; gives those to be rendered: all, or in a build those whose key it has not
 * rendered before. The key is the SHA-256 of the props, so a page prints nothing that is not in them but
 * what is the same on every page of the site.
 */
export function chooseRoutes<Params, Props>(
  routes: readonly Route<Params, Props>[],
): Route<Params, Props>[] {
  const choose = getRouteChooser();
  return routes.filter(
    ({ path, props }) =>
      !choose || choose(path, createHash('sha256').update(JSON.stringify(props)).digest('hex')),
  );
}
