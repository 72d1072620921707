import type { Account, Archive, NewsEvent } from '../../model/archive.ts';
import type { Addresses } from './addresses.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { isolate, markForeign, type ForeignText } from './foreign.ts';
import type { Words } from '../words/words.ts';
import type { PartLimits } from '../dates/yearParts.ts';

/** What every view needs: the archive, the site's addresses, and the words of its language. */
export interface ViewContext extends Words {
  readonly archive: Archive;
  readonly at: Addresses;
  /** The authority of ids that are published outside the site (`harbour.example,2026`). */
  readonly authority: string;
  /** When the data and the search index are split. */
  readonly limits: PartLimits;
}

/** A name that links to its page. */
export interface NamedLink {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  /** The language of a foreign name, null if it is unknown. */
  readonly lang?: ForeignText['lang'];
  /** Our translation of the name. */
  readonly translation?: string | null;
}

/** Returns an actor's name with its page. */
export function linkActor(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.actorById.get(id)?.name ?? id, url: at.actor(id) };
}

/** Returns a source's name with its page. */
export function linkSource(id: string, context: ViewContext): NamedLink {
  const source = context.archive.sourceById.get(id);
  const name = source?.name ?? id;
  const { lang } = markForeign(name, source?.language ?? null, context);
  const link = { id, name, url: context.at.source(id) };
  return lang === undefined ? link : { ...link, lang };
}

/** Returns a place's name with its page. */
export function linkPlace(id: string, { archive, at }: ViewContext): NamedLink {
  return { id, name: archive.placeById.get(id)?.name ?? id, url: at.place(id) };
}

/** Returns an event's title with its page. */
export function linkEvent(id: string, context: ViewContext): NamedLink {
  const event = context.archive.eventById.get(id);
  return { id, name: event ? titleEvent(event, context) : id, url: context.at.event(id) };
}

/**
 * Returns an event's title. A disputed event that no editor has titled is quoted from a source, with the
 * source's name.
 */
export function titleEvent({ title, titleBy, accounts }: NewsEvent, context: ViewContext): string {
  const account = accounts.find(({ article }) => article.id === titleBy);
  return account
    ? context.pages.telling.disputedTitle(title, nameAccount(account, accounts, context))
    : title;
}

/** Returns the name of an account's source among the other accounts, for a plain sentence. */
export function nameAccount(
  { article }: Pick<Account, 'article'>,
  others: readonly Pick<Account, 'article'>[],
  context: ViewContext,
): string {
  const ids = others.map((other) => other.article.id);
  const { name, lang } = createTeller(ids, context)(article.id);
  return isolate(name, lang);
}

/**
 * Returns the source of an article as its page names it, with the day of publication if the page has several
 * articles of that source.
 */
export type Teller = (article: string) => NamedLink;

/** Returns a function that names the source of each article on a page. */
export function createTeller(articles: Iterable<string>, context: ViewContext): Teller {
  const { articleById } = context.archive;
  const bySource = Map.groupBy(new Set(articles), (id) => articleById.get(id)?.source);
  return (id) => {
    const article = articleById.get(id);
    const source = linkSource(article?.source ?? '', context);
    const own = bySource.get(article?.source) ?? [];
    if (!article || own.length < 2) return source;
    const { ofDay, ofTitle } = context.pages.tellers;
    const label = (one: string) => {
      const published = articleById.get(one)?.published;
      return published ? labelDate(published, context.dates) : '';
    };
    const isAlone = own.every((one) => one === id || label(one) !== label(id));
    const name = ofDay(isolate(source.name, source.lang), label(id));
    const { lang } = linkArticle(id, context);
    // The name contains its own direction marks.
    return {
      ...source,
      lang: undefined,
      name: isAlone ? name : ofTitle(name, isolate(article.title, lang)),
    };
  };
}

/** Returns an article's title with its page. */
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
