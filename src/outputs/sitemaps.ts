import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import type { Cell } from '../model/prints.ts';
import { latest } from '../views/history/changes.ts';
import type { ViewContext } from '../views/page/context.ts';
import { listSitemapPages, type SitemapPage } from '../views/data/sitemapView.ts';

/** An address as a sitemap has it. */
interface SitemapEntry {
  /** Absolute. */
  readonly url: string;
  readonly changed: string | null;
}

/** One file of the sitemap. */
export interface SitemapFile {
  readonly path: string;
  readonly reads: () => readonly Cell[];
  readonly render: () => Promise<string>;
}

/** Limits of a sitemap (sitemaps.org): addresses and bytes. */
export interface SitemapLimits {
  readonly pages: number;
  readonly bytes: number;
}

/** The protocol's own limits, its 50 MB with room for the head. */
const sitemapLimits: SitemapLimits = { pages: 50_000, bytes: 52_000_000 };

/** Returns the files of a site's sitemap: `sitemap.xml` alone, or as the index of `sitemap-1.xml` … where one would be too large. */
export function listSitemaps(
  { archive, at }: ViewContext,
  limits: SitemapLimits = sitemapLimits,
): SitemapFile[] {
  const root = at.absolute(at.home);
  const toEntry = ({ address, changed }: SitemapPage): SitemapEntry => ({
    url: `${root}${address.slice(1)}`,
    changed,
  });
  const reads = (entries: readonly SitemapEntry[]) => (): Cell[] => [
    `=${entries.map(({ url, changed }) => `${url} ${changed ?? ''}`).join('\n')}`,
  ];
  const parts = splitSitemap(listSitemapPages(archive).map(toEntry), limits);
  const [only = [], ...more] = parts;
  if (more.length === 0)
    return [{ path: 'sitemap.xml', reads: reads(only), render: () => renderSitemap(only) }];
  const index = parts.map((part, number) => ({
    url: `${root}sitemap-${number + 1}.xml`,
    changed: latest(part.map(({ changed }) => changed)),
  }));
  return [
    { path: 'sitemap.xml', reads: reads(index), render: () => renderSitemapIndex(index) },
    ...parts.map((part, number) => ({
      path: `sitemap-${number + 1}.xml`,
      reads: reads(part),
      render: () => renderSitemap(part),
    })),
  ];
}

/** Returns pages in as many parts as the limits of a sitemap require, at least one. */
function splitSitemap(pages: readonly SitemapEntry[], limits: SitemapLimits): SitemapEntry[][] {
  const parts: SitemapEntry[][] = [[]];
  let bytes = 0;
  for (const page of pages) {
    const size = measureEntry(page);
    const current = parts.at(-1) ?? [];
    if (current.length > 0 && (current.length >= limits.pages || bytes + size > limits.bytes)) {
      parts.push([page]);
      bytes = size;
    } else {
      current.push(page);
      bytes += size;
    }
  }
  return parts;
}

/** Returns a sitemap of pages. */
async function renderSitemap(pages: readonly SitemapEntry[]): Promise<string> {
  const stream = new SitemapStream({
    level: ErrorLevel.THROW,
    lastmodDateOnly: true,
    xmlns: { news: false, xhtml: false, image: false, video: false },
  });
  const written = streamToPromise(stream);
  for (const { url, changed } of pages)
    stream.write(changed === null ? { url } : { url, lastmod: changed });
  stream.end();
  return `${(await written).toString('utf8')}\n`;
}

/** Returns the index of sitemaps, by their absolute addresses, each with its newest day. */
async function renderSitemapIndex(parts: readonly SitemapEntry[]): Promise<string> {
  const stream = new SitemapIndexStream({ level: ErrorLevel.THROW, lastmodDateOnly: true });
  const written = streamToPromise(stream);
  for (const { url, changed } of parts)
    stream.write(changed === null ? { url } : { url, lastmod: changed });
  stream.end();
  return `${(await written).toString('utf8')}\n`;
}

/** Bytes of one address with its tags, an ampersand counted as it is written. */
function measureEntry({ url }: SitemapEntry): number {
  return Buffer.byteLength(url) + 4 * (url.split('&').length - 1) + 80;
}
