import type { Source } from '../../model/archive.ts';
import { defineQuery } from '../../model/tracedArchive.ts';
import { compareArticles } from '../../model/publication.ts';
import { viewArticles, type ArticleLine } from '../article/articleView.ts';
import {
  linkEvent,
  linkSource,
  titleEvent,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { viewShortDate } from '../dates/shortDate.ts';
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
  /** The years of a list that is too long for one page; `articles` then holds the newest. */
  readonly parts: readonly PartLink[];
  readonly articles: readonly ArticleLine[];
  /** The events in its articles, in timeline order. */
  readonly events: readonly (NamedLink & { readonly date: string })[];
  /** How many earlier events don't fit on the page; the articles list them. */
  readonly moreEvents: number;
  /** What it alone has and what it leaves out, of `all` events; null if there are no other outlets. */
  readonly coverage: OutletView | null;
  readonly all: number;
}

const countAll = defineQuery('eventCount', ({ events }) => events.length);

/** Returns the content of a source's page: its description and articles. */
export function viewSource(source: Source, context: ViewContext): SourceView {
  const all = listArticlesOf(context.archive, source.id);
  const parts = listPartsOf(context.archive, 'sources', source.id, '');
  // If there are many, only the newest are listed here.
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
    (event) =>
      titleFrame +
      weighWords([titleEvent(event, context), viewShortDate(event, null, context).label]),
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
    events: last.map((event) => ({
      ...linkEvent(event.id, context),
      date: viewShortDate(event, null, context).label,
    })),
    moreEvents: more,
    coverage: viewOutletAmong(source, maxSourceTitles, context),
    all: countAll(context.archive),
  };
}

/** Returns the sources by name, each with its description. */
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
    ({ id }) => listArticlesOf(archive, id).length,
    parts.length > 0,
  );
  return { ...index, parts };
}
