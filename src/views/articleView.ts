import type { Archive, Article } from '../model/archive.ts';
import { readDateline } from '../model/printedDate.ts';
import { compareArticles } from '../model/publication.ts';
import { listFormerAnchors } from './anchors.ts';
import {
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  type NamedLink,
  type ViewContext,
} from './context.ts';
import { exactDatetime, labelDate } from './dateLabel.ts';
import { viewAccount, viewByline, type AccountView } from './eventView.ts';
import { isolate, type ForeignText } from './foreign.ts';
import { listDisputes, type DateView } from './eventCard.ts';
import { findIdList, isPartedById, maxLinks } from './idLists.ts';
import { linkIdParts, listAnchorsOf } from './idLinks.ts';
import { maxAnchors } from './budgets.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import type { PartLink } from './longList.ts';
import { renderText } from './passages.ts';

export interface ArticleView {
  readonly history: HistoryView;
  readonly id: string;
  readonly title: string;
  /** Our translation of the title. */
  readonly translation: string | null;
  /** The page in one line: outlet, day, title and our translation of it. */
  readonly description: string;
  readonly language: string | null;
  readonly source: NamedLink;
  readonly byline: ForeignText | null;
  readonly published: DateView;
  readonly updated: string | null;
  /** As printed, where it has a date in it; else what it says of the place. */
  readonly dateline: string | null;
  readonly reportedFrom: string | null;
  readonly dating: string | null;
  readonly place: NamedLink | null;
  readonly url: string | null;
  readonly archived: string | null;
  readonly via: { readonly name: string; readonly url: string | null } | null;
  readonly drawsOn: readonly NamedLink[];
  readonly moreDrawsOn: number;
  readonly allData: string;
  readonly leadHtml: string;
  /** The pages of an article whose accounts are too much for one: then `accounts` is empty. */
  readonly byId: readonly PartLink[];
  /** The anchors of accounts that stand on those pages. */
  readonly anchors: readonly string[];
  readonly accounts: readonly SectionView[];
}

/** An account as the page of its article shows it. */
export interface SectionView extends AccountView {
  readonly event: NamedLink;
  /** That other sources dispute the event, or when it was. */
  readonly disputes: readonly string[];
}

/** Returns an article's account of an event, null where it has none. */
export function viewSection(article: string, id: string, context: ViewContext): SectionView | null {
  const event = context.archive.eventById.get(id);
  const account = event?.accounts.find((one) => one.article.id === article);
  if (!event || !account) return null;
  return {
    ...viewAccount(account, context),
    formerAnchors: listFormerAnchors(event),
    event: linkEvent(id, context),
    disputes: listDisputes(event, context),
  };
}

function listAnchors(folder: string, archive: Archive): readonly string[] {
  const entries = findIdList(folder, archive)?.entries ?? [];
  const all = entries.flatMap((entry) =>
    entry.type === 'section' ? [listAnchorsOf(entry.account, archive)] : [],
  );
  // Where there is room for some, those that links are made with come first, an account's before what is said in it.
  const anchors = [
    ...entries.map(({ id }) => id),
    ...all.flatMap(({ own }) => own),
    ...all.flatMap(({ former }) => former),
  ];
  return [...new Set(anchors)].slice(0, maxAnchors);
}

/** Gives what the page of one article says: where it comes from, how its date is known, its lead and its accounts. */
export function viewArticle(article: Article, context: ViewContext): ArticleView {
  const { archive, dates } = context;
  const folder = `articles/${article.id}/`;
  const isParted = isPartedById(folder, archive);
  return {
    id: article.id,
    title: article.title,
    translation: article.translation,
    description: describe(article, context),
    language: article.language,
    source: linkSource(article.source, context),
    byline: viewByline(article, context),
    published: viewPublished(article, context),
    updated: article.updated && labelDate(article.updated, dates),
    dateline: readDateline(article) === 'none' ? null : article.dateline,
    reportedFrom: readDateline(article) === 'none' ? article.dateline : null,
    dating: article.dating,
    place: article.place && linkPlace(article.place, context),
    url: article.url,
    archived: article.archived,
    via: article.via,
    drawsOn: article.drawsOn.slice(0, maxLinks).map((id) => linkArticle(id, context)),
    history: viewHistory(article, context),
    leadHtml: renderText(article.lead, context, null, 0, 'linked'),
    moreDrawsOn: Math.max(0, article.drawsOn.length - maxLinks),
    allData: context.at.data,
    byId: linkIdParts({ folder, prefix: '' }, context),
    anchors: isParted ? listAnchors(folder, archive) : [],
    accounts: isParted
      ? []
      : article.events.flatMap((id) => viewSection(article.id, id, context) ?? []),
  };
}

function describe(article: Article, context: ViewContext): string {
  const source = linkSource(article.source, context);
  const { name, lang, translation = null } = linkArticle(article.id, context);
  return context.pages.article.describe({
    source: isolate(source.name, source.lang),
    published: viewPublished(article, context).label,
    title: isolate(name, lang),
    translation,
  });
}

/** One line of the articles' index. */
export interface ArticleLine {
  readonly link: NamedLink;
  readonly source: NamedLink;
  readonly byline: ForeignText | null;
  readonly published: DateView;
  readonly events: number;
}

/** More articles than these are listed by the pages of their sources. */
const MOST_ARTICLES = 60;

/** More sources than these stand in their own index alone. */
const MOST_SOURCES = 100;

/** What the index of articles says: all of them, or the newest and the sources that list the rest. */
export interface ArticleIndex {
  readonly articles: readonly ArticleLine[];
  readonly sources: readonly PartLink[];
  /** The index of the sources, where the articles here are the newest. */
  readonly allSources: string | null;
}

/** Gives the index of all articles. */
export function viewArticleIndex(context: ViewContext): ArticleIndex {
  const { articles, sources } = context.archive;
  const lines = viewArticles(articles, context);
  if (lines.length <= MOST_ARTICLES) return { articles: lines, sources: [], allSources: null };
  const counts = new Map<string, number>();
  for (const { source } of articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    articles: lines.slice(-MOST_ARTICLES / 2),
    // Of too many, the index of sources has them.
    sources: (sources.length > MOST_SOURCES ? [] : sources).map(({ id, name }) => ({
      label: name,
      url: context.at.source(id),
      events: counts.get(id) ?? 0,
    })),
    allSources: context.at.sources,
  };
}

/** Gives the articles, the first published first. */
export function viewArticles(articles: readonly Article[], context: ViewContext): ArticleLine[] {
  return [...articles].sort(compareArticles).map((article) => ({
    link: linkArticle(article.id, context),
    source: linkSource(article.source, context),
    byline: viewByline(article, context),
    published: viewPublished(article, context),
    events: article.events.length,
  }));
}

function viewPublished({ published }: Article, { archive, dates }: ViewContext): DateView {
  const when = {
    date: published,
    time: null,
    zone: archive.site.zone,
    days: [],
    wholeDays: [],
    spans: [],
  };
  return {
    label: labelDate(published, dates),
    datetime: published.type === 'single' && published.clock ? null : exactDatetime(when),
  };
}
