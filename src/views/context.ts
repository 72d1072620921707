import type { Account, Archive, NewsEvent } from '../model/archive.ts';
import type { Addresses } from './addresses.ts';
import { labelDate } from './dateLabel.ts';
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
export function linkEvent(id: string, context: ViewContext): NamedLink {
  const event = context.archive.eventById.get(id);
  return { id, name: event ? titleEvent(event, context) : id, url: context.at.event(id) };
}

/**
 * Returns what an event is called wherever it is named: a disputed one that no editor has named bears a
 * source's heading, quoted, with the source's name.
 */
export function titleEvent({ title, titleBy, accounts }: NewsEvent, context: ViewContext): string {
  const account = accounts.find(({ article }) => article.id === titleBy);
  return account
    ? context.pages.telling.disputedTitle(title, nameAccount(account, accounts, context))
    : title;
}

/** Returns the name of an account's source, with its day where others of the accounts are of the same source. */
export function nameAccount(
  { article }: Pick<Account, 'article'>,
  others: readonly Pick<Account, 'article'>[],
  context: ViewContext,
): string {
  const { name } = linkSource(article.source, context);
  const isOnly = others.every(
    (other) => other.article.id === article.id || other.article.source !== article.source,
  );
  return isOnly ? name : `${name}, ${labelDate(article.published, context.dates)}`;
}

/** Gives an article's title with its page. */
export function linkArticle(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.articleById.get(id)?.title ?? id, url: at.article(id) };
}
