import { fromHtml } from 'hast-util-from-html';
import type { ElementContent, RootContent } from 'hast';
import type {
  Account,
  Actor,
  Archive,
  Article,
  Claim,
  LinkedPassage,
  LinkedText,
  Named,
  NameGiven,
  NewsEvent,
  Quotation,
  Speaker,
} from '../../../src/model/archive.ts';
import { comparePoints } from '../../../src/model/comparePoints.ts';
import { createUndatedWhen, createWhen } from '../../../src/model/createWhen.ts';
import { dateToRanges } from '../../../src/model/dates/dateRanges.ts';
import { dateToSpans, rangesToSpans } from '../../../src/model/dates/dateSpans.ts';
import { uniteRanges } from '../../../src/model/dates/dayRanges.ts';
import type { EdtfDate } from '../../../src/model/dates/edtfDate.ts';
import { parseEdtf } from '../../../src/model/dates/parseEdtf.ts';
import type { Span } from '../../../src/model/dates/spans.ts';
import { parseTimeOfDay } from '../../../src/model/dates/timeOfDay.ts';
import { mapById, push } from '../../../src/model/lists.ts';
import { boundByAccounts, isAhead } from '../../../src/model/mergeAccounts.ts';
import { compareArticles } from '../../../src/model/publication.ts';
import { listStanding } from '../../../src/model/standing.ts';
import type {
  ActorJson,
  ArticleJson,
  ArticlesJson,
  EventJson,
  NamedJson,
  PassageJson,
  TextJson,
} from '../../../src/outputs/schemas.ts';

// A reader of the exported data, as anyone could write it; its result must equal the original archive.

/** The text of three files in `data/`, which together hold the whole archive. */
export interface Exports {
  readonly events: string;
  readonly actors: string;
  readonly articles: string;
}

const nowhere = { file: '', line: 0, column: 0 };

