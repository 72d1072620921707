import type { Archive, NewsEvent } from '../../model/archive.ts';
import { getNightOf } from '../../model/knownDays.ts';
import { hull } from '../../model/dates/dayRanges.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { linkEvent, type NamedLink, type ViewContext } from '../page/context.ts';
import { getDifferingAccounts } from '../cards/differing.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { viewEventCard, listDiffering } from '../cards/eventCard.ts';
import {
  countBefore,
  countTracks,
  createAxis,
  tracksApart,
  type KeyAxis,
  type KeyColumn,
  type KeyMonth,
} from './keyAxis.ts';
import type { DateShape } from '../dates/dateShape.ts';
import { chooseKeyEvents } from './keyEvents.ts';
import { getMark, getVerdict, sortMarks, type Mark } from '../cards/marks.ts';
import { getMainYear, viewShortDate } from '../dates/shortDate.ts';

// The key figure: one list of events, drawn as a vertical spine or as days across with lanes below each other.

/** A lane of the figure: a group of main actors. */
interface KeyLane {
  /** Null if there is only one lane. */
  readonly name: string | null;
  /** The actors of the lane. */
  readonly note: string;
  /** Its colour: 1 to 3, 0 for the rest. */
  readonly colour: number;
  readonly fromRow: number;
  readonly toRow: number;
}

/** An event in the figure. */
export interface KeyEntry extends NamedLink {
  readonly mark: Mark;
  readonly shape: DateShape;
  readonly isNight: boolean;
  /** The date, for the spine; `isSame` if the entry before has the same date. */
  readonly date: string;
  readonly isSame: boolean;
  /** What the columns don't show about the date. */
  readonly dateNote: string | null;
  readonly certainty: string;
  /** True if the mark alone shows the certainty. */
  readonly isPlain: boolean;
  readonly notes: readonly string[];
  readonly lane: string | null;
  /** The other lanes whose sides are involved. */
  readonly others: readonly { readonly name: string; readonly colour: number }[];
  readonly colour: number;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** The first row below the entry. */
  readonly endRow: number;
  /** True if its text extends over a night that is not its own. */
  readonly isOverNight: boolean;
}

/** A line from an event to a dot in the lane of another side that is involved. */
interface KeyTie {
  readonly colour: number;
  /** Where the other lane is; `beside` is directly above, with no row between. */
  readonly side: 'below' | 'above' | 'beside';
  readonly from: number;
  readonly fromRow: number;
  readonly toRow: number;
}

export interface KeyFigure {
  readonly columns: readonly KeyColumn[];
  readonly months: readonly KeyMonth[];
  readonly ties: readonly KeyTie[];
  readonly lanes: readonly KeyLane[];
  readonly entries: readonly KeyEntry[];
  readonly marks: readonly Mark[];
  readonly shapes: readonly DateShape[];
  readonly hasNight: boolean;
  /** The first row below the lane. */
  readonly endRow: number;
}

/** Row 1 holds the days. */
const firstRow = 2;

/** In tracks: the maximum width if eventless days follow. */
const maxWidth = 5;
const endTrack = 26;

/** Returns the key figure, or null if nothing has happened. */
export function viewKeyFigure(context: ViewContext): KeyFigure | null {
  const events = chooseKeyEvents(context.archive);
  if (events.length === 0) return null;
  return arrange(events, context);
}

/** Returns the last past entries of the key figure and the future ones, for a spine in a small space. */
export function viewKeySpine(max: number, context: ViewContext): readonly KeyEntry[] {
  const events = chooseKeyEvents(context.archive);
  const past = events.filter(({ certainty }) => !isAhead(certainty));
  const ahead = events.filter(({ certainty }) => isAhead(certainty)).slice(0, 1);
  return arrange([...past.slice(-max), ...ahead], context).entries;
}

