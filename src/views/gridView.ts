import type { NewsEvent } from '../model/archive.ts';
import { hull, splitDay, type DayNumber } from '../model/dayRanges.ts';
import { getKnownDay } from '../model/knownDays.ts';
import { measureDistance } from '../model/when.ts';
import { linkActor, type NamedLink, type ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { viewEventDate } from './eventCard.ts';

/** One event on an actor's row. Days are counted from 1970-01-01 in the story's zone. */
export interface GridMark {
  readonly url: string;
  readonly title: string;
  readonly date: string;
  /** True where the actor took part, false where an account only names it. */
  readonly tookPart: boolean;
  /** The first and last day it may have been on; null where that end is open. */
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
  /** Its place among the events of its day, where the day is known; null where it is not. */
  readonly place: number | null;
}

export interface GridRow {
  readonly actor: NamedLink;
  readonly marks: readonly GridMark[];
}

/** A day of the grid's axis, or the days of a less exact date, that has events of its own. */
export interface GridStretch {
  readonly first: DayNumber;
  readonly last: DayNumber;
  /** How many events are known to be of it. */
  readonly events: number;
  readonly label: string;
}

/** Actors and time: a row for each actor, a mark for each event that is linked to it. */
export interface GridView {
  /** Sorted, none overlapping another. */
  readonly stretches: readonly GridStretch[];
  /** How long a quiet stretch between two days is, in words. */
  readonly quiet: (from: DayNumber, to: DayNumber) => string;
  readonly rows: readonly GridRow[];
}

/** A grid as it is drawn: SVG for the axis and each row, and each row in words. */
export interface GridFigure {
  readonly axis: string;
  readonly rows: readonly {
    readonly actor: NamedLink;
    readonly svg: string;
    readonly tookPart: readonly GridMark[];
    readonly mentioned: readonly GridMark[];
  }[];
}

/** Takes actors by id, in the order of their rows; gives the events linked to each, and the days these are of. */
export function viewGrid(actors: readonly string[], context: ViewContext): GridView {
  const { archive, dates } = context;
  const ids = actors.flatMap((id) => {
    const actor = archive.actorById.get(id);
    return actor ? [...actor.events, ...actor.mentionedIn] : [];
  });
  const linked = [...new Set(ids)]
    .flatMap((id) => archive.eventById.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  const placed = placeInDays(linked, archive.site.zone);
  const rows = actors.map((id) => ({
    actor: linkActor(id, context),
    marks: linked.flatMap((event) => {
      const tookPart = event.actors.some((own) => own === id);
      if (!tookPart && !event.mentioned.some((own) => own === id)) return [];
      const { first, last } = hull(event.when.days);
      const day = getKnownDay(event.when, archive.site.zone);
      return [
        {
          url: context.at.event(event.id),
          title: event.title,
          date: viewEventDate(event, context).label,
          tookPart,
          first: day ?? first,
          last: day ?? last,
          place: placed.places.get(event.id) ?? null,
        },
      ];
    }),
  }));
  return {
    stretches: listStretches(linked, placed.counts, context),
    quiet: (from, to) => dates.passes(measureDistance(from, to)),
    rows: rows.filter(({ marks }) => marks.length > 0),
  };
}

/** No date wider than this gets a stretch of the axis to itself. */
const WIDEST = 31;

/** The days that have events, and between them the days of dates that are less exact, a month for example. */
function listStretches(
  events: readonly NewsEvent[],
  counts: ReadonlyMap<DayNumber, number>,
  { dates }: ViewContext,
): GridStretch[] {
  const days = [...counts].sort(([a], [b]) => a - b);
  let year: number | undefined;
  const stretches = days.map(([day, count]) => {
    const parts = splitDay(day);
    // The year is said where it changes, but for the first: most stories are of one.
    const label = dates.shortDay(parts, year !== undefined && year !== parts.year);
    year = parts.year;
    return { first: day, last: day, events: count, label };
  });
  for (const { when } of events) {
    const { first, last } = hull(when.days);
    if (first === null || last === null || last - first > WIDEST) continue;
    if (stretches.some((other) => other.first <= last && first <= other.last)) continue;
    const isMonth = when.date.type === 'single' && when.date.date.day === null;
    stretches.push({
      first,
      last,
      events: 0,
      label: isMonth ? labelDate(when.date, dates) : '',
    });
  }
  return stretches.sort((a, b) => a.first - b.first);
}

/** Gives each event of a known day its place in that day, in the order of the timeline. */
function placeInDays(
  events: readonly NewsEvent[],
  zone: string,
): {
  readonly places: ReadonlyMap<string, number>;
  readonly counts: ReadonlyMap<DayNumber, number>;
} {
  const places = new Map<string, number>();
  const counts = new Map<DayNumber, number>();
  for (const event of events) {
    const day = getKnownDay(event.when, zone);
    if (day === undefined) continue;
    places.set(event.id, counts.get(day) ?? 0);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return { places, counts };
}
