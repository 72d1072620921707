import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer, RouteData } from 'astro';

// Everything of Astro's that we use and its documentation does not describe. Astro is pinned to an exact
// version because of this file; tests/packages/astroInternals.test.ts says for each part what to do when an
// update changes it.

/** The Vite environment in which Astro compiles prerendered pages. */
export const PRERENDER_ENVIRONMENT = 'prerender';

/** The folder in `outDir` where Astro keeps compiled pages until it has rendered them. */
export const PRERENDER_FOLDER = '.prerender';

/** The part of Astro's compiled application that we use. */
export interface CompiledApp {
  readonly manifest: {
    site: string;
    base: string;
    /** The scripts of each entry, by source module. */
    readonly entryModules: Readonly<Record<string, string>>;
    readonly routes: readonly CompiledRoute[];
  };
  readonly routeCache: {
    set(route: RouteData, entry: unknown): void;
    clearAll(): void;
  };
  setInternals(internals: unknown): void;
  setOptions(options: unknown): void;
  getComponentByRoute(route: RouteData): Promise<RouteModule>;
  render(request: Request, options: { readonly routeData: RouteData }): Promise<Response>;
}

interface CompiledRoute {
  readonly routeData: RouteData;
  readonly styles: readonly unknown[];
  /** Scripts that integrations inject into every page. */
  readonly scripts: readonly (
    | { readonly type: 'external' }
    | { readonly stage: 'head-inline'; readonly children: string }
  )[];
}

/** The exports of a route's file that we use. */
export interface RouteModule {
  readonly getStaticPaths?: () => unknown;
}

/**
 * Returns Astro's compiled application from a folder, prepared as Astro's own build would: with the site's
 * address, the styles and injected scripts of each page, and a logger that writes nowhere.
 */
export async function loadApp(
  folder: string,
  { site, base }: { readonly site: string; readonly base: string },
): Promise<CompiledApp> {
  const entry = readdirSync(folder).find((name) => name.startsWith('prerender-entry'));
  if (entry === undefined) throw new Error(`${folder} has no prerender-entry file.`);
  const { app } = (await import(/* @vite-ignore */ pathToFileURL(join(folder, entry)).href)) as {
    app: CompiledApp;
  };
  const { routes, entryModules } = app.manifest;
  Object.assign(app.manifest, { site, base });
  app.setInternals({
    pagesByKeys: new Map(
      routes.map(({ routeData, styles }) => [
        `${routeData.route}&${routeData.component}`,
        { route: routeData, styles: styles.map((sheet) => ({ order: 0, depth: 0, sheet })) },
      ]),
    ),
    entrySpecifierToBundleMap: new Map(Object.entries(entryModules)),
  });
  const scripts = routes
    .find(({ routeData }) => routeData.type === 'page' && routeData.origin === 'project')
    ?.scripts.map((script) =>
      'children' in script
        ? { stage: script.stage, content: script.children }
        : { stage: 'page', content: '' },
    );
  app.setOptions({
    settings: { scripts: scripts ?? [] },
    logger: { options: { level: 'warn', destination: { write: () => undefined } } },
  });
  return app;
}

/** Returns a function that registers a path of a route with its compiled application while `render` runs. */
export function createPathCache(
  app: CompiledApp,
  routeData: RouteData,
  module: RouteModule,
): <Result>(
  path: string,
  entry: { readonly params: unknown; readonly props: unknown },
  render: () => Promise<Result>,
) => Promise<Result> {
  // Astro takes a path's props from this map and does not call `getStaticPaths` again.
  const keyed = new Map<string, unknown>();
  app.routeCache.set(routeData, { mod: module, staticPaths: Object.assign([], { keyed }) });
  return async (path, entry, render) => {
    keyed.set(path, entry);
    try {
      return await render();
    } finally {
      keyed.delete(path);
    }
  };
}

/**
 * Returns the compiled application of Astro's default prerenderer. Throws an Error before the prerenderer is
 * set up.
 */
export function getPrerenderApp(prerenderer: AstroPrerenderer): CompiledApp {
  const { app } = prerenderer as AstroPrerenderer & { readonly app?: CompiledApp };
  if (!app) throw new Error('Astro’s prerenderer has no application.');
  return app;
}

/** Makes `astro dev` request every route's paths again, as Astro's content layer does after a change. */
export function dropStaticPaths(server: {
  readonly environments: {
    readonly ssr: { readonly hot: { send(event: string, payload: unknown): void } };
  };
}): void {
  server.environments.ssr.hot.send('astro:content-changed', {});
}
