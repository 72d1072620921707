import type { When } from './archive.ts';
import { getDayOfEnd, getNight, getSingleDay } from './dates/dateRanges.ts';
import { hull, uniteRanges, type DayNumber, type DayRange } from './dates/dayRanges.ts';
import type { EdtfDate, PlainDate } from './dates/edtfDate.ts';
import type { Span } from './dates/spans.ts';
import { isNight } from './dates/timeOfDay.ts';
import { momentToDay } from './dates/zoneClock.ts';

/** An event's date, which is never missing. */
export type Dated = When & { readonly date: EdtfDate };

/** Returns whether any part of a date is doubtful (`?`). */
export function isDoubtful(date: EdtfDate): boolean {
  const isPlain = (one: PlainDate | string | null): one is PlainDate =>
    one !== null && typeof one !== 'string';
  switch (date.type) {
    case 'single':
      return date.date.doubtful;
    case 'lasting':
      return [date.from, date.to].some((end) => isPlain(end) && end.doubtful);
    case 'one-of':
      return date.members.some((member) =>
        member.type === 'date'
          ? member.doubtful
          : [member.from, member.to].some((end) => isPlain(end) && end.doubtful),
      );
  }
}

/** Returns whether a single date or a choice of dates has an open end. */
export function isOpen(when: Dated): boolean {
  const { first, last } = hull(when.days);
  return when.date.type !== 'lasting' && (first === null || last === null);
}

/** Returns the first day of the night in which something happened; undefined if that isn't a single night. */
export function getNightOf(when: When): DayNumber | undefined {
  return isNight(when.time) && when.date !== null ? getNight(when.date) : undefined;
}

/**
 * Returns the sorted days of an IANA zone's calendar that a date touches, based on its time of day or on the
 * given moments.
 */
export function toDaysOf(
  zone: string,
  when: When,
  spans: readonly Span[] = when.spans,
): readonly DayRange[] {
  if (when.zone === zone) return when.days;
  const day = (moment: number) => (Number.isFinite(moment) ? momentToDay(moment, zone) : null);
  return uniteRanges(spans.map(({ from, to }) => ({ first: day(from), last: day(to - 1) })));
}

/**
 * Returns the day of an IANA zone that counts an event: the day it is known to fall on, or the first day of a
 * night or lasting event. Returns undefined if the date is doubtful or allows several days. A day of another
 * zone counts here only if no part of it falls on the next day.
 */
export function getKnownDay(when: Dated, zone: string): DayNumber | undefined {
  if (isDoubtful(when.date)) return undefined;
  if (when.zone !== zone) {
    const isDay = getSingleDay(when.date) !== undefined || getNightOf(when) !== undefined;
    const [first, second] = isDay ? listTouchedDays(when, zone) : [];
    return second === undefined ? first : undefined;
  }
  if (isNight(when.time)) return getNight(when.date);
  return when.date.type === 'lasting' ? getDayOfEnd(when.date.from) : getSingleDay(when.date);
}

/** Returns the last day that an event is known to have reached; undefined if its first day isn't known. */
export function getLastDay(when: Dated, zone: string): DayNumber | undefined {
  const first = getKnownDay(when, zone);
  if (first === undefined || when.zone !== zone) return first;
  if (isNight(when.time)) return first + 1;
  return when.date.type === 'lasting' ? (getDayOfEnd(when.date.to) ?? first) : first;
}

function listTouchedDays({ spans }: When, zone: string): DayNumber[] {
  const [span] = spans;
  if (!span || !Number.isFinite(span.from) || !Number.isFinite(span.to)) return [];
  const [first, last] = [momentToDay(span.from, zone), momentToDay(span.to - 1, zone)];
  return first === last ? [first] : [first, last];
}