/** Returns the archive in exported files, without source locations and published addresses. */
export function readExports(exported: Exports, base: string): Archive {
  const { events: eventList } = JSON.parse(exported.events) as { events: EventJson[] };
  const { actors: actorList } = JSON.parse(exported.actors) as { actors: ActorJson[] };
  const data = JSON.parse(exported.articles) as ArticlesJson;
  const { zone } = data.site;
  const text = (json: TextJson, article: string): LinkedText => readText(json, article, base);
  const named = (json: NamedJson): Named => ({
    name: json.name,
    spellings: json.spellings,
    names: json.names,
    wikidata: json.wikidata,
    ids: json.ids,
    corrections: json.corrections,
    retracted: json.retracted,
    text: text(json.text, ''),
  });
  const articles = data.articles.map((json) => readArticle(json, text(json.lead, json.id), zone));
  const articleById = mapById(articles);
  const accounts = data.articles.flatMap((json) =>
    json.accounts.map((account): Account => {
      const article = articleById.get(json.id)!;
      const told = text(account.text, json.id);
      const { partOf, place } = account;
      return {
        article,
        event: account.event as unknown as Account['event'],
        at: nowhere,
        title: account.title,
        when:
          account.date === null
            ? createUndatedWhen(article.publication, isAhead(account.certainty), account.zone)
            : createWhen(readDate(account.date), readTime(account.time), account.zone),
        words: account.when,
        basis: account.basis,
        record: account.record,
        kind: account.kind,
        why: account.why,
        after: account.after as unknown as Account['after'],
        distinct: account.distinct as unknown as Account['distinct'],
        partOf: partOf as unknown as Account['partOf'],
        actors: account.actors as unknown as Account['actors'],
        place: place as unknown as Account['place'],
        certainty: account.certainty,
        text: told,
        claims: told.passages.flatMap((one) => (one.type === 'claim' ? [one.claim] : [])),
        quotations: told.passages.flatMap((one) =>
          one.type === 'quotation' ? [one.quotation] : [],
        ),
      };
    }),
  );
  const claims = gatherClaims(articles, accounts);
  const accountOf = new Map(accounts.map((one) => [`${one.article.id} ${one.event}`, one]));
  const restOfEvent = mapById(data.events);
  const events = eventList.map((json, position): NewsEvent => {
    const rest = restOfEvent.get(json.id)!;
    const date = readDate(json.date);
    const when = createWhen(date, readTime(json.time), rest.zone);
    const { id, certainty, place, actors, mentioned } = json;
    const { titleBy, summary, lead } = rest;
    // A title that quotes a source is the heading of that source's account.
    const title = titleBy === null ? json.title : accountOf.get(`${titleBy} ${id}`)!.title;
    const said = { id, title, titleBy, summary, lead, certainty, place, actors, mentioned };
    const choices = rest.dateChoices.map((choice) => ({
      type: choice.type,
      date: readDate(choice.date),
      days: dateToRanges(readDate(choice.days)),
    }));
    const all = uniteRanges(choices.flatMap(({ days }) => days));
    const spans = rangesToSpans(all, rest.zone);
    const own = json.accounts.map(({ article }) => accountOf.get(`${article} ${id}`)!);
    const dated = {
      ...when,
      date: when.date ?? date,
      ...(choices.length > 0 ? { days: all, wholeDays: spans, spans } : {}),
    };
    const differing =
      choices.length > 0 ? 'dates' : rest.origin === 'accounts' && rest.timesDiffer && 'hours';
    return {
      ...(said as unknown as NewsEvent),
      kind: listStanding(own).every(({ kind }) => kind === 'statement') ? 'statement' : 'act',
      position,
      when: differing ? boundByAccounts(dated, own, differing) : dated,
      origin:
        rest.origin === 'accounts'
          ? { type: 'accounts', articles: rest.datedBy as unknown as Article['id'][] }
          : rest.origin === 'disputed'
            ? { type: 'disputed', choices }
            : { type: 'ruling' },
      timesDiffer: rest.timesDiffer,
      places: rest.places as unknown as NewsEvent['places'],
      mentionedPlaces: rest.mentionedPlaces as unknown as NewsEvent['places'],
      accounts: own,
      points: comparePoints(claims.get(`event ${id}`) ?? []),
      partOf: rest.partOf as unknown as NewsEvent['partOf'],
      parts: rest.parts as unknown as NewsEvent['parts'],
      follows: rest.follows as unknown as NewsEvent['parts'],
      followedBy: rest.followedBy as unknown as NewsEvent['parts'],
      actorPoints: actors.flatMap((actor) => comparePoints(claims.get(`actor ${actor}`) ?? [])),
      ruling: rest.ruling && readRuling(rest.ruling),
    };
  });
  const restOfActor = mapById(data.actors);
  const actors = actorList.map((json): Actor => {
    const rest = restOfActor.get(json.id)!;
    const { id, kind, role, events: own, mentionedIn } = json;
    const { group, of, leads } = rest;
    return {
      ...({ id, kind, role, events: own, mentionedIn, group, of, leads } as unknown as Actor),
      ...named(rest),
      spelledBy: json.spellings as unknown as Actor['spelledBy'],
      namedAs: json.namedAs.map(({ text: name, by }) => ({
        text: name,
        by: by.map(({ article, ...one }) => ({
          article: article as unknown as Article['id'],
          speaker: readSpeaker(one),
        })),
      })),
      points: comparePoints(claims.get(`actor ${id}`) ?? []),
    };
  });
  const sources = data.sources.map(({ id, kind, about, site: url, language, ...rest }) => ({
    ...({ id, kind, about, url, language } as unknown as Archive['sources'][number]),
    ...named(rest),
  }));
  const places = data.places.map(({ id, within, at: coordinates, ...rest }) => ({
    ...({ id, within, coordinates } as unknown as Archive['places'][number]),
    ...named(rest),
  }));
  const { digits, months, ...site } = data.site;
  return {
    site: {
      ...site,
      style: { digits, months },
      principals: data.site.principals as unknown as Archive['site']['principals'],
      about: text(data.site.about, ''),
      licence: null,
      head: [],
      analytics: null,
    },
    stateOfPlay: data.stateOfPlay && {
      asOf: data.stateOfPlay.asOf,
      text: text(data.stateOfPlay.text, ''),
    },
    events,
    eventById: mapById(events),
    actors,
    actorById: mapById(actors),
    sources,
    sourceById: mapById(sources),
    places,
    placeById: mapById(places),
    articles,
    articleById,
    retracted: data.retracted.map((json) => ({
      ...json,
      id: json.id as unknown as NewsEvent['id'],
      date: json.date === null ? null : readDate(json.date),
      // Everything in this list was retracted.
      retracted: json.retracted!,
    })),
    renamed: data.renamed,
    permalinks: [],
    publishedBase: null,
    pages: [],
    look: { theme: null, logo: null, icons: {}, fonts: {} },
  };
}

function readArticle(json: ArticleJson, lead: LinkedText, zone: string): Article {
  const published = readDate(json.published);
  const updated = json.updated === null ? null : readDate(json.updated);
  const { id, title, translation, source, added, by, archived, language, place } = json;
  const { dateline, dating, via, drawsOn, ids, corrections, retracted, spelled } = json;
  const namedAs = json.namedAs.map(readNameGiven);
  const rest = { id, title, translation, source, added, by, archived, language, place };
  const more = { dateline, dating, via, drawsOn, ids, corrections, retracted, spelled, namedAs };
  return {
    ...({ ...rest, ...more } as unknown as Article),
    published,
    updated,
    publication: readPublication(published, updated, zone),
    url: json.original,
    lead,
    events: json.accounts.map(({ event }) => event as unknown as NewsEvent['id']),
  };
}

