import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { findAddressFault } from '../../parse/webAddress.ts';
import { createArticleText, type ArticleText } from '../articleText.ts';
import { readMetadata, type Metadata } from './metadata.ts';
import { isDeeper, listLines, type PageNode } from './pageLines.ts';

/** A news page: its article, and its address. */
export interface WebPage {
  readonly article: ArticleText;
  /** The article's own address; null if neither the page nor the fetch states one. */
  readonly url: string | null;
  /** The language that the page states (BCP 47), without its region. */
  readonly language: string | null;
  /** The outlet's own name. */
  readonly outlet: string | null;
}

/** News pages have some thousands of elements, and browsers nest no deeper than 512. */
const limits = { elements: 100_000, depth: 512 };

/**
 * Returns the article in an HTML page, without running scripts. `address` is where it was found. If there is
 * no article, returns an explanation.
 */
export function readPage(html: string, address: string | null): WebPage | string {
  if ((html.match(/<[a-z]/gi) ?? []).length > limits.elements)
    return `it has more than ${limits.elements} elements, the maximum`;
  const { document } = parseHTML(html);
  if (isDeeper(document, limits.depth))
    return `its elements are nested more than ${limits.depth} deep, the maximum`;
  const metadata = readMetadata(document);
  // Readability modifies the document, so read the text around the article first.
  const all = listLines(document.documentElement);
  const found = new Readability<PageNode>(document, { serializer: (node) => node }).parse();
  const paragraphs = found?.content ? listLines(found.content) : [];
  if (paragraphs.join('').length < fewestLetters) return 'no article was found in it';
  const titles = stripOutlets(metadata);
  const title = titles[0] ?? found?.title ?? null;
  const first = all.indexOf(paragraphs[0] ?? '');
  const last = all.lastIndexOf(paragraphs.at(-1) ?? '');
  const seen = first < 0 ? [] : all.slice(Math.max(0, first - maxAround), first);
  const url = findAddress(metadata, address ?? findSavedFrom(html));
  return {
    url,
    outlet: metadata.outlets[0] ?? null,
    language: metadata.language?.split('-')[0]?.toLowerCase() ?? null,
    article: createArticleText({
      title,
      otherTitles: titles.slice(1),
      byline: metadata.byline ?? found?.byline?.replace(/^by\s+/i, '').trim() ?? null,
      head: listStamps(metadata, seen),
      paragraphs: paragraphs.filter((line) => !titles.includes(line)),
      rest: last < 0 ? [] : all.slice(last + 1, last + 1 + maxAround),
      notes: listNotes(metadata, paragraphs),
    }),
  };
}

/** Minimum number of letters: the name of a section or link isn't an article. */
const fewestLetters = 60;

/** Maximum number of lines above and below the article that may contain its date or outlet. */
const maxAround = 15;

/** Returns the page's publication dates as lines of text; visible dates count only if the metadata has none. */
function listStamps({ published, updated }: Metadata, seen: readonly string[]): string[] {
  if (published.length === 0)
    return [...seen, ...updated.map((time) => `Updated ${tidyTime(time)}`)];
  return [
    ...published.map((time) => `Published ${tidyTime(time)}`),
    ...updated.map((time) => `Updated ${tidyTime(time)}`),
  ];
}

/** Returns a time in full ISO 8601: 2024-05-11T08:30:00+03:00. */
function tidyTime(time: string): string {
  return time
    .replace(/^(\d{4}-\d\d-\d\d) (\d\d:\d\d)/, '$1T$2')
    .replace(/\.\d+(?=Z|[+-]\d)/, '')
    .replace(/(T\d\d:\d\d)(?=Z|[+-])/, '$1:00')
    .replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
}

/** Returns the distinct titles, without the outlet's name that some pages append. */
function stripOutlets({ titles, outlets }: Metadata): string[] {
  const bare = titles.map((title) => {
    const outlet = outlets.find((name) => title.toLowerCase().endsWith(name.toLowerCase()));
    const cut = outlet === undefined ? title : title.slice(0, -outlet.length);
    return cut.replace(/\s*[|–—·:-]\s*$/, '').trim();
  });
  const whole = bare.filter((title) => title !== '');
  // “Quay closed | News” adds nothing to “Quay closed”.
  return [...new Set(whole)].filter(
    (title, index) => !whole.some((other, at) => at < index && title.startsWith(other)),
  );
}

function findAddress({ addresses }: Metadata, fetched: string | null): string | null {
  const base = fetched ?? undefined;
  const own = addresses
    .filter((address) => URL.canParse(address, base))
    .map((address) => new URL(address, base))
    // Some pages state their site's home page as their own address.
    .find(({ href, pathname }) => pathname !== '/' && findAddressFault(href) === undefined);
  return own?.href ?? fetched;
}

/** Returns the address that a browser notes in a saved page. */
function findSavedFrom(html: string): string | null {
  const noted = /<!-- saved from url=\(\d+\)(https?:\/\/\S+) -->/.exec(html.slice(0, 4096))?.[1];
  return noted !== undefined && findAddressFault(noted) === undefined ? noted : null;
}

function listNotes(
  { isLiveBlog, isPartial, unreadable }: Metadata,
  paragraphs: readonly string[],
): string[] {
  return [
    ...(isPartial
      ? [
          `The page says that the article is not free to read: only what it shows is drafted (${paragraphs.length} ${paragraphs.length === 1 ? 'paragraph' : 'paragraphs'}). Read the whole before you digest it.`,
        ]
      : []),
    ...(isLiveBlog
      ? [
          'It is a live blog: its posts have their own hours, and weekdays in them are counted from the day of publication. Check each date.',
        ]
      : []),
    ...(unreadable > 0
      ? [`Part of the page’s metadata (JSON-LD) could not be read: check the front matter.`]
      : []),
  ];
}
