import type { Account, Archive, Article, LinkedText, NewsEvent } from '../../model/archive.ts';
import { getNightOf } from '../../model/knownDays.ts';
import { hull, splitDay } from '../../model/dates/dayRanges.ts';
import { isAhead, isDone } from '../../model/mergeAccounts.ts';
import { readDateline } from '../../model/printedDate.ts';
import { compareArticles } from '../../model/publication.ts';
import { listStanding } from '../../model/standing.ts';
import { listClaimAnchors, listFormerAnchors } from '../page/anchors.ts';
import {
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { exactDatetime, labelClock, labelDate } from '../dates/dateLabel.ts';
import { getDateShape, type DateShape } from '../dates/dateShape.ts';
import {
  noteBasis,
  sayName,
  viewAccount,
  viewByline,
  type AccountView,
} from '../event/eventView.ts';
import { isolate, type ForeignText } from '../page/foreign.ts';
import { listDiffering, listDisputes, listSources, type DateView } from '../cards/eventCard.ts';
import { findIdList, isPartedById } from '../lists/idLists.ts';
import { maxLinks, maxAnchors, maxIndexArticles, maxIndexSources } from '../lists/budgets.ts';
import { linkIdParts, listAnchorsOf } from '../lists/partLinks.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import type { PartLink } from '../lists/longList.ts';
import { describeSpeaker, renderAccount, renderText } from '../prose/passages.ts';
import { cutFirstSentence } from '../page/proseText.ts';
import { getMainYear, viewShortDate, type ShortDate } from '../dates/shortDate.ts';
import { findStart } from '../dates/storyStart.ts';
import type { DateParts } from '../words/words.ts';

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
  /** The days of what happened, in few words; null if the rows say it all. */
  readonly span: string | null;
  readonly accounts: readonly ArticleAccount[];
}

/** An event as an article tells it: one row of the page, which expands. */
export interface ArticleAccount extends AccountView {
  readonly event: NamedLink;
  readonly part: 'happened' | 'background' | 'ahead';
  readonly short: ShortDate;
  readonly time: string | null;
  readonly isNight: boolean;
  readonly shape: DateShape;
  /** The first sentence; `html` has the rest. */
  readonly first: string;
  /** If it is still to come in the article: the other sources that say it has happened, and when. */
  readonly happened: { readonly sources: readonly NamedLink[]; readonly date: string } | null;
  /** The other sources. */
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
  const entries = findIdList(archive, folder)?.entries ?? [];
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
  const isParted = isPartedById(archive, folder);
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
    span: saySpan(article, context),
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
  const shown = new Set(ids);
  const told = listTold(article, context);
  const background = listBackground(told);
  const year = getMainYear(listHappened(told).map(({ event }) => event));
  return told
    .filter(({ event }) => shown.has(event.id))
    .map(({ event, account }): ArticleAccount => {
      const { first, rest } = cutFirstSentence(account.text, context.archive.site.language);
      const { mark, name } = context.certainties[account.certainty];
      const happened = viewHappened(event, account, context);
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
        ...viewRowDate(event, account, background.has(event) ? null : year, context),
        first,
        also: listSources(event)
          .filter((id) => id !== article.source && !happened?.sources.some((one) => one.id === id))
          .map((id) => linkSource(id, context)),
        happened,
        doubts: [
          ...(mark === null ? [] : [name]),
          ...listDisputes(event, context),
          ...listDiffering(event, context).map((who) => context.pages.marks.differ[who]),
        ],
      };
    });
}

/** An event, and an article's account of it. */
interface Told {
  readonly event: NewsEvent;
  readonly account: Account;
}

/** Returns an article's events in timeline order. */
function listTold({ id, events }: Article, { archive }: ViewContext): readonly Told[] {
  return events
    .flatMap((one) => {
      const event = archive.eventById.get(one);
      const account = event?.accounts.find(({ article }) => article.id === id);
      return event && account ? [{ event, account }] : [];
    })
    .sort((a, b) => a.event.position - b.event.position);
}

