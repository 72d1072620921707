import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';
import { hashContent } from '../model/hash.ts';
import { PRERENDER_ENVIRONMENT, PRERENDER_FOLDER } from './astroInternals.ts';
import { isWhole, noteContents } from './compilation.ts';
import { createPlainRoot, type PlainRoot } from './plainRoot.ts';
import { takeLock } from './lockState.ts';
import type { makeSite } from './makeSite.ts';
import { runAstro } from './runAstro.ts';
import { OWN_BUILD, type BuildSettings } from './settings.ts';

/** Maximum number of compilations to keep, each for one recent state of the code. */
const maxCompilations = 8;

/**
 * Modules compiled with the pages: the build and its workers with all their dependencies, except native ones.
 */
const compiledWith = ['makeSite', 'worker'];
const native = ['@takumi-rs/core', 'pagefind'];

/** The module that builds a site. */
export interface Maker {
  readonly makeSite: typeof makeSite;
  /** The module of its workers. */
  readonly workerModule: string;
}

type VitePlugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { name: string }>;

/** A project's folder and the address of its site. */
type Project = Pick<BuildSettings, 'root' | 'site' | 'base'>;

// Astro compiles for a placeholder address, which serves every `SITE` and `BASE`: the real one is set when
// the pages are opened (`loadPages.ts`). If the placeholder occurs in the output, the code read the address
// while Astro compiled.
const STAND_IN = 'dateline-stand-in';
const standIn = { site: `https://${STAND_IN}.invalid`, base: `/${STAND_IN}/` };

/**
 * Returns the build as it was compiled with the pages, which loads in a tenth of the time, or from source
 * before the first compilation.
 */
export async function loadMaker(project: Project, codeKey: string): Promise<Maker> {
  const folder = findCompiled(project, codeKey);
  if (folder === undefined) {
    const { makeSite } = await import('./makeSite.ts');
    return { makeSite, workerModule: join(project.root, 'src/builder/worker.ts') };
  }
  const compiled = join(folder, 'pages');
  const module: unknown = await import(pathToFileURL(join(compiled, 'makeSite.mjs')).href);
  return { ...(module as Pick<Maker, 'makeSite'>), workerModule: join(compiled, 'worker.mjs') };
}

/** Returns the folder of the compilation for all addresses, and of the one for this address alone. */
function getFolders({ root, site, base }: Project, codeKey: string): readonly [string, string] {
  const shared = join(root, 'node_modules', '.dateline', codeKey);
  return [shared, `${shared}-${hashContent(`${site}\0${base}`).slice(0, 16)}`];
}

function findCompiled(project: Project, codeKey: string): string | undefined {
  return getFolders(project, codeKey).find((folder) => isWhole(folder));
}

/**
 * Protects a project's compilations from removal until the returned function is called. First removes the
 * oldest ones over the limit, if no other build is using any. Does nothing on a read-only disk, where nothing
 * is ever removed.
 */
export function lockCompilations({ root }: Pick<Project, 'root'>): () => void {
  const folder = join(root, 'node_modules', '.dateline');
  const lock = join(folder, 'lock.sqlite');
  let alone: (() => void) | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    alone = takeLock(lock, 'alone');
    if (alone) removeOldCompilations(folder);
  } catch (error) {
    if (['EROFS', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? ''))
      return () => undefined;
    throw error;
  } finally {
    alone?.();
  }
  return takeLock(lock, 'shared') ?? (() => undefined);
}

/**
 * Returns the folder with the project's pages as Astro compiles them (`pages/`) and the files beside them
 * (`files/`). Astro compiles each state of the code once, for every `SITE` and `BASE`; project code that
 * reads either during compilation (`import.meta.env.BASE_URL`) is compiled for each. Nothing is rendered yet.
 * The folder is in `node_modules`, where the compiled pages find their packages, and may be deleted at any
 * time. Throws whatever Astro throws.
 */
export async function compilePages(project: Project, codeKey: string): Promise<string> {
  const known = findCompiled(project, codeKey);
  if (known !== undefined) return known;
  const [shared, own] = getFolders(project, codeKey);
  const folder = dirname(shared);
  mkdirSync(folder, { recursive: true });
  const unfinished = mkdtempSync(join(folder, 'making-'));
  const plain = createPlainRoot(project.root);
  let isShared: boolean;
  try {
    isShared = !(await compileInto(unfinished, standIn, plain)).readsAddress;
    if (!isShared) await compileInto(unfinished, project, plain);
  } finally {
    plain.release();
  }
  const compiled = isShared ? shared : own;
  noteContents(unfinished);
  publishCompilation(unfinished, compiled);
  return compiled;
}