function arrange(events: readonly NewsEvent[], context: ViewContext): KeyFigure {
  const year = getMainYear(events);
  const axis = createAxis(events, context);
  const groups = listLaneGroups(context.archive);
  const laneOf = (event: NewsEvent) => findLane(event, groups, context.archive);
  const spots = packRows(events, axis, laneOf, [...groups, null]);
  const lanes = viewLanes(events, groups, laneOf, spots.rows, context);
  let before: string | null = null;
  const entries = events.map((event, index): KeyEntry => {
    const lane = laneOf(event);
    const spot = spots.spots.get(event) ?? {
      from: firstRow,
      to: endTrack,
      row: firstRow,
      endRow: firstRow + 1,
      isOverNight: false,
    };
    const shape = axis.places.get(event)?.shape ?? 'point';
    const { label: date } = viewShortDate(
      event,
      isApart(event, events[index + 1]) ? null : year,
      context,
    );
    const isSame = date === before;
    before = date;
    const isPlain = event.certainty === 'confirmed' || event.certainty === 'reported';
    return {
      ...linkEvent(event.id, context),
      mark: getMark(getVerdict(event)),
      shape,
      isNight: axis.places.get(event)?.isNight ?? false,
      date,
      isSame,
      dateNote: noteDate(event, axis, date, context),
      certainty: context.certainties[getVerdict(event)].name,
      isPlain,
      notes: listNotes(event, isPlain, context),
      lane,
      others: listOtherLanes(event, lane, groups, context.archive),
      colour: groups.indexOf(lane ?? '') + 1,
      ...spot,
    };
  });
  return {
    columns: axis.columns,
    months: axis.months,
    ties: entries.flatMap((entry) => tieLanes(entry, lanes)),
    lanes,
    entries,
    marks: sortMarks(entries.map(({ mark }) => mark)),
    shapes: [...new Set(entries.map(({ shape }) => shape))],
    hasNight: entries.some(({ isNight }) => isNight),
    endRow: lanes.at(-1)?.toRow ?? firstRow + 1,
  };
}

/** In days: a larger gap makes a date without its year ambiguous. */
const maxApart = 60;

/** Returns whether the next event is so much later that a date without a year would mislead. */
function isApart(event: NewsEvent, next: NewsEvent | undefined): boolean {
  const { last } = hull(event.when.days);
  const first = next ? hull(next.when.days).first : null;
  return last !== null && first !== null && first - last > maxApart;
}

/** Returns the lane of an event's first actor; null for other actors. */
function findLane({ actors }: NewsEvent, groups: readonly string[], archive: Archive) {
  const group = archive.actorById.get(actors[0] ?? '')?.group ?? null;
  return group !== null && groups.includes(group) ? group : null;
}

/** Returns the lanes of an event's other actors. */
function listOtherLanes(
  { actors }: NewsEvent,
  lane: string | null,
  groups: readonly string[],
  { actorById }: Archive,
): KeyEntry['others'] {
  const involved = new Set(actors.map((id) => actorById.get(id)?.group));
  return groups
    .map((name, index) => ({ name, colour: index + 1 }))
    .filter(({ name }) => name !== lane && involved.has(name));
}

function tieLanes({ others, from, row }: KeyEntry, lanes: readonly KeyLane[]): KeyTie[] {
  return others.flatMap(({ colour }): KeyTie[] => {
    const other = lanes.find((lane) => lane.colour === colour);
    if (!other) return [];
    const { fromRow, toRow } = other;
    if (row < fromRow) return [{ colour, side: 'below', from, fromRow: row, toRow: fromRow }];
    const side = row === toRow ? 'beside' : 'above';
    return [{ colour, side, from, fromRow: toRow, toRow: Math.max(row, toRow + 1) }];
  });
}

interface Spot {
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly endRow: number;
  readonly isOverNight: boolean;
}

/** Puts the events of each lane into rows without overlaps. */
function packRows(
  events: readonly NewsEvent[],
  axis: KeyAxis,
  laneOf: (event: NewsEvent) => string | null,
  lanes: readonly (string | null)[],
): {
  spots: ReadonlyMap<NewsEvent, Spot>;
  rows: ReadonlyMap<string | null, readonly [number, number]>;
} {
  const spots = new Map<NewsEvent, Spot>();
  const rows = new Map<string | null, readonly [number, number]>();
  let row = firstRow;
  for (const lane of lanes) {
    const own = events.filter((event) => laneOf(event) === lane);
    if (own.length === 0) continue;
    const ends: number[] = [];
    const placed = own.map((event) => {
      const { from, to } = findTracks(event, events, axis);
      const free = ends.findIndex((end) => end <= from);
      const index = free < 0 ? ends.length : free;
      ends[index] = to;
      return { event, from, to, row: row + index };
    });
    const endRow = row + ends.length;
    for (const one of placed) spots.set(one.event, widen(one, placed, endRow, axis));
    rows.set(lane, [row, endRow]);
    row = endRow;
  }
  return { spots, rows };
}

type Placed = Omit<Spot, 'endRow' | 'isOverNight'> & { readonly event: NewsEvent };

