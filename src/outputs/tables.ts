import type { Actor, Article, NewsEvent, NewsPlace, Source } from '../model/archive.ts';
import type { ViewContext } from '../views/page/context.ts';
import { listSources, viewEventCard } from '../views/cards/eventCard.ts';
import type { Statement } from '../views/actor/statements.ts';
import { getPeriod } from '../views/dates/yearParts.ts';
import { listStatementRuns, statementToJson } from './claimsJson.ts';
import { eventToFacts } from './eventsJson.ts';

// The definitions of the data tables, from which the CSV files, the database and the data package are made.

/** A row; a list of ids is one text, separated by semicolons. */
export type Row = Readonly<Record<string, string | null>>;

export interface Column {
  readonly name: string;
  /** `date` is a whole day (ISO 8601), `edtf` a date that may be less precise. */
  readonly type: 'text' | 'date' | 'edtf' | 'integer' | 'number' | 'boolean' | 'address';
  readonly about: string;
  /** The table whose `id` it refers to. */
  readonly of?: string;
}

/** Rows made from the same part of the archive, of the same year. */
export interface RowGroup {
  /** Its id, unique in the table. */
  readonly id: string;
  /** The part of the table that contains them; null in a table without dates, which is never split. */
  readonly period: string | null;
  /** The number of rows. */
  readonly count: number;
  readonly rows: () => readonly Row[];
}

export interface Table {
  readonly name: string;
  readonly about: string;
  readonly key: readonly string[];
  readonly columns: readonly Column[];
  readonly list: (context: ViewContext) => readonly RowGroup[];
}

const column =
  (type: Column['type']) =>
  (name: string, about: string, of?: string): Column =>
    of === undefined ? { name, type, about } : { name, type, about, of };
const text = column('text');
const date = column('date');
const edtf = column('edtf');
const address = column('address');
const integer = column('integer');
const number = column('number');
const boolean = column('boolean');

const days = [
  text('earliest', 'The first day (ISO 8601) that the date allows; empty where that is open.'),
  text('latest', 'The last day (ISO 8601) that the date allows; empty where that is open.'),
];
const page = address('url', 'The page.');

/** For rows without a date. */
const undatedRow = { period: null, count: 1 } as const;

const events: Table = {
  name: 'events',
  about: 'Every event, in the order of the timeline.',
  key: ['id'],
  columns: [
    text('id', 'The permanent id of the event.'),
    text('title', 'What it is called.'),
    edtf('date', 'When it was, in EDTF (ISO 8601-2).'),
    text('dateLabel', 'The date in words.'),
    ...days,
    text('time', 'The time or part of the day.'),
    text('certainty', 'How sure it is that it happened.'),
    text('place', 'Where it was.', 'places'),
    text('actors', 'The ids of those involved, separated by semicolons.'),
    text('mentioned', 'The ids of those only mentioned, separated by semicolons.'),
    text(
      'articles',
      'The ids of the articles that report it, retracted ones too, separated by semicolons.',
    ),
    text(
      'sources',
      'The ids of the outlets whose articles are not retracted (of all outlets if every article is), separated by semicolons.',
    ),
    text('disputes', 'The points on which sources differ, separated by semicolons.'),
    text('summary', 'One sentence on it.'),
    page,
  ],
  list: (context) =>
    context.archive.events.map((event) => ({
      ...describeEvent(event, context),
      count: 1,
      rows: () => [eventToRow(event, context)],
    })),
};

const eventActors: Table = {
  name: 'event_actors',
  about: 'Who was involved in each event, and who is only mentioned.',
  key: ['event', 'actor'],
  columns: [
    text('event', 'The id of the event.', 'events'),
    text('actor', 'The id of the actor.', 'actors'),
    text('role', '`involved` or `mentioned`.'),
  ],
  list: (context) =>
    context.archive.events.map((event) => ({
      ...describeEvent(event, context),
      count: event.actors.length + event.mentioned.length,
      rows: () => listRoles(event),
    })),
};

