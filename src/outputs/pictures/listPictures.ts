import type { ViewContext } from '../../views/page/context.ts';
import {
  getPicturePath,
  viewActorPicture,
  viewArticlePicture,
  viewDayPicture,
  viewEventPicture,
  viewHomePicture,
  viewPlacePicture,
  viewSourcePicture,
  viewRetractedPicture,
  type PictureKind,
  type PictureView,
} from '../../views/sharing/pictureView.ts';
import { viewPalette } from '../../views/page/lookView.ts';
import { listKnownIds } from '../../views/page/eventIds.ts';
import { findPeriods, listDaysWithPage } from '../../views/dates/calendar.ts';
import type { OutputFile } from '../outputFile.ts';
import { drawPicture } from './drawPicture.ts';

/** Returns the share pictures of all pages that have one, including former ids, none drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, retracted, actors, articles, places, sources, permalinks } = context.archive;
  const kinds = [
    pictureEach('home', ['home'], {
      ids: (home) => [home],
      view: () => viewHomePicture(context),
    }),
    // A day keeps its picture even if a corrected date has left it without events.
    pictureEach('days', listDaysWithPage(permalinks, findPeriods(context.archive)), {
      ids: (day) => [day],
      view: (day) => viewDayPicture(day, context),
    }),
    pictureEach('places', places, {
      ids: getIds,
      view: (place) => viewPlacePicture(place, context),
    }),
    pictureEach('sources', sources, {
      ids: getIds,
      view: (source) => viewSourcePicture(source, context),
    }),
    pictureEach('events', events, {
      ids: listKnownIds,
      view: (event) => viewEventPicture(event, context),
    }),
    pictureEach('events', retracted, {
      ids: getIds,
      view: (event) => viewRetractedPicture(event, context),
    }),
    pictureEach('actors', actors, {
      ids: getIds,
      view: (actor) => viewActorPicture(actor, context),
    }),
    pictureEach('articles', articles, {
      ids: getIds,
      view: (article) => viewArticlePicture(article, context),
    }),
  ];
  return kinds.flat().map((picture) => toFile(picture, context));
}

/** A picture of a page. */
interface Picture {
  readonly path: string;
  readonly view: () => PictureView;
}

/** How to picture a page of a kind, under each of its ids. */
interface Picturing<Page> {
  readonly ids: (page: Page) => readonly string[];
  readonly view: (page: Page) => PictureView;
}

function pictureEach<Page>(
  kind: PictureKind,
  pages: readonly Page[],
  { ids, view }: Picturing<Page>,
): Picture[] {
  return pages.flatMap((page) =>
    ids(page).map((id) => ({
      path: getPicturePath(kind, id),
      view: () => view(page),
    })),
  );
}

function getIds({ ids }: { readonly ids: readonly string[] }): readonly string[] {
  return ids;
}

function toFile({ path, view }: Picture, context: ViewContext): OutputFile {
  return {
    path,
    type: 'image/png',
    render: () => drawPicture(view(), viewPalette(context), context.archive.look),
    getInput: () => JSON.stringify([view(), viewPalette(context)]),
    cached: { maker: 'pictures' },
  };
}