function listPast(told: readonly Told[]): NewsEvent[] {
  return told.filter(({ account }) => !isAhead(account.certainty)).map(({ event }) => event);
}

/** Returns the events of an article that only led up to its story. */
function listBackground(told: readonly Told[]): ReadonlySet<NewsEvent> {
  const past = listPast(told);
  return new Set(past.slice(0, findStart(past)));
}

/** Returns what happened in an article's story: neither background nor still to come. */
function listHappened(told: readonly Told[]): readonly Told[] {
  const background = listBackground(told);
  return told.filter(({ event, account }) => !background.has(event) && !isAhead(account.certainty));
}

/** Returns the first and last day of what happened in an article's story; null if one of them is open. */
function saySpan(article: Article, context: ViewContext): string | null {
  const days = listHappened(listTold(article, context)).map(({ event }) => hull(event.when.days));
  const ends = days.flatMap(({ first, last }) => [first, last]);
  const known = ends.filter((end) => end !== null);
  if (known.length === 0 || known.length < ends.length) return null;
  const [from, to] = [splitDay(Math.min(...known)), splitDay(Math.max(...known))];
  const { short } = context.dates;
  return printParts(from) === printParts(to)
    ? short.day(from, null, true)
    : short.range(from, to, true);
}

function printParts({ year, month, day }: DateParts): string {
  return [year, month, day].join('-');
}

/**
 * Returns the date of a row: the article's own. If it gives none, an event that is still to come in it has
 * no date, and any other has that of the other sources, with a note that says so.
 */
function viewRowDate(
  event: NewsEvent,
  account: Account,
  year: number | null,
  context: ViewContext,
): Pick<ArticleAccount, 'short' | 'time' | 'isNight' | 'shape'> {
  const { dates } = context;
  const { date, time } = account.when;
  if (date === null && isAhead(account.certainty))
    return {
      short: { label: dates.undated, note: null },
      time: null,
      isNight: false,
      shape: 'point',
    };
  const of = date === null ? event : { when: { ...account.when, date } };
  const isNight = getNightOf(of.when) !== undefined;
  const short = viewShortDate(of, year, context);
  const row = { isNight, shape: getDateShape(of) };
  if (date === null)
    return { ...row, short: { ...short, note: sayDateFrom(event, context) }, time: null };
  if (time === null || isNight) return { ...row, short, time: null };
  const clock = time.type === 'part' ? dates.part(time.part) : labelClock(time, dates);
  return { ...row, short, time: clock };
}

/** Returns whose date an event has, for an article that gives none. */
function sayDateFrom({ origin }: NewsEvent, context: ViewContext): string | null {
  if (origin.type === 'disputed') return null;
  const articles = origin.type === 'accounts' ? origin.articles : [];
  const names = articles.flatMap((id) => {
    const source = context.archive.articleById.get(id)?.source;
    return source === undefined ? [] : [linkSource(source, context)];
  });
  return context.pages.article.dateFrom([
    ...new Set(names.map(({ name, lang }) => isolate(name, lang))),
  ]);
}

/** Returns the other sources that have an event done which is still to come in the article, with its date. */
function viewHappened(
  event: NewsEvent,
  account: Account,
  context: ViewContext,
): ArticleAccount['happened'] {
  if (!isAhead(account.certainty) || !isDone(event.certainty)) return null;
  const done = listStanding(event.accounts).filter(({ certainty }) => isDone(certainty));
  const ids = new Set(done.map(({ article }) => article.source));
  return {
    sources: [...ids].map((id) => linkSource(id, context)),
    date: viewShortDate(event, getMainYear([event]), context).label,
  };
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

function countEvents({ events, source }: Article, context: ViewContext): string {
  const { archive, pages } = context;
  const others = events.map((id) => {
    const event = archive.eventById.get(id);
    return event ? listSources(event).filter((other) => other !== source) : [];
  });
  const [other, ...more] = new Set(others.flat());
  return pages.article.count(
    events.length,
    others.filter((ids) => ids.length > 0).length,
    other === undefined || more.length > 0 ? null : sayName(linkSource(other, context)),
  );
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
