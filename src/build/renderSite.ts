import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { handOverArchive } from '../collections/getArchive.ts';
import type { Archive } from '../model/archive.ts';
import type { BuildSettings } from './settings.ts';

/** Renders the whole site of an archive with Astro; gives the folder it is in. Throws what Astro throws. */
export async function renderSite(
  archive: Archive,
  { root, state }: BuildSettings,
): Promise<string> {
  const rendered = join(state, 'rendered');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  handOverArchive(archive);
  await build({
    root: root,
    outDir: rendered,
    cacheDir: join(state, 'astro'),
    logLevel: 'warn',
  });
  if (!existsSync(join(rendered, 'index.html')))
    throw new Error(`Astro rendered no home page from ${root}.`);
  return rendered;
}
