import type {
  Actor,
  Article,
  NewsEvent,
  NewsPlace,
  PageHistory,
  RetractedEvent,
  Source,
} from '../../model/archive.ts';
import { findPeriod, type Period } from '../dates/calendar.ts';
import { viewKeySpine } from '../home/keyView.ts';
import { getMark, getVerdict, type Mark } from '../cards/marks.ts';
import { listArticlesOf } from '../lists/parts.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { findPlaceEvents } from '../lists/placeEvents.ts';
import { getMainYear, viewShortDate } from '../dates/shortDate.ts';
import { findUndrawn } from '../../model/pictureLetters.ts';
import { readDateline } from '../../model/printedDate.ts';
import { linkSource, titleEvent, type ViewContext } from '../page/context.ts';
import { labelDate, labelDay } from '../dates/dateLabel.ts';
import { isolate } from '../page/foreign.ts';
import { listMarks, listSources, titleWithDoubts, viewOpeningDate } from '../cards/eventCard.ts';
import { isOneCertainty, sayWho } from '../cards/telling.ts';
import { maxPictureEvents, maxPictureSources } from '../lists/budgets.ts';

/** A text with its language, null if that is the site's or unknown. */
export interface PictureText {
  readonly text: string;
  readonly language: string | null;
}

/** The content of a page's preview picture, for where the page is shared. */
export interface PictureView {
  /** The line above the headline: the date with its doubt, or the actor's role. */
  readonly over: string;
  readonly title: PictureText;
  /** The headline in other languages or scripts. */
  readonly also: readonly PictureText[];
  readonly sources: string;
  /** The doubts, in words. */
  readonly marks: readonly string[];
  readonly site: string;
  /** The side where lines begin in the site's language. */
  readonly direction: ViewContext['direction'];
  /** Events below each other, as in the key figure on a narrow screen. */
  readonly spine?: readonly PictureEntry[];
}

/** An event in a picture. */
export interface PictureEntry {
  readonly date: string;
  readonly mark: Mark;
  readonly title: string;
}

/** Returns the path of a page's picture below the site's root. */
export function getPicturePath(kind: PictureKind, id: string): string {
  return `og/${kind}/${id}.png`;
}

/** The kinds of pages with pictures. There is only one home page; a day's id is its date. */
export type PictureKind = 'home' | 'events' | 'actors' | 'articles' | 'days' | 'places' | 'sources';

/** Returns the picture of the home page: the title and the last key events. */
export function viewHomePicture(context: ViewContext): PictureView {
  const { site, stateOfPlay, events } = context.archive;
  const { pages } = context;
  return {
    over: stateOfPlay
      ? pages.opening(pages.embed.asOf(labelDay(stateOfPlay.asOf, context.dates)))
      : '',
    title: { text: site.title, language: null },
    also: [],
    sources: pages.list.eventsOf(events.length, 0),
    marks: [],
    site: site.title,
    direction: context.direction,
    spine: viewKeySpine(maxPictureEvents - 1, context).map(({ date, mark, name }) => ({
      date,
      mark,
      title: name,
    })),
  };
}

/** Returns the picture of a day: its date and what happened. */
export function viewDayPicture(day: Period, context: ViewContext): PictureView {
  const { known = [], possible = [] } = findPeriod(context.archive, day) ?? {};
  return {
    over: context.pages.list.eventsOf(known.length, possible.length),
    title: { text: labelPeriod(day, context), language: null },
    also: [],
    sources: '',
    marks: [],
    site: context.archive.site.title,
    direction: context.direction,
    spine: listEntries(known, context),
  };
}

/** Returns the picture of a place: where it is, and its latest events. */
export function viewPlacePicture(place: NewsPlace, context: ViewContext): PictureView {
  const { archive, pages } = context;
  const within = place.within === null ? undefined : archive.placeById.get(place.within);
  const here = findPlaceEvents(archive, place.id).here;
  return {
    over: within ? pages.list.within(within.name) : '',
    title: { text: place.name, language: null },
    also: place.names.map(({ name, language }) => ({ text: name, language })),
    sources: pages.list.eventsOf(here.length, 0),
    marks: markRetracted(place, context),
    site: archive.site.title,
    direction: context.direction,
    spine: listEntries(here.slice(-2), context, null),
  };
}

/** Returns the picture of a source: what it is, and how many of its articles were read. */
export function viewSourcePicture(source: Source, context: ViewContext): PictureView {
  const { archive, pages } = context;
  return {
    over: source.kind ?? '',
    title: { text: source.name, language: source.language },
    also: source.about === null ? [] : [{ text: source.about, language: null }],
    sources: pages.list.articles(listArticlesOf(archive, source.id).length),
    marks: markRetracted(source, context),
    site: archive.site.title,
    direction: context.direction,
  };
}

