import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { handOver, type RouteChooser } from '../collections/handOver.ts';
import type { Archive } from '../model/archive.ts';
import type { BuildSettings } from './settings.ts';

/** Renders those pages of an archive's site that are chosen, with Astro; gives the folder they are in. Throws what Astro throws. */
export async function renderSite(
  archive: Archive,
  choose: RouteChooser,
  { root, state }: BuildSettings,
): Promise<string> {
  const rendered = join(state, 'rendered');
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  handOver(archive, choose);
  // Loaded here, as a build of which nothing has changed never needs it.
  const { build } = await import('astro');
  await build({
    root: root,
    outDir: rendered,
    cacheDir: join(state, 'astro'),
    logLevel: 'warn',
  });
  if (!existsSync(join(rendered, '404.html')))
    throw new Error(`Astro rendered nothing from ${root}.`);
  return rendered;
}
