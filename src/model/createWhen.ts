import type { When } from './archive.ts';
import { dateToRanges, getNight } from './dates/dateRanges.ts';
import { dateToSpans, rangesToSpans } from './dates/dateSpans.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { printDay } from './dates/printDays.ts';
import type { Span } from './dates/spans.ts';
import { isNight, type TimeOfDay } from './dates/timeOfDay.ts';
import { listClockMoments, momentToDay, momentToMinute } from './dates/zoneClock.ts';

/**
 * Returns when something happened, from a date, an optional time of day and an IANA zone. A time within the
 * date becomes the time of day; the day and hour are converted to the zone, whatever the offset.
 */
export function createWhen(date: EdtfDate, time: TimeOfDay | null, zone: string): When {
  if (date.type === 'single' && date.clock) return createMoment(date, zone);
  // A night covers both of its days, in either notation.
  const night = isNight(time) ? getNight(date) : undefined;
  const days = night === undefined ? dateToRanges(date) : [{ first: night, last: night + 1 }];
  return {
    date,
    time,
    zone,
    days,
    wholeDays: rangesToSpans(days, zone),
    spans: dateToSpans(date, time, zone),
  };
}

/**
 * Returns when an undated account has its event: by its article's publication, or after it if the event is
 * ahead.
 */
export function createUndatedWhen(publication: Span, ahead: boolean, zone: string): When {
  const day = (moment: number) => (Number.isFinite(moment) ? momentToDay(moment, zone) : null);
  const range = ahead
    ? { first: day(publication.from), last: null }
    : { first: null, last: day(publication.to - 1) };
  const spans = rangesToSpans([range], zone);
  return { date: null, time: null, zone, days: [range], wholeDays: spans, spans };
}

function createMoment(date: EdtfDate & { type: 'single' }, zone: string): When {
  const spans = dateToSpans(date, null, zone);
  const moment = spans[0]?.from ?? 0;
  const day = momentToDay(moment, zone);
  const minute = momentToMinute(moment, zone);
  const [, second] = listClockMoments(day, minute, zone);
  const [year = '', month = '', dayOfMonth = ''] = printDay(day).split(/(?<!^)-/);
  return {
    // The hour is now the time of day; if it stayed in the date, it would be converted twice.
    date: { ...date, date: { ...date.date, year, month, day: dayOfMonth }, clock: null },
    time: { type: 'clock', minute, ...(moment === second && { isSecond: true }) },
    zone,
    days: [{ first: day, last: day }],
    wholeDays: rangesToSpans([{ first: day, last: day }], zone),
    spans,
  };
}
