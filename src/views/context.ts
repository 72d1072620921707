import type { Archive } from '../model/archive.ts';
import type { Addresses } from './addresses.ts';
import { markForeign, type ForeignText } from './foreign.ts';
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
  /** Where the name is foreign: its language, null where that is not known. */
  readonly lang?: ForeignText['lang'];
  /** Our translation of it. */
  readonly translation?: string | null;
}

/** Gives an actor's name with its page. */
export function linkActor(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.actorById.get(id)?.name ?? id, url: at.actor(id) };
}

/** Gives a source's name with its page. */
export function linkSource(id: string, context: ViewContext): NamedLink {
  const source = context.archive.sourceById.get(id);
  const name = source?.name ?? id;
  const { lang } = markForeign(name, source?.language ?? null, context);
  const link = { id, name, url: context.at.source(id) };
  return lang === undefined ? link : { ...link, lang };
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
export function linkArticle(id: string, context: ViewContext): NamedLink {
  const article = context.archive.articleById.get(id);
  const name = article?.title ?? id;
  const { lang } = markForeign(name, article?.language ?? null, context);
  const link = { id, name, url: context.at.article(id) };
  const translation = article?.translation ?? null;
  return {
    ...link,
    ...(lang === undefined ? {} : { lang }),
    ...(translation === null ? {} : { translation }),
  };
}
