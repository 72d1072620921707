import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { isRunning } from './lockState.ts';
import type { makeSite } from './makeSite.ts';

/** So many compilations are kept: of the last few states of the code, and of other values of `SITE` and `BASE`. */
const KEPT = 8;

/** What is compiled with the pages: their build and its helpers, with all they need but what only a machine's own form of it can do. */
const compiledWith = ['makeSite', 'helper'];
const native = ['@takumi-rs/core', 'pagefind'];

/** What makes a site. */
export interface Maker {
  readonly makeSite: typeof makeSite;
  /** The module of the threads that help it. */
  readonly helper: string;
}

/** Gives the build as it was compiled with the pages, which loads in a tenth of the time; as it is written, before that. */
export async function loadMaker(root: string, codeKey: string): Promise<Maker> {
  const compiled = join(getCompiled(root, codeKey), 'pages');
  if (!existsSync(compiled)) {
    const { makeSite } = await import('./makeSite.ts');
    return { makeSite, helper: join(root, 'src/build/helper.ts') };
  }
  const module: unknown = await import(pathToFileURL(join(compiled, 'makeSite.mjs')).href);
  return { ...(module as Pick<Maker, 'makeSite'>), helper: join(compiled, 'helper.mjs') };
}

function getCompiled(root: string, codeKey: string): string {
  return join(root, 'node_modules', '.dateline', codeKey);
}

/**
 * Takes the project's root and the key of its code; gives the folder with its pages as Astro compiles them
 * (`pages/`) and the files that stand beside them (`files/`). Astro compiles each state of the code once; it
 * renders nothing yet. The folder is in `node_modules`, from where the compiled pages find their packages,
 * and may be deleted at any time. Throws what Astro throws.
 */
export async function compilePages(root: string, codeKey: string): Promise<string> {
  const compiled = getCompiled(root, codeKey);
  const shelf = dirname(compiled);
  if (existsSync(compiled)) return compiled;
  const making = join(shelf, `making-${process.pid}`);
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  const files = join(making, 'files');

  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  // Loaded here, as most builds find their pages compiled.
  const { build } = await import('astro');
  const folder = process.cwd();
  // Astro keeps what it compiles below the folder it runs in.
  process.chdir(root);
  try {
    await build({
      root,
      outDir: files,
      cacheDir: join(making, 'cache'),
      logLevel: 'warn',
      integrations: [keepPages(root, join(files, '.prerender'), join(making, 'pages'))],
    });
  } finally {
    process.chdir(folder);
  }
  if (!existsSync(join(making, 'pages'))) throw new Error(`Astro compiled nothing from ${root}.`);
  rmSync(join(making, 'cache'), { recursive: true, force: true });
  shelve(making, compiled);
  removeOld(shelf);
  return compiled;
}

/** Takes where Astro puts the compiled pages; moves them to where they are kept, and lets it render none of them. */
function keepPages(root: string, from: string, to: string): AstroIntegration {
  return {
    name: 'dateline:keep-pages',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: { prerender: { resolve: { noExternal: true, external: native } } },
            plugins: [
              {
                name: 'dateline:compile-maker',
                applyToEnvironment: (environment) => environment.name === 'prerender',
                buildStart() {
                  for (const name of compiledWith) {
                    const id = join(root, `src/build/${name}.ts`);
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

/** Of two builds that compile the same code at once, the first to end has made it for both. */
function shelve(made: string, compiled: string): void {
  try {
    renameSync(made, compiled);
  } catch (error) {
    if (!existsSync(compiled)) throw error;
    rmSync(made, { recursive: true, force: true });
  }
}

/** Takes the folder in which compilations are kept; removes the oldest of too many, and what one that was killed has left. */
export function removeOld(shelf: string): void {
  for (const name of readdirSync(shelf)) {
    const [, maker] = /^making-(\d+)$/.exec(name) ?? [];
    if (maker !== undefined && !isRunning(Number(maker)))
      rmSync(join(shelf, name), { recursive: true, force: true });
  }
  const folders = readdirSync(shelf)
    .filter((name) => !name.startsWith('making-'))
    .map((name) => ({ path: join(shelf, name), time: statSync(join(shelf, name)).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of folders.slice(KEPT)) rmSync(path, { recursive: true, force: true });
}
