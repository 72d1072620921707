import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import type { FeedEntry } from '../views/data/feedEntries.ts';
import type { FeedView } from '../views/data/feedView.ts';
import { toLegalText } from './legalText.ts';

/** Returns a feed as Atom (RFC 4287). */
export function renderAtom(feed: FeedView): string {
  const xml = generateAtomFeed(
    {
      id: feed.id,
      title: { value: feed.title, type: 'text' },
      subtitle: { value: feed.about, type: 'text' },
      updated: new Date(feed.updated),
      authors: [{ name: feed.author }],
      links: [
        { rel: 'self', href: feed.atom, type: 'application/atom+xml' },
        { rel: 'alternate', href: feed.page, type: 'text/html', hreflang: feed.language },
        { rel: 'alternate', href: feed.json, type: 'application/feed+json' },
      ],
      xml: { lang: feed.language },
      entries: feed.entries.map((entry) => ({
        id: entry.id,
        title: { value: entry.title, type: 'text' },
        links: [{ rel: 'alternate', href: entry.url, type: 'text/html' }],
        updated: new Date(entry.updated),
        ...(entry.published === null ? {} : { published: new Date(entry.published) }),
        categories: entry.actors.map(({ id, name, url }) => ({
          term: id,
          scheme: url.slice(0, -`${id}/`.length),
          label: name,
        })),
        summary: { value: entry.summary, type: 'text' },
        content: { value: entry.html, type: 'html' },
      })),
    },
    { strict: true },
  );
  return toLegalText(`${xml.trimEnd()}\n`);
}

/** Returns a feed as JSON Feed 1.1. */
export function renderJsonFeed(feed: FeedView): string {
  const json = generateJsonFeed(
    {
      title: feed.title,
      description: feed.about,
      home_page_url: feed.page,
      feed_url: feed.json,
      language: feed.language,
      authors: [{ name: feed.author, url: feed.page }],
      items: feed.entries.map((entry) => toItem(entry)),
    },
    { strict: true },
  );
  // The library omits an empty list, which the format requires.
  return `${JSON.stringify({ items: [], ...(json as object) }, null, 2)}\n`;
}

function toItem(entry: FeedEntry) {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    content_html: entry.html,
    ...(entry.published === null ? {} : { date_published: new Date(entry.published) }),
    date_modified: new Date(entry.updated),
    // Two actors may share a name.
    tags: [...new Set(entry.actors.map(({ name }) => name))],
  };
}
