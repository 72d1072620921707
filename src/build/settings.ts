import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getContentFolder } from '../collections/contentFolder.ts';
import { getBasePath, getSite } from '../views/addresses.ts';

/** The name of the integration with which `npm run build` runs Astro, by which others know it from `astro build`. */
export const OWN_BUILD = 'dateline:build';

/** Where a build reads and writes; every path absolute but the content folder, which is printed as it was given. */
export interface BuildSettings {
  /** The project: where `src` and `astro.config.mjs` are. */
  readonly root: string;
  readonly content: string;
  /** The link that readers are served from. */
  readonly out: string;
  /** The folder beside it that holds the two generations and what a build needs meanwhile. */
  readonly state: string;
  /** The base path of the site, with a slash at both ends. */
  readonly base: string;
  /** The site's address without the base path: `https://example.org`. */
  readonly site: string;
  /** True where the compressed form of each file is to stand beside it. */
  readonly compress: boolean;
}

/** Takes the environment (`CONTENT`, `OUT`, `BASE`, `SITE`, `COMPRESS`) and the folder the command runs in; gives where a build reads and writes. */
export function getBuildSettings(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): BuildSettings {
  const out = resolve(folder, env.OUT ?? 'dist');
  // Each OUT has generations of its own, so that builds of two sites never meet.
  const state = join(
    dirname(out),
    basename(out) === 'dist' ? '.dateline' : `.dateline-${basename(out)}`,
  );
  return {
    root: fileURLToPath(new URL('../../', import.meta.url)),
    content: getContentFolder(env),
    out,
    state,
    base: getBasePath(env.BASE),
    site: getSite(env.SITE),
    compress: env.COMPRESS === 'true',
  };
}
