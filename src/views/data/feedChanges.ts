import type { Actor, NewsEvent, PageHistory } from '../../model/archive.ts';
import { compare } from '../../model/lists.ts';
import type { PageKind } from '../../model/pageIds.ts';
import { remember } from '../../model/tracedArchive.ts';
import { listChanges, listMended, stampChanges } from '../history/changes.ts';
import { printTag } from '../page/authority.ts';
import type { ViewContext } from '../page/context.ts';
import { getFirstId } from '../page/eventIds.ts';
import { createEventEntry, createMendedEntry, type FeedEntry } from './feedEntries.ts';

/** A page that a feed may list, and how to render it. */
export interface Change {
  readonly url: string;
  readonly updated: string;
  /** The position among the events; other pages come after them. */
  readonly position: number;
  readonly render: () => FeedEntry;
}

/** The added and corrected pages of an archive; a page in several feeds is rendered once. */
export class FeedChanges {
  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  /** Returns the changes of all pages. */
  ofArchive(): Change[] {
    const { events, retracted, articles, actors, sources, places } = this.#context.archive;
    return [
      ...events.flatMap((event) => this.#ofEvent(event)),
      ...retracted.flatMap((event) => this.#ofPage('event', event, event.title)),
      ...articles.flatMap((article) => this.#ofPage('article', article, article.title)),
      ...actors.flatMap((actor) => this.#ofPage('actor', actor, actor.name)),
      ...sources.flatMap((source) => this.#ofPage('source', source, source.name)),
      ...places.flatMap((place) => this.#ofPage('place', place, place.name)),
    ];
  }

  /** Returns the changes of an actor's page and events. */
  ofActor(actor: Actor): Change[] {
    const { eventById } = this.#context.archive;
    return [
      ...actor.events
        .flatMap((id) => eventById.get(id) ?? [])
        .flatMap((event) => this.#ofEvent(event)),
      ...this.#ofPage('actor', actor, actor.name),
    ];
  }

  #ofEvent(event: NewsEvent): Change[] {
    const context = this.#context;
    const updated = stampChanges(listChanges(event));
    if (updated === null) return [];
    const url = context.at.event(event.id);
    const id = printTag(context.authority, `/events/${getFirstId(event)}`);
    return [
      {
        url,
        updated,
        position: event.position,
        render: () =>
          this.#renderOnce(url, () => createEventEntry(event, { id, updated }, context)),
      },
    ];
  }

  #ofPage(kind: PageKind, page: PageHistory & { id: string }, name: string): Change[] {
    const context = this.#context;
    const updated = stampChanges(listMended(page));
    if (updated === null) return [];
    const url = context.at[kind](page.id);
    const id = printTag(context.authority, `/${kind}s/${page.ids[0] ?? page.id}`);
    return [
      {
        url,
        updated,
        position: -1,
        render: () =>
          this.#renderOnce(url, () => createMendedEntry({ id, url, name, updated }, page, context)),
      },
    ];
  }

  #renderOnce(url: string, render: () => FeedEntry): FeedEntry {
    return remember(this.#context.archive, this.#context, `entry ${url}`, render);
  }
}

/** Returns the newest changes, newest first. */
export function takeNewest(changes: readonly Change[], max: number): Change[] {
  return [...changes].sort(compareChanges).slice(0, max);
}

/** Orders by last change, newest first; within a day by the timeline, latest first, then by address. */
function compareChanges(a: Change, b: Change): number {
  const getDay = ({ updated }: Change) => updated.slice(0, 10);
  return compare(getDay(b), getDay(a)) || b.position - a.position || compare(a.url, b.url);
}