/** `year` can be left out of the dates. */
function listEntries(
  events: readonly NewsEvent[],
  context: ViewContext,
  year: number | null = getMainYear(events),
): PictureEntry[] {
  return events.slice(0, maxPictureEvents).map((event) => ({
    date: viewShortDate(event, year, context).label,
    mark: getMark(getVerdict(event)),
    title: titleWithDoubts(event, context),
  }));
}

/** Returns the picture of an event: its date with doubts, headline, sources and marks. */
export function viewEventPicture(event: NewsEvent, context: ViewContext): PictureView {
  return leaveOutUndrawn({
    over: viewOpeningDate(event, context).label,
    title: { text: titleEvent(event, context), language: null },
    also: [],
    sources:
      (isOneCertainty(event) ? null : sayWho(event, context)) ??
      nameSources(listSources(event), context),
    marks: [
      ...markRetracted(event.ruling, context),
      // The line of sources has it already.
      ...listMarks(event, context).filter((mark) => mark !== context.pages.marks.oneSource),
    ],
    site: context.archive.site.title,
    direction: context.direction,
  });
}

/** Returns the picture of a retracted event without accounts. */
export function viewRetractedPicture(event: RetractedEvent, context: ViewContext): PictureView {
  return leaveOutUndrawn({
    over: event.date ? context.pages.opening(labelDate(event.date, context.dates)) : '',
    title: { text: event.title, language: null },
    also: [],
    sources: '',
    marks: markRetracted(event, context),
    site: context.archive.site.title,
    direction: context.direction,
  });
}

function markRetracted(history: PageHistory | null, { pages }: ViewContext): string[] {
  return history?.retracted ? [pages.history.retracted] : [];
}

/** Returns the picture of an actor: the role, the name in each script, and the sources that name it. */
export function viewActorPicture(actor: Actor, context: ViewContext): PictureView {
  return leaveOutUndrawn({
    over: actor.role ?? context.pages.actor.kinds[actor.kind],
    title: { text: actor.name, language: null },
    also: actor.names.map(({ name, language }) => ({ text: name, language })),
    sources: nameSources([...new Set(actor.spelledBy.flatMap(({ sources }) => sources))], context),
    marks: markRetracted(actor, context),
    site: context.archive.site.title,
    direction: context.direction,
  });
}

/** Returns the picture of an article: its publication date, original title and source. */
export function viewArticlePicture(article: Article, context: ViewContext): PictureView {
  return leaveOutUndrawn({
    over: labelDate(article.published, context.dates),
    title: { text: article.title, language: article.language },
    also:
      article.translation === null
        ? []
        : [{ text: context.pages.article.translated(article.translation), language: null }],
    sources: nameSources([article.source], context),
    marks: [...markRetracted(article, context), ...markDate(article, context)],
    site: context.archive.site.title,
    direction: context.direction,
  });
}

/** Returns a note if an article's day isn't the one it prints, or if it prints none. */
function markDate(article: Article, { pages: { sharing } }: ViewContext): string[] {
  if (readDateline(article) === 'other') return [sharing.dateCorrected];
  return article.dating === null ? [] : [sharing.dateWorkedOut];
}

function nameSources(ids: readonly string[], context: ViewContext): string {
  const { joints, list, sharing } = context.pages;
  const names = ids.map((id) => {
    const { name, lang } = linkSource(id, context);
    return isolate(name, lang);
  });
  if (names.length === 0) return '';
  const named = names.slice(
    0,
    names.length > maxPictureSources + 1 ? maxPictureSources : names.length,
  );
  const rest = names.length - named.length;
  return `${list.sources(names.length)}${joints.colon}${named.join(joints.comma)}${rest > 0 ? ` ${sharing.andMore(rest)}` : ''}`;
}

/**
 * Returns a picture without text that can't be drawn. Such a headline is replaced by the first of its other
 * forms that can be drawn, else by the site's name.
 */
function leaveOutUndrawn(view: PictureView): PictureView {
  const isDrawn = (text: string) => findUndrawn(text).length === 0;
  const keep = (text: string) => (isDrawn(text) ? text : '');
  const site = keep(view.site);
  const [title = { text: site, language: null }, ...also] = [view.title, ...view.also].filter(
    ({ text }) => isDrawn(text),
  );
  const { over, sources, marks } = view;
  return {
    over: keep(over),
    title,
    also,
    sources: keep(sources),
    marks: marks.filter(isDrawn),
    site,
    direction: view.direction,
  };
}
