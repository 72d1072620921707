/** The addresses of a site, all root-relative and starting with the base path. */
export interface Addresses {
  readonly home: string;
  readonly actors: string;
  readonly articles: string;
  readonly sources: string;
  readonly places: string;
  readonly about: string;
  readonly search: string;
  readonly corrections: string;
  readonly changes: string;
  /** The corrections of a year or month. */
  correctionsOf(period: string): string;
  readonly keys: string;
  /** The page that describes the data. */
  readonly data: string;
  /** The browser's search module. */
  readonly searchIndex: string;
  readonly eventsData: string;
  readonly actorsData: string;
  readonly claimsData: string;
  event(id: string): string;
  /** The accounts of an event with many, or those published in a year, month or day. */
  accounts(part: { readonly event: string; readonly period: string | null }): string;
  actor(id: string): string;
  article(id: string): string;
  source(id: string): string;
  place(id: string): string;
  /** A page of the site's own. */
  page(id: string): string;
  /** The embeddable card of one of these pages, given the page's address. */
  embed(page: string): string;
  readonly embedTimeline: string;
  /** The embeddable card of a day, given as `2024-05-10`. */
  embedDay(day: string): string;
  /** A year, month or day, given as `2024`, `2024-05` or `2024-05-10`. */
  period(period: string): string;
  /** The year or month of an actor, place or source: `/actors/ID/2024/05/`. */
  part(part: { readonly kind: string; readonly id: string; readonly period: string }): string;
  /** The ids of a list that start with a prefix, given the path of the list's page below the root. */
  idPart(part: { readonly folder: string; readonly prefix: string }): string;
  /** The JSON Schema of a data file. */
  schema(file: string): string;
  /** A file that isn't a page, by its path below the root (`feed.xml`). */
  file(path: string): string;
  /** The subscription address of a calendar, by its path below the root. */
  subscription(path: string): string;
  /** Returns one of these addresses with the site's origin, for use outside the site. */
  absolute(address: string): string;
}

/** Returns the base path set by `BASE`, with a slash at both ends. */
export function getBasePath(base: string | undefined): string {
  return `/${(base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
}

/** Returns the origin set by `SITE`, without the base path. */
export function getSite(site: string | undefined): string {
  return site === undefined || site === '' ? 'http://localhost:4321' : site;
}

/**
 * Returns the site's addresses for a base path (`/`, or `/name/` for a project page) and an origin. Throws a
 * TypeError if the origin isn't a URL.
 */
export function createAddresses(base: string, site = 'http://localhost:4321'): Addresses {
  const { origin } = new URL(site);
  const root = base.endsWith('/') ? base : `${base}/`;
  return {
    home: root,
    actors: `${root}actors/`,
    articles: `${root}articles/`,
    sources: `${root}sources/`,
    places: `${root}places/`,
    about: `${root}about/`,
    search: `${root}search/`,
    corrections: `${root}corrections/`,
    changes: `${root}changes/`,
    correctionsOf: (period) => `${root}corrections/${period.replaceAll('-', '/')}/`,
    keys: `${root}keys/`,
    data: `${root}data/`,
    searchIndex: `${root}pagefind/pagefind.js`,
    eventsData: `${root}data/events.json`,
    actorsData: `${root}data/actors.json`,
    claimsData: `${root}data/claims.json`,
    event: (id) => `${root}events/${id}/`,
    accounts: ({ event, period }) =>
      `${root}events/${event}/accounts/${period === null ? '' : `${period.replaceAll('-', '/')}/`}`,
    actor: (id) => `${root}actors/${id}/`,
    article: (id) => `${root}articles/${id}/`,
    source: (id) => `${root}sources/${id}/`,
    place: (id) => `${root}places/${id}/`,
    page: (id) => `${root}${id}/`,
    embed: (page) => `${root}embed/${page.slice(root.length)}`,
    embedTimeline: `${root}embed/timeline/`,
    embedDay: (day) => `${root}embed/days/${day}/`,
    period: (period) => `${root}${period.replaceAll('-', '/')}/`,
    part: ({ kind, id, period }) => `${root}${kind}/${id}/${period.replaceAll('-', '/')}/`,
    idPart: ({ folder, prefix }) => `${root}${folder}a-z/${prefix === '' ? '' : `${prefix}/`}`,
    schema: (file) => `${root}data/${file}.schema.json`,
    file: (path) => `${root}${path}`,
    subscription: (path) => `${origin}${root}${path}`.replace(/^https?:/, 'webcal:'),
    absolute: (address) => `${origin}${address}`,
  };
}

/** Returns the address of one of our own URLs (`event:ID` …), or undefined for any other URL. */
export function resolveOwnUrl(url: string, at: Addresses): string | undefined {
  const colon = url.indexOf(':');
  const id = url.slice(colon + 1);
  switch (url.slice(0, colon)) {
    case 'event':
      return at.event(id);
    case 'actor':
      return at.actor(id);
    case 'article':
      return at.article(id);
    case 'source':
      return at.source(id);
    case 'place':
      return at.place(id);
    default:
      return undefined;
  }
}
