import { getProvidedArchive } from './provideArchive.ts';

/** A page to make: its path below the site's root (`events/ID/`), Astro's params, and all that it prints. */
export interface Route<Params, Props> {
  readonly path: string;
  readonly params: Params;
  readonly props: Props;
}

/** A page whose props are created only when it is rendered. */
export interface LazyRoute<Params, Props> {
  readonly path: string;
  readonly params: Params;
  /**
   * Returns all that the page prints except what is the same on every page of the site. What it reads is traced,
   * so it must read the archive anew and not use what was read when the routes were listed.
   */
  readonly props: () => Props;
}

// A build and its compiled pages may each have a copy of this module, so the mark is a global symbol.
const mark = Symbol.for('dateline.archive-route');

/**
 * Returns the `getStaticPaths` of a route whose pages are made from the archive. Props are created on access:
 * a build accesses those of pages that may have changed, `dev` those of the opened page.
 */
export function listRoutes<Params, Props>(
  list: () => readonly LazyRoute<Params, Props>[],
): () => Route<Params, Props>[] {
  return markArchiveRoute(() =>
    list().map(({ path, params, props }) => ({
      path,
      params,
      get props() {
        return props();
      },
    })),
  );
}

/**
 * Returns the `getStaticPaths` of a route of files that `npm run build` writes itself, in which case the
 * route has no paths.
 */
export function listOutputs<Path>(list: () => Path[] | Promise<Path[]>): () => Promise<Path[]> {
  return markArchiveRoute(async () => (getProvidedArchive() ? [] : list()));
}

/** Marks a route that a build updates itself; Astro renders all others in every build. */
function markArchiveRoute<Paths extends () => unknown>(getStaticPaths: Paths): Paths {
  return Object.assign(getStaticPaths, { [mark]: true });
}

/** Returns whether a route's module was made by `listRoutes` or `listOutputs`. */
export function isArchiveRoute(module: { readonly getStaticPaths?: unknown }): boolean {
  const { getStaticPaths } = module;
  return typeof getStaticPaths === 'function' && mark in getStaticPaths;
}
