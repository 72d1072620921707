import type { ViewContext } from '../../views/context.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewEventPicture,
  type PictureView,
} from '../../views/pictureView.ts';
import type { OutputFile } from '../listFiles.ts';
import { drawPicture } from './drawPicture.ts';

/** Gives the pictures of all events, actors and articles, none of them drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, actors, articles } = context.archive;
  return [
    ...events.map((event) =>
      toFile(getPicturePath('events', event.id), () => viewEventPicture(event, context)),
    ),
    ...actors.map((actor) =>
      toFile(getPicturePath('actors', actor.id), () => viewActorPicture(actor, context)),
    ),
    ...articles.map((article) =>
      toFile(getPicturePath('articles', article.id), () => viewArticlePicture(article, context)),
    ),
  ];
}

function toFile(path: string, view: () => PictureView): OutputFile {
  return {
    path,
    type: 'image/png',
    render: () => drawPicture(view()),
    once: { by: 'pictures', prints: () => JSON.stringify(view()) },
  };
}
