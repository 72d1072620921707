import type { ViewContext } from '../page/context.ts';
import { undated, type PartLink } from '../dates/yearParts.ts';
import { addPart, listDataQueries, type DataQuery } from './dataQueries.ts';
import { describeData, printLinkedData } from '../sharing/linkedData.ts';
import { renderFrame, renderFrameScript } from '../sharing/embedView.ts';

/** A file of the whole archive: name, address, content, and JSON Schema if it has one. */
interface DataFile {
  readonly name: string;
  readonly url: string;
  readonly holds: string;
  readonly schema: string | null;
  /** The newest parts, if the file is split. */
  readonly parts: readonly { readonly name: string; readonly url: string }[];
}

/** The content of the page that describes the data. */
export interface DataView {
  readonly files: readonly DataFile[];
  /** The files of each event and article, with an example of each; empty if there are no events. */
  readonly each: readonly { readonly text: string; readonly name: string; readonly url: string }[];
  readonly queries: readonly DataQuery[];
  /** The SQL that adds a year's database to the newest; null if there is only one. */
  readonly addPart: string | null;
  /** The site’s data as a schema.org Dataset. */
  readonly dataset: string;
  /** The HTML that embeds the timeline’s card, and the script that resizes its frame. */
  readonly frame: string;
  readonly script: string;
  readonly licence: { readonly text: string; readonly name: string; readonly url: string | null };
}

/** Maximum number of parts that the page links for one file; the file itself lists all. */
const maxParts = 30;

/**
 * Returns the content of the data page: the files, how to read them, and the embeddable cards. `parts` are
 * those of each split file, by path.
 */
export function viewData(
  context: ViewContext,
  parts: ReadonlyMap<string, readonly PartLink[]> = new Map(),
): DataView {
  const { archive, at, pages } = context;
  const list = listWholeFiles(pages.data.files);
  const listParts = (path: string) => (parts.get(path) ?? []).slice(-maxParts);
  const databases = parts.get('data/archive.sqlite') ?? [];
  // The newest year is in the main file.
  const newest = databases.findLast(({ period }) => period !== undated);
  const other = databases.find((part) => part !== newest);
  return {
    files: list.map(([path, holds]) => ({
      name: path.replace('data/', ''),
      url: at.file(path),
      holds,
      schema: hasSchema(path) ? at.file(path.replace('.json', '.schema.json')) : null,
      parts: listParts(path).map(({ period, url }) => ({
        name: period === undated ? pages.data.undated : period,
        url,
      })),
    })),
    each: listExamples(context),
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

/** Returns the paths of the files of the whole archive, and what each holds. */
function listWholeFiles(words: ViewContext['pages']['data']['files']) {
  return [
    ['data/events.json', words.events],
    ['data/actors.json', words.actors],
    ['data/claims.json', words.claims],
    ['data/articles.json', words.articles],
    ['data/events.csv', words.eventsCsv],
    ['data/claims.csv', words.claimsCsv],
    ['data/actors.csv', words.actorsCsv],
    ['data/articles.csv', words.articlesCsv],
    ['data/event_actors.csv', words.eventActorsCsv],
    ['data/accounts.csv', words.accountsCsv],
    ['data/sources.csv', words.sourcesCsv],
    ['data/places.csv', words.placesCsv],
    ['data/datapackage.json', words.dataPackage],
    ['data/archive.sqlite', words.database],
    ['data/timelinejs.json', words.timelineJs],
  ] as const;
}

/** Returns whether a file has a JSON Schema; other programs define the form of the rest. */
function hasSchema(path: string): boolean {
  return path.endsWith('.json') && !/timelinejs|datapackage/.test(path);
}

/** Returns the files of the first event and article. */
function listExamples({ archive, at, pages }: ViewContext): DataView['each'] {
  const words = pages.data.each;
  const [event] = archive.events;
  const [article] = archive.articles;
  const examples = [
    ...(event ? [[words.event, `events/${event.id}.json`] as const] : []),
    ...(article ? [[words.article, `articles/${article.id}.json`] as const] : []),
    ...(event ? [[words.oembed, `oembed/events/${event.id}.json`] as const] : []),
  ];
  return examples.map(([text, path]) => ({ text, name: path, url: at.file(path) }));
}

/** Returns the licence of the site's own words: from site.md, else ours. */
function viewLicence({ archive, pages }: ViewContext): DataView['licence'] {
  const { licence } = archive.site;
  const { licenceText, licenceName, licenceUrl, ownLicence } = pages.data;
  return licence
    ? { text: licence.text ?? ownLicence(licence.name), name: licence.name, url: licence.url }
    : { text: licenceText, name: licenceName, url: licenceUrl };
}
