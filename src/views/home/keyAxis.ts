import type { NewsEvent } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import { measureDistance } from '../../model/dates/distance.ts';
import { getKnownDay, getNightOf, toDaysOf } from '../../model/knownDays.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import type { ViewContext } from '../page/context.ts';
import { getDateShape, type DateShape } from '../dates/dateShape.ts';
import { getWeekday, viewShortDate } from '../dates/shortDate.ts';

// The axis of the key figure: which days are columns, their widths, and the columns of each event. A moment
// of the axis is a number: twice the day's number, plus one for the night that follows the day.

type Moment = number;

/** An event's place in time. */
interface Standing {
  readonly event: NewsEvent;
  readonly shape: DateShape;
  /** Null if that end is open. */
  readonly from: Moment | null;
  readonly to: Moment | null;
}

/** A column of the figure: a day, a night, a longer time, or what is ahead. */
export interface KeyColumn {
  readonly kind: 'day' | 'night' | 'stretch' | 'next';
  readonly label: string;
  /** The weekday, for a day. */
  readonly above: string | null;
  /** How much time the axis skips after this column, in words. */
  readonly cut: string | null;
  /** The first track of the grid that it occupies, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/** The month above its days and nights. */
export interface KeyMonth {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** The columns, and the columns that each event covers, by index. */
export interface KeyAxis {
  readonly columns: readonly KeyColumn[];
  readonly months: readonly KeyMonth[];
  readonly places: ReadonlyMap<NewsEvent, KeyPlace>;
}

/** Where an event is on the axis. */
interface KeyPlace {
  readonly shape: DateShape;
  readonly first: number;
  readonly last: number;
  /** True if it is in one night. */
  readonly isNight: boolean;
}

/** The tracks of the grid; the first holds the names of the lanes. */
const tracks = 24;
const firstTrack = 2;

/** In days: a longer date is drawn over existing columns and adds none. */
const maxDays = 10;

/** Maximum number of eventless days that are columns between two days with events. */
const maxQuiet = 4;

/** In tracks: the minimum width of a column with events, and of the last one. */
const minTracksOfDay = 3;

/** In letters: the width of a track, and of the mark and space beside a title. Wide fonts set these. */
const lettersPerTrack = 4.5;
const lettersAside = 3.3;
const narrowLetters = /[fijlrtI1'’.,-]/gu;
const narrowLetter = 0.65;

/** Returns how many tracks a title needs so that none of its words breaks. */
export function countTracks(title: string): number {
  const widths = title
    .split(/\s+/u)
    .map((word) => word.length - (1 - narrowLetter) * (word.match(narrowLetters) ?? []).length);
  const needed = Math.ceil((Math.max(...widths) + lettersAside) / lettersPerTrack);
  return Math.max(minTracksOfDay, needed);
}

/** Returns the axis of events, given in timeline order. */
export function createAxis(events: readonly NewsEvent[], context: ViewContext): KeyAxis {
  const { zone } = context.archive.site;
  const past = events.filter(({ certainty }) => !isAhead(certainty));
  const standings = past.map((event) => findStanding(event, zone));
  const moments = listMoments(standings);
  const stretches = new Map(
    standings
      .filter(({ from, to }) => from !== null && to !== null)
      .filter(({ from, to }) => !moments.some((one) => one >= (from ?? 0) && one <= (to ?? 0)))
      .map(({ event, from }) => [from ?? 0, event]),
  );
  const all = [...new Set([...moments, ...stretches.keys()])].sort((a, b) => a - b);
  const axis = addQuiet(all, stretches);
  const places = new Map(standings.map((one) => [one.event, placeOn(axis, one)]));
  const hasNext = past.length < events.length;
  for (const event of events)
    if (!places.has(event))
      places.set(event, {
        shape: isOpenAhead(event) ? 'since' : 'point',
        first: axis.length,
        last: axis.length,
        isNight: false,
      });
  const sizes = shareTracks(axis, places, hasNext);
  const labels = axis.map((_, index) => labelColumn(index, axis, stretches, context));
  if (hasNext) labels.push(labelNext(context));
  const columns = layColumns(labels, sizes);
  return { columns, months: labelMonths(columns, axis, context), places };
}

function isOpenAhead({ when }: NewsEvent): boolean {
  const { first, last } = hull(when.days);
  return last === null || first === null || last - first > 0;
}

function findStanding(event: NewsEvent, zone: string): Standing {
  const { when } = event;
  const shape = getDateShape(event, zone);
  if (shape === 'point') {
    const night = when.zone === zone ? getNightOf(when) : undefined;
    const moment = night === undefined ? 2 * (getKnownDay(when, zone) ?? 0) : 2 * night + 1;
    return { event, shape, from: moment, to: moment };
  }
  const { first, last } = hull(toDaysOf(zone, when));
  return { event, shape, from: first && 2 * first, to: last && 2 * last };
}

/**
 * Returns the sorted moments that become columns: every day of a short date, and the known end of an open
 * one.
 */
function listMoments(standings: readonly Standing[]): Moment[] {
  const moments = new Set<Moment>();
  for (const { from, to } of standings) {
    if (from !== null && to !== null) {
      if (to - from > 2 * maxDays) continue;
      for (let moment = from; moment <= to; moment += 2) moments.add(moment);
    } else if (from !== null || to !== null) moments.add(from ?? to ?? 0);
  }
  return [...moments].sort((a, b) => a - b);
}

/** Adds short runs of eventless days between two days with events, if there is room. */
function addQuiet(moments: readonly Moment[], stretches: ReadonlyMap<Moment, NewsEvent>): Moment[] {
  const filled = moments.flatMap((moment, index) => {
    const next = moments[index + 1];
    if (next === undefined || stretches.has(moment)) return [moment];
    const [day, following] = [Math.floor(moment / 2), Math.floor(next / 2)];
    const quiet = following - day - 1;
    const days =
      quiet > maxQuiet ? [] : Array.from({ length: Math.max(0, quiet) }, (_, n) => day + 1 + n);
    return [moment, ...days.map((one) => 2 * one)];
  });
  return filled.length > tracks / 2 ? [...moments] : filled;
}

/** Returns the columns of a date. */
function placeOn(axis: readonly Moment[], { shape, from, to }: Standing): KeyPlace {
  const first = from === null ? 0 : axis.findIndex((moment) => moment >= from);
  const last = to === null ? axis.length - 1 : axis.findLastIndex((moment) => moment <= to);
  return {
    shape,
    first: Math.max(0, first),
    last: Math.max(first, last, 0),
    isNight: shape === 'point' && (axis[first] ?? 0) % 2 !== 0,
  };
}

/** Returns the width of each column in tracks: one if it has no events, the others share the rest. */
function shareTracks(
  axis: readonly Moment[],
  places: KeyAxis['places'],
  hasNext: boolean,
): number[] {
  const columns = [...axis, ...(hasNext ? [0] : [])];
  const titles = columns.map((_, index) => listTitles(index, index === axis.length, places));
  const counts = titles.map((own, index) => (index === axis.length ? 0 : own.length));
  const busy = counts.filter((count) => count > 0).length;
  const room = tracks - (counts.length - busy);
  const min = Math.min(minTracksOfDay, Math.max(1, Math.floor(room / Math.max(1, busy))));
  // Titles extend over the eventless days that follow.
  const quietAfter = (index: number) => {
    const after = counts.slice(index + 1, axis.length).findIndex((count) => count > 0);
    return after < 0 ? 0 : after;
  };
  const layOut = (need: (own: readonly Title[]) => number) =>
    titles.map((own, index) => {
      if (hasNext && index === axis.length) return Math.max(min, Math.min(need(own), room));
      return own.length > 0 ? Math.max(1, need(own) - quietAfter(index)) : 1;
    });
  const sum = (sizes: readonly number[]) => sizes.reduce((total, size) => total + size, 0);
  const whole = layOut((own) => Math.max(min, ...own.map((title) => title.tracks)));
  const sizes = sum(whole) <= tracks ? whole : layOut(() => min);
  for (let left = tracks - sum(sizes); left > 0; left -= 1) {
    // Widen the column whose titles need most lines, as they make its lane high.
    const lines = sizes.map((size, at) => countLines(titles[at] ?? [], size + quietAfter(at)));
    const index = lines.indexOf(Math.max(...lines));
    sizes[index] = (sizes[index] ?? 0) + 1;
  }
  return sizes;
}

/** A title in a column: its length, its minimum width and its offset in tracks. */
interface Title {
  readonly letters: number;
  readonly tracks: number;
  readonly shift: number;
}

/**
 * Returns a column's titles. For a day a bar that covers more is left out, as it has all its columns.
 */
function listTitles(column: number, isNext: boolean, places: KeyAxis['places']): Title[] {
  return [...places]
    .filter(
      ([, { shape, first, last }]) =>
        first === column && (isNext || shape === 'point' || first === last),
    )
    .map(([event]) => ({
      letters: event.title.length,
      tracks: countTracks(event.title),
      shift: isNext ? 0 : tracksApart * countBefore(event, [...places.keys()], places),
    }));
}

function countLines(titles: readonly Title[], size: number): number {
  return Math.max(0, ...titles.map(({ letters, shift }) => letters / Math.max(1, size - shift)));
}

/** In tracks: how far an event of a night is drawn right of the one that precedes it. */
export const tracksApart = 2;

/** Returns how many events of the same night precede one, linked by `after`. */
export function countBefore(
  event: NewsEvent,
  events: readonly NewsEvent[],
  places: KeyAxis['places'],
): number {
  const { first: column, isNight = false } = places.get(event) ?? {};
  if (!isNight) return 0;
  const before = events.filter(
    (other) =>
      event.follows.includes(other.id) &&
      other.position < event.position &&
      places.get(other)?.first === column,
  );
  return Math.max(0, ...before.map((other) => 1 + countBefore(other, events, places)));
}

/** A column before it has its place in the grid. */
type ColumnLabel = Omit<KeyColumn, 'from' | 'to'>;

function layColumns(labels: readonly ColumnLabel[], sizes: readonly number[]): KeyColumn[] {
  let track = firstTrack;
  return labels.map((label, index) => {
    const from = track;
    track += sizes[index] ?? 1;
    return { ...label, from, to: track };
  });
}

/** In tracks: a narrower month has no room for its year. */
const minTracksOfYear = 2;

/** Returns the months of the columns that are days; a night belongs to the day before, a stretch has its own. */
function labelMonths(
  columns: readonly KeyColumn[],
  axis: readonly Moment[],
  { dates }: ViewContext,
): KeyMonth[] {
  const months: (Omit<KeyMonth, 'label'> & { readonly day: DayNumber; readonly key: string })[] =
    [];
  for (const [index, { kind, from, to }] of columns.entries()) {
    if (kind === 'next') continue;
    const day = Math.floor((axis[index] ?? 0) / 2);
    const { year, month } = splitDay(day);
    const key = kind === 'stretch' ? '' : `${year}-${month}`;
    const last = months.at(-1);
    if (last?.key === key) months[months.length - 1] = { ...last, to };
    else months.push({ key, day, from, to });
  }
  return months
    .filter(({ key }) => key !== '')
    .map(({ day, from, to }) => ({
      label: dates.short.month({ ...splitDay(day), day: null }, to - from >= minTracksOfYear),
      from,
      to,
    }));
}

function labelNext({ pages }: ViewContext): ColumnLabel {
  return { kind: 'next', label: pages.key.next, above: null, cut: null };
}

function labelColumn(
  index: number,
  axis: readonly Moment[],
  stretches: ReadonlyMap<Moment, NewsEvent>,
  context: ViewContext,
): ColumnLabel {
  const { dates, number, pages } = context;
  const moment = axis[index] ?? 0;
  const day = Math.floor(moment / 2);
  const stretch = stretches.get(moment);
  const cut = sayCut(day, axis[index + 1], stretch, context);
  if (stretch) {
    const { label } = viewShortDate(stretch, null, context);
    return { kind: 'stretch', label, above: null, cut };
  }
  const parts = splitDay(day);
  if (moment % 2 !== 0) {
    const label = dates.short.nightColumn(parts, splitDay(day + 1));
    return { kind: 'night', label, above: pages.key.night, cut };
  }
  if (cut !== null && isAlone(axis, index)) {
    const label = dates.short.day(parts, null, true);
    return { kind: 'stretch', label, above: null, cut };
  }
  return {
    kind: 'day',
    label: number(parts.day),
    above: dates.short.weekday(getWeekday(day)),
    cut,
  };
}

/** Returns whether the axis is cut on both sides of a column. */
function isAlone(axis: readonly Moment[], index: number): boolean {
  const [before, own] = [axis[index - 1], axis[index]];
  return before === undefined || own === undefined || own - before > 2 * (maxQuiet + 1);
}

function sayCut(
  day: DayNumber,
  next: Moment | undefined,
  stretch: NewsEvent | undefined,
  { archive, dates }: ViewContext,
): string | null {
  if (next === undefined) return null;
  const end = stretch ? (hull(toDaysOf(archive.site.zone, stretch.when)).last ?? day) : day;
  const following = Math.floor(next / 2);
  return following - end < 2 ? null : dates.distance(measureDistance(end, following));
}
