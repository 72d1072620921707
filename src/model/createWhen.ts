import type { When } from './archive.ts';
import { listClockMoments } from './zoneClock.ts';
import {
  dateToRanges,
  dateToSpans,
  getNight,
  momentToDay,
  momentToMinute,
  printDay,
  rangesToSpans,
  type EdtfDate,
  type Span,
  type TimeOfDay,
} from './when.ts';

/**
 * Returns when a date, with its time of day if there is one, is in its IANA zone. A time
 * written into the date becomes the time of day, day and hour those of the zone whatever its offset.
 */
export function createWhen(date: EdtfDate, time: TimeOfDay | null, zone: string): When {
  if (date.type === 'single' && date.clock) return createMoment(date, zone);
  // A night is of both its days, in either of the forms it may be written in.
  const night = time?.type === 'part' && time.part === 'night' ? getNight(date) : undefined;
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

/** Returns when an account without a date has its event: by its article's publication, or after it where it is ahead. */
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
    // The hour is the time of day from here on: left in the date, it would be put into the zone twice.
    date: { ...date, date: { ...date.date, year, month, day: dayOfMonth }, clock: null },
    time: { type: 'clock', minute, ...(moment === second && { isSecond: true }) },
    zone,
    days: [{ first: day, last: day }],
    wholeDays: rangesToSpans([{ first: day, last: day }], zone),
    spans,
  };
}
