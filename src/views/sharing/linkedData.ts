// Each type alone, its leaf: to compare with the hundreds that are kinds of one took as long as all other types.
import type {
  ArticleLeaf,
  BreadcrumbListLeaf,
  ClaimLeaf,
  CorrectionCommentLeaf,
  DatasetLeaf,
  EventLeaf,
  GovernmentOrganizationLeaf,
  Graph,
  NewsArticleLeaf,
  NewsMediaOrganizationLeaf,
  OrganizationLeaf,
  PersonLeaf,
  PlaceLeaf,
  ProfilePageLeaf,
  ThingLeaf,
} from 'schema-dts';
import type {
  Actor,
  Article,
  Claim,
  Named,
  NewsEvent,
  NewsPlace,
  PageHistory,
  Point,
  Source,
} from '../../model/archive.ts';
import type { EdtfDate, PlainDate } from '../../model/dates/edtfDate.ts';
import { isToldByMany } from '../lists/accountParts.ts';
import { claimAnchor } from '../page/anchors.ts';
import { getAdded, getArticleChanged, getChanged, getMended } from '../history/changes.ts';
import { atNoTime, getReadAt } from './citationView.ts';
import {
  type NamedLink,
  type ViewContext,
  linkActor,
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  titleEvent,
} from '../page/context.ts';
import { exactDatetime } from '../dates/dateLabel.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { maxLinks } from '../lists/budgets.ts';
import { getArticleUrl } from '../lists/partLinks.ts';
import { getPicturePath } from './pictureView.ts';
import { sayCertainty, sayWho } from '../cards/telling.ts';

/** What our pages describe. */
type Described =
  | ArticleLeaf
  | BreadcrumbListLeaf
  | ClaimLeaf
  | DatasetLeaf
  | EventLeaf
  | NewsMediaOrganizationLeaf
  | PlaceLeaf
  | ProfilePageLeaf
  | ThingLeaf;

/** What an actor may be. */
type Whom = GovernmentOrganizationLeaf | NewsMediaOrganizationLeaf | OrganizationLeaf | PersonLeaf;

/** A page's schema.org data. */
export interface LinkedData extends Graph {
  readonly '@context': 'https://schema.org';
  readonly '@graph': readonly Described[];
}

/** Serializes the data for a script element, escaping anything that could end the element. */
export function printLinkedData(data: LinkedData): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}

/**
 * Returns the schema.org data of an event's page. The page is our own article, which cites its sources and is
 * about the event; the event has a date only if it is exact.
 */
export function describeEvent(event: NewsEvent, context: ViewContext): LinkedData {
  const { archive, at } = context;
  const url = at.absolute(at.event(event.id));
  const { label, datetime } = viewEventDate(event, context);
  const page: ArticleLeaf = {
    '@type': 'Article',
    '@id': url,
    headline: titleEvent(event, context),
    inLanguage: archive.site.language,
    datePublished: getAdded(event),
    ...describeIssuer(getPicturePath('events', event.id), context),
    ...describeHistory(event.ruling, latestSince(getAdded(event), getChanged(event))),
    about: refer(`${url}#_event`),
    mentions: event.actors.slice(0, maxLinks).map((id) => describeActorBriefly(id, context)),
    // If there are many, each is described on its digest's page.
    citation: event.accounts
      .slice(0, maxLinks)
      .map(({ article }) =>
        isToldByMany(event)
          ? refer(`${at.absolute(at.article(article.id))}#_original`)
          : describeOriginal(article, context),
      ),
  };
  const facts = {
    '@id': `${url}#_event`,
    name: titleEvent(event, context),
    description: [`${label}.`, sayCertainty(event, context), sayWho(event, context)]
      .filter((text) => text !== null)
      .join(' '),
  };
  const span = datetime === null ? describeSpan(event, archive.site.zone) : { startDate: datetime };
  // The page is always an Article. Its subject is an Event only if it has a date and a place and is said to
  // have happened; otherwise it is a Thing, as nobody created it.
  const happening: EventLeaf | ThingLeaf =
    event.place !== null &&
    'startDate' in span &&
    !event.ruling?.retracted &&
    (event.certainty === 'confirmed' || event.certainty === 'reported')
      ? {
          '@type': 'Event',
          ...facts,
          ...span,
          location: describePlace(event.place, context),
          ...(event.partOf === null ? {} : { superEvent: refer(toEventId(event.partOf, context)) }),
        }
      : { '@type': 'Thing', ...facts };
  const trail = describeTrail([linkEvent(event.id, context)], context);
  const claims =
    isToldByMany(event) || countClaims(event.points) > maxLinks
      ? []
      : describeClaims(event.points, context);
  return toGraph([page, happening, ...claims, trail]);
}

