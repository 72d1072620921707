import { ErrorLevel, SitemapIndexStream, SitemapStream, streamToPromise } from 'sitemap';
import { remember } from '../model/tracedArchive.ts';
import { latest } from '../views/history/changes.ts';
import type { ViewContext } from '../views/page/context.ts';
import { listSitemapPages, type SitemapPage } from '../views/data/sitemapView.ts';

/** An address in a sitemap. */
interface SitemapEntry {
  /** The absolute address. */
  readonly url: string;
  readonly changed: string | null;
}

/** A file of the sitemap. */
export interface SitemapFile {
  readonly path: string;
  readonly getInput: () => string;
  readonly render: () => Promise<string>;
}

/** The limits of a sitemap (sitemaps.org): number of addresses and bytes. */
export interface SitemapLimits {
  readonly pages: number;
  readonly bytes: number;
}

/** The protocol's own limits; 52,000,000 bytes leave room for the head in its 50 MB. */
const sitemapLimits: SitemapLimits = { pages: 50_000, bytes: 52_000_000 };

/**
 * Returns the files of a site's sitemap: `sitemap.xml` alone, or as the index of `sitemap-1.xml` and so on if
 * one file would be too large.
 */
export function listSitemaps(
  context: ViewContext,
  limits: SitemapLimits = sitemapLimits,
): SitemapFile[] {
  const list = () =>
    remember(context.archive, context, `sitemaps ${limits.pages} ${limits.bytes}`, () =>
      listParts(context, limits),
    );
  const getPart = (number: number) => list()[number] ?? [];
  const toFile = (
    path: string,
    getEntries: () => readonly SitemapEntry[],
    render: (entries: readonly SitemapEntry[]) => Promise<string>,
  ): SitemapFile => ({
    path,
    getInput: () =>
      getEntries()
        .map(({ url, changed }) => `${url} ${changed ?? ''}`)
        .join('\n'),
    render: () => render(getEntries()),
  });
  const count = list().length;
  if (count === 1) return [toFile('sitemap.xml', () => getPart(0), renderSitemap)];
  const listIndex = () =>
    list().map((part, number) => ({
      url: `${getRoot(context)}sitemap-${number + 1}.xml`,
      changed: latest(part.map(({ changed }) => changed)),
    }));
  return [
    toFile('sitemap.xml', listIndex, renderSitemapIndex),
    ...Array.from({ length: count }, (_, number) =>
      toFile(`sitemap-${number + 1}.xml`, () => getPart(number), renderSitemap),
    ),
  ];
}

function getRoot({ at }: ViewContext): string {
  return at.absolute(at.home);
}

function listParts(context: ViewContext, limits: SitemapLimits): readonly SitemapEntry[][] {
  const root = getRoot(context);
  const entries = listSitemapPages(context.archive).map(
    ({ address, changed }: SitemapPage): SitemapEntry => ({
      url: `${root}${address.slice(1)}`,
      changed,
    }),
  );
  return splitSitemap(entries, limits);
}

/** Returns the pages in as many parts as the limits require, at least one. */
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

/** Returns the text of a sitemap. */
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

/** Returns an index of sitemaps by absolute address, each with the newest day of its pages. */
async function renderSitemapIndex(parts: readonly SitemapEntry[]): Promise<string> {
  const stream = new SitemapIndexStream({ level: ErrorLevel.THROW, lastmodDateOnly: true });
  const written = streamToPromise(stream);
  for (const { url, changed } of parts)
    stream.write(changed === null ? { url } : { url, lastmod: changed });
  stream.end();
  return `${(await written).toString('utf8')}\n`;
}

/** Returns the bytes of one address with its tags, counting each ampersand in its escaped form. */
function measureEntry({ url }: SitemapEntry): number {
  return Buffer.byteLength(url) + 4 * (url.split('&').length - 1) + 80;
}