/**
 * Compiles the pages into a folder and returns whether their code reads the site's address while it is
 * compiled.
 */
async function compileInto(
  unfinished: string,
  { site, base }: Pick<Project, 'site' | 'base'>,
  { root, vite }: PlainRoot,
): Promise<{ readsAddress: boolean }> {
  let readsAddress = false;
  const watch = watchAddress(root, () => (readsAddress = true));
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  const files = join(unfinished, 'files');

  await runAstro({
    root,
    site,
    base,
    outDir: files,
    cacheDir: join(unfinished, 'cache'),
    vite: { ...vite, plugins: [...(vite.plugins ?? []), watch] },
    integrations: [keepPages(root, join(files, PRERENDER_FOLDER), join(unfinished, 'pages'))],
  });
  if (!existsSync(join(unfinished, 'pages')))
    throw new Error(`Astro compiled nothing from ${root}.`);
  rmSync(join(unfinished, 'cache'), { recursive: true, force: true });
  return { readsAddress };
}

/**
 * Returns a Vite plugin that calls `found` if anything but Astro itself reads the site's address during
 * compilation.
 */
function watchAddress(root: string, found: () => void): VitePlugin {
  const real = fileURLToPath(new URL('.', import.meta.resolve('astro/package.json')));
  const astro = [real, join(root, 'node_modules', 'astro', '/')];
  return {
    name: 'dateline:watch-address',
    transform: {
      // Before Vite and Astro replace the expressions with their values.
      order: 'pre',
      handler(code, id) {
        if (astro.some((path) => id.startsWith(path))) return;
        if (code.includes(STAND_IN) || /\bimport\.meta\.(env|glob)\b/.test(code)) found();
      },
    },
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        const text = output.type === 'chunk' ? output.code : String(output.source);
        // Every compiled component contains the address, but only `Astro.site` in its `getStaticPaths` reads
        // it.
        const isServer = output.type === 'chunk' && this.environment.name === PRERENDER_ENVIRONMENT;
        if (isServer ? text.includes('= createAstro("') : text.includes(STAND_IN)) found();
      }
    },
  };
}

/**
 * Returns an integration that moves the compiled pages out of Astro's folder and prevents Astro from
 * rendering any.
 */
function keepPages(root: string, from: string, to: string): AstroIntegration {
  return {
    name: OWN_BUILD,
    hooks: {
      'astro:config:done': ({ config }) => {
        const others = config.integrations.filter(({ name }) => !name.startsWith('dateline:'));
        const names = others.map(({ name }) => name);
        writeFileSync(join(dirname(to), 'integrations.json'), JSON.stringify(names));
        others.forEach(hideUnrenderedSite);
      },
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: {
              [PRERENDER_ENVIRONMENT]: { resolve: { noExternal: true, external: native } },
            },
            plugins: [
              {
                name: 'dateline:compile-maker',
                applyToEnvironment: (environment) => environment.name === PRERENDER_ENVIRONMENT,
                buildStart() {
                  for (const name of compiledWith) {
                    const id = join(root, `src/builder/${name}.ts`);
                    this.emitFile({ type: 'chunk', id, fileName: `${name}.mjs` });
                  }
                },
              },
            ],
          },
        });
      },
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((own) => ({
          ...own,
          setup: () => rename(from, to),
          getStaticPaths: () => Promise.resolve([]),
        }));
      },
    },
  };
}

/** Hides the unrendered site from an integration, which runs again once the site is complete. */
function hideUnrenderedSite(integration: AstroIntegration): void {
  const { hooks } = integration;
  const quiet = { ...hooks };
  delete quiet['astro:build:generated'];
  // Restored in the last hook of a build, because builds in this process may share the integration object.
  quiet['astro:build:done'] = () => {
    integration.hooks = hooks;
  };
  integration.hooks = quiet;
}

/**
 * Publishes a compilation. If two builds compile the same code at once, both use the first to finish; a
 * damaged compilation is replaced.
 */
function publishCompilation(made: string, compiled: string): void {
  if (existsSync(compiled) && !isWhole(compiled))
    rmSync(compiled, { recursive: true, force: true });
  try {
    renameSync(made, compiled);
  } catch (error) {
    if (!isWhole(compiled)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}

/**
 * Removes the oldest compilations over the limit, and unfinished ones, from a folder that no build is using.
 */
export function removeOldCompilations(folder: string): void {
  const folders = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
  const isMaking = (path: string) => basename(path).startsWith('making-');
  const made = folders
    .filter((path) => !isMaking(path))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const path of [
    ...folders.filter(isMaking),
    ...made.slice(maxCompilations).map((one) => one.path),
  ])
    rmSync(path, { recursive: true, force: true });
}
