import type { Actor } from '../../model/archive.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { countChanges, getArchiveChanged, latest, stampChanges } from '../history/changes.ts';
import { maxActorFeedEntries, maxFeedEntries } from '../lists/budgets.ts';
import { createAddresses } from '../page/addresses.ts';
import { printTag } from '../page/authority.ts';
import type { ViewContext } from '../page/context.ts';
import { FeedChanges, takeNewest, type Change } from './feedChanges.ts';
import type { FeedEntry } from './feedEntries.ts';

/** The feed of the site or of one actor. All addresses are absolute. */
export interface FeedView {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** The site, as author. */
  readonly author: string;
  /** The page that the feed follows. */
  readonly page: string;
  readonly atom: string;
  readonly json: string;
  /** A permanent `tag:` URI: it stays when the page is renamed or the site moves. */
  readonly id: string;
  /** The moment (ISO 8601, UTC) that stands for the newest change. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** The feeds of a site. Each is created on demand; an event in several feeds is rendered once. */
export interface Feeds {
  ofSite(): FeedView;
  ofActor(actor: Actor): FeedView;
}

/** Returns the feeds of the site and of its actors. */
export function createFeeds(outer: ViewContext): Feeds {
  const { archive, pages } = outer;
  // Feeds are read elsewhere, so their addresses need the origin.
  const context = { ...outer, at: createAddresses(outer.at.absolute(outer.at.home)) };
  const { at } = context;
  const changes = new FeedChanges(context);
  const createFeed = (
    path: string,
    newest: readonly Change[],
    own: Pick<FeedView, 'title' | 'about' | 'page' | 'id'>,
  ): FeedView => {
    const entries = newest.map((change) => change.render());
    return {
      ...own,
      language: archive.site.language,
      author: archive.site.title,
      atom: at.file(`${path}feed.xml`),
      json: at.file(`${path}feed.json`),
      updated: stampNewest(entries) ?? findLastDay(archive),
      entries,
    };
  };
  return {
    ofSite: () => {
      const { title, tagline } = archive.site;
      // Both feeds of the site have the same entries.
      const newest = remember(archive, context, 'newest changes', () =>
        takeNewest(changes.ofArchive(), maxFeedEntries),
      );
      return createFeed('', newest, {
        title,
        about: [tagline, pages.follow.aboutSite(title)].filter((text) => text !== null).join(' '),
        page: at.home,
        id: printTag(context.authority, '/feed'),
      });
    },
    ofActor: (actor) =>
      createFeed(`actors/${actor.id}/`, takeNewest(changes.ofActor(actor), maxActorFeedEntries), {
        title: pages.follow.ofActor(actor.name, archive.site.title),
        about: pages.follow.aboutActor(actor.name),
        page: at.actor(actor.id),
        id: printTag(context.authority, `/actors/${actor.ids[0] ?? actor.id}/feed`),
      }),
  };
}

/** Returns the moment of the newest change; each entry counts as one, so that two on one day are two. */
function stampNewest(entries: readonly FeedEntry[]): string | null {
  const newest = latest(entries.map(({ updated }) => updated));
  if (newest === null) return null;
  const day = newest.slice(0, 10);
  return stampChanges(
    entries.flatMap(({ updated }) =>
      updated.startsWith(day) ? Array.from({ length: countChanges(updated) }, () => day) : [],
    ),
  );
}

/** A feed must have an updated date, even if nothing in the site has one yet. */
const dayWithoutContent = '1970-01-01';

/** Returns the moment of the archive's last change, which a feed without entries borrows. */
const findLastDay = defineQuery(
  'lastDay',
  (archive) => stampChanges([getArchiveChanged(archive) ?? dayWithoutContent]) ?? '',
);
