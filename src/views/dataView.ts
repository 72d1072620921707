import type { ViewContext } from './context.ts';
import { renderFrame, renderFrameScript } from './embedView.ts';

/** A file of the whole archive: its name and address, what it holds, and its JSON Schema where it has one. */
interface DataFile {
  readonly name: string;
  readonly url: string;
  readonly holds: string;
  readonly schema: string | null;
}

/** What the page of the data says. */
export interface DataView {
  readonly files: readonly DataFile[];
  /** The files that every event or article has, each with one as an example; none where there are no events. */
  readonly each: readonly { readonly text: string; readonly name: string; readonly url: string }[];
  /** The HTML that puts the timeline’s card into a page, and the lines that fit its frame. */
  readonly frame: string;
  readonly script: string;
  readonly licence: { readonly text: string; readonly name: string; readonly url: string | null };
}

/** Gives what the page of the data says: the files, how to read them, and the cards for pages of others. */
export function viewData(context: ViewContext): DataView {
  const { archive, at, pages } = context;
  const { files, each } = pages.data;
  const list = [
    ['data/events.json', files.events],
    ['data/actors.json', files.actors],
    ['data/claims.json', files.claims],
    ['data/articles.json', files.articles],
    ['data/events.csv', files.eventsCsv],
    ['data/claims.csv', files.claimsCsv],
    ['data/timelinejs.json', files.timelineJs],
  ] as const;
  const [event] = archive.events;
  const [article] = archive.articles;
  const singles = [
    ...(event ? [[each.event, `events/${event.id}.json`] as const] : []),
    ...(article ? [[each.article, `articles/${article.id}.json`] as const] : []),
    ...(event ? [[each.oembed, `oembed/events/${event.id}.json`] as const] : []),
  ];
  return {
    files: list.map(([path, holds]) => ({
      name: path.replace('data/', ''),
      url: at.file(path),
      holds,
      schema:
        path.endsWith('.json') && !path.includes('timelinejs')
          ? at.file(path.replace('.json', '.schema.json'))
          : null,
    })),
    each: singles.map(([text, path]) => ({ text, name: path, url: at.file(path) })),
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
