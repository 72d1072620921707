import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import {
  createPathCache,
  dropStaticPaths,
  getPrerenderApp,
  loadApp,
  PRERENDER_ENVIRONMENT,
  PRERENDER_FOLDER,
  type CompiledApp,
} from '../../src/builder/astroInternals.ts';
import { compilePages } from '../../src/builder/compilePages.ts';
import { getBuildSettings } from '../../src/builder/settings.ts';
import { getCodeKey } from '../../src/builder/siteKey.ts';

const root = join(import.meta.dirname, '../..');
const astro = join(root, 'node_modules/astro');
const read = (path: string) => readFileSync(join(astro, 'dist', path), 'utf8');

/** Each failure says where Astro did it last, and what of ours depends on it. */
const advice = (internal: string, where: string, ours: string) =>
  `Astro changed ${internal}. Look in astro/dist/${where} for what replaces it, then change ${ours} in src/builder/astroInternals.ts.`;

test('Astro is pinned to one version, since each may change what is tested here', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const { version } = JSON.parse(readFileSync(join(astro, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(dependencies.astro).toBe(version);
});

describe('of Astro’s internals', () => {
  let compiled: string;
  let app: CompiledApp;
  const address = { site: 'https://harbour.example', base: '/x/' };

  beforeAll(async () => {
    const settings = getBuildSettings({}, root);
    const { content, out, state } = settings;
    compiled = await compilePages(settings, getCodeKey(root, [join(root, content), out, state]));
    app = await loadApp(join(compiled, 'pages'), address);
  }, 300_000);

  test('the environment of prerendered pages has the name we use', () => {
    expect(
      read('core/constants.js'),
      advice('the name of the prerender environment', 'core/constants.js', 'PRERENDER_ENVIRONMENT'),
    ).toContain(`"${PRERENDER_ENVIRONMENT}"`);
  });

  test('compiled pages lie in the folder we move them from, with one entry', () => {
    const said = advice(
      'where compiled pages are kept',
      'core/build/static-build.js',
      'PRERENDER_FOLDER and loadApp',
    );
    expect(PRERENDER_FOLDER, said).toBe('.prerender');
    const entries = readdirSync(join(compiled, 'pages')).filter((name) =>
      name.startsWith('prerender-entry'),
    );
    expect(entries, said).toHaveLength(1);
    expect(existsSync(join(compiled, 'files', PRERENDER_FOLDER)), said).toBe(false);
  });

  test('the manifest lists routes with their data, styles and scripts, and can be told the address', () => {
    const said = advice('its manifest', 'core/build/plugins/plugin-manifest.js', 'loadApp');
    const route = app.manifest.routes.find(
      ({ routeData }) => routeData.component === 'src/pages/events/[id].astro',
    );
    expect(route?.routeData, said).toMatchObject({
      type: 'page',
      origin: 'project',
      prerender: true,
      route: '/events/[id]',
    });
    expect(route?.styles.length, said).toBeGreaterThan(0);
    expect(route?.scripts, said).toEqual([]);
    expect(app.manifest, said).toMatchObject(address);
    expect(typeof app.manifest.entryModules, said).toBe('object');
  });

  test('a page is rendered with the props it is given and with its styles', async () => {
    const said = advice(
      'how a page finds its props or its styles',
      'core/render/route-cache.js and core/build/environment.js',
      'createPathCache or loadApp',
    );
    const { routeData } = app.manifest.routes.find(
      ({ routeData: { component } }) => component === 'src/pages/404.astro',
    )!;
    const response = await app.render(new Request('https://harbour.example/x/404/'), { routeData });
    expect(await response.text(), said).toContain('<style>');
    const event = app.manifest.routes.find(
      ({ routeData: { component } }) => component === 'src/pages/embed/timeline/[...index].astro',
    )!.routeData;
    const module = await app.getComponentByRoute(event);
    const withPath = createPathCache(app, event, module);
    const [path] = module.getStaticPaths!() as { params: unknown; props: object }[];
    const render = () =>
      app
        .render(new Request('https://harbour.example/x/embed/timeline/'), { routeData: event })
        .then((made) => made.text());
    const html = await withPath(
      '/embed/timeline/',
      { params: path?.params, props: path?.props },
      render,
    );
    expect(html, said).toContain('<html');
    await expect(render(), said).rejects.toThrow();
  });

  test('the default prerenderer has its application once it is set up', () => {
    const said = advice(
      'its default prerenderer',
      'core/build/default-prerenderer.js',
      'getPrerenderApp',
    );
    expect(read('core/build/default-prerenderer.js'), said).toContain('prerenderer.app = app');
    const prerenderer = { name: 'x', app } as unknown as Parameters<typeof getPrerenderApp>[0];
    expect(getPrerenderApp(prerenderer)).toBe(app);
    expect(() => getPrerenderApp({ ...prerenderer, app: undefined } as never)).toThrow(
      /no application/,
    );
  });

  test('astro dev lists paths again when the content layer says that content changed', () => {
    const files = readdirSync(join(astro, 'dist'), { recursive: true, encoding: 'utf8' });
    const listeners = files
      .filter((path) => path.endsWith('.js'))
      .filter((path) => read(path).includes('.on("astro:content-changed"'));
    expect(
      listeners.length,
      advice('how dev forgets lists of paths', 'vite-plugin-app', 'dropStaticPaths'),
    ).toBeGreaterThan(0);
    const send = vi.fn();
    dropStaticPaths({ environments: { ssr: { hot: { send } } } });
    expect(send).toHaveBeenCalledWith('astro:content-changed', {});
  });
});
