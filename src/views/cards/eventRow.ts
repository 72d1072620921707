import type { NewsEvent } from '../../model/archive.ts';
import { linkEvent, type NamedLink, type ViewContext } from '../page/context.ts';
import { viewEventCard } from './eventCard.ts';
import type { Mark } from './marks.ts';
import { viewShortDate, type ShortDate } from '../dates/shortDate.ts';

/** An event on one line: date, title, sources and doubts. */
export interface EventRow extends NamedLink {
  readonly short: ShortDate;
  readonly mark: Mark;
  readonly isNight: boolean;
  readonly sources: readonly NamedLink[];
  readonly doubts: readonly string[];
  /** What readers can filter by: the ids of its actors and places, and its certainty. */
  readonly actorIds: readonly string[];
  readonly placeIds: readonly string[];
  readonly certainty: string;
}

/** Returns an event on one line. `year` can be left out of the date. */
export function viewEventRow(
  event: NewsEvent,
  year: number | null,
  context: ViewContext,
): EventRow {
  const { mark, isNight, sources, doubts, placeIds } = viewEventCard(event, context);
  return {
    ...linkEvent(event.id, context),
    short: viewShortDate(event, year, context),
    mark,
    isNight,
    sources,
    doubts,
    actorIds: event.actors,
    placeIds,
    certainty: event.certainty,
  };
}
