import type { Speaker } from '../../model/archive.ts';
import { linkActor, linkPlace, linkSource, titleEvent, type ViewContext } from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { isolate } from '../page/foreign.ts';
import { describeSpeaker } from '../prose/passages.ts';
import { proseToText } from '../page/proseText.ts';
import { listSearchForms } from './searchWords.ts';
import { getFirstYear, groupYears, undated } from '../dates/yearParts.ts';

export type SearchKind = 'actors' | 'events' | 'articles' | 'pages';

/** A page that search can find: its address, title, result text, and all words it matches. */
export interface SearchRecord {
  readonly url: string;
  readonly kind: SearchKind;
  readonly title: string;
  /** A date in words, a role, or an outlet with its date. */
  readonly note: string;
  readonly content: string;
  /** The year of its first possible day; null if it has no date. */
  readonly year: string | null;
}

/** Records that share a search index. */
export interface SearchPart {
  /** The folder of the index below `pagefind/`; empty for a single index. */
  readonly name: string;
  readonly records: readonly SearchRecord[];
}

/** Maximum number of search indexes: each adds a few requests to the first query. */
const maxIndexes = 8;

/**
 * Returns the search records by index: a single one for a small archive, else one for undated records
 * (actors, the site's own pages, events whose first day is open) and one for each group of years, named after
 * its first year.
 */
export function listSearchParts(context: ViewContext): SearchPart[] {
  const records = listSearchRecords(context);
  const least = context.limits.searchRecords;
  if (records.length <= least) return [{ name: '', records }];
  const byYear = Map.groupBy(records, ({ year }) => year ?? undated);
  const counts = new Map(
    [...byYear].flatMap(([year, own]) => (year === undated ? [] : [[year, own.length] as const])),
  );
  const ranges = groupYears(counts, least, maxIndexes - 1);
  if (ranges.length < 2) return [{ name: '', records }];
  const isIn = (year: string, { first, last }: (typeof ranges)[number]) =>
    Number(first) <= Number(year) && Number(year) <= Number(last);
  return [
    { name: undated, records: byYear.get(undated) ?? [] },
    ...ranges.map((range) => ({
      name: range.first,
      records: records.filter(({ year }) => year !== null && isIn(year, range)),
    })),
  ].filter((part) => part.records.length > 0);
}

/** Returns a record for each actor, event and article; an actor's holds every spelling in every language. */
export function listSearchRecords(context: ViewContext): SearchRecord[] {
  const { archive, at } = context;
  const actors = archive.actors.map((actor): SearchRecord => {
    const names = [
      actor.name,
      ...actor.spellings,
      ...actor.names.map(({ name }) => name),
      ...actor.spelledBy.map(({ text }) => text),
    ];
    return {
      url: at.actor(actor.id),
      kind: 'actors',
      title: actor.name,
      note: actor.role ?? '',
      content: join([
        ...new Set(names.flatMap(spellForSearch)),
        ...actor.namedAs.map(({ text, by }) =>
          context.pages.actor.namedBy(text, [
            ...new Set(by.map(({ article, speaker }) => nameGiver(speaker, article, context))),
          ]),
        ),
        actor.role,
        proseToText(actor.text),
      ]),
      year: null,
    };
  });
  const events = archive.events.map((event): SearchRecord => ({
    url: at.event(event.id),
    kind: 'events',
    title: titleEvent(event, context),
    note: viewEventDate(event, context).label,
    content: join([
      viewEventDate(event, context).label,
      ...event.actors.map((id) => linkActor(id, context).name),
      ...(event.place ? [linkPlace(event.place, context).name] : []),
      ...event.accounts.flatMap(({ title, text, quotations, claims }) => [
        // The record's title is indexed anyway.
        title === event.title ? null : title,
        proseToText(text),
        ...quotations.map((quotation) => quotation.text),
        ...claims.map(({ on, says }) => `${on}${context.pages.joints.colon}${says}`),
      ]),
    ]),
    year: getFirstYear(event.when, archive.site.zone),
  }));
  const articles = archive.articles.map((article): SearchRecord => {
    const outlet = linkSource(article.source, context);
    const source = isolate(outlet.name, outlet.lang);
    const { translation } = article;
    return {
      url: at.article(article.id),
      kind: 'articles',
      title: article.title,
      note: [
        ...(translation === null ? [] : [context.pages.article.translated(translation)]),
        `${source}${context.pages.joints.comma}${labelDate(article.published, context.dates)}`,
      ].join(context.pages.joints.semicolon),
      content: join([source, article.by, translation, proseToText(article.lead)]),
      year: getFirstYear(article.published, archive.site.zone),
    };
  });
  const pages = archive.pages.map(({ id, title, text }): SearchRecord => ({
    url: at.page(id),
    kind: 'pages',
    title,
    note: '',
    content: proseToText(text),
    year: null,
  }));
  return [...actors, ...events, ...articles, ...pages].map((record) => ({
    ...record,
    content: join([record.content, listSearchForms(`${record.title} ${record.content}`).join(' ')]),
  }));
}

/** Returns who uses a name, with the source that passes it on. */
function nameGiver(speaker: Speaker, article: string, context: ViewContext): string {
  const { name } = describeSpeaker(speaker, article, context);
  if (speaker.type === 'article') return name;
  const source = context.archive.articleById.get(article)?.source ?? '';
  return `${name}${context.pages.joints.comma}${context.pages.actor.via(linkSource(source, context).name)}`;
}

/**
 * Returns a name as written and as readers may type it: without apostrophes, diacritics or the Arabic
 * article.
 */
function spellForSearch(name: string): string[] {
  const plain = name.replace(/[’'ʼʻ`‘]/gu, '');
  const unmarked = plain.normalize('NFD').replace(/\p{M}/gu, '');
  // Removes al-, el- and the like before Latin names, and ال before Arabic ones.
  const bare = unmarked.replace(/(?<=^|\s)(?:[ae]l[- ]|ال)(?=\p{L})/giu, '');
  return [...new Set([name, plain, unmarked, bare])];
}

function join(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join('. ');
}
