import type { NewsEvent, RetractedEvent } from '../model/archive.ts';
import { viewActorAgenda, viewAgenda } from '../views/data/agendaView.ts';
import { findPeriods, listDaysWithPage } from '../views/dates/calendar.ts';
import type { ViewContext } from '../views/page/context.ts';
import { createFeeds, type FeedView } from '../views/data/feedView.ts';
import { listKnownIds } from '../views/page/eventIds.ts';
import type { ListFile, OutputFile } from './outputFile.ts';
import { listCitations } from './citations/listCitations.ts';
import { listPictures } from './pictures/listPictures.ts';
import { renderActorsJson } from './actorsJson.ts';
import { renderArticleJson } from './articlesJson.ts';
import { listDatabases } from './database.ts';
import { listDataFiles, toListFile, type Measure } from './dataParts.ts';
import { renderDataPackage } from './dataPackage.ts';
import { renderEventJson, renderRetractedJson } from './eventsJson.ts';
import {
  renderActorOembed,
  renderDayOembed,
  renderEventOembed,
  renderTimelineOembed,
} from './oembedJson.ts';
import { actorsFile, articlesFile, claimsFile, eventsFile, renderSchema } from './schemas.ts';
import { listTimelineJs } from './timelineJs.ts';
import { renderCalendar } from './calendar.ts';
import { renderAtom, renderJsonFeed } from './feeds.ts';
import { renderManifest, renderRobots } from './siteFiles.ts';
import { listSitemaps } from './sitemaps.ts';

const json = 'application/json; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
const svg = 'image/svg+xml; charset=utf-8';
const atomFeed = 'application/atom+xml; charset=utf-8';
const jsonFeed = 'application/feed+json; charset=utf-8';

/**
 * Returns every file of the site that is not a page, which a build writes and `dev` serves. A new file
 * extension needs a route in `pages/`.
 */
export function listFiles(context: ViewContext): OutputFile[] {
  return [...listLists(context), ...listOthers(context)];
}

/** Returns the files that are not lists of the archive. */
export function listOthers(context: ViewContext): OutputFile[] {
  return [
    { path: 'data/actors.json', type: json, render: () => renderActorsJson(context) },
    ...listSchemas(),
    { path: 'data/datapackage.json', type: json, render: () => renderDataPackage(context) },
    ...listDatabases(context),
    ...listSingles(context),
    ...listPictures(context),
    ...listCitations(context),
    ...listFeeds(context),
    {
      path: 'calendar.ics',
      type: 'text/calendar; charset=utf-8',
      render: () => renderCalendar(viewAgenda(context)),
    },
    ...context.archive.actors.flatMap((actor) =>
      actor.ids.map((id) => ({
        path: `calendar/actors/${id}.ics`,
        type: 'text/calendar; charset=utf-8',
        render: () => renderCalendar(viewActorAgenda(actor, context)),
      })),
    ),
    ...listSitemaps(context).map((file) => ({ ...file, type: xml })),
    { path: 'robots.txt', type: 'text/plain; charset=utf-8', render: () => renderRobots(context) },
    ...(context.archive.look.logo
      ? [{ path: 'logo.svg', type: svg, render: () => context.archive.look.logo?.svg ?? '' }]
      : []),
    ...Object.entries(context.archive.look.fonts).map(([name, { path }]) => ({
      path,
      type: 'font/woff2',
      render: () => Buffer.from(context.archive.look.fonts[name]?.base64 ?? '', 'base64'),
    })),
    {
      path: 'site.webmanifest',
      type: 'application/manifest+json; charset=utf-8',
      render: () => renderManifest(context),
    },
  ];
}

/** Returns the files that list the archive, entry by entry. */
export function listLists(context: ViewContext, measure?: Measure): ListFile[] {
  return [
    ...listDataFiles(context, measure),
    toListFile('data/timelinejs.json', json, () => listTimelineJs(context)),
  ];
}

/** Returns the schemas of the data, which are the same for every archive. */
function listSchemas(): OutputFile[] {
  const files = {
    events: eventsFile,
    actors: actorsFile,
    claims: claimsFile,
    articles: articlesFile,
  };
  return Object.entries(files).map(([name, file]) => ({
    path: `data/${name}.schema.json`,
    type: json,
    render: () => renderSchema(file),
  }));
}

/**
 * Returns the files of single events, days, actors and articles, including retracted events and former ids.
 */
function listSingles(context: ViewContext): OutputFile[] {
  const { actors, articles, events, permalinks, retracted } = context.archive;
  const ofEvent = (
    event: NewsEvent | RetractedEvent,
    ids: readonly string[],
    render: () => string,
  ): OutputFile[] =>
    ids.flatMap((id) => [
      { path: `events/${id}.json`, type: json, render },
      {
        path: `oembed/events/${id}.json`,
        type: json,
        render: () => renderEventOembed(event, context),
      },
    ]);
  return [
    ...events.flatMap((event) =>
      ofEvent(event, listKnownIds(event), () => renderEventJson(event, context)),
    ),
    ...retracted.flatMap((event) =>
      ofEvent(event, event.ids, () => renderRetractedJson(event, context)),
    ),
    ...actors.flatMap((actor) =>
      actor.ids.map((id) => ({
        path: `oembed/actors/${id}.json`,
        type: json,
        render: () => renderActorOembed(actor, context),
      })),
    ),
    ...listDaysWithPage(permalinks, findPeriods(context.archive)).map((day) => ({
      path: `oembed/days/${day}.json`,
      type: json,
      render: () => renderDayOembed(day, context),
    })),
    { path: 'oembed/timeline.json', type: json, render: () => renderTimelineOembed(context) },
    ...articles.flatMap((article) =>
      article.ids.map((id) => ({
        path: `articles/${id}.json`,
        type: json,
        render: () => renderArticleJson(article, context),
      })),
    ),
  ];
}

/**
 * Returns the feeds of the site and of each actor, including former ids, so that subscribers keep receiving
 * them.
 */
function listFeeds(context: ViewContext): OutputFile[] {
  const { actors } = context.archive;
  const feeds = createFeeds(context);
  const list = (folder: string, view: () => FeedView): OutputFile[] => [
    {
      path: `${folder}feed.xml`,
      type: atomFeed,
      render: () => renderAtom(view()),
    },
    {
      path: `${folder}feed.json`,
      type: jsonFeed,
      render: () => renderJsonFeed(view()),
    },
  ];
  return [
    ...list('', () => feeds.ofSite()),
    ...actors.flatMap((actor) =>
      actor.ids.flatMap((id) => list(`actors/${id}/`, () => feeds.ofActor(actor))),
    ),
  ];
}