/** Returns the schema.org data of an actor's page: identity, names by language, and memberships. */
export function describeActor(actor: Actor, context: ViewContext): LinkedData {
  const { archive, at, pages } = context;
  const url = at.absolute(at.actor(actor.id));
  const others = actor.names.map(({ name, language }) => ({
    '@language': language,
    '@value': name,
  }));
  const spellings = [...new Set(actor.spelledBy.map(({ text }) => text))].filter(
    (text) => text !== actor.name && !actor.names.some(({ name }) => name === text),
  );
  const who = {
    '@type': actorTypes[actor.kind],
    '@id': `${url}#_actor`,
    url,
    name: actor.name,
    // Language-tagged strings are JSON-LD values that the schema.org types lack.
    alternateName: [...others, ...spellings.slice(0, maxLinks)],
    ...(actor.role === null ? {} : { description: actor.role }),
    ...describeSame(actor),
    ...(actor.of.length === 0
      ? {}
      : { memberOf: actor.of.slice(0, maxLinks).map((id) => refer(toActorId(id, context))) }),
  };
  const page: ProfilePageLeaf = {
    '@type': 'ProfilePage',
    '@id': url,
    name: actor.name,
    inLanguage: archive.site.language,
    ...describeHistory(actor, getMended(actor)),
    mainEntity: who,
  };
  const trail = [
    { name: pages.site.actors, url: at.actors },
    { name: actor.name, url: at.actor(actor.id) },
  ];
  const claims = countClaims(actor.points) > maxLinks ? [] : describeClaims(actor.points, context);
  return toGraph([page, ...claims, describeTrail(trail, context)]);
}

/**
 * Returns the schema.org data of a digest's page: our own article, based on the original. Claims are
 * described on the pages of their subjects.
 */
export function describeArticle(article: Article, context: ViewContext): LinkedData {
  const { archive, at, pages } = context;
  const url = at.absolute(at.article(article.id));
  const page: ArticleLeaf = {
    '@type': 'Article',
    '@id': url,
    headline: article.translation ?? article.title,
    inLanguage: archive.site.language,
    datePublished: article.added,
    ...describeIssuer(getPicturePath('articles', article.id), context),
    ...describeHistory(article, latestSince(article.added, getArticleChanged(article))),
    about: article.events.slice(0, maxLinks).map((id) => refer(toEventId(id, context))),
    isBasedOn: describeOriginal(article, context),
  };
  const trail = [{ name: pages.site.articles, url: at.articles }, linkArticle(article.id, context)];
  return toGraph([page, describeTrail(trail, context)]);
}

/** Returns the schema.org data of a place's page: its location and Wikidata item. */
export function describePlacePage(place: NewsPlace, context: ViewContext): LinkedData {
  const { at, pages } = context;
  const { coordinates, within } = place;
  const where: PlaceLeaf = {
    ...describePlace(place.id, context),
    url: at.absolute(at.place(place.id)),
    ...(coordinates === null
      ? {}
      : {
          geo: {
            '@type': 'GeoCoordinates',
            latitude: coordinates.latitude,
            longitude: coordinates.longitude,
          },
        }),
    ...(within === null ? {} : { containedInPlace: describePlace(within, context) }),
  };
  const trail = [{ name: pages.site.places, url: at.places }, linkPlace(place.id, context)];
  return toGraph([where, describeTrail(trail, context)]);
}

