import type { Actor, Article, NewsEvent } from '../model/archive.ts';
import type { ViewContext } from './context.ts';
import { isolate } from './foreign.ts';
import { describeActor, describeArticle, describeEvent, printLinkedData } from './linkedData.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewEventPicture,
  type PictureView,
} from './pictureView.ts';

/** What a page says of itself where its address is shared, and to machines. */
export interface SharingView {
  readonly type: 'article' | 'profile';
  /** The address of its picture, with the site's origin. */
  readonly picture: string;
  /** What the picture says, for whoever does not see it. */
  readonly pictureText: string;
  /** JSON-LD, to stand in an element as it is. */
  readonly data: string;
}

/** Gives what the page of an event says where it is shared. */
export function viewEventSharing(event: NewsEvent, context: ViewContext): SharingView {
  return {
    type: 'article',
    ...viewPicture('events', event.id, viewEventPicture(event, context), context),
    data: printLinkedData(describeEvent(event, context)),
  };
}

/** Gives what the page of an actor says where it is shared. */
export function viewActorSharing(actor: Actor, context: ViewContext): SharingView {
  return {
    type: 'profile',
    ...viewPicture('actors', actor.id, viewActorPicture(actor, context), context),
    data: printLinkedData(describeActor(actor, context)),
  };
}

/** Gives what the page of a digest says where it is shared. */
export function viewArticleSharing(article: Article, context: ViewContext): SharingView {
  return {
    type: 'article',
    ...viewPicture('articles', article.id, viewArticlePicture(article, context), context),
    data: printLinkedData(describeArticle(article, context)),
  };
}

function viewPicture(
  kind: Parameters<typeof getPicturePath>[0],
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
