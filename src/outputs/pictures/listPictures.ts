import type { Cell } from '../../model/prints.ts';
import type { ViewContext } from '../../views/context.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewEventPicture,
  viewRetractedPicture,
  type PictureView,
} from '../../views/pictureView.ts';
import { viewPalette, type Palette } from '../../views/lookView.ts';
import { listKnownIds } from '../../views/permalinks.ts';
import { readsOfActor, readsOfArticle, readsOfEvent, readsOfRetracted } from '../../views/reads.ts';
import type { OutputFile } from '../listFiles.ts';
import { drawPicture } from './drawPicture.ts';

/** Gives the pictures of all events, actors and articles, also under the ids that they had before, none of them drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, retracted, actors, articles } = context.archive;
  const toFiles = createLister(viewPalette(context));
  return [
    ...events.flatMap((event) =>
      toFiles(
        'events',
        listKnownIds(event),
        () => readsOfEvent(event, context),
        () => viewEventPicture(event, context),
      ),
    ),
    ...retracted.flatMap((event) =>
      toFiles(
        'events',
        event.ids,
        () => readsOfRetracted(event),
        () => viewRetractedPicture(event, context),
      ),
    ),
    ...actors.flatMap((actor) =>
      toFiles(
        'actors',
        actor.ids,
        () => readsOfActor(actor, context),
        () => viewActorPicture(actor, context),
      ),
    ),
    ...articles.flatMap((article) =>
      toFiles(
        'articles',
        article.ids,
        () => readsOfArticle(article, context),
        () => viewArticlePicture(article, context),
      ),
    ),
  ];
}

function createLister(palette: Palette) {
  return (
    kind: Parameters<typeof getPicturePath>[0],
    ids: readonly string[],
    reads: () => readonly Cell[],
    view: () => PictureView,
  ): OutputFile[] =>
    ids.map((id) => ({
      path: getPicturePath(kind, id),
      reads,
      type: 'image/png',
      render: () => drawPicture(view(), palette),
      once: { by: 'pictures', prints: () => JSON.stringify([view(), palette]) },
    }));
}