const actors: Table = {
  name: 'actors',
  about: 'Every person and group.',
  key: ['id'],
  columns: [
    text('id', 'The permanent id of the actor.'),
    text('name', 'The name.'),
    text('kind', '`person`, `organisation`, `state-body` or `outlet`.'),
    text('role', 'The role at the time.'),
    text('actorGroup', 'The group that the site puts it in.'),
    text('spellings', 'Other spellings of the name, separated by semicolons.'),
    text('wikidata', 'Its item of Wikidata.'),
    text('belongsTo', 'The ids of the actors that it belongs to, separated by semicolons.'),
    text('leads', 'The ids of the actors that it leads, separated by semicolons.'),
    page,
  ],
  list: (context) =>
    context.archive.actors.map((actor) => ({
      id: actor.id,
      ...undatedRow,
      rows: () => [actorToRow(actor, context)],
    })),
};

const articles: Table = {
  name: 'articles',
  about: 'Every article that the archive is made from.',
  key: ['id'],
  columns: [
    text('id', 'The permanent id of the article.'),
    text('title', 'Its title.'),
    text('translation', 'Our translation of the title.'),
    text('source', 'The outlet.', 'sources'),
    text('by', 'The byline.'),
    edtf('published', 'When it was published, in EDTF (ISO 8601-2).'),
    date('added', 'The day on which its digest joined the archive.'),
    text('language', 'Its language (BCP 47).'),
    address('original', 'Where it was published.'),
    address('archived', 'An archived copy.'),
    page,
  ],
  list: (context) =>
    context.archive.articles.map((article) => ({
      id: article.id,
      period: getPeriod(article.published, context.archive.site.zone),
      count: 1,
      rows: () => [articleToRow(article, context)],
    })),
};

const accounts: Table = {
  name: 'accounts',
  about: 'What each article says of each event that it tells of.',
  key: ['event', 'article'],
  columns: [
    text('event', 'The id of the event.', 'events'),
    text('article', 'The id of the article.', 'articles'),
    text('title', 'The heading of the account.'),
    edtf('date', 'When it was, by this article.'),
    text('said', 'The article’s own words for when.'),
    text('certainty', 'How sure this article is.'),
    text('place', 'Where it was, by this article.', 'places'),
    address('url', 'The account on the page of the event.'),
  ],
  list: (context) =>
    context.archive.events.map((event) => ({
      ...describeEvent(event, context),
      count: event.accounts.length,
      rows: () => listAccounts(event, context),
    })),
};

const claims: Table = {
  name: 'claims',
  about: 'Every claim and quotation.',
  key: ['article', 'position'],
  columns: [
    text('id', 'Its anchor on the page of its article.'),
    text('kind', '`claim` or `quotation`.'),
    text('by', 'The id of the actor or source who says it; empty where the article does.'),
    text('as', 'The article’s words for the speaker.'),
    text('where', 'To whom, or by what medium.'),
    text('article', 'The article that has it.', 'articles'),
    text('source', 'The outlet.', 'sources'),
    text('event', 'In whose account it stands.', 'events'),
    edtf('date', 'The article’s date of that event.'),
    text('dateLabel', 'The date in words.'),
    ...days,
    text('about', 'What a claim is about: the id of an event, or actor: and an id.'),
    text('on', 'The point that it speaks to.'),
    text('answer', 'Its answer, in a few words; - where the article does not give one.'),
    text('text', 'What is said.'),
    edtf('withdrawn', 'When its source retracted it.'),
    boolean('exact', 'True where the words are the speaker’s own.'),
    address('url', 'Where it stands.'),
    integer('position', 'Its place among all that its article says, from 1.'),
  ],
  list: (context) =>
    listStatementRuns(context).map(({ id, period, count, list }) => ({
      id,
      period,
      count,
      rows: () => list().map(({ one, position }) => claimToRow(one, position, context)),
    })),
};

const sources: Table = {
  name: 'sources',
  about: 'Every outlet.',
  key: ['id'],
  columns: [
    text('id', 'The permanent id of the outlet.'),
    text('name', 'Its name.'),
    text('kind', 'What it is.'),
    text('language', 'Its language (BCP 47).'),
    address('site', 'Its own site.'),
    text('wikidata', 'Its item of Wikidata.'),
    page,
  ],
  list: (context) =>
    context.archive.sources.map((source) => ({
      id: source.id,
      ...undatedRow,
      rows: () => [sourceToRow(source, context)],
    })),
};

