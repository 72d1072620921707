import { copyFileSync, constants, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { getPrerenderApp } from './astroInternals.ts';
import { isOwnRoute } from './loadPages.ts';
import { runAstro } from './runAstro.ts';
import { OWN_BUILD, type BuildSettings } from './settings.ts';
import { surveyFiles, type FileStamp } from './surveyFiles.ts';
import { trimPolicy } from './trimPolicy.ts';

/** A file that Astro or an integration rendered. */
interface RenderedFile {
  readonly path: string;
  readonly content: Uint8Array;
  /** True for a file of the archive that an integration changed. */
  readonly isAltered: boolean;
}

/**
 * Runs Astro's own build for everything that is not made from the archive: pages, endpoints and redirects of
 * the project and its integrations, scripts, styles, `public/`. Integrations see the whole site in
 * `astro:build:done`, because the files in `made` (paths below `generation`) are copied beside Astro's
 * output. Returns every file that is new or that an integration changed. Throws whatever Astro, a page or an
 * integration throws.
 */
export async function renderWithAstro(
  { root, site, base, state }: BuildSettings,
  generation: string,
  made: readonly string[],
): Promise<RenderedFile[]> {
  const folder = join(state, 'astro-routes');
  rmSync(folder, { recursive: true, force: true });
  let copied = new Map<string, FileStamp>();
  const copyMade = () => {
    const isThere = surveyFiles(folder);
    for (const path of made) {
      // A page of the project overrides ours.
      if (isThere.has(path)) continue;
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      copyFileSync(join(generation, path), join(folder, path), constants.COPYFILE_FICLONE);
    }
    copied = new Map([...surveyFiles(folder)].filter(([path]) => !isThere.has(path)));
  };
  await runAstro({
    root,
    site,
    base,
    outDir: folder,
    integrations: [renderOthers(copyMade)],
  });
  const files = [...surveyFiles(folder)].filter(([path, stamp]) => {
    const before = copied.get(path);
    return before?.size !== stamp.size || before.time !== stamp.time;
  });
  const rendered = files.map(([path]) => ({
    path,
    content: readTrimmed(join(folder, path)),
    isAltered: copied.has(path),
  }));
  rmSync(folder, { recursive: true, force: true });
  return rendered;
}

/** Project pages list only the hashes of their own styles and scripts, just like archive pages. */
function readTrimmed(file: string): Uint8Array {
  const content = readFileSync(file);
  return file.endsWith('.html') ? Buffer.from(trimPolicy(content.toString())) : content;
}

/** Lets integrations see every page through Astro, but renders none of the archive's. */
function renderOthers(copyMade: (folder: string) => void): AstroIntegration {
  return {
    name: OWN_BUILD,
    hooks: {
      'astro:build:start': ({ setPrerenderer }) => {
        setPrerenderer((astro) => ({
          ...astro,
          render: async (request, options) => {
            const { routeData } = options;
            if (routeData.type === 'redirect') return astro.render(request, options);
            const module = await getPrerenderApp(astro).getComponentByRoute(routeData);
            // Astro writes no file for a response without a body.
            return isOwnRoute(routeData, module)
              ? new Response(null)
              : astro.render(request, options);
          },
        }));
      },
      'astro:build:generated': ({ dir }) => {
        copyMade(fileURLToPath(dir));
      },
    },
  };
}
