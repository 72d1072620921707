import type {
  Actor,
  Article,
  NewsEvent,
  NewsPlace,
  RetractedEvent,
  Source,
} from '../../model/archive.ts';
import type { Period, PeriodEvents } from '../dates/calendar.ts';
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

/** What a page says of itself where its address is shared, and to machines. */
export interface SharingView {
  readonly type: 'article' | 'profile' | 'website';
  /** The address of its picture, with the site's origin. */
  readonly picture: string;
  /** What the picture says, for whoever does not see it. */
  readonly pictureText: string;
  /** JSON-LD, to stand in an element as it is; null where the page has none. */
  readonly data: string | null;
  /** The days (YYYY-MM-DD) on which an article of ours was published, and last changed where it was since. */
  readonly published: string | null;
  readonly modified: string | null;
  /** The address of its oEmbed answer, with the site's origin; null where it has no card. */
  readonly oembed: string | null;
  /** What it says to programs that save it to be cited, and the files that they may take. */
  readonly tags: readonly CitationTag[];
  readonly citations: readonly CitationFile[];
}

/** What a page says of itself that is no article of ours, is not cited and has no card. */
const plain = {
  type: 'website',
  data: null,
  published: null,
  modified: null,
  oembed: null,
  tags: [],
  citations: [],
} as const satisfies Partial<SharingView>;

/** Returns what the page of an event says where it is shared. */
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

/** Returns what the page of an event that was taken back says where it is shared. */
export function viewRetractedSharing(event: RetractedEvent, context: ViewContext): SharingView {
  return {
    ...plain,
    ...viewPicture('events', event.id, viewRetractedPicture(event, context), context),
    oembed: findAnswer('events', event.id, context),
    citations: listCitationFiles('events', event.id, context),
  };
}

/** Returns what the page of an actor says where it is shared. */
export function viewActorSharing(actor: Actor, context: ViewContext): SharingView {
  return {
    ...plain,
    type: 'profile',
    ...viewPicture('actors', actor.id, viewActorPicture(actor, context), context),
    data: printLinkedData(describeActor(actor, context)),
    oembed: findAnswer('actors', actor.id, context),
  };
}

/** Returns what the page of a digest says where it is shared. */
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

/** Returns what the home page says where it is shared. */
export function viewHomeSharing(context: ViewContext): SharingView {
  return {
    ...share('home', 'home', viewHomePicture(context), context),
    oembed: context.at.absolute(context.at.file('oembed/timeline.json')),
  };
}

/** Returns what a page without a picture of its own says where it is shared: it has the site's, by its name alone. */
export function viewPlainSharing({ archive, at }: ViewContext): SharingView {
  const picture = at.absolute(at.file(getPicturePath('home', 'home')));
  return { ...plain, picture, pictureText: archive.site.title };
}

/** Returns what the page of a day says where it is shared. */
export function viewDaySharing(
  day: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): SharingView {
  return {
    ...share('days', day, viewDayPicture(day, periods, context), context),
    oembed: findAnswer('days', day, context),
  };
}

/** Returns what the page of a place says where it is shared. */
export function viewPlaceSharing(place: NewsPlace, context: ViewContext): SharingView {
  return {
    ...share('places', place.id, viewPlacePicture(place, context), context),
    data: printLinkedData(describePlacePage(place, context)),
  };
}

/** Returns what the page of a source says where it is shared. */
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