const places: Table = {
  name: 'places',
  about: 'Every place.',
  key: ['id'],
  columns: [
    text('id', 'The permanent id of the place.'),
    text('name', 'Its name.'),
    text('within', 'The place that it is in.', 'places'),
    number('latitude', 'In decimal degrees.'),
    number('longitude', 'In decimal degrees.'),
    text('wikidata', 'Its item of Wikidata.'),
    page,
  ],
  list: (context) =>
    context.archive.places.map((place) => ({
      id: place.id,
      ...undatedRow,
      rows: () => [placeToRow(place, context)],
    })),
};

/** All tables, each after the tables that it refers to. */
export const tables: readonly Table[] = [
  sources,
  places,
  actors,
  articles,
  events,
  eventActors,
  accounts,
  claims,
];

/** Returns the id and the year of an event's rows. */
function describeEvent({ id, when }: NewsEvent, context: ViewContext) {
  return { id, period: getPeriod(when, context.archive.site.zone) };
}

function eventToRow(event: NewsEvent, context: ViewContext): Row {
  const { url, actors: involved, mentioned, ...facts } = eventToFacts(event, context);
  return {
    ...facts,
    actors: involved.join(';'),
    mentioned: mentioned.join(';'),
    articles: event.accounts.map(({ article }) => article.id).join(';'),
    sources: listSources(event).join(';'),
    disputes: event.points
      .filter(({ differ }) => differ)
      .map(({ on }) => on.replaceAll(';', ','))
      .join(';'),
    summary: viewEventCard(event, context).summary,
    url: context.at.absolute(url),
  };
}

function listRoles({ id, actors: involved, mentioned }: NewsEvent): Row[] {
  const row = (role: string) => (actor: string) => ({ event: id, actor, role });
  return [...involved.map(row('involved')), ...mentioned.map(row('mentioned'))];
}

function actorToRow(actor: Actor, { at }: ViewContext): Row {
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    role: actor.role,
    actorGroup: actor.group,
    spellings: actor.spellings.map((spelling) => spelling.replaceAll(';', ',')).join(';'),
    wikidata: actor.wikidata,
    belongsTo: actor.of.join(';'),
    leads: actor.leads.join(';'),
    url: at.absolute(at.actor(actor.id)),
  };
}

function articleToRow(article: Article, { at }: ViewContext): Row {
  return {
    id: article.id,
    title: article.title,
    translation: article.translation,
    source: article.source,
    by: article.by,
    published: article.published.written,
    added: article.added,
    language: article.language,
    original: article.url,
    archived: article.archived,
    url: at.absolute(at.article(article.id)),
  };
}

function listAccounts(event: NewsEvent, { at }: ViewContext): Row[] {
  return event.accounts.map(({ article, title, when, words, certainty, place }) => ({
    event: event.id,
    article: article.id,
    title,
    date: when.date?.written ?? null,
    said: words,
    certainty,
    place,
    url: `${at.absolute(at.event(event.id))}#${article.ids[0] ?? article.id}`,
  }));
}

function claimToRow(statement: Statement, position: number, context: ViewContext): Row {
  const { url, exact, ...row } = statementToJson(statement, context);
  return {
    ...row,
    exact: String(exact),
    url: context.at.absolute(url),
    position: String(position),
  };
}

function sourceToRow(source: Source, { at }: ViewContext): Row {
  const { id, name, kind, language, wikidata, url } = source;
  return { id, name, kind, language, wikidata, site: url, url: at.absolute(at.source(id)) };
}

function placeToRow(
  { id, name, within, coordinates, wikidata }: NewsPlace,
  { at }: ViewContext,
): Row {
  return {
    id,
    name,
    within,
    latitude: coordinates ? String(coordinates.latitude) : null,
    longitude: coordinates ? String(coordinates.longitude) : null,
    wikidata,
    url: at.absolute(at.place(id)),
  };
}
