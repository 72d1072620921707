import { resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { dropStaticPaths } from '../builder/astroInternals.ts';
import { serveIcons } from '../builder/serveIcons.ts';

/**
 * Returns the integration that makes `astro dev` show changes to the content folder (`CONTENT`, or `content`)
 * immediately, and serve its icons instead of ours.
 */
export function reloadContent(): AstroIntegration {
  const folder = resolve(process.env.CONTENT ?? 'content');
  return {
    name: 'dateline:reload-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        // Otherwise Vite would serve those in `public/`.
        server.middlewares.use(serveIcons(folder, server.config.base));
        server.watcher.add(folder);
        server.watcher.on('all', (_change, file) => {
          if (file !== folder && !file.startsWith(folder + sep)) return;
          dropStaticPaths(server);
          server.ws.send({ type: 'full-reload' });
        });
      },
    },
  };
}
