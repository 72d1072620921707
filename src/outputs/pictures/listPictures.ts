import type { Look } from '../../model/look.ts';
import type { DependencyKey } from '../../model/fingerprints.ts';
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
  getActorDependencies,
  getArticleDependencies,
  getEventDependencies,
  getPeriodDependencies,
  getPlaceDependencies,
  getRetractedEventDependencies,
  getSourceDependencies,
} from '../../views/dependencies.ts';
import { groupByPeriod, listDaysWithPage } from '../../views/dates/calendar.ts';
import type { OutputFile } from '../outputFile.ts';
import { drawPicture } from './drawPicture.ts';

/** Returns the share pictures of all pages that have one, including former ids, none drawn yet. */
export function listPictures(context: ViewContext): OutputFile[] {
  const { events, retracted, actors, articles, places, sources, site, permalinks } =
    context.archive;
  const toFiles = createLister(viewPalette(context), context.archive.look);
  const periods = groupByPeriod(events, site.zone);
  return [
    ...toFiles('home', ['home'], undefined, () => viewHomePicture(context)),
    // A day keeps its picture even if a corrected date has left it without events.
    ...listDaysWithPage(permalinks, periods).flatMap((day) =>
      toFiles(
        'days',
        [day],
        () => getPeriodDependencies(day, periods, context),
        () => viewDayPicture(day, periods, context),
      ),
    ),
    ...places.flatMap((place) =>
      toFiles(
        'places',
        place.ids,
        () => getPlaceDependencies(place, context),
        () => viewPlacePicture(place, context),
      ),
    ),
    ...sources.flatMap((source) =>
      toFiles(
        'sources',
        source.ids,
        () => getSourceDependencies(source, context),
        () => viewSourcePicture(source, context),
      ),
    ),
    ...events.flatMap((event) =>
      toFiles(
        'events',
        listKnownIds(event),
        () => getEventDependencies(event, context),
        () => viewEventPicture(event, context),
      ),
    ),
    ...retracted.flatMap((event) =>
      toFiles(
        'events',
        event.ids,
        () => getRetractedEventDependencies(event),
        () => viewRetractedPicture(event, context),
      ),
    ),
    ...actors.flatMap((actor) =>
      toFiles(
        'actors',
        actor.ids,
        () => getActorDependencies(actor, context),
        () => viewActorPicture(actor, context),
      ),
    ),
    ...articles.flatMap((article) =>
      toFiles(
        'articles',
        article.ids,
        () => getArticleDependencies(article, context),
        () => viewArticlePicture(article, context),
      ),
    ),
  ];
}

function createLister(palette: Palette, look: Look) {
  return (
    kind: PictureKind,
    ids: readonly string[],
    dependencies: (() => readonly DependencyKey[]) | undefined,
    view: () => PictureView,
  ): OutputFile[] =>
    ids.map((id) => ({
      path: getPicturePath(kind, id),
      ...(dependencies ? { dependencies } : {}),
      type: 'image/png',
      render: () => drawPicture(view(), palette, look),
      cached: { maker: 'pictures', getInput: () => JSON.stringify([view(), palette]) },
    }));
}
