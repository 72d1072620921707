import type {
  Actor,
  Article,
  NewsEvent,
  NewsPlace,
  RetractedEvent,
  Source,
} from '../../model/archive.ts';
import type { Period } from '../dates/calendar.ts';
import type { ViewContext } from '../page/context.ts';
import { isolate } from '../page/foreign.ts';
import { getAdded, getArticleChanged, getChanged } from '../history/changes.ts';
import {
  listCitationFiles,
  tagArticle,
  tagEvent,
  type CitationFile,
  type CitationTag,
} from './citationView.ts';
import {
  describeActor,
  describeArticle,
  describeEvent,
  describePlacePage,
  describeSourcePage,
  printLinkedData,
} from './linkedData.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewDayPicture,
  viewEventPicture,
  viewHomePicture,
  viewPlacePicture,
  viewRetractedPicture,
  viewSourcePicture,
  type PictureKind,
  type PictureView,
} from './pictureView.ts';

/** What a page provides for sharing and for machines. */
export interface SharingView {
  readonly type: 'article' | 'profile' | 'website';
  /** The absolute address of the page's picture. */
  readonly picture: string;
  /** The picture's alternative text. */
  readonly pictureText: string;
  /** JSON-LD, escaped for a script element; null if the page has none. */
  readonly data: string | null;
  /** The days (YYYY-MM-DD) on which our article was published, and last changed if it was changed since. */
  readonly published: string | null;
  readonly modified: string | null;
  /** The absolute address of the oEmbed response; null if the page has no card. */
  readonly oembed: string | null;
  /** The tags for reference managers, and the citation files. */
  readonly tags: readonly CitationTag[];
  readonly citations: readonly CitationFile[];
}

/** The defaults for a page that isn't an article of ours, has no citation and no card. */
const plain = {
  type: 'website',
  data: null,
  published: null,
  modified: null,
  oembed: null,
  tags: [],
  citations: [],
} as const satisfies Partial<SharingView>;

/** Returns the sharing data of an event's page. */
export function viewEventSharing(event: NewsEvent, context: ViewContext): SharingView {
  return {
    type: 'article',
    ...viewPicture('events', event.id, viewEventPicture(event, context), context),
    data: printLinkedData(describeEvent(event, context)),
    ...viewDays(getAdded(event), getChanged(event)),
    oembed: findAnswer('events', event.id, context),
    tags: tagEvent(event, context),
    citations: listCitationFiles('events', event.id, context),
  };
}

/** Returns the sharing data of a retracted event's page. */
export function viewRetractedSharing(event: RetractedEvent, context: ViewContext): SharingView {
  return {
    ...plain,
    ...viewPicture('events', event.id, viewRetractedPicture(event, context), context),
    oembed: findAnswer('events', event.id, context),
    citations: listCitationFiles('events', event.id, context),
  };
}

/** Returns the sharing data of an actor's page. */
export function viewActorSharing(actor: Actor, context: ViewContext): SharingView {
  return {
    ...plain,
    type: 'profile',
    ...viewPicture('actors', actor.id, viewActorPicture(actor, context), context),
    data: printLinkedData(describeActor(actor, context)),
    oembed: findAnswer('actors', actor.id, context),
  };
}

/** Returns the sharing data of a digest's page. */
export function viewArticleSharing(article: Article, context: ViewContext): SharingView {
  return {
    ...plain,
    type: 'article',
    ...viewPicture('articles', article.id, viewArticlePicture(article, context), context),
    data: printLinkedData(describeArticle(article, context)),
    ...viewDays(article.added, getArticleChanged(article)),
    tags: tagArticle(article, context),
    citations: listCitationFiles('articles', article.id, context),
  };
}

/** Returns the sharing data of the home page. */
export function viewHomeSharing(context: ViewContext): SharingView {
  return {
    ...share('home', 'home', viewHomePicture(context), context),
    oembed: context.at.absolute(context.at.file('oembed/timeline.json')),
  };
}

/**
 * Returns the sharing data of a page without its own picture: it uses the site's picture, described by the
 * site's name.
 */
export function viewPlainSharing({ archive, at }: ViewContext): SharingView {
  const picture = at.absolute(at.file(getPicturePath('home', 'home')));
  return { ...plain, picture, pictureText: archive.site.title };
}

/** Returns the sharing data of a day's page. */
export function viewDaySharing(day: Period, context: ViewContext): SharingView {
  return {
    ...share('days', day, viewDayPicture(day, context), context),
    oembed: findAnswer('days', day, context),
  };
}

/** Returns the sharing data of a place's page. */
export function viewPlaceSharing(place: NewsPlace, context: ViewContext): SharingView {
  return {
    ...share('places', place.id, viewPlacePicture(place, context), context),
    data: printLinkedData(describePlacePage(place, context)),
  };
}

/** Returns the sharing data of a source's page. */
export function viewSourceSharing(source: Source, context: ViewContext): SharingView {
  return {
    ...share('sources', source.id, viewSourcePicture(source, context), context),
    data: printLinkedData(describeSourcePage(source, context)),
  };
}

function share(
  kind: PictureKind,
  id: string,
  picture: PictureView,
  context: ViewContext,
): SharingView {
  return { ...plain, ...viewPicture(kind, id, picture, context) };
}

function findAnswer(folder: 'events' | 'actors' | 'days', id: string, { at }: ViewContext): string {
  return at.absolute(at.file(`oembed/${folder}/${id}.json`));
}

function viewDays(
  published: string | null,
  changed: string | null,
): Pick<SharingView, 'published' | 'modified'> {
  return { published, modified: changed === published ? null : changed };
}

function viewPicture(
  kind: PictureKind,
  id: string,
  { over, title, also, sources, marks }: PictureView,
  { at, pages }: ViewContext,
): Pick<SharingView, 'picture' | 'pictureText'> {
  return {
    picture: at.absolute(at.file(getPicturePath(kind, id))),
    pictureText: pages.sharing.picture([
      over,
      ...[title, ...also].map(({ text, language }) =>
        language === null ? text : isolate(text, language),
      ),
      sources,
      ...marks,
    ]),
  };
}
