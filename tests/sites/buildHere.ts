import type { BuildEffects, BuildOptions, BuildResult } from '../../src/builder/build.ts';
import { buildSite } from '../../src/builder/buildSite.ts';
import { getBuildSettings } from '../../src/builder/settings.ts';
import { disk } from '../../src/collections/readContent.ts';
import { root } from './buildInto.ts';

/**
 * Builds a site in this process, which loads the build once for all of a file's tests: for what a build reads and
 * writes, not for what its command prints.
 */
export async function buildHere(
  env: Readonly<Record<string, string>>,
  options: Partial<BuildOptions> = {},
  effects: Omit<BuildEffects, 'disk'> = {},
): Promise<BuildResult> {
  return buildSite(
    getBuildSettings(env, root),
    { disk, ...effects },
    {
      freshAddresses: 'allowed',
      movedBase: 'allowed',
      search: 'indexed',
      pictures: 'drawn',
      force: false,
      shard: null,
      ...options,
    },
  );
}
