import { join } from 'node:path';
import { defineConfig } from 'astro/config';
import { loadEnvFile } from './src/builder/loadEnvFile.ts';
import { getBuildSettings } from './src/builder/settings.ts';
import { completeSite } from './src/integrations/completeSite.ts';
import { reloadContent } from './src/integrations/reloadContent.ts';

loadEnvFile(process.cwd());
const { site, base, state } = getBuildSettings(process.env, process.cwd());

export default defineConfig({
  site,
  base,
  // `astro build` empties its folder: it never gets the one that readers are served from (`npm run build`).
  outDir: join(state, 'astro'),
  trailingSlash: 'always',
  // The styles stand in each page: it fits the first round trip whole, and is painted without a second one.
  build: { format: 'directory', inlineStylesheets: 'always' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  // Digests are parsed by our own pipeline; Astro's Markdown is not used.
  markdown: { syntaxHighlight: false },
  // Scripts are files of their own, fetched once; a page waits for none of them. A card holds its own: in a frame
  // without an origin, as WordPress makes it, nothing may be fetched.
  vite: { build: { assetsInlineLimit: (path) => path.includes('Embed.astro') } },
  devToolbar: { enabled: false },
  integrations: [reloadContent(), completeSite()],
});
