import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';

/**
 * Returns every link, image, style or script of any
 * page that leads to nothing: neither a file under the base path nor an anchor on its page. Other hosts' are left alone.
 */
export function findDeadLinks(site: ReadonlyMap<string, string>, base: string): string[] {
  const anchors = new Map<string, Set<string>>();
  const dead: string[] = [];
  const pages = [...site]
    .filter(([path]) => path.endsWith('.html'))
    .map(([path, html]) => ({ path, tree: fromHtml(html) }));
  for (const { path, tree } of pages)
    anchors.set(
      path,
      new Set(selectAll('[id]', tree).map(({ properties }) => String(properties.id))),
    );
  for (const { path, tree } of pages) {
    const here = new URL(toAddress(path), `http://site.test${base}`);
    for (const { properties } of selectAll('[href], [src]', tree)) {
      const written = String(properties.href ?? properties.src);
      const url = new URL(written, here);
      if (url.host !== 'site.test') continue;
      const target = toFile(url.pathname, base);
      const known = target !== undefined && site.has(target);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (!known || (anchor !== '' && !anchors.get(target)?.has(anchor)))
        dead.push(`${path}: ${written}`);
    }
  }
  return dead;
}

/**
 * Returns every absolute address of the site's
 * own, in any file that is no page, that leads to nothing. A calendar's folded lines are put together first.
 */
export function findDeadAddresses(
  site: ReadonlyMap<string, string>,
  origin: string,
  base: string,
): { readonly found: number; readonly dead: string[] } {
  let found = 0;
  const dead: string[] = [];
  for (const [path, text] of site) {
    if (!/\.(?:xml|json|ics|txt|webmanifest)$/.test(path)) continue;
    const whole = path.endsWith('.ics') ? text.replaceAll('\r\n ', '') : text;
    for (const [written] of whole.matchAll(new RegExp(`${origin}[^\\s"'<>\\\\]*`, 'g'))) {
      found += 1;
      const url = new URL(written);
      const target = toFile(url.pathname, base);
      const page = target === undefined ? undefined : site.get(target);
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (page === undefined || (anchor !== '' && !page.includes(`id="${anchor}"`)))
        dead.push(`${path}: ${written}`);
    }
  }
  return { found, dead };
}

/** Returns how many links of a site's pages lead within it. */
export function countInnerLinks(site: ReadonlyMap<string, string>, base: string): number {
  return [...site]
    .filter(([path]) => path.endsWith('.html'))
    .flatMap(([, html]) => selectAll('a[href]', fromHtml(html)))
    .filter(({ properties }) => String(properties.href).startsWith(base)).length;
}

function toAddress(path: string): string {
  return path.replace(/index\.html$/, '');
}

function toFile(pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
