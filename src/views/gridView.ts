import type { NewsEvent } from '../model/archive.ts';
import { hull, splitDay, toDayNumber, type DayNumber } from '../model/dayRanges.ts';
import { getKnownDay, getLastDay, toDaysOf } from '../model/knownDays.ts';
import { measureDistance } from '../model/when.ts';
import { groupByPeriod } from './calendar.ts';
import { linkActor, titleEvent, type NamedLink, type ViewContext } from './context.ts';
import { labelDate } from './dateLabel.ts';
import { labelPeriod } from './periodView.ts';
import { viewEventDate } from './eventCard.ts';

/** One event on an actor's row. Days are counted from 1970-01-01 in the story's zone. */
export interface GridMark {
  readonly url: string;
  readonly title: string;
  readonly date: string;
  /** True where the actor was involved, false where an account only names it. */
  readonly tookPart: boolean;
  /** The first and last day it may have been on; null where that end is open. */
  readonly first: DayNumber | null;
  readonly last: DayNumber | null;
  /** True where it is known to have lasted from the first day to the last: of any other it was only one of them. */
  readonly lasted: boolean;
  /** Its place among the events of its day, where the day is known; null where it is not. */
  readonly place: number | null;
  /** How many events a mark of a month or year stands for; null where it is one event's. */
  readonly count: number | null;
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
  /** True where a mark is a month's or year's, as there are too many events for one each. */
  readonly isSummed: boolean;
}

/** A grid as it is drawn: SVG for the axis and each row, and each row in words. */
export interface GridFigure {
  readonly isSummed: boolean;
  readonly axis: string;
  readonly rows: readonly {
    readonly actor: NamedLink;
    readonly svg: string;
    readonly tookPart: readonly GridMark[];
    readonly mentioned: readonly GridMark[];
  }[];
}

/** Takes actors by id, in the order of their rows; gives the events linked to each, and the days these are of; of more than `most`, sums. */
export function viewGrid(
  actors: readonly string[],
  context: ViewContext,
  most: number = MOST_MARKS,
): GridView {
  const { archive, dates } = context;
  const ids = actors.flatMap((id) => {
    const actor = archive.actorById.get(id);
    return actor ? [...actor.events, ...actor.mentionedIn] : [];
  });
  const linked = [...new Set(ids)]
    .flatMap((id) => archive.eventById.get(id) ?? [])
    .sort((a, b) => a.position - b.position);
  if (ids.length > most) return sumGrid(actors, linked, context);
  const placed = placeInDays(linked, archive.site.zone);
  const rows = actors.map((id) => ({
    actor: linkActor(id, context),
    marks: linked.flatMap((event) => {
      const tookPart = event.actors.some((own) => own === id);
      if (!tookPart && !event.mentioned.some((own) => own === id)) return [];
      const { first, last } = hull(toDaysOf(archive.site.zone, event.when));
      // What lasted is drawn over its days, though the first of them counts it.
      const isLasting = event.when.date.type === 'lasting' && event.when.time === null;
      const { zone } = archive.site;
      const lasted =
        isLasting &&
        getKnownDay(event.when, zone) === first &&
        getLastDay(event.when, zone) === last;
      const day = isLasting ? undefined : getKnownDay(event.when, archive.site.zone);
      return [
        {
          url: context.at.event(event.id),
          title: titleEvent(event, context),
          date: viewEventDate(event, context).label,
          tookPart,
          lasted,
          first: day ?? first,
          last: day ?? last,
          place: day === undefined ? null : (placed.places.get(event.id) ?? null),
          count: null,
        },
      ];
    }),
  }));
  return {
    stretches: listStretches(linked, placed.counts, context),
    quiet: (from, to) => dates.passes(measureDistance(from, to)),
    rows: rows.filter(({ marks }) => marks.length > 0),
    isSummed: false,
  };
}

/** A strip above a list of the same events has no more marks than these: they say less than the list, and weigh as much. */
export const MOST_OF_STRIP = 40;

/** More marks than these are no longer told apart, and their page would be too heavy. */
const MOST_MARKS = 200;

/** The discs of more months than these would touch each other on the axis. */
const MOST_MONTHS = 40;

/** Gives a mark for each month or year of each actor, as fine as the figure holds; its size says how many events. */
function sumGrid(
  actors: readonly string[],
  linked: readonly NewsEvent[],
  context: ViewContext,
): GridView {
  const { archive, dates, at, pages } = context;
  const group = (events: readonly NewsEvent[]) => groupByPeriod(events, archive.site.zone);
  const grouped = actors.map((id) => ({
    id,
    took: group(linked.filter((event) => event.actors.some((own) => own === id))),
    named: group(linked.filter((event) => event.mentioned.some((own) => own === id))),
  }));
  const list = (length: number) =>
    grouped.map(({ id, took, named }) => ({
      id,
      periods: [...new Set([...took.keys(), ...named.keys()])]
        .filter((period) => period.length === length)
        .sort()
        .flatMap((period) => {
          const own = took.get(period)?.known.length ?? 0;
          const count = own + (named.get(period)?.known.length ?? 0);
          return count > 0 ? [{ period, count, tookPart: own > 0 }] : [];
        }),
    }));
  const listAll = (rows: ReturnType<typeof list>) => rows.flatMap(({ periods }) => periods);
  const months = list(7);
  const isFew =
    listAll(months).length <= MOST_MARKS &&
    new Set(listAll(months).map(({ period }) => period)).size <= MOST_MONTHS;
  const chosen = isFew ? months : list(4);
  const all = [...new Set(listAll(chosen).map(({ period }) => period))];
  return {
    stretches: all.sort().map((period, index) => {
      const [first, last] = spanOf(period);
      const [before] = all.slice(index - 1, index);
      const isNamed = period.length === 4 || before?.slice(0, 4) !== period.slice(0, 4);
      const year = { year: Number(period.slice(0, 4)), month: null, day: null };
      return { first, last, events: 1, label: isNamed ? dates.date(year) : '' };
    }),
    quiet: (from, to) => dates.passes(measureDistance(from, to)),
    rows: chosen
      .filter(({ periods }) => periods.length > 0)
      .map(({ id, periods }) => ({
        actor: linkActor(id, context),
        marks: periods.map(({ period, count, tookPart }) => {
          const [first, last] = spanOf(period);
          return {
            url: at.period(period),
            title: pages.list.events(count),
            date: labelPeriod(period, context),
            tookPart,
            lasted: false,
            first,
            last,
            place: null,
            count,
          };
        }),
      })),
    isSummed: true,
  };
}

/** Gives the first and last day of a month or year. */
function spanOf(period: string): [DayNumber, DayNumber] {
  const [year = 0, month] = period.split('-').map(Number);
  return month === undefined
    ? [toDayNumber(year, 1, 1), toDayNumber(year, 12, 31)]
    : [
        toDayNumber(year, month, 1),
        (month === 12 ? toDayNumber(year + 1, 1, 1) : toDayNumber(year, month + 1, 1)) - 1,
      ];
}

/** No date wider than this gets a stretch of the axis to itself. */
const WIDEST = 31;

/** The days that have events, and between them the days of dates that are less exact, a month for example. */
function listStretches(
  events: readonly NewsEvent[],
  counts: ReadonlyMap<DayNumber, number>,
  { archive, dates }: ViewContext,
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
    const { first, last } = hull(toDaysOf(archive.site.zone, when));
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
