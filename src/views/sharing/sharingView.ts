import type { Actor, Article, NewsEvent, NewsPlace, Source } from '../../model/archive.ts';
import type { Period, PeriodEvents } from '../dates/calendar.ts';
import type { ViewContext } from '../page/context.ts';
import { isolate } from '../page/foreign.ts';
import { describeActor, describeArticle, describeEvent, printLinkedData } from './linkedData.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewDayPicture,
  viewEventPicture,
  viewHomePicture,
  viewPlacePicture,
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
}

/** Returns what the page of an event says where it is shared. */
export function viewEventSharing(event: NewsEvent, context: ViewContext): SharingView {
  return {
    type: 'article',
    ...viewPicture('events', event.id, viewEventPicture(event, context), context),
    data: printLinkedData(describeEvent(event, context)),
  };
}

/** Returns what the page of an actor says where it is shared. */
export function viewActorSharing(actor: Actor, context: ViewContext): SharingView {
  return {
    type: 'profile',
    ...viewPicture('actors', actor.id, viewActorPicture(actor, context), context),
    data: printLinkedData(describeActor(actor, context)),
  };
}

/** Returns what the page of a digest says where it is shared. */
export function viewArticleSharing(article: Article, context: ViewContext): SharingView {
  return {
    type: 'article',
    ...viewPicture('articles', article.id, viewArticlePicture(article, context), context),
    data: printLinkedData(describeArticle(article, context)),
  };
}

/** Returns what the home page says where it is shared. */
export function viewHomeSharing(context: ViewContext): SharingView {
  return share('home', 'home', viewHomePicture(context), context);
}

/** Returns what the page of a day says where it is shared. */
export function viewDaySharing(
  day: Period,
  periods: ReadonlyMap<Period, PeriodEvents>,
  context: ViewContext,
): SharingView {
  return share('days', day, viewDayPicture(day, periods, context), context);
}

/** Returns what the page of a place says where it is shared. */
export function viewPlaceSharing(place: NewsPlace, context: ViewContext): SharingView {
  return share('places', place.id, viewPlacePicture(place, context), context);
}

/** Returns what the page of a source says where it is shared. */
export function viewSourceSharing(source: Source, context: ViewContext): SharingView {
  return share('sources', source.id, viewSourcePicture(source, context), context);
}

function share(
  kind: PictureKind,
  id: string,
  picture: PictureView,
  context: ViewContext,
): SharingView {
  return { type: 'website', ...viewPicture(kind, id, picture, context), data: null };
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
