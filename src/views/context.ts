import type { Archive } from '../model/archive.ts';
import type { Addresses } from './addresses.ts';
import type { Words } from './words/words.ts';

/** What every view needs: the archive, where its pages are, and the words of the site's language. */
export interface ViewContext extends Words {
  readonly archive: Archive;
  readonly at: Addresses;
}

/** A name that leads to its page. */
export interface NamedLink {
  readonly id: string;
  readonly name: string;
  readonly url: string;
}

/** Gives an actor's name with its page. */
export function linkActor(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.actorById.get(id)?.name ?? id, url: at.actor(id) };
}

/** Gives a source's name with its page. */
export function linkSource(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.sourceById.get(id)?.name ?? id, url: at.source(id) };
}

/** Gives a place's name with its page. */
export function linkPlace(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.placeById.get(id)?.name ?? id, url: at.place(id) };
}

/** Gives an event's title with its page. */
export function linkEvent(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.eventById.get(id)?.title ?? id, url: at.event(id) };
}

/** Gives an article's title with its page. */
export function linkArticle(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.articleById.get(id)?.title ?? id, url: at.article(id) };
}
