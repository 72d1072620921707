import { defineConfig } from 'astro/config';
import { reloadContent } from './src/integrations/reloadContent.ts';

const base = `/${(process.env.BASE ?? '/').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');

export default defineConfig({
  site: process.env.SITE ?? 'http://localhost:4321',
  base,
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
  devToolbar: { enabled: false },
  integrations: [reloadContent()],
});
