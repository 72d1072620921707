import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RouteData } from 'astro';
import { createPathCache, loadApp, type CompiledApp, type RouteModule } from './astroInternals.ts';
import { isArchiveRoute, type Route } from '../collections/routes.ts';
import { trimPolicy } from './trimPolicy.ts';

/** A page of the site that is not rendered yet. */
export interface Page {
  /** Its file below the site's root: `events/ID/index.html`. */
  readonly file: string;
  /** The index of its route. */
  readonly route: number;
  /** Returns all that it prints except what is the same on every page; null if there is nothing else. */
  readonly getProps: () => unknown;
  /** Returns its HTML in UTF-8 from the result of `getProps`. Throws whatever the page throws. */
  readonly render: (props: unknown) => Promise<Uint8Array>;
}

/**
 * Returns every page of the provided archive, none rendered yet, from a folder of compiled pages
 * (`compilePages`) and the address of the site.
 */
export async function loadPages(compiled: string, settings: PageSettings): Promise<Page[]> {
  return (await loadPageLists(compiled, settings)).flatMap((list) => list());
}

/** The address and base path of the site. */
interface PageSettings {
  readonly site: string;
  readonly base: string;
}

/**
 * Returns a function for each route that lists its pages, as `loadPages` does for all. Pages are requested
 * from Astro's compiled application one by one, because Astro's own loop takes longer than rendering each
 * page.
 */
export async function loadPageLists(
  compiled: string,
  { site, base }: PageSettings,
): Promise<readonly (() => Page[])[]> {
  const app = await loadApp(join(compiled, 'pages'), { site, base });
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
      // The 404 page responds with its own status.
      if (response.status !== 200 && response.status !== 404)
        throw new Error(`${routeData.component} answers /${path} with ${response.status}: ${html}`);
      // Allocates its own memory: a short Buffer shares Node's pool, which a worker cannot transfer.
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
        getProps: () => one.props,
        render: (props) =>
          withPath(`/${one.path}`, { params: one.params, props }, () => render(one.path)),
      }));
  });
}

/** The 404 page, our only page without a list of paths, as Astro requires. */
const NOT_FOUND_PAGE = 'src/pages/404.astro';

/** Returns whether our build renders a route itself; Astro renders all others in every build. */
export function isOwnRoute({ component }: RouteData, module: RouteModule): boolean {
  return component === NOT_FOUND_PAGE || isArchiveRoute(module);
}

/**
 * Returns whether a project has more than our own routes: pages, endpoints or redirects of its own, or
 * integrations, which may add routes, scripts and files. If so, Astro itself runs in every build.
 */
export async function needsAstro(compiled: string, settings: PageSettings): Promise<boolean> {
  const file = join(compiled, 'integrations.json');
  const integrations = JSON.parse(readFileSync(file, 'utf8')) as readonly string[];
  if (integrations.length > 0) return true;
  const routes = await loadRoutes(await loadApp(join(compiled, 'pages'), settings));
  return routes.some(({ routeData, module }) => !isOwnRoute(routeData, module));
}

/** Returns the routes of static pages and files, each with the exports of its file. */
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
