/**
 * A page's machine-readable metadata about its article. Each list has the values of several vocabularies,
 * most reliable first.
 */
export interface Metadata {
  readonly titles: readonly string[];
  readonly byline: string | null;
  /** The names of the outlet. */
  readonly outlets: readonly string[];
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** The language according to the page (BCP 47). */
  readonly language: string | null;
  readonly addresses: readonly string[];
  readonly isLiveBlog: boolean;
  /** True if the page states that part of the article is for subscribers only. */
  readonly isPartial: boolean;
  /** The number of JSON-LD blocks that aren't valid JSON. */
  readonly unreadable: number;
}

/** The part of a document that metadata needs. */
export interface PageDocument {
  readonly documentElement: PageElement;
  querySelectorAll(selector: string): Iterable<PageElement>;
}

interface PageElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

/** Returns a page's metadata from JSON-LD, OpenGraph, `article:*`, microdata and its own elements. */
export function readMetadata(page: PageDocument): Metadata {
  const { nodes, unreadable } = readLinkedData(page);
  const meta = readMetaTags(page);
  const articles = nodes.filter((node) => listTypes(node).some((type) => article.test(type)));
  const addresses = [
    ...readAttributes(page, 'link[rel~="canonical"]', 'href'),
    ...meta('og:url'),
    ...articles.flatMap((node) => [...texts(node.url), ...texts(node.mainEntityOfPage)]),
  ];
  const own = findOwn(articles, addresses);
  const isLiveBlog = listTypes(own).includes('LiveBlogPosting');
  return {
    titles: distinct([
      ...texts(own.headline),
      ...meta('og:title', 'twitter:title'),
      ...readTexts(page, 'h1'),
      ...readTexts(page, 'title'),
    ]),
    byline: readByline(own, meta),
    outlets: distinct([...names(own.publisher), ...meta('og:site_name', 'application-name')]),
    published: distinct([
      ...texts(own.datePublished),
      ...meta('article:published_time', 'datePublished', 'parsely-pub-date', 'dc.date.issued'),
      ...readAttributes(page, 'time[itemprop="datePublished"], time[pubdate]', 'datetime'),
    ]),
    updated: distinct([
      ...texts(own.dateModified),
      ...meta('article:modified_time', 'dateModified', 'og:updated_time'),
    ]),
    language:
      [
        ...texts(own.inLanguage),
        page.documentElement.getAttribute('lang') ?? '',
        ...meta('og:locale').map((locale) => locale.replace('_', '-')),
      ].find(isLanguage) ?? null,
    addresses,
    isLiveBlog,
    isPartial: texts(own.isAccessibleForFree).some((word) => /^false$/i.test(word)),
    unreadable,
  };
}

type Node = Readonly<Record<string, unknown>>;

const article = /(?:Article|BlogPosting|LiveBlogPosting|Report)$/;

function readLinkedData(page: PageDocument): { nodes: Node[]; unreadable: number } {
  const nodes: Node[] = [];
  let unreadable = 0;
  for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      nodes.push(...flatten(JSON.parse(script.textContent ?? '')));
    } catch {
      unreadable += 1;
    }
  }
  return { nodes, unreadable };
}

/** Returns the items of a JSON-LD block: one, a list, or a graph. */
function flatten(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(flatten);
  if (!isNode(value)) return [];
  return [value, ...flatten(value['@graph'])];
}

/** Returns the article that a page is about, as a page may also list others. */
function findOwn(articles: readonly Node[], addresses: readonly string[]): Node {
  const isOwn = (node: Node) =>
    [...texts(node.url), ...texts(node.mainEntityOfPage), ...texts(node['@id'])].some(
      (address) => address === addresses[0],
    );
  const isNews = (node: Node) => listTypes(node).some((type) => /News|LiveBlog/.test(type));
  return articles.find(isOwn) ?? articles.find(isNews) ?? articles[0] ?? {};
}

function listTypes(node: Node): string[] {
  return texts(node['@type']);
}

/** Returns the texts of a property: a text, a list of texts, or the address of a named item. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [clean(value)].filter((text) => text !== '');
  if (typeof value === 'boolean') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(texts);
  return isNode(value) ? texts(value['@id']) : [];
}

/** Returns the names of people or organisations: a text, an item with a name, or a list of both. */
function names(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(names);
  return isNode(value) ? texts(value.name) : texts(value);
}

function readByline(own: Node, meta: (...keys: string[]) => string[]): string | null {
  // The address of a profile isn't a name.
  const isName = (text: string) => !/^https?:|[/@]/.test(text);
  const authors = distinct(names(own.author)).filter(isName);
  if (authors.length > 0) return authors.join(', ');
  const [other] = meta('author', 'article:author', 'parsely-author', 'dc.creator').filter(isName);
  return other?.replace(/^by\s+/i, '') ?? null;
}

/**
 * Returns a function that finds the contents of `meta` elements by name, property or itemprop, ignoring case.
 */
function readMetaTags(page: PageDocument): (...keys: string[]) => string[] {
  const tags = [...page.querySelectorAll('meta[content]')].map((tag) => ({
    keys: ['name', 'property', 'itemprop'].map((key) =>
      (tag.getAttribute(key) ?? '').toLowerCase(),
    ),
    content: clean(tag.getAttribute('content') ?? ''),
  }));
  return (...keys) =>
    keys.flatMap((key) =>
      tags.flatMap((tag) =>
        tag.keys.includes(key.toLowerCase()) && tag.content !== '' ? [tag.content] : [],
      ),
    );
}

function readAttributes(page: PageDocument, selector: string, name: string): string[] {
  return [...page.querySelectorAll(selector)]
    .map((element) => clean(element.getAttribute(name) ?? ''))
    .filter((value) => value !== '');
}

function readTexts(page: PageDocument, selector: string): string[] {
  return [...page.querySelectorAll(selector)]
    .map((element) => clean(element.textContent ?? ''))
    .filter((text) => text !== '');
}

/** Returns a text on one line; some sites put HTML entities in JSON-LD. */
function clean(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    amp: '&',
    quot: '"',
    apos: '’',
    '#39': '’',
    '#x27': '’',
    nbsp: ' ',
    lt: '<',
    gt: '>',
  };
  return text
    .replace(
      /&(amp|quot|apos|#39|#x27|nbsp|lt|gt);/gi,
      (_, name: string) => entities[name.toLowerCase()] ?? '',
    )
    .replace(/\s+/g, ' ')
    .trim();
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isLanguage(code: string): boolean {
  try {
    return Intl.getCanonicalLocales(code).length === 1;
  } catch {
    return false;
  }
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}
