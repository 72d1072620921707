import type { Cell } from '../../model/prints.ts';
import type { ViewContext } from '../../views/context.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewEventPicture,
  type PictureView,
} from '../../views/pictureView.ts';
import { readsOfActor, readsOfArticle, readsOfEvent } from '../../views/reads.ts';
import type { OutputFile } from '../listFiles.ts';
import { drawPicture } from './drawPicture.ts';

/** Gives the pictures of all events, actors and articles, none of them drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, actors, articles } = context.archive;
  return [
    ...events.map((event) =>
      toFile(
        getPicturePath('events', event.id),
        () => readsOfEvent(event, context),
        () => viewEventPicture(event, context),
      ),
    ),
    ...actors.map((actor) =>
      toFile(
        getPicturePath('actors', actor.id),
        () => readsOfActor(actor, context),
        () => viewActorPicture(actor, context),
      ),
    ),
    ...articles.map((article) =>
      toFile(
        getPicturePath('articles', article.id),
        () => readsOfArticle(article, context),
        () => viewArticlePicture(article, context),
      ),
    ),
  ];
}

function toFile(path: string, reads: () => readonly Cell[], view: () => PictureView): OutputFile {
  return {
    path,
    reads,
    type: 'image/png',
    render: () => drawPicture(view()),
    once: { by: 'pictures', prints: () => JSON.stringify(view()) },
  };
}
