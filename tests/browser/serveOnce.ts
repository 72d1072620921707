import { readOutsideHosts } from '../../src/builder/readOutsideHosts.ts';
import { getBuildSettings } from '../../src/builder/settings.ts';
import { serveSite } from '../../src/cli/serve.ts';
import { root } from '../sites/buildInto.ts';
import { buildOnce } from '../sites/sharedSites.ts';
import type { Running } from './startSite.ts';

/** A served site, and the folder that it is served from. */
export interface Served extends Running {
  readonly out: string;
}

/** Serves a site as `npm start` does, built once in a run for all tests with the same content and settings, which only read it. */
export async function serveOnce(
  ...[settings, flags]: Parameters<typeof buildOnce>
): Promise<Served> {
  const out = await buildOnce(settings, flags);
  const { server, address } = await serveSite({
    folder: out,
    base: getBuildSettings(settings, root).base,
    port: undefined,
    outside: readOutsideHosts(settings.CONTENT),
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { out, address, stop };
}
