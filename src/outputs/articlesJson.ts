import type {
  Account,
  Article,
  LinkedPassage,
  LinkedText,
  Named,
  NameGiven,
  NewsEvent,
  PageHistory,
} from '../model/archive.ts';
import { isSameLanguage } from '../model/scripts.ts';
import type { Reasons } from '../model/drafts.ts';
import { printRanges } from '../model/when.ts';
import type { ViewContext } from '../views/page/context.ts';
import { labelDate, labelTimeOfDay } from '../views/dates/dateLabel.ts';
import { renderNodes } from '../views/page/proseHtml.ts';
import { readsOfArticle } from '../views/reads.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import { listInJson, printJson, type DatedList } from './records.ts';
import { speakerToJson, subjectToJson } from './speakers.ts';
import type {
  ArticleJson,
  ArticlesJson,
  NamedJson,
  PassageJson,
  TextJson,
  WrittenAccountJson,
} from './schemas.ts';
import { getWrittenAnswer } from '../model/silence.ts';

/**
 * Returns the entries of `/data/articles.json`, one per article: every complete digest, and what the other
 * files omit about the site, its sources, places, actors and events. The archive can be restored from it
 * together with `events.json` and `actors.json`.
 */
export function listArticlesJson(context: ViewContext): DatedList {
  const { archive } = context;
  const { zone } = archive.site;
  const before: Pick<ArticlesJson, 'site' | 'stateOfPlay'> = {
    site: siteToJson(context),
    stateOfPlay: archive.stateOfPlay && {
      asOf: archive.stateOfPlay.asOf,
      text: textToJson(archive.stateOfPlay.text, context),
    },
  };
  const records = archive.articles.map((article) => ({
    period: getPeriod(article.published, zone),
    count: 1,
    reads: readsOfArticle(article, context),
    render: () => printJson(articleToJson(article, context)),
  }));
  const listEvents = (period: string | null) =>
    archive.events
      .filter(({ when }) => period === null || getPeriod(when, zone) === period)
      .map(eventToJson);
  const whole: Omit<ArticlesJson, keyof typeof before | 'articles' | 'events' | 'parts'> = {
    sources: archive.sources.map((source) => ({
      id: source.id,
      url: context.at.source(source.id),
      ...namedToJson(source, context),
      kind: source.kind,
      about: source.about,
      site: source.url,
      language: source.language,
    })),
    places: archive.places.map((place) => ({
      id: place.id,
      url: context.at.place(place.id),
      ...namedToJson(place, context),
      within: place.within,
      at: place.coordinates && {
        latitude: place.coordinates.latitude,
        longitude: place.coordinates.longitude,
      },
    })),
    actors: archive.actors.map((actor) => ({
      id: actor.id,
      ...namedToJson(actor, context),
      group: actor.group,
      of: [...actor.of],
      leads: [...actor.leads],
    })),
    retracted: archive.retracted.map((event) => ({
      id: event.id,
      title: event.title,
      date: event.date?.written ?? null,
      ...historyToJson(event),
    })),
    renamed: archive.renamed.map(({ kind, from, to }) => ({ kind, from, to })),
  };
  return {
    records,
    toFile: (own, scope, parts) => {
      const list = listInJson('articles', own);
      const events = listEvents(scope.type === 'whole' ? null : scope.period);
      const { sources, places, actors, retracted, renamed } = whole;
      // A part contains only the articles and events of its year.
      const after =
        scope.type === 'part'
          ? { events, parts }
          : { sources, places, actors, events, retracted, renamed, parts };
      const first = scope.type === 'part' ? '' : printJson(before, 0).slice(0, -2);
      // All three belong to one object.
      return {
        ...list,
        head: first === '' ? list.head : `${first},${list.head.slice(1)}`,
        tail: `${list.tail.slice(0, -3)},${printJson(after, 0).slice(1)}\n`,
      };
    },
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
    actors: [...account.actors],
    place: account.place,
    after: [...account.after],
    distinct: [...account.distinct],
    partOf: account.partOf,
    text: textToJson(account.text, context),
  };
}

