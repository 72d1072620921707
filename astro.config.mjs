import { defineConfig } from 'astro/config';
import { getBasePath } from './src/build/settings.ts';
import { reloadContent } from './src/integrations/reloadContent.ts';

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base: getBasePath(process.env.BASE),
  trailingSlash: 'always',
  // One stylesheet file for all pages: a reader fetches it once, and its name is a hash of what it says.
  build: { format: 'directory', inlineStylesheets: 'never' },
  security: {
    csp: {
      directives: [
        "default-src 'none'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
  // Digests are parsed by our own pipeline; Astro's Markdown is not used.
  markdown: { syntaxHighlight: false },
  // Scripts are files of their own, fetched once; a page waits for none of them.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
  integrations: [reloadContent()],
});
