import { viewAgenda } from '../views/agendaView.ts';
import type { ViewContext } from '../views/context.ts';
import { openFeeds, type FeedView } from '../views/feedView.ts';
import { listCitations } from './citations/listCitations.ts';
import { listPictures } from './pictures/listPictures.ts';
import { renderActorsJson } from './actorsJson.ts';
import { renderCalendar } from './calendar.ts';
import { renderClaimsJson } from './claimsJson.ts';
import { renderEventsJson } from './eventsJson.ts';
import { renderAtom, renderJsonFeed } from './feeds.ts';
import { actorsFile, claimsFile, eventsFile, renderSchema } from './schemas.ts';
import { renderManifest, renderRobots } from './siteFiles.ts';
import { listSitemaps } from './sitemaps.ts';

/** One file of the site that is not a page. */
export interface OutputFile {
  /** Its path below the site's root, without a leading slash: `data/events.json`. */
  readonly path: string;
  /** Its media type, as a server says it. */
  readonly type: string;
  /** Gives what is in it: a text in UTF-8, or bytes. Asked only where the file is written. */
  readonly render: () => string | Uint8Array | Promise<string | Uint8Array>;
  /** Where there may be thousands like it: a build keeps what it has made from the same. */
  readonly once?: {
    /** The folder of `outputs/` with all of the code that makes it. */
    readonly by: 'pictures' | 'citations';
    /** Gives all that it is made from, as text. */
    readonly prints: () => string;
  };
}

const json = 'application/json; charset=utf-8';
const xml = 'application/xml; charset=utf-8';
const atomFeed = 'application/atom+xml; charset=utf-8';
const jsonFeed = 'application/feed+json; charset=utf-8';

/** Takes what a view takes; gives every file of the site that is not a page: what a build writes and `dev` serves. A new ending needs a route in `pages/`. */
export function listFiles(context: ViewContext): OutputFile[] {
  return [
    { path: 'data/events.json', type: json, render: () => renderEventsJson(context) },
    { path: 'data/actors.json', type: json, render: () => renderActorsJson(context) },
    { path: 'data/claims.json', type: json, render: () => renderClaimsJson(context) },
    { path: 'data/events.schema.json', type: json, render: () => renderSchema(eventsFile) },
    { path: 'data/actors.schema.json', type: json, render: () => renderSchema(actorsFile) },
    { path: 'data/claims.schema.json', type: json, render: () => renderSchema(claimsFile) },
    ...listPictures(context),
    ...listCitations(context),
    ...listFeeds(context),
    {
      path: 'calendar.ics',
      type: 'text/calendar; charset=utf-8',
      render: () => renderCalendar(viewAgenda(context)),
    },
    ...listSitemaps(context).map((file) => ({ ...file, type: xml })),
    { path: 'robots.txt', type: 'text/plain; charset=utf-8', render: () => renderRobots(context) },
    {
      path: 'site.webmanifest',
      type: 'application/manifest+json; charset=utf-8',
      render: () => renderManifest(context),
    },
  ];
}

/** The feeds of the site and of each actor; who follows an actor by its former address goes on to. */
function listFeeds(context: ViewContext): OutputFile[] {
  const { actors, actorById, renamed } = context.archive;
  const feeds = openFeeds(context);
  const list = (folder: string, view: () => FeedView): OutputFile[] => [
    { path: `${folder}feed.xml`, type: atomFeed, render: () => renderAtom(view()) },
    { path: `${folder}feed.json`, type: jsonFeed, render: () => renderJsonFeed(view()) },
  ];
  return [
    ...list('', () => feeds.ofSite()),
    ...actors.flatMap((actor) => list(`actors/${actor.id}/`, () => feeds.ofActor(actor))),
    ...renamed.flatMap(({ kind, from, to }) => {
      const actor = kind === 'actor' ? actorById.get(to) : undefined;
      return actor ? list(`actors/${from}/`, () => feeds.ofActor(actor)) : [];
    }),
  ];
}
