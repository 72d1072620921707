import type { NewsEvent } from '../model/archive.ts';
import { hull } from '../model/dayRanges.ts';
import { isAhead } from '../model/mergeAccounts.ts';
import { linkActor, linkEvent, type NamedLink, type ViewContext } from './context.ts';
import { labelDay } from './dateLabel.ts';
import { renderText } from './passages.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';

export interface HomeView {
  readonly stateOfPlay: { readonly asOf: string; readonly html: string } | null;
  readonly principals: readonly (NamedLink & { readonly role: string | null })[];
  /** Each event with something open: the points on which its accounts differ, and what nobody knows. */
  readonly open: readonly (NamedLink & {
    readonly differ: string | null;
    readonly unknown: readonly string[];
  })[];
  /** What led up to the story, and the story itself. */
  readonly background: readonly TimelineGroup[];
  readonly past: readonly TimelineGroup[];
  readonly ahead: readonly TimelineGroup[];
}

/** Gives what the home page says: the state of play, who is who, what is open, and the timeline. */
export function viewHome(context: ViewContext): HomeView {
  const { archive, pages } = context;
  const { stateOfPlay, site, events } = archive;
  const past = events.filter((event) => !isAhead(event.certainty));
  const start = findStart(past);
  return {
    stateOfPlay: stateOfPlay && {
      asOf: labelDay(stateOfPlay.asOf, context.dates),
      html: renderText(stateOfPlay.text, context),
    },
    principals: site.principals.map((id) => ({
      ...linkActor(id, context),
      role: archive.actorById.get(id)?.role ?? null,
    })),
    open: events.flatMap((event) => {
      const points = [
        ...(event.origin.type === 'disputed' ? [pages.home.whenItHappened] : []),
        ...event.points.filter(({ differ }) => differ).map(({ on }) => on),
      ];
      const unknown = event.ruling?.unknown ?? [];
      if (points.length === 0 && unknown.length === 0) return [];
      const differ = points.length > 0 ? pages.home.differOn(points) : null;
      return [{ ...linkEvent(event.id, context), differ, unknown }];
    }),
    background: groupByDate(past.slice(0, start), context),
    past: groupByDate(past.slice(start), context),
    ahead: groupByDate(
      events.filter((event) => isAhead(event.certainty)),
      context,
    ),
  };
}

/** So long without an event sets what came before apart from the story. */
const QUIET_DAYS = 21;

/**
 * Gives how many of the events, in the order of the timeline, are the story's background: those before its
 * last long silence, if they are fewer than half. An archive without one has no background.
 */
function findStart(events: readonly NewsEvent[]): number {
  const days = events.map(({ when }) => hull(when.days).first);
  for (let index = Math.floor(events.length / 2); index > 0; index -= 1) {
    const [before, after] = [days[index - 1], days[index]];
    if (typeof before === 'number' && typeof after === 'number' && after - before >= QUIET_DAYS)
      return index;
  }
  return 0;
}
