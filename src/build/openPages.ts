import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteData } from 'astro';
import { createPathCache, openApp, type CompiledApp, type RouteModule } from './astroInternals.ts';
import { isArchiveRoute, type Route } from '../collections/routes.ts';
import type { Cell } from '../model/prints.ts';
import { trimPolicy } from './trimPolicy.ts';

/** A page of the site, not made yet. */
export interface Page {
  /** Its file below the site's root: `events/ID/index.html`. */
  readonly file: string;
  /** Which of the site's routes it is of. */
  readonly route: number;
  /** Returns the parts of the archive that its props are made from, where they are not made from all of it. */
  readonly reads?: (() => readonly Cell[]) | undefined;
  /** Returns all that it prints but what is the same on every page; null where that is all. */
  readonly getProps: () => unknown;
  /** Takes what `getProps` gave; gives its HTML in UTF-8. Throws what the page throws. */
  readonly render: (props: unknown) => Promise<Uint8Array>;
}

/**
 * Takes the folder of compiled pages (`compilePages`), and where the site is to be; gives every page of the
 * archive that was handed over, none of them made yet.
 */
export async function openPages(compiled: string, settings: PageSettings): Promise<Page[]> {
  return (await openRoutes(compiled, settings)).flatMap((list) => list());
}

/** Where the pages are to be: the site's address, and its base path. */
interface PageSettings {
  readonly site: string;
  readonly base: string;
}

/**
 * Does what `openPages` does, route by route: gives what lists the pages of each. Astro's own loop over its pages
 * takes longer than what it does for each: here the pages are asked of its compiled application one by one.
 */
export async function openRoutes(
  compiled: string,
  { site, base }: PageSettings,
): Promise<readonly (() => Page[])[]> {
  const app = await openApp(join(compiled, 'pages'), { site, base });
  app.routeCache.clearAll();
  const modules = await loadRoutes(app);
  const routes = modules.filter(
    ({ routeData, module }) => routeData.type === 'page' && isOwnRoute(routeData, module),
  );
  return routes.map(({ routeData, module }, route) => {
    const render = async (path: string): Promise<Uint8Array> => {
      const url = new URL(`${base}${path}`, site);
      const response = await app.render(new Request(url), { routeData });
      const html = await response.text();
      // The page for what is missing says so by its status.
      if (response.status !== 200 && response.status !== 404)
        throw new Error(`${routeData.component} answers /${path} with ${response.status}: ${html}`);
      // Of memory of its own: a short Buffer shares Node's pool, which a thread cannot transfer.
      return new TextEncoder().encode(trimPolicy(html));
    };
    const { pathname } = routeData;
    if (pathname !== undefined) {
      const path = pathname.slice(1);
      const page = { file: `${path}.html`, route, getProps: () => null };
      return () => [{ ...page, render: () => render(`${path}/`) }];
    }
    const listPaths = module.getStaticPaths as () => readonly Route<unknown, unknown>[];
    const withPath = createPathCache(app, routeData, module);
    return () =>
      listPaths().map((one) => ({
        file: `${one.path}index.html`,
        route,
        reads: one.reads,
        getProps: () => one.props,
        render: (props) =>
          withPath(`/${one.path}`, { params: one.params, props }, () => render(one.path)),
      }));
  });
}

/** The page for what is missing: the one page of ours without a list of paths, as Astro wants it. */
const missing = 'src/pages/404.astro';

/** Returns whether a build renders a route itself; Astro renders all others, in every build. */
export function isOwnRoute({ component }: RouteData, module: RouteModule): boolean {
  return component === missing || isArchiveRoute(module);
}

/**
 * Returns whether a project has more than our own routes: pages, endpoints or redirects of its own, or integrations,
 * which may add routes, scripts and files. Then Astro itself runs in every build.
 */
export async function needsAstro(compiled: string, settings: PageSettings): Promise<boolean> {
  const file = join(compiled, 'integrations.json');
  const integrations = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  if (integrations.length > 0) return true;
  const routes = await loadRoutes(await openApp(join(compiled, 'pages'), settings));
  return routes.some(({ routeData, module }) => !isOwnRoute(routeData, module));
}

/** Returns the routes of static pages and files, each with what its file exports. */
async function loadRoutes(
  app: CompiledApp,
): Promise<readonly { readonly routeData: RouteData; readonly module: RouteModule }[]> {
  const routes = app.manifest.routes.filter(
    ({ routeData: { prerender, origin } }) => prerender && origin !== 'internal',
  );
  return Promise.all(
    routes.map(async ({ routeData }) => ({
      routeData,
      module: routeData.type === 'redirect' ? {} : await app.getComponentByRoute(routeData),
    })),
  );
}
