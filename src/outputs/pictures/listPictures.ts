import type { Look } from '../../model/look.ts';
import type { Cell } from '../../model/prints.ts';
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
import { viewPalette, type Palette } from '../../views/page/lookView.ts';
import { listKnownIds } from '../../views/page/eventIds.ts';
import {
  readsOfActor,
  readsOfArticle,
  readsOfEvent,
  readsOfPeriod,
  readsOfPlace,
  readsOfRetracted,
  readsOfSource,
} from '../../views/reads.ts';
import { groupByPeriod, listDaysWithPage } from '../../views/dates/calendar.ts';
import type { OutputFile } from '../outputFile.ts';
import { drawPicture } from './drawPicture.ts';

/** Returns the share pictures of all pages that have one, including former ids, none drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, retracted, actors, articles, places, sources, site, permalinks } =
    context.archive;
  const periods = groupByPeriod(events, site.zone);
  const kinds = [
    pictureEach('home', ['home'], {
      ids: (home) => [home],
      view: () => viewHomePicture(context),
    }),
    // A day keeps its picture even if a corrected date has left it without events.
    pictureEach('days', listDaysWithPage(permalinks, periods), {
      ids: (day) => [day],
      reads: (day) => readsOfPeriod(day, periods, context),
      view: (day) => viewDayPicture(day, periods, context),
    }),
    pictureEach('places', places, {
      ids: getIds,
      reads: (place) => readsOfPlace(place, context),
      view: (place) => viewPlacePicture(place, context),
    }),
    pictureEach('sources', sources, {
      ids: getIds,
      reads: (source) => readsOfSource(source, context),
      view: (source) => viewSourcePicture(source, context),
    }),
    pictureEach('events', events, {
      ids: listKnownIds,
      reads: (event) => readsOfEvent(event, context),
      view: (event) => viewEventPicture(event, context),
    }),
    pictureEach('events', retracted, {
      ids: getIds,
      reads: readsOfRetracted,
      view: (event) => viewRetractedPicture(event, context),
    }),
    pictureEach('actors', actors, {
      ids: getIds,
      reads: (actor) => readsOfActor(actor, context),
      view: (actor) => viewActorPicture(actor, context),
    }),
    pictureEach('articles', articles, {
      ids: getIds,
      reads: (article) => readsOfArticle(article, context),
      view: (article) => viewArticlePicture(article, context),
    }),
  ];
  const palette = viewPalette(context);
  return kinds.flat().map((picture) => toFile(picture, palette, context.archive.look));
}

/** A picture of a page, and its dependencies; undefined if it depends on the whole archive. */
interface Picture {
  readonly path: string;
  readonly reads: (() => readonly Cell[]) | undefined;
  readonly view: () => PictureView;
}

/** How to picture a page of a kind, under each of its ids. */
interface Picturing<Page> {
  readonly ids: (page: Page) => readonly string[];
  readonly reads?: (page: Page) => readonly Cell[];
  readonly view: (page: Page) => PictureView;
}

function pictureEach<Page>(
  kind: PictureKind,
  pages: readonly Page[],
  { ids, reads, view }: Picturing<Page>,
): Picture[] {
  return pages.flatMap((page) =>
    ids(page).map((id) => ({
      path: getPicturePath(kind, id),
      reads: reads && (() => reads(page)),
      view: () => view(page),
    })),
  );
}

function getIds({ ids }: { readonly ids: readonly string[] }): readonly string[] {
  return ids;
}

function toFile({ path, reads, view }: Picture, palette: Palette, look: Look): OutputFile {
  return {
    path,
    ...(reads ? { reads } : {}),
    type: 'image/png',
    render: () => drawPicture(view(), palette, look),
    once: { by: 'pictures', prints: () => JSON.stringify([view(), palette]) },
  };
}
