import type { DayNumber } from './dayRanges.ts';

// Converts between moments and the clocks of an IANA zone. Uses only the runtime's offsets: its local dates
// would depend on the machine's zone.

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Farther from UTC than any zone has ever been (Manila before 1845, by 15:56). */
const farthestOffset = 16 * HOUR;

/** Returns whether the text names an IANA time zone that this runtime knows. */
export function isTimeZone(text: string): boolean {
  // The runtime accepts a bare offset such as +03:00 as a zone, but it is no place on a map.
  return /^[A-Za-z]/.test(text) && getOffsetFormat(text) !== null;
}

/** Returns whether a day is beyond the range of the runtime's dates, or close to its end. */
export function isFarAway(day: DayNumber): boolean {
  return Math.abs(day) > 99_000_000;
}

/** Returns the day in the zone's calendar on which a moment (milliseconds UTC) falls. */
export function momentToDay(moment: number, zone: string): DayNumber {
  // Zone rules are unknown so far away, and the runtime's own dates have ended.
  const near = Math.floor(moment / DAY);
  if (isFarAway(near)) return near;
  return (
    findFixedOffsetDay(moment, zone)?.day ?? Math.floor((moment + offsetToUtc(moment, zone)) / DAY)
  );
}

/** Returns the minute since midnight in the zone at which a moment (milliseconds UTC) falls. */
export function momentToMinute(moment: number, zone: string): number {
  const even = findFixedOffsetDay(moment, zone);
  if (even) return Math.floor((moment - even.start) / MINUTE);
  const shown = moment + offsetToUtc(moment, zone);
  return Math.floor((shown - Math.floor(shown / DAY) * DAY) / MINUTE);
}

/**
 * Returns the moment (milliseconds UTC) at which the zone's clocks show a minute of a day. For a repeated
 * minute it is the first; a skipped one is counted with the offset before (RFC 5545, 3.3.5).
 */
export function dayToMoment(day: DayNumber, minute: number, zone: string): number {
  // Zone rules are unknown so far away; whole days will do.
  if (isFarAway(day)) return day * DAY + minute * MINUTE;
  if (minute === 0) return getStart(day, zone);
  const [whole, rest] = [day + Math.floor(minute / 1440), minute % 1440];
  return hasFixedOffset(whole, zone)
    ? getStart(whole, zone) + rest * MINUTE
    : computeMoment(day, minute, zone);
}

/**
 * Returns the moments (milliseconds UTC) at which the clocks of a zone show a minute of a day: none, one or
 * two.
 */
export function listClockMoments(day: DayNumber, minute: number, zone: string): number[] {
  return isFarAway(day) || hasFixedOffset(day, zone)
    ? [dayToMoment(day, minute, zone)]
    : listMoments(day * DAY + minute * MINUTE, zone);
}

// Cached: an archive asks for the same days repeatedly.
const starts = new Map<string, Map<DayNumber, number>>();

function getStart(day: DayNumber, zone: string): number {
  const ofZone = starts.get(zone) ?? new Map<DayNumber, number>();
  starts.set(zone, ofZone);
  const start = ofZone.get(day) ?? computeMoment(day, 0, zone);
  ofZone.set(day, start);
  return start;
}

/** Returns whether the zone's offset stays the same all day, in whole minutes from UTC. */
function hasFixedOffset(day: DayNumber, zone: string): boolean {
  const start = getStart(day, zone);
  return start % MINUTE === 0 && getStart(day + 1, zone) - start === DAY;
}

/** Returns the zone's day on which a moment falls, and its start, if the offset stays the same all day. */
function findFixedOffsetDay(
  moment: number,
  zone: string,
): { readonly day: DayNumber; readonly start: number } | undefined {
  const near = Math.floor(moment / DAY);
  if (isFarAway(near)) return undefined;
  // The day by the offset at its start, if it holds all day.
  const day = Math.floor((moment + near * DAY - getStart(near, zone)) / DAY);
  if (!hasFixedOffset(day, zone)) return undefined;
  const start = getStart(day, zone);
  return start <= moment && moment < start + DAY ? { day, start } : undefined;
}

function computeMoment(day: DayNumber, minute: number, zone: string): number {
  const shown = day * DAY + minute * MINUTE;
  return listMoments(shown, zone)[0] ?? shown - offsetToUtc(shown - farthestOffset, zone);
}

/** Returns the moments at which a zone's clocks show a time, given as if it were UTC, in order. */
function listMoments(shown: number, zone: string): number[] {
  const offsets = [shown - farthestOffset, shown + farthestOffset].map((moment) =>
    offsetToUtc(moment, zone),
  );
  return [...new Set(offsets.map((offset) => shown - offset))]
    .filter((moment) => moment + offsetToUtc(moment, zone) === shown)
    .sort((a, b) => a - b);
}

const formats = new Map<string, Intl.DateTimeFormat | null>();
const offsets = new Map<string, number>();

/** Returns the offset of a zone's clocks from UTC at a moment, in milliseconds; negative if behind. */
function offsetToUtc(moment: number, zone: string): number {
  const written = getOffsetFormat(zone)?.format(moment).split('GMT')[1] ?? '';
  const known = offsets.get(written);
  if (known !== undefined) return known;
  // Matches +03:00, or -00:44:30 as town clocks once had it; an empty match is UTC.
  const [, sign, hours = '0', minutes = '0', seconds = '0'] =
    /^([+-])(\d+):(\d+)(?::(\d+))?$/.exec(written) ?? [];
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  const offset = sign === '-' ? -size : size;
  offsets.set(written, offset);
  return offset;
}

function getOffsetFormat(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone);
  if (format === undefined) {
    format = createOffsetFormat(zone);
    formats.set(zone, format);
  }
  return format;
}

function createOffsetFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat(['en-US', 'en'], { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return null;
  }
}
