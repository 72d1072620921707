import type { When } from './archive.ts';
import {
  dateToRanges,
  dateToSpans,
  momentToDay,
  rangesToSpans,
  type EdtfDate,
  type Span,
  type TimeOfDay,
} from './when.ts';

/** Takes a date, a time of day if there is one, and the IANA zone they are of; gives when that is. */
export function createWhen(date: EdtfDate, time: TimeOfDay | null, zone: string): When {
  const days = dateToRanges(date);
  const hasClock = date.type === 'single' && date.clock !== null;
  const spans = dateToSpans(date, time, zone);
  return { date, time, zone, days, wholeDays: hasClock ? spans : rangesToSpans(days, zone), spans };
}

/** Gives when an account without a date has its event: by its article's publication, or after it where it is ahead. */
export function createUndatedWhen(publication: Span, ahead: boolean, zone: string): When {
  const day = (moment: number) => (Number.isFinite(moment) ? momentToDay(moment, zone) : null);
  const range = ahead
    ? { first: day(publication.from), last: null }
    : { first: null, last: day(publication.to - 1) };
  const spans = rangesToSpans([range], zone);
  return { date: null, time: null, zone, days: [range], wholeDays: spans, spans };
}