/** Returns the span from the first moment of the day of publication to the last of that day or of the last change. */
function readPublication(published: EdtfDate, updated: EdtfDate | null, zone: string): Span {
  const first = dateToSpans(published, null, zone);
  const last = updated ? dateToSpans(updated, null, zone) : first;
  return {
    from: first[0]?.from ?? -Infinity,
    to: Math.max(first.at(-1)?.to ?? Infinity, last.at(-1)?.to ?? Infinity),
  };
}

function readText(json: TextJson, article: string, base: string): LinkedText {
  return {
    passages: json.passages.map((passage) => readPassage(passage, article, base)),
    actors: json.actors as unknown as LinkedText['actors'],
    places: json.places as unknown as LinkedText['places'],
    spelled: json.spelled as unknown as LinkedText['spelled'],
    namedAs: json.namedAs.map(readNameGiven),
  };
}

function readNameGiven({ actor, spelling, ...by }: TextJson['namedAs'][number]): NameGiven {
  return { actor: actor as unknown as NameGiven['actor'], spelling, speaker: readSpeaker(by) };
}

function readPassage(passage: PassageJson, article: string, base: string): LinkedPassage {
  if (passage.kind === 'prose') return { type: 'prose', nodes: readHtml(passage.html, base) };
  const speaker = readSpeaker(passage);
  if (passage.kind === 'quotation') {
    const { text, where, html, names } = passage;
    const quotation = { article, speaker, text, where, nodes: readHtml(html, base), names };
    return { type: 'quotation', quotation: quotation as unknown as Quotation };
  }
  const { on, answer, says, withdrawn, formerly, names } = passage;
  const about = passage.about.startsWith('actor:')
    ? { type: 'actor', id: passage.about.slice('actor:'.length) }
    : { type: 'event', id: passage.about };
  const date = withdrawn === null ? null : readDate(withdrawn);
  // What the data write for a point that an article leaves open.
  const isSilent = answer === '-';
  const said = { answer: isSilent ? null : answer, isSilent, says, formerly };
  const claim = { article, speaker, about, on, ...said, names, withdrawn: date, at: nowhere };
  return { type: 'claim', claim: claim as unknown as Claim };
}

function readSpeaker({ speaker: type, by, as }: SpeakerJson): Speaker {
  if (type === 'article') return { type };
  return (type === 'nobody' ? { type, as } : { type, id: by, as }) as Speaker;
}

type SpeakerJson = Pick<Exclude<PassageJson, { kind: 'prose' }>, 'speaker' | 'by' | 'as'>;

/** Claims by what they are about, in the order in which articles joined the archive. */
function gatherClaims(articles: readonly Article[], accounts: readonly Account[]) {
  const inOrder = articles.filter(({ retracted }) => retracted === null).sort(compareArticles);
  const claims = new Map<string, Claim[]>();
  for (const article of inOrder) {
    const texts = accounts.filter((one) => one.article === article).map(({ text }) => text);
    for (const { passages } of [article.lead, ...texts])
      for (const passage of passages)
        if (passage.type === 'claim')
          push(claims, `${passage.claim.about.type} ${passage.claim.about.id}`, passage.claim);
  }
  return claims;
}

function readHtml(html: string, base: string): ElementContent[] {
  const children = fromHtml(html, { fragment: true }).children.map((node) => strip(node, base));
  return children as ElementContent[];
}

/** Removes positions, and turns addresses of the site's pages back into our own URLs. */
function strip(node: RootContent, base: string): RootContent {
  if (node.type === 'text') return { type: 'text', value: node.value };
  if (node.type !== 'element') return node;
  const { tagName } = node;
  const properties = { ...node.properties };
  const [, type, id] =
    /^(event|actor|place|source|article)s\/([^/]+)\/$/.exec(
      (typeof properties.href === 'string' ? properties.href : '').replace(base, ''),
    ) ?? [];
  if (tagName === 'a' && type !== undefined) properties.href = `${type}:${id ?? ''}`;
  const children = node.children.map((child) => strip(child, base) as ElementContent);
  return { type: 'element', tagName, properties, children };
}

function readDate(written: string): EdtfDate {
  return parseEdtf(written)!;
}

function readTime(text: string | null) {
  return text === null ? null : parseTimeOfDay(text)!;
}

/** Returns a ruling, without a `why` that only repeats one of its reasons. */
function readRuling({ why, ...ruling }: NonNullable<ArticlesJson['events'][number]['ruling']>) {
  const isReason = why !== null && Object.values(ruling.reasons).includes(why);
  return { ...ruling, why: isReason ? null : why };
}
