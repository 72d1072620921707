import type { ViewContext } from '../page/context.ts';
import { undated, type PartLink } from '../dates/yearParts.ts';
import { addPart, listDataQueries, type DataQuery } from './dataQueries.ts';
import { describeData, printLinkedData } from '../sharing/linkedData.ts';
import { renderFrame, renderFrameScript } from '../sharing/embedView.ts';

/** A file of the whole archive: its name and address, what it holds, and its JSON Schema where it has one. */
interface DataFile {
  readonly name: string;
  readonly url: string;
  readonly holds: string;
  readonly schema: string | null;
  /** The newest of its parts, where it is too large for one file. */
  readonly parts: readonly { readonly name: string; readonly url: string }[];
}

/** What the page of the data says. */
export interface DataView {
  readonly files: readonly DataFile[];
  /** The files that every event or article has, each with one as an example; none where there are no events. */
  readonly each: readonly { readonly text: string; readonly name: string; readonly url: string }[];
  readonly queries: readonly DataQuery[];
  /** The lines by which the database of a year is added to the newest; null where there is one database. */
  readonly addPart: string | null;
  /** The site’s data, as schema.org describes a dataset. */
  readonly dataset: string;
  /** The HTML that puts the timeline’s card into a page, and the lines that fit its frame. */
  readonly frame: string;
  readonly script: string;
  readonly licence: { readonly text: string; readonly name: string; readonly url: string | null };
}

/** Maximum number of parts of a file that the page leads to; the files themselves name all. */
const maxParts = 30;

/**
 * Returns what the page of the data says: the files, how to read them, and the cards for pages of others. `parts` are
 * those of each file that is too large, by its path.
 */
export function viewData(
  context: ViewContext,
  parts: ReadonlyMap<string, readonly PartLink[]> = new Map(),
): DataView {
  const { archive, at, pages } = context;
  const { files, each } = pages.data;
  const list = [
    ['data/events.json', files.events],
    ['data/actors.json', files.actors],
    ['data/claims.json', files.claims],
    ['data/articles.json', files.articles],
    ['data/events.csv', files.eventsCsv],
    ['data/claims.csv', files.claimsCsv],
    ['data/actors.csv', files.actorsCsv],
    ['data/articles.csv', files.articlesCsv],
    ['data/event_actors.csv', files.eventActorsCsv],
    ['data/accounts.csv', files.accountsCsv],
    ['data/sources.csv', files.sourcesCsv],
    ['data/places.csv', files.placesCsv],
    ['data/datapackage.json', files.dataPackage],
    ['data/archive.sqlite', files.database],
    ['data/timelinejs.json', files.timelineJs],
  ] as const;
  const [event] = archive.events;
  const [article] = archive.articles;
  const singles = [
    ...(event ? [[each.event, `events/${event.id}.json`] as const] : []),
    ...(article ? [[each.article, `articles/${article.id}.json`] as const] : []),
    ...(event ? [[each.oembed, `oembed/events/${event.id}.json`] as const] : []),
  ];
  const listParts = (path: string) => (parts.get(path) ?? []).slice(-maxParts);
  const databases = parts.get('data/archive.sqlite') ?? [];
  // The newest year is in the file itself.
  const newest = databases.findLast(({ period }) => period !== undated);
  const other = databases.find((part) => part !== newest);
  return {
    files: list.map(([path, holds]) => ({
      name: path.replace('data/', ''),
      url: at.file(path),
      holds,
      schema:
        path.endsWith('.json') && !/timelinejs|datapackage/.test(path)
          ? at.file(path.replace('.json', '.schema.json'))
          : null,
      parts: listParts(path).map(({ period, url }) => ({
        name: period === undated ? pages.data.undated : period,
        url,
      })),
    })),
    each: singles.map(([text, path]) => ({ text, name: path, url: at.file(path) })),
    queries: listDataQueries(pages),
    addPart: other ? addPart(other.period) : null,
    dataset: printLinkedData(
      describeData(
        list.flatMap(([path]) => [at.file(path), ...listParts(path).map(({ url }) => url)]),
        context,
      ),
    ),
    frame: renderFrame(at.embedTimeline, pages.embed.timeline(archive.site.title), context),
    script: renderFrameScript(context),
    licence: viewLicence(context),
  };
}

/** Returns the licence of what the site says in its own words: the one that site.md names, else ours. */
function viewLicence({ archive, pages }: ViewContext): DataView['licence'] {
  const { licence } = archive.site;
  const { licenceText, licenceName, licenceUrl, ownLicence } = pages.data;
  return licence
    ? { text: licence.text ?? ownLicence(licence.name), name: licence.name, url: licence.url }
    : { text: licenceText, name: licenceName, url: licenceUrl };
}
