import { linkArticle, linkSource, type NamedLink, type ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { isolate } from './foreign.ts';

/** Returns the source of an article as its page calls it: with the day of publication where another article of that source stands there. */
export type Teller = (article: string) => NamedLink;

/** Takes the articles that stand on a page, by id; returns how each one's source is called there. */
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
    // The name holds its own marks of direction.
    return {
      ...source,
      lang: undefined,
      name: isAlone ? name : ofTitle(name, isolate(article.title, lang)),
    };
  };
}
