import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { OWN_BUILD } from '../builder/settings.ts';

/**
 * Returns the integration that makes `astro build` complete: it checks the content as `npm run build` does,
 * and adds the files that hosts read.
 */
export function completeSite(): AstroIntegration {
  let isOurs = false;
  return {
    name: 'dateline:complete-site',
    hooks: {
      'astro:config:done': ({ config }) => {
        isOurs = config.integrations.some(({ name }) => name === OWN_BUILD);
      },
      // Loaded here, because Astro reads its settings for every command.
      'astro:build:start': async ({ logger }) => {
        if (isOurs) return;
        const { checkSite } = await import('../builder/plainBuild.ts');
        checkSite((report) => {
          logger.info(report);
        });
      },
      'astro:build:done': async ({ dir }) => {
        if (isOurs) return;
        const { trimPolicies, writeHostFiles } = await import('../builder/plainBuild.ts');
        trimPolicies(fileURLToPath(dir));
        writeHostFiles(fileURLToPath(dir));
      },
    },
  };
}
