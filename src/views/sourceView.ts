import type { Source } from '../model/archive.ts';
import { viewArticles, type ArticleLine } from './articleView.ts';
import { linkSource, type NamedLink, type ViewContext } from './context.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import { renderText } from './passages.ts';

export interface SourceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly kind: string | null;
  readonly about: string | null;
  readonly url: string | null;
  readonly html: string;
  readonly articles: readonly ArticleLine[];
}

/** Gives what the page of one source says: what it is, and its articles. */
export function viewSource(source: Source, context: ViewContext): SourceView {
  const articles = context.archive.articles.filter((article) => article.source === source.id);
  const { name, names, kind, about, url } = source;
  return {
    history: viewHistory(source, context),
    name,
    names,
    kind,
    about,
    url,
    html: renderText(source.text, context),
    articles: viewArticles(articles, context),
  };
}

/** Gives the sources by id, each with its line on what it is. */
export function viewSources(
  context: ViewContext,
): (NamedLink & { readonly note: string | null })[] {
  return context.archive.sources.map(({ id, about }) => ({
    ...linkSource(id, context),
    note: about,
  }));
}
