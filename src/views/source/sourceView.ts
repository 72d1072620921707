import type { Source } from '../../model/archive.ts';
import { compareArticles } from '../../model/publication.ts';
import { viewArticles, type ArticleLine } from '../article/articleView.ts';
import {
  linkEvent,
  linkSource,
  titleEvent,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { viewOutletAmong, type OutletView } from './coverageView.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import { fitIndex, type FittedIndex } from '../lists/indexList.ts';
import { takeLast, weighWords, type PartLink } from '../lists/longList.ts';
import { listArticlesOf, listPartsOf } from '../lists/parts.ts';
import { linkParts, linkIdParts } from '../lists/partLinks.ts';
import { sortByName } from '../lists/nameOrder.ts';
import { renderText } from '../prose/passages.ts';
import { listBytes, maxSourceTitles, newestArticles, titleFrame } from '../lists/budgets.ts';

export interface SourceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly lang: NamedLink['lang'];
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
  /** How many earlier ones the page has no room for: the articles have them. */
  readonly moreEvents: number;
  /** What it alone has and what it leaves out, where there are other outlets; of `all` events. */
  readonly coverage: OutletView | null;
  readonly all: number;
}

/** Returns what the page of one source says: what it is, and its articles. */
export function viewSource(source: Source, context: ViewContext): SourceView {
  const all = listArticlesOf(source.id, context.archive);
  const parts = listPartsOf('sources', source.id, null, context.archive);
  // Of many, the newest stand here.
  const articles = parts.length > 0 ? [...all].sort(compareArticles).slice(-newestArticles) : all;
  const { name, names, kind, about, url } = source;
  const lines = viewArticles(articles, context);
  const events = [...new Set(articles.flatMap((article) => article.events))]
    .flatMap((id) => context.archive.eventById.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  const room =
    listBytes - lines.reduce((sum, { link }) => sum + titleFrame + weighWords([link.name]), 0);
  const { last, more } = takeLast(
    events,
    room,
    (event) => titleFrame + weighWords([titleEvent(event, context)]),
  );
  return {
    history: viewHistory(source, context),
    name,
    lang: linkSource(source.id, context).lang,
    names,
    kind,
    about,
    url,
    html: renderText(source.text, context),
    parts: linkParts(parts, context),
    articles: lines,
    events: last.map(({ id }) => linkEvent(id, context)),
    moreEvents: more,
    coverage: viewOutletAmong(source, maxSourceTitles, context),
    all: context.archive.events.length,
  };
}

/** Returns the sources by name, each with its line on what it is. */
export function viewSources(context: ViewContext): FittedIndex<
  NamedLink & { readonly notes: readonly string[] }
> & {
  readonly parts: readonly PartLink[];
} {
  const { archive } = context;
  const parts = linkIdParts({ folder: 'sources/', prefix: '' }, context);
  const all = archive.sources.map(({ id, about }) => ({
    ...linkSource(id, context),
    notes: about === null ? [] : [about],
  }));
  const index = fitIndex(
    sortByName(all, context),
    ({ id }) => listArticlesOf(id, archive).length,
    parts.length > 0,
  );
  return { ...index, parts };
}