/** Returns the schema.org data of a source's page: its website and Wikidata item. */
export function describeSourcePage(source: Source, context: ViewContext): LinkedData {
  const { at, pages } = context;
  const outlet: NewsMediaOrganizationLeaf = {
    ...describeSource(source.id, context),
    ...(source.url === null ? {} : { url: source.url }),
    ...(source.about === null ? {} : { description: source.about }),
  };
  const trail = [{ name: pages.site.sources, url: at.sources }, linkSource(source.id, context)];
  return toGraph([outlet, describeTrail(trail, context)]);
}

/** Returns the schema.org data of the data page: a dataset with the addresses of its files. */
export function describeData(files: readonly string[], context: ViewContext): LinkedData {
  const { archive, at, pages } = context;
  const { title, tagline, language } = archive.site;
  const creator: OrganizationLeaf = {
    '@type': 'Organization',
    name: title,
    url: at.absolute(at.home),
  };
  const dataset: DatasetLeaf = {
    '@type': 'Dataset',
    '@id': `${at.absolute(at.data)}#_data`,
    url: at.absolute(at.data),
    name: title,
    // Search engines require at least fifty characters.
    description: [tagline, pages.data.description].filter((text) => text !== null).join(' '),
    inLanguage: language,
    license: pages.data.licenceUrl,
    isAccessibleForFree: true,
    creator,
    distribution: files.map((path) => ({
      '@type': 'DataDownload',
      contentUrl: at.absolute(path),
      encodingFormat: dataFormats[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/json',
    })),
  };
  return toGraph([dataset, describeTrail([{ name: pages.data.title, url: at.data }], context)]);
}

const dataFormats: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  sqlite: 'application/vnd.sqlite3',
};

const actorTypes = {
  person: 'Person',
  organisation: 'Organization',
  'state-body': 'GovernmentOrganization',
  outlet: 'NewsMediaOrganization',
} as const satisfies Record<Actor['kind'], string>;

function toGraph(things: readonly Described[]): LinkedData {
  return { '@context': 'https://schema.org', '@graph': things };
}

/** What is described elsewhere. */
function refer(id: string): { '@id': string } {
  return { '@id': id };
}

function toEventId(id: string, { at }: ViewContext): string {
  return `${at.absolute(at.event(id))}#_event`;
}

function toActorId(id: string, { at }: ViewContext): string {
  return `${at.absolute(at.actor(id))}#_actor`;
}

/** The original article of a digest, written and published by others. */
function describeOriginal(article: Article, context: ViewContext): NewsArticleLeaf {
  const { archive, at } = context;
  const url = getReadAt(article);
  const published = exactDatetime(atNoTime(article.published, archive.site.zone));
  const hasClock = article.published.type === 'single' && article.published.clock !== null;
  return {
    '@type': 'NewsArticle',
    '@id': `${at.absolute(at.article(article.id))}#_original`,
    headline: article.title,
    ...(url === null ? {} : { url }),
    ...(published === null || hasClock ? {} : { datePublished: published }),
    ...(article.by === null ? {} : { creditText: article.by }),
    ...(article.language === null ? {} : { inLanguage: article.language }),
    ...(article.archived === null ? {} : { archivedAt: article.archived }),
    publisher: describeSource(article.source, context),
  };
}

function describeSource(id: string, context: ViewContext) {
  const { name, url } = linkSource(id, context);
  const same = describeSame(context.archive.sourceById.get(id));
  return {
    '@type': 'NewsMediaOrganization',
    '@id': context.at.absolute(url),
    name,
    ...same,
  } as const satisfies NewsMediaOrganizationLeaf;
}

function describeActorBriefly(id: string, context: ViewContext): Whom {
  const { name } = linkActor(id, context);
  const kind = context.archive.actorById.get(id)?.kind ?? 'organisation';
  return { '@type': actorTypes[kind], '@id': toActorId(id, context), name };
}

