import type { Actor, Article, NewsEvent, Speaker } from '../../model/archive.ts';
import { viewEventDate } from '../cards/eventCard.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { getFirstYear } from '../dates/yearParts.ts';
import { linkActor, linkPlace, linkSource, titleEvent, type ViewContext } from '../page/context.ts';
import { isolate } from '../page/foreign.ts';
import { proseToText } from '../page/proseText.ts';
import { describeSpeaker } from '../prose/passages.ts';
import { listSearchForms } from './searchWords.ts';

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

/** Returns a record for each actor, event, article and page of the site's own. */
export function listSearchRecords(context: ViewContext): SearchRecord[] {
  const { archive } = context;
  return [
    ...archive.actors.map((actor) => recordActor(actor, context)),
    ...archive.events.map((event) => recordEvent(event, context)),
    ...archive.articles.map((article) => recordArticle(article, context)),
    ...listOwnPages(context),
  ].map((record) => ({
    ...record,
    content: join([record.content, listSearchForms(`${record.title} ${record.content}`).join(' ')]),
  }));
}

/** Returns the record of an actor, with every spelling in every language. */
function recordActor(actor: Actor, context: ViewContext): SearchRecord {
  const names = [
    actor.name,
    ...actor.spellings,
    ...actor.names.map(({ name }) => name),
    ...actor.spelledBy.map(({ text }) => text),
  ];
  return {
    url: context.at.actor(actor.id),
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
}

function recordEvent(event: NewsEvent, context: ViewContext): SearchRecord {
  const { label } = viewEventDate(event, context);
  return {
    url: context.at.event(event.id),
    kind: 'events',
    title: titleEvent(event, context),
    note: label,
    content: join([
      label,
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
    year: getFirstYear(event.when, context.archive.site.zone),
  };
}

function recordArticle(article: Article, context: ViewContext): SearchRecord {
  const { joints, article: words } = context.pages;
  const outlet = linkSource(article.source, context);
  const source = isolate(outlet.name, outlet.lang);
  const { translation } = article;
  return {
    url: context.at.article(article.id),
    kind: 'articles',
    title: article.title,
    note: [
      ...(translation === null ? [] : [words.translated(translation)]),
      `${source}${joints.comma}${labelDate(article.published, context.dates)}`,
    ].join(joints.semicolon),
    content: join([source, article.by, translation, proseToText(article.lead)]),
    year: getFirstYear(article.published, context.archive.site.zone),
  };
}

function listOwnPages({ archive, at }: ViewContext): SearchRecord[] {
  return archive.pages.map(({ id, title, text }) => ({
    url: at.page(id),
    kind: 'pages',
    title,
    note: '',
    content: proseToText(text),
    year: null,
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
