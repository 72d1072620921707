import type { Account, Article } from '../model/archive.ts';
import { isSameLanguage } from '../model/scripts.ts';
import { labelDate, labelTimeOfDay } from '../views/dates/dateLabel.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import type { ViewContext } from '../views/page/context.ts';
import { eventToJson, movesToJson, namesToJson, siteToJson } from './archiveJson.ts';
import { historyToJson } from './namedJson.ts';
import { listInJson, printJson, type DatedList, type Records } from './records.ts';
import type { ArticleJson, ArticlesJson, WrittenAccountJson } from './schemas.ts';
import { nameGivenToJson, textToJson } from './textJson.ts';

/**
 * Returns the entries of `/data/articles.json`, one per article: every complete digest, and what the other
 * files omit about the site, its sources, places, actors and events. The archive can be restored from it
 * together with `events.json` and `actors.json`.
 */
export function listArticlesJson(context: ViewContext): DatedList {
  const { archive } = context;
  const { zone } = archive.site;
  const before = siteToJson(context);
  const names = namesToJson(context);
  const moves = movesToJson(context);
  const records = archive.articles.map((article) => ({
    period: getPeriod(article.published, zone),
    count: 1,
    id: article.id,
    render: () => printJson(articleToJson(article, context)),
  }));
  const listEvents = (period: string | null) =>
    archive.events
      .filter(({ when }) => period === null || getPeriod(when, zone) === period)
      .map(eventToJson);
  return {
    records,
    toFile: (own, scope, parts) => {
      const list = listInJson('articles', own);
      const events = listEvents(scope.type === 'whole' ? null : scope.period);
      // A part contains only the articles and events of its year.
      if (scope.type === 'part') return surround(list, null, { events, parts });
      const rest: Omit<ArticlesJson, keyof typeof before | 'articles' | 'parts'> = {
        ...names,
        events,
        ...moves,
      };
      return surround(list, before, { ...rest, parts });
    },
  };
}

/** Returns the JSON object of a list with more keys before and after it. */
function surround(list: Records, before: object | null, after: object): Records {
  const first = before === null ? '' : `${printJson(before, 0).slice(0, -2)},`;
  return {
    ...list,
    head: first === '' ? list.head : `${first}${list.head.slice(1)}`,
    tail: `${list.tail.slice(0, -3)},${printJson(after, 0).slice(1)}\n`,
  };
}

/** Returns `/articles/ID.json` as text: one article in the form it has in `articles.json`. */
export function renderArticleJson(article: Article, context: ViewContext): string {
  return `${JSON.stringify(articleToJson(article, context), null, 2)}\n`;
}

function articleToJson(article: Article, context: ViewContext): ArticleJson {
  const accounts = article.events.flatMap(
    (id) =>
      context.archive.eventById
        .get(id)
        ?.accounts.filter((account) => account.article.id === article.id) ?? [],
  );
  return {
    id: article.id,
    url: context.at.article(article.id),
    title: article.title,
    titleEn: isSameLanguage(context.archive.site.language, 'en') ? article.translation : null,
    translation: article.translation,
    source: article.source,
    published: article.published.written,
    publishedLabel: labelDate(article.published, context.dates),
    updated: article.updated?.written ?? null,
    added: article.added,
    by: article.by,
    original: article.url,
    archived: article.archived,
    language: article.language,
    place: article.place,
    dateline: article.dateline,
    dating: article.dating,
    via: article.via && { name: article.via.name, url: article.via.url },
    drawsOn: [...article.drawsOn],
    ...historyToJson(article),
    lead: textToJson(article.lead, context),
    spelled: article.spelled.map(({ actor, spelling }) => ({ actor, spelling })),
    namedAs: article.namedAs.map(nameGivenToJson),
    accounts: accounts.map((account) => accountToJson(account, context)),
  };
}

function accountToJson(account: Account, context: ViewContext): WrittenAccountJson {
  return {
    event: account.event,
    title: account.title,
    date: account.when.date?.written ?? null,
    time: labelTimeOfDay(account.when.time),
    zone: account.when.zone,
    when: account.words,
    basis: account.basis,
    record: [...account.record],
    why: account.why,
    certainty: account.certainty,
    kind: account.kind,
    actors: [...account.actors],
    place: account.place,
    after: [...account.after],
    distinct: [...account.distinct],
    partOf: account.partOf,
    text: textToJson(account.text, context),
  };
}