function describePlace(id: string, context: ViewContext) {
  const { name, url } = linkPlace(id, context);
  const same = describeSame(context.archive.placeById.get(id));
  return {
    '@type': 'Place',
    '@id': context.at.absolute(url),
    name,
    ...same,
  } as const satisfies PlaceLeaf;
}

/** The matching Wikidata item. */
function describeSame(named: Named | undefined): { sameAs?: string } {
  return named?.wikidata ? { sameAs: `https://www.wikidata.org/wiki/${named.wikidata}` } : {};
}

/** The author and publisher of our page, and its picture. */
function describeIssuer(picture: string, { archive, at }: ViewContext) {
  const id = at.absolute(at.home);
  const issuer = { '@type': 'Organization', '@id': id, name: archive.site.title, url: id } as const;
  return {
    author: issuer,
    publisher: refer(id),
    image: at.absolute(at.file(picture)),
  };
}

function countClaims(points: readonly Point[]): number {
  return points.reduce((sum, { claims }) => sum + claims.length, 0);
}

function describeClaims(points: readonly Point[], context: ViewContext): ClaimLeaf[] {
  return points.flatMap(({ claims }) => claims.map((claim) => describeClaim(claim, context)));
}

function describeClaim(claim: Claim, context: ViewContext): ClaimLeaf {
  const { archive, at } = context;
  const page = at.absolute(at.article(claim.article));
  const url = at.absolute(getArticleUrl(claim.article, claimAnchor(claim, archive), context));
  const about =
    claim.about.type === 'event'
      ? toEventId(claim.about.id, context)
      : toActorId(claim.about.id, context);
  return {
    '@type': 'Claim',
    '@id': url,
    text: claim.says,
    about: refer(about),
    appearance: refer(`${page}#_original`),
    ...describeSpeaker(claim, context),
  };
}

/** A speaker without a page is credited in the article's words. */
function describeSpeaker(
  { speaker, article }: Claim,
  context: ViewContext,
): { author: { '@id': string } } | { creditText: string } {
  const { archive, at } = context;
  switch (speaker.type) {
    case 'actor':
      return { author: refer(toActorId(speaker.id, context)) };
    case 'source':
      return { author: refer(at.absolute(at.source(speaker.id))) };
    case 'article': {
      const source = archive.articleById.get(article)?.source ?? '';
      return { author: refer(at.absolute(at.source(source))) };
    }
    case 'nobody':
      return { creditText: speaker.as };
  }
}

/** Returns the day of a change, null if it isn't later than the given day. */
function latestSince(day: string, changed: string | null): string | null {
  return changed === day ? null : changed;
}

/** An editor's corrections, in the order they were written, and the day of the page's last change. */
function describeHistory(
  history: PageHistory | null,
  changed: string | null,
): {
  correction?: CorrectionCommentLeaf[];
  dateModified?: string;
} {
  const corrections = history?.corrections ?? [];
  return {
    ...(corrections.length === 0
      ? {}
      : {
          correction: corrections.map(({ date, reason }) => ({
            '@type': 'CorrectionComment',
            datePublished: date,
            text: reason,
          })),
        }),
    ...(changed === null ? {} : { dateModified: changed }),
  };
}

/** The exact first and last day of a lasting event. */
function describeSpan({ when }: NewsEvent, zone: string): { startDate?: string; endDate?: string } {
  if (when.date.type !== 'lasting') return {};
  const [from, to] = [toExactDay(when.date.from, zone), toExactDay(when.date.to, zone)];
  return { ...(from === null ? {} : { startDate: from }), ...(to === null ? {} : { endDate: to }) };
}

function toExactDay(end: PlainDate | 'open' | 'unknown', zone: string): string | null {
  if (typeof end === 'string') return null;
  const date: EdtfDate = { type: 'single', written: '', date: end, clock: null };
  return exactDatetime(atNoTime(date, zone));
}

function describeTrail(
  trail: readonly Pick<NamedLink, 'name' | 'url'>[],
  { archive, at }: ViewContext,
): BreadcrumbListLeaf {
  const home = { name: archive.site.title, url: at.home };
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [home, ...trail].map(({ name, url }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: at.absolute(url),
    })),
  };
}
