import type { PageHistory, RetractedEvent } from '../model/archive.ts';
import { compare } from '../model/lists.ts';
import type { Correction } from '../model/drafts.ts';
import { linkEvent, type NamedLink, type ViewContext } from './context.ts';
import { labelDate, labelDay } from './dateLabel.ts';
import type { DateView } from './eventCard.ts';

interface CorrectionView {
  readonly date: DateView;
  readonly reason: string;
}

/** What has been said of a page since it was published, the newest correction first. */
export interface HistoryView {
  readonly retracted: CorrectionView | null;
  readonly corrections: readonly CorrectionView[];
}

/** Gives what a page says of its own corrections, and of its retraction if it was retracted. */
export function viewHistory(history: PageHistory | null, context: ViewContext): HistoryView {
  const view = ({ date, reason }: Correction): CorrectionView => ({
    date: { label: labelDay(date, context.dates), datetime: date },
    reason,
  });
  const corrections = [...(history?.corrections ?? [])].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : 0,
  );
  return {
    retracted: history?.retracted ? view(history.retracted) : null,
    corrections: corrections.map(view),
  };
}

/** An event that was taken back, of which no account is left. */
export interface RetractedView {
  readonly title: string;
  readonly date: DateView | null;
  readonly history: HistoryView;
}

/** Gives what the page of an event that was taken back still says. */
export function viewRetracted(event: RetractedEvent, context: ViewContext): RetractedView {
  return {
    title: event.title,
    // What was taken back has no exact date for machines.
    date: event.date && { label: labelDate(event.date, context.dates), datetime: null },
    history: viewHistory(event, context),
  };
}

/** A correction or retraction with the page it is of. */
export interface ListedCorrection extends CorrectionView {
  readonly page: NamedLink;
  readonly isRetraction: boolean;
}

/** Gives all corrections and retractions of an archive, the newest first, then by address. */
export function viewCorrections(context: ViewContext): ListedCorrection[] {
  const { archive, at } = context;
  const pages: (readonly [NamedLink, PageHistory | null])[] = [
    ...archive.events.map((event) => [linkEvent(event.id, context), event.ruling] as const),
    ...archive.retracted.map(
      (event) => [{ id: event.id, name: event.title, url: at.event(event.id) }, event] as const,
    ),
    ...archive.articles.map(
      (article) =>
        [{ id: article.id, name: article.title, url: at.article(article.id) }, article] as const,
    ),
    ...archive.actors.map(
      (actor) => [{ id: actor.id, name: actor.name, url: at.actor(actor.id) }, actor] as const,
    ),
    ...archive.sources.map(
      (source) =>
        [{ id: source.id, name: source.name, url: at.source(source.id) }, source] as const,
    ),
    ...archive.places.map(
      (place) => [{ id: place.id, name: place.name, url: at.place(place.id) }, place] as const,
    ),
  ];
  return pages
    .flatMap(([page, history]) => {
      const { retracted, corrections } = viewHistory(history, context);
      return [
        ...(retracted ? [{ ...retracted, page, isRetraction: true }] : []),
        ...corrections.map((correction) => ({ ...correction, page, isRetraction: false })),
      ];
    })
    .sort(
      (a, b) =>
        compare(b.date.datetime ?? '', a.date.datetime ?? '') || compare(a.page.url, b.page.url),
    );
}
