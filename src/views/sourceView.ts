import type { Archive, Article, Source } from '../model/archive.ts';
import { push } from '../model/lists.ts';
import { viewArticles, type ArticleLine } from './articleView.ts';
import { linkEvent, linkSource, type NamedLink, type ViewContext } from './context.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import type { PartLink } from './longList.ts';
import { listPartsOf } from './parts.ts';
import { linkParts } from './partView.ts';
import { renderText } from './passages.ts';

export interface SourceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly kind: string | null;
  readonly about: string | null;
  readonly url: string | null;
  readonly html: string;
  /** The years of a list that is too long for one page: then `articles` are the newest. */
  readonly parts: readonly PartLink[];
  readonly articles: readonly ArticleLine[];
  /** What its articles tell of, in the order of the timeline. */
  readonly events: readonly NamedLink[];
}

/** So many articles stand on the page of a source whose list is parted. */
const SHOWN = 24;

// Gathered once, so that no page looks across the archive.
const ofSources = new WeakMap<Archive, ReadonlyMap<string, readonly Article[]>>();

/** Gives all articles of a source, by id. */
export function listArticlesOf(source: string, archive: Archive): readonly Article[] {
  const known = ofSources.get(archive) ?? groupBySource(archive);
  ofSources.set(archive, known);
  return known.get(source) ?? [];
}

function groupBySource({ articles }: Archive): ReadonlyMap<string, readonly Article[]> {
  const bySource = new Map<string, Article[]>();
  for (const article of articles) push(bySource, article.source, article);
  return bySource;
}

/** Gives what the page of one source says: what it is, and its articles. */
export function viewSource(source: Source, context: ViewContext): SourceView {
  const all = listArticlesOf(source.id, context.archive);
  const parts = listPartsOf('sources', source.id, null, context.archive);
  // Of many, the newest stand here.
  const articles =
    parts.length > 0
      ? [...all].sort((a, b) => a.publication.from - b.publication.from).slice(-SHOWN)
      : all;
  const { name, names, kind, about, url } = source;
  return {
    history: viewHistory(source, context),
    name,
    names,
    kind,
    about,
    url,
    html: renderText(source.text, context),
    parts: linkParts(parts, context),
    articles: viewArticles(articles, context),
    events: [...new Set(articles.flatMap((article) => article.events))]
      .flatMap((id) => context.archive.eventById.get(id) ?? [])
      .sort((a, b) => a.position - b.position)
      .map(({ id }) => linkEvent(id, context)),
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
