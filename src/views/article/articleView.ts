import type { Archive, Article, LinkedText } from '../../model/archive.ts';
import { getNightOf } from '../../model/knownDays.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { readDateline } from '../../model/printedDate.ts';
import { compareArticles } from '../../model/publication.ts';
import { listClaimAnchors, listFormerAnchors } from '../page/anchors.ts';
import {
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { exactDatetime, labelDate } from '../dates/dateLabel.ts';
import { noteBasis, viewAccount, viewByline, type AccountView } from '../event/eventView.ts';
import { isolate, type ForeignText } from '../page/foreign.ts';
import {
  listDiffering,
  listDisputes,
  listSources,
  viewEventCard,
  type DateView,
} from '../cards/eventCard.ts';
import { findIdList, isPartedById } from '../lists/idLists.ts';
import { maxLinks, maxAnchors, maxIndexArticles, maxIndexSources } from '../lists/budgets.ts';
import { linkIdParts, listAnchorsOf } from '../lists/partLinks.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import type { PartLink } from '../lists/longList.ts';
import { describeSpeaker, renderAccount, renderText } from '../prose/passages.ts';
import { cutFirstSentence } from '../page/proseText.ts';
import { getMainYear, viewShortDate, type ShortDate } from '../dates/shortDate.ts';
import { findStart } from '../dates/storyStart.ts';

export interface ArticleView {
  readonly history: HistoryView;
  readonly id: string;
  readonly title: string;
  /** Our translation of the title. */
  readonly translation: string | null;
  /** The page in one line: outlet, day, title and our translation of the title. */
  readonly description: string;
  readonly language: string | null;
  readonly source: NamedLink;
  readonly byline: ForeignText | null;
  readonly published: DateView;
  readonly updated: string | null;
  /** The dateline as printed if it has a date, else what it says of the place. */
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
  /** The pages that hold the accounts if one page can't; `accounts` is then empty. */
  readonly byId: readonly PartLink[];
  /** The anchors of accounts that are on those pages. */
  readonly anchors: readonly string[];
  /** What the article claims as a whole, outside any event. */
  readonly claims: readonly WholeClaim[];
  /** “27 events, six also covered by another outlet.” */
  readonly count: string;
  readonly accounts: readonly ArticleAccount[];
}

/** An event as an article tells it: one row of the page, which expands. */
export interface ArticleAccount extends AccountView {
  readonly event: NamedLink;
  readonly part: 'happened' | 'background' | 'ahead';
  readonly short: ShortDate;
  readonly time: string | null;
  readonly isNight: boolean;
  /** The first sentence; `html` has the rest. */
  readonly first: string;
  readonly also: readonly NamedLink[];
  /** The doubts: the article's own, and what other sources dispute. */
  readonly doubts: readonly string[];
}

/** A claim that the article makes outside all of its events. */
interface WholeClaim {
  readonly id: string;
  readonly former: readonly string[];
  readonly on: string;
  /** The page of the claim's subject. */
  readonly url: string;
  readonly speaker: string;
  readonly says: string;
  readonly withdrawn: string | null;
}

function listAnchors(folder: string, archive: Archive): readonly string[] {
  const entries = findIdList(folder, archive)?.entries ?? [];
  const all = entries.flatMap((entry) =>
    entry.type === 'section' ? [listAnchorsOf(entry.account, archive)] : [],
  );
  // If only some fit, the ones that links use come first: accounts, then what is said in them.
  const anchors = [
    ...entries.map(({ id }) => id),
    ...all.flatMap(({ own }) => own),
    ...all.flatMap(({ former }) => former),
  ];
  return [...new Set(anchors)].slice(0, maxAnchors);
}

/** Returns the content of an article's page: its source, the basis of its date, its lead and its accounts. */
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
    leadHtml: renderText(withoutClaims(article.lead), context, null, 0, 'linked'),
    claims: listWholeClaims(article, context),
    count: countEvents(article, context),
    moreDrawsOn: Math.max(0, article.drawsOn.length - maxLinks),
    allData: context.at.data,
    byId: linkIdParts({ folder, prefix: '' }, context),
    anchors: isParted ? listAnchors(folder, archive) : [],
    accounts: isParted ? [] : viewSections(article, article.events, context),
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

/** Returns an article's accounts of the given events, in timeline order. */
export function viewSections(
  article: Article,
  ids: readonly string[],
  context: ViewContext,
): ArticleAccount[] {
  const { archive } = context;
  const shown = new Set(ids);
  const pairs = article.events.flatMap((id) => {
    const event = archive.eventById.get(id);
    const account = event?.accounts.find((one) => one.article.id === article.id);
    return event && account ? [{ event, account }] : [];
  });
  const past = pairs.filter(({ account }) => !isAhead(account.certainty)).map(({ event }) => event);
  const sorted = [...past].sort((a, b) => a.position - b.position);
  const background = new Set(sorted.slice(0, findStart(sorted)));
  const year = getMainYear(sorted.slice(background.size));
  return pairs
    .filter(({ event }) => shown.has(event.id))
    .sort((a, b) => a.event.position - b.event.position)
    .map(({ event, account }): ArticleAccount => {
      const { first, rest } = cutFirstSentence(account.text, archive.site.language);
      const others = listSources(event).filter((id) => id !== article.source);
      const { mark, name } = context.certainties[account.certainty];
      return {
        ...viewAccount(account, context),
        html: renderAccount(rest, context, event.id, 1),
        known: noteBasis(account, context, 'account'),
        formerAnchors: listFormerAnchors(event),
        event: linkEvent(event.id, context),
        part: isAhead(account.certainty)
          ? 'ahead'
          : background.has(event)
            ? 'background'
            : 'happened',
        short: viewShortDate(event, background.has(event) ? null : year, context),
        time: viewEventCard(event, context).time,
        isNight: getNightOf(event.when) !== undefined,
        first,
        also: others.map((id) => linkSource(id, context)),
        doubts: [
          ...(mark === null ? [] : [name]),
          ...listDisputes(event, context),
          ...listDiffering(event, context).map((who) => context.pages.marks.differ[who]),
        ],
      };
    });
}

function withoutClaims(text: LinkedText): LinkedText {
  return { ...text, passages: text.passages.filter(({ type }) => type !== 'claim') };
}

function listWholeClaims(article: Article, context: ViewContext): WholeClaim[] {
  const { archive, at } = context;
  return article.lead.passages.flatMap((passage) => {
    if (passage.type !== 'claim') return [];
    const { claim } = passage;
    const [id, ...former] = listClaimAnchors(claim, archive);
    return [
      {
        id,
        former,
        on: claim.on,
        url: claim.about.type === 'event' ? at.event(claim.about.id) : at.actor(claim.about.id),
        speaker: describeSpeaker(claim.speaker, claim.article, context).name,
        says: claim.says,
        withdrawn: claim.withdrawn && labelDate(claim.withdrawn, context.dates),
      },
    ];
  });
}

function countEvents({ events, source }: Article, { archive, pages }: ViewContext): string {
  const shared = events.filter((id) => {
    const event = archive.eventById.get(id);
    return event && listSources(event).some((other) => other !== source);
  });
  return pages.article.count(events.length, shared.length);
}

/** One line of the index of articles. */
export interface ArticleLine {
  readonly link: NamedLink;
  readonly source: NamedLink;
  readonly byline: ForeignText | null;
  readonly published: DateView;
  readonly events: number;
}

/** The index of articles: all of them, or the newest and the sources that list the rest. */
export interface ArticleIndex {
  readonly articles: readonly ArticleLine[];
  readonly sources: readonly PartLink[];
  /** The index of sources, if only the newest articles are listed here. */
  readonly allSources: string | null;
}

/** Returns the index of all articles. */
export function viewArticleIndex(context: ViewContext): ArticleIndex {
  const { articles, sources } = context.archive;
  const lines = viewArticles(articles, context);
  if (lines.length <= maxIndexArticles) return { articles: lines, sources: [], allSources: null };
  const counts = new Map<string, number>();
  for (const { source } of articles) counts.set(source, (counts.get(source) ?? 0) + 1);
  return {
    articles: lines.slice(-maxIndexArticles / 2),
    // If there are too many, readers find them in the index of sources.
    sources: (sources.length > maxIndexSources ? [] : sources).map(({ id, name }) => ({
      label: name,
      url: context.at.source(id),
      events: counts.get(id) ?? 0,
    })),
    allSources: context.at.sources,
  };
}

/** Returns the articles in order of publication. */
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