/** Returns an event's space, including free tracks over quiet days after it, and free rows below. */
function widen(
  one: Placed,
  all: readonly Placed[],
  endRow: number,
  { places, columns }: KeyAxis,
): Spot {
  const others = all.filter((other) => other !== one);
  const place = places.get(one.event);
  const isPoint = place?.shape === 'point';
  const isFree = (from: number, to: number, row: number) =>
    !others.some((other) => other.row === row && other.from < to && other.to > from);
  let { to } = one;
  const busy = new Set([...places.values()].map(({ first }) => first));
  const isQuiet = (track: number) =>
    columns.some(
      ({ kind, from, to: end }, index) =>
        kind === 'day' && !busy.has(index) && from <= track && track < end,
    );
  while (isPoint && to < one.from + maxWidth && isQuiet(to) && isFree(to, to + 1, one.row)) to += 1;
  let end = one.row + 1;
  while (end < endRow && isFree(one.from, to, end)) end += 1;
  const isOverNight = columns.some(
    ({ kind, from, to: next }, index) =>
      kind === 'night' && index !== place?.first && from < to && next > one.from,
  );
  return { from: one.from, to, row: one.row, endRow: end, isOverNight };
}

/** Returns the tracks of an event: its columns for a bar, as many as its text needs for a point. */
function findTracks(event: NewsEvent, events: readonly NewsEvent[], axis: KeyAxis) {
  const place = axis.places.get(event);
  if (!place) return { from: firstRow, to: endTrack };
  const start = axis.columns[place.first]?.from ?? firstRow;
  const end = axis.columns[place.last]?.to ?? endTrack;
  if (place.shape !== 'point') return { from: start, to: end };
  const shift = tracksApart * countBefore(event, events, axis.places);
  const width = countTracks(event.title);
  const from = Math.max(start, Math.min(start + shift, end - width));
  return { from, to: Math.min(endTrack, Math.max(end, from + width)) };
}

/** How many actors the lane of the others names. */
const maxOthers = 3;

function viewLanes(
  events: readonly NewsEvent[],
  groups: readonly string[],
  laneOf: (event: NewsEvent) => string | null,
  rows: ReadonlyMap<string | null, readonly [number, number]>,
  { archive, pages }: ViewContext,
): KeyLane[] {
  return [...groups, null].flatMap((group, index) => {
    const own = rows.get(group);
    if (!own) return [];
    const ofLane = events.filter((event) => laneOf(event) === group);
    const { principals } = archive.site;
    // A group's lane names its main actor; the others have no name in common, so each is named, main actors first.
    const first = new Set(ofLane.flatMap(({ actors }) => actors.slice(0, 1)));
    const ids =
      group === null
        ? [...principals.filter((id) => first.has(id)), ...first]
        : [...principals, ...ofLane.flatMap(({ actors }) => actors)].filter(
            (id) => archive.actorById.get(id)?.group === group,
          );
    const names = [...new Set(ids)]
      .slice(0, group === null ? maxOthers : 1)
      .flatMap((id) => archive.actorById.get(id)?.name ?? [])
      .map((name, at) => (at === 0 ? name : pages.list.laterName(name)));
    return [
      {
        name: rows.size === 1 ? null : (group ?? pages.key.others),
        note: names.join(pages.joints.comma),
        colour: group === null ? 0 : index + 1,
        fromRow: own[0],
        toRow: own[1],
      },
    ];
  });
}

/** Returns what the columns don't show about a date: nothing for a day or night with its own column. */
function noteDate(
  event: NewsEvent,
  axis: KeyAxis,
  date: string,
  context: ViewContext,
): string | null {
  const place = axis.places.get(event);
  const kind = axis.columns[place?.first ?? 0]?.kind;
  if (place?.shape === 'oneOf' && kind === 'day') return context.pages.key.oneOf;
  if (place?.shape === 'point' && kind !== 'next') return null;
  return date;
}

function listNotes(event: NewsEvent, isPlain: boolean, context: ViewContext): string[] {
  const { certainties, pages } = context;
  const { time } = viewEventCard(event, context);
  const differing = new Set([
    ...(event.origin.type === 'disputed' ? [getDifferingAccounts(event, context)] : []),
    ...listDiffering(event, context),
  ]);
  return [
    ...(time === null || getNightOf(event.when) !== undefined ? [] : [time]),
    // For an event that is due, the mark says enough.
    ...(isPlain || event.certainty === 'due' ? [] : [certainties[event.certainty].name]),
    ...[...differing].map((who) => pages.marks.differ[who]),
  ];
}
