import type { DayNumber, DayRange } from './dayRanges.ts';
import { dateToRanges, getNight, getSingleDay, plainDateToRanges } from './dateRanges.ts';
import type { Clock, EdtfDate, PlainDate } from './edtfDate.ts';
import type { Span } from './spans.ts';
import { isNight, minutesOfParts, type TimeOfDay } from './timeOfDay.ts';
import { dayToMoment, listClockMoments } from './zoneClock.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Returns the moments that a date allows in an IANA zone, with its time of day if known. A night runs from
 * 21:00 of its first day to 05:00 of the next.
 */
export function dateToSpans(date: EdtfDate, time: TimeOfDay | null, zone: string): Span[] {
  if (date.type === 'single' && date.clock) return [clockToSpan(date.date, date.clock, zone)];
  if (time) {
    const day = isNight(time) ? getNight(date) : getSingleDay(date);
    if (day !== undefined) return [timeToSpan(day, time, zone)];
  }
  return rangesToSpans(dateToRanges(date), zone);
}

/** Returns the moments of days in an IANA zone, from midnight to midnight. */
export function rangesToSpans(ranges: readonly DayRange[], zone: string): Span[] {
  return ranges.map(({ first, last }) => ({
    from: first === null ? -Infinity : dayToMoment(first, 0, zone),
    to: last === null ? Infinity : dayToMoment(last + 1, 0, zone),
  }));
}

function timeToSpan(day: DayNumber, time: TimeOfDay, zone: string): Span {
  if (time.type === 'clock') {
    const second = time.isSecond ? listClockMoments(day, time.minute, zone)[1] : undefined;
    const from = second ?? dayToMoment(day, time.minute, zone);
    return { from, to: from + MINUTE };
  }
  const [from, to] = time.type === 'part' ? minutesOfParts[time.part] : [time.from, time.to + 1];
  return { from: dayToMoment(day, from, zone), to: dayToMoment(day, to, zone) };
}

function clockToSpan(date: PlainDate, clock: Clock, zone: string): Span {
  const day = plainDateToRanges(date)[0]?.first ?? 0;
  const from =
    clock.offset === null
      ? dayToMoment(day, clock.minute, zone)
      : day * DAY + (clock.minute - clock.offset) * MINUTE;
  return { from, to: from + MINUTE };
}
