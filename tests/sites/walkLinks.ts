import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** What leads out of a page, and what can be led to in it. */
interface PageLinks {
  /** The addresses of links, images, styles and scripts, as they are written. */
  readonly addresses: readonly string[];
  /** Of these, the ones that a reader follows. */
  readonly links: readonly string[];
  readonly anchors: ReadonlySet<string>;
}

const read = new Map<string, PageLinks>();

/** Returns the links and anchors of a page; each page is read once, however often it is asked about. */
export function readLinks(html: string): PageLinks {
  const known = read.get(html);
  if (known) return known;
  const addresses: string[] = [];
  const links: string[] = [];
  const anchors = new Set<string>();
  visit(fromHtml(html), 'element', ({ tagName, properties: { href, src, id } }) => {
    if (id != null) anchors.add(id);
    if (href != null || src != null) addresses.push(String(href ?? src));
    if (href != null && tagName === 'a') links.push(href);
  });
  const page = { addresses, links, anchors };
  read.set(html, page);
  return page;
}

/**
 * Returns every link, image, style or script of any
 * page that leads to nothing: neither a file under the base path nor an anchor on its page. Other hosts' are left alone.
 */
export function findDeadLinks(site: ReadonlyMap<string, string>, base: string): string[] {
  const dead: string[] = [];
  for (const [path, html] of site) {
    if (!path.endsWith('.html')) continue;
    const here = new URL(toAddress(path), `http://site.test${base}`);
    for (const written of readLinks(html).addresses) {
      const url = new URL(written, here);
      if (url.host !== 'site.test') continue;
      const target = toFile(url.pathname, base);
      const led = target === undefined ? undefined : site.get(target);
      const anchor = decodeURIComponent(url.hash.slice(1));
      const isAnchored = led !== undefined && (anchor === '' || hasAnchor(target, led, anchor));
      if (!isAnchored) dead.push(`${path}: ${written}`);
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
    .flatMap(([, html]) => readLinks(html).links)
    .filter((href) => href.startsWith(base)).length;
}

/** Says whether a file is a page that has an anchor. */
function hasAnchor(path: string | undefined, text: string, anchor: string): boolean {
  return path?.endsWith('.html') === true && readLinks(text).anchors.has(anchor);
}

function toAddress(path: string): string {
  return path.replace(/index\.html$/, '');
}

function toFile(pathname: string, base: string): string | undefined {
  if (!pathname.startsWith(base)) return undefined;
  const path = decodeURIComponent(pathname.slice(base.length));
  return path === '' || path.endsWith('/') ? `${path}index.html` : path;
}