function eventToJson(event: NewsEvent): ArticlesJson['events'][number] {
  return {
    id: event.id,
    zone: event.when.zone,
    origin: event.origin.type,
    datedBy: event.origin.type === 'accounts' ? [...event.origin.articles] : [],
    dateChoices:
      event.origin.type === 'disputed'
        ? event.origin.choices.map(({ type, date, days }) => ({
            type,
            date: date.written,
            days: printRanges(days),
          }))
        : [],
    lead: event.lead,
    titleBy: event.titleBy,
    summary: event.summary,
    timesDiffer: event.timesDiffer,
    places: [...event.places],
    mentionedPlaces: [...event.mentionedPlaces],
    partOf: event.partOf,
    parts: [...event.parts],
    follows: [...event.follows],
    followedBy: [...event.followedBy],
    ruling: event.ruling && {
      why: event.ruling.why ?? getOnlyReason(event.ruling.reasons),
      reasons: { ...event.ruling.reasons },
      unknown: [...event.ruling.unknown],
      ...historyToJson(event.ruling),
    },
  };
}

/** Returns the only reason of a ruling: `why` was that reason before each decision had its own. */
function getOnlyReason(reasons: Reasons): string | null {
  const [only, ...more] = Object.values(reasons);
  return only !== undefined && more.length === 0 ? only : null;
}

function siteToJson(context: ViewContext): ArticlesJson['site'] {
  const { title, tagline, language, zone, groups, principals, authority, style, about } =
    context.archive.site;
  return {
    title,
    tagline,
    language,
    zone,
    groups: [...groups],
    principals: [...principals],
    authority,
    digits: style.digits,
    months: style.months,
    about: textToJson(about, context),
  };
}

function namedToJson(named: Named, context: ViewContext): NamedJson {
  return {
    name: named.name,
    spellings: [...named.spellings],
    names: named.names.map(({ language, name }) => ({ language, name })),
    wikidata: named.wikidata,
    ...historyToJson(named),
    text: textToJson(named.text, context),
  };
}

function historyToJson({
  ids,
  corrections,
  retracted,
}: PageHistory): Pick<NamedJson, 'ids' | 'corrections' | 'retracted'> {
  return {
    ids: [...ids],
    corrections: corrections.map(({ date, reason }) => ({ date, reason })),
    retracted: retracted && { date: retracted.date, reason: retracted.reason },
  };
}

function textToJson(text: LinkedText, context: ViewContext): TextJson {
  return {
    passages: text.passages.map((passage) => passageToJson(passage, context)),
    actors: [...text.actors],
    places: [...text.places],
    spelled: text.spelled.map(({ actor, spelling }) => ({ actor, spelling })),
    namedAs: text.namedAs.map(nameGivenToJson),
  };
}

function nameGivenToJson({ actor, spelling, speaker }: NameGiven): TextJson['namedAs'][number] {
  return { actor, spelling, speaker: speaker.type, ...speakerToJson(speaker) };
}

function passageToJson(passage: LinkedPassage, context: ViewContext): PassageJson {
  switch (passage.type) {
    case 'prose':
      return { kind: 'prose', html: renderNodes(passage.nodes, context.at) };
    case 'quotation': {
      const { speaker, where, text, nodes, names } = passage.quotation;
      return {
        kind: 'quotation',
        speaker: speaker.type,
        ...speakerToJson(speaker),
        where,
        text,
        html: renderNodes(nodes, context.at),
        names: [...names],
      };
    }
    case 'claim': {
      const { speaker, about, on, says, withdrawn, formerly, names } = passage.claim;
      return {
        kind: 'claim',
        speaker: speaker.type,
        ...speakerToJson(speaker),
        about: subjectToJson(about),
        on,
        answer: getWrittenAnswer(passage.claim),
        says,
        withdrawn: withdrawn?.written ?? null,
        formerly: [...formerly],
        names: [...names],
      };
    }
  }
}
