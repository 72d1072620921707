import type { ViewContext } from '../views/page/context.ts';

/** Returns `robots.txt`, which allows everything and names the sitemap. */
export function renderRobots({ at }: ViewContext): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${at.absolute(at.file('sitemap.xml'))}\n`;
}

/** Returns the web manifest (W3C): the name and icons of the site on a home screen. */
export function renderManifest({ archive, at }: ViewContext): string {
  const { title, tagline, language } = archive.site;
  return `${JSON.stringify(
    {
      id: at.home,
      name: title,
      ...(tagline === null ? {} : { description: tagline }),
      lang: language,
      start_url: at.home,
      scope: at.home,
      display: 'minimal-ui',
      icons: [
        { src: at.file('favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
        { src: at.file('icon-192.png'), sizes: '192x192', type: 'image/png' },
        { src: at.file('icon-512.png'), sizes: '512x512', type: 'image/png' },
      ],
    },
    null,
    2,
  )}\n`;
}
