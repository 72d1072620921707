import type { PageHistory, RetractedEvent } from '../../model/archive.ts';
import { compare } from '../../model/lists.ts';
import { remember } from '../../model/tracedArchive.ts';
import type { Correction } from '../../model/drafts.ts';
import type { Period } from '../dates/calendar.ts';
import {
  countCorrectionsOf,
  listCorrectionPeriods,
  listCorrections,
  type ArchiveCorrection,
} from '../lists/correctionParts.ts';
import type { PageName } from '../../model/pageIds.ts';
import { isPartedById } from '../lists/idLists.ts';
import { linkIdParts } from '../lists/partLinks.ts';
import {
  linkArticle,
  linkEvent,
  linkSource,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { labelDate, labelDay } from '../dates/dateLabel.ts';
import type { DateView } from '../cards/eventCard.ts';
import type { PartLink } from '../lists/longList.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { maxCorrections, newestCorrections } from '../lists/budgets.ts';

interface CorrectionView {
  readonly date: DateView;
  readonly reason: string;
}

/** A page's corrections and retraction since it was published, newest correction first. */
export interface HistoryView {
  readonly retracted: CorrectionView | null;
  readonly corrections: readonly CorrectionView[];
  /** How many earlier corrections are only in the list of all corrections. */
  readonly more: number;
  readonly all: string;
}

/** Returns a page's corrections, and its retraction if it was retracted. */
export function viewHistory(history: PageHistory | null, context: ViewContext): HistoryView {
  const view = ({ date, reason }: Correction): CorrectionView => ({
    date: viewDay(date, context),
    reason,
  });
  const corrections = [...(history?.corrections ?? [])].sort((a, b) =>
    a.date < b.date ? 1 : a.date > b.date ? -1 : 0,
  );
  return {
    retracted: history?.retracted ? view(history.retracted) : null,
    corrections: corrections.slice(0, maxCorrections).map(view),
    more: Math.max(0, corrections.length - maxCorrections),
    all: context.at.corrections,
  };
}

function viewDay(day: string, { dates }: ViewContext): DateView {
  return { label: labelDay(day, dates), datetime: day };
}

/** A retracted event, which has no accounts left. */
export interface RetractedView {
  readonly title: string;
  readonly date: DateView | null;
  readonly history: HistoryView;
}

/** Returns the content of a retracted event's page. */
export function viewRetracted(event: RetractedEvent, context: ViewContext): RetractedView {
  return {
    title: event.title,
    // A retracted event has no machine-readable date.
    date: event.date && {
      label: context.pages.opening(labelDate(event.date, context.dates)),
      datetime: null,
    },
    history: viewHistory(event, context),
  };
}

/** A correction or retraction with its page. */
export interface ListedCorrection extends CorrectionView {
  readonly page: NamedLink;
  readonly isRetraction: boolean;
}

/** Returns all corrections and retractions of an archive, newest first, then by address. */
export function viewCorrections(context: ViewContext): ListedCorrection[] {
  return sortCorrections(
    listCorrections(context.archive).map((one) => viewListedCorrection(one, context)),
  );
}

/** Returns a correction for a list of corrections. */
export function viewListedCorrection(
  { page, name, date, reason, isRetraction }: ArchiveCorrection,
  context: ViewContext,
): ListedCorrection {
  return {
    page: linkPage(page, name, context),
    date: viewDay(date, context),
    reason,
    isRetraction,
  };
}

/** Sorts corrections, newest first, then by address. */
export function sortCorrections(corrections: readonly ListedCorrection[]): ListedCorrection[] {
  return [...corrections].sort(
    (a, b) =>
      compare(b.date.datetime ?? '', a.date.datetime ?? '') || compare(a.page.url, b.page.url),
  );
}

function linkPage({ kind, id }: PageName, name: string, context: ViewContext): NamedLink {
  if (kind === 'event' && context.archive.eventById.has(id)) return linkEvent(id, context);
  if (kind === 'article') return linkArticle(id, context);
  if (kind === 'source') return linkSource(id, context);
  return { id, name, url: context.at[kind](id) };
}

/** The content of the page of all corrections, or of those of a year or month. */
export interface CorrectionsView {
  readonly label: string | null;
  /** The years, or months of a year, that have the rest; `corrections` then holds the newest, or none. */
  readonly parts: readonly PartLink[];
  /** The id parts of a month that has too many corrections for a page. */
  readonly byId: readonly PartLink[];
  readonly corrections: readonly ListedCorrection[];
}

/** Returns the content of a page of corrections: all of them, or those of a year or month. */
export function viewCorrectionsOf(period: Period | null, context: ViewContext): CorrectionsView {
  const { archive, at } = context;
  // Collected once for all pages of corrections.
  const all = remember(archive, context, 'corrections', () => viewCorrections(context));
  const parts = listCorrectionPeriods(period, archive);
  const folder = `corrections/${period === null ? '' : `${period.replaceAll('-', '/')}/`}`;
  const own = isPartedById(archive, folder)
    ? []
    : all.filter(({ date }) => (date.datetime ?? '').startsWith(period ?? ''));
  return {
    label: period === null ? null : labelPeriod(period, context),
    parts: parts.map((part) => ({
      label: labelPeriod(part, context),
      url: at.correctionsOf(part),
      events: countCorrectionsOf(part, archive),
    })),
    byId: linkIdParts({ folder, prefix: '' }, context),
    corrections: parts.length === 0 ? own : period === null ? own.slice(0, newestCorrections) : [],
  };
}
