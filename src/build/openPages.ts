import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RouteData } from 'astro';
import type { Cell } from '../model/prints.ts';

/** A page of the site, not made yet. */
export interface Page {
  /** Its file below the site's root: `events/ID/index.html`. */
  readonly file: string;
  /** Which of the site's routes it is of. */
  readonly route: number;
  /** Gives the parts of the archive that its props are made from, where they are not made from all of it. */
  readonly reads?: (() => readonly Cell[]) | undefined;
  /** Gives all that it prints but what is the same on every page; null where that is all. */
  readonly getProps: () => unknown;
  /** Takes what `getProps` gave; gives its HTML in UTF-8. Throws what the page throws. */
  readonly render: (props: unknown) => Promise<Uint8Array>;
}

/** What of Astro's compiled pages is used here. */
interface CompiledApp {
  readonly manifest: {
    site: string;
    base: string;
    readonly routes: readonly {
      readonly routeData: RouteData;
      readonly styles: readonly unknown[];
    }[];
  };
  readonly routeCache: {
    set(route: RouteData, entry: unknown): void;
    clearAll(): void;
  };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: RouteData): Promise<CompiledRoute>;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

interface CompiledRoute {
  readonly getStaticPaths?: () => readonly CompiledPath[];
}

interface CompiledPath {
  readonly path: string;
  readonly params: unknown;
  readonly props: unknown;
  readonly reads?: (() => readonly Cell[]) | undefined;
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
  const routes = app.manifest.routes.filter(
    ({ routeData: { prerender, type, origin } }) =>
      prerender && type === 'page' && origin === 'project',
  );
  return Promise.all(
    routes.map(async ({ routeData }, route) => {
      const module = await app.getComponentByRoute(routeData);
      const render = async (path: string): Promise<Uint8Array> => {
        const url = new URL(`${base}${path}`, site);
        const response = await app.render(new Request(url), { routeData });
        const html = Buffer.from(await response.arrayBuffer());
        // The page for what is missing says so by its status.
        if (response.status !== 200 && response.status !== 404)
          throw new Error(
            `${routeData.component} answers /${path} with ${response.status}: ${html.toString()}`,
          );
        return html;
      };
      const { pathname } = routeData;
      if (pathname !== undefined) {
        const path = pathname.slice(1);
        const page = { file: `${path}.html`, route, getProps: () => null };
        return () => [{ ...page, render: () => render(`${path}/`) }];
      }
      // Astro looks up the props of a path among those of its route: here it finds those that are being rendered.
      const keyed = new Map<string, unknown>();
      app.routeCache.set(routeData, { mod: module, staticPaths: Object.assign([], { keyed }) });
      return () =>
        (module.getStaticPaths?.() ?? []).map((one) => ({
          file: `${one.path}index.html`,
          route,
          reads: one.reads,
          getProps: () => one.props,
          render: async (props) => {
            keyed.set(`/${one.path}`, { params: one.params, props });
            try {
              return await render(one.path);
            } finally {
              keyed.delete(`/${one.path}`);
            }
          },
        }));
    }),
  );
}

/**
 * Returns Astro's compiled application with what Astro's own build would tell it: the address of the site, the
 * styles of each page, and a logger that writes nowhere.
 */
async function openApp(folder: string, { site, base }: PageSettings): Promise<CompiledApp> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`There is no entry to the pages in ${folder}.`);
  const { app } = (await import(pathToFileURL(join(folder, entry)).href)) as { app: CompiledApp };
  Object.assign(app.manifest, { site, base });
  app.setInternals({
    pagesByKeys: new Map(
      app.manifest.routes.map(({ routeData, styles }) => [
        `${routeData.route}&${routeData.component}`,
        { route: routeData, styles: styles.map((sheet) => ({ order: 0, depth: 0, sheet })) },
      ]),
    ),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({
    settings: { scripts: [] },
    logger: { options: { level: 'warn', destination: { write: () => undefined } } },
  });
  return app;
}
