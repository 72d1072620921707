import type { Archive, NewsEvent } from '../../model/archive.ts';
import { getNight } from '../../model/dates/dateRanges.ts';
import { hull, splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import { isNight } from '../../model/dates/timeOfDay.ts';
import { getKnownDay, isDoubtful } from '../../model/knownDays.ts';
import { labelDate } from './dateLabel.ts';
import type { DateParts, Words } from '../words/words.ts';

/** What a short date needs: the words for dates, and the story's zone. */
type DateContext = Pick<Words, 'dates'> & { readonly archive: Pick<Archive, 'site'> };

/** A date for tight spaces, with a note on what it leaves out; never more precise than what is known. */
export interface ShortDate {
  readonly label: string;
  readonly note: string | null;
}

/** Returns an event's date in few words. `year` is left out: a heading or the story states it. */
export function viewShortDate(
  event: Pick<NewsEvent, 'when'>,
  year: number | null,
  context: DateContext,
): ShortDate {
  const { archive, dates } = context;
  const { short } = dates;
  const { when } = event;
  const { date } = when;
  const needsYear = (...days: readonly DateParts[]) => days.some((day) => day.year !== year);
  const doubt = (text: string) => (isDoubtful(date) ? short.doubtful(text) : text);
  const isElsewhere = when.zone !== archive.site.zone;
  const inZone = (text: string) =>
    isElsewhere ? keepZone(dates.inZone(text, when.zone), text.length) : text;
  const bare = (label: string): ShortDate => ({ label: inZone(doubt(label)), note: null });
  const night = isNight(when.time) ? getNight(date) : undefined;
  if (night !== undefined) {
    const [from, to] = [splitDay(night), splitDay(night + 1)];
    return bare(short.night(from, to, needsYear(from, to)));
  }
  const known = getKnownDay(when, archive.site.zone);
  // The day is in the story's zone, wherever the event was.
  if (known !== undefined && date.type !== 'lasting')
    return { label: labelShortDay(known, year, context), note: null };
  const { first, last } = hull(when.days);
  if (date.type === 'single' && date.date.about) {
    const middle =
      when.days.length === 1 && first !== null && last !== null
        ? first + Math.floor((last - first) / 2)
        : null;
    if (date.date.day !== null && middle !== null) {
      const parts = splitDay(middle);
      return bare(short.about(short.day(parts, null, needsYear(parts))));
    }
    return { label: labelDate(date, dates), note: null };
  }
  if (date.type === 'single' && date.date.season)
    return { label: labelDate(date, dates), note: null };
  if (first === null && last === null) return { label: labelDate(date, dates), note: null };
  if (first === null || last === null) {
    const end = splitDay(first ?? last ?? 0);
    const text = short.day(end, null, needsYear(end));
    const isLasting = date.type === 'lasting';
    if (first === null) return bare(isLasting ? short.until(text) : short.onOrBefore(text));
    return bare(isLasting ? short.since(text) : short.onOrAfter(text));
  }
  // A lasting event took all of these days; any other fell on one of them, not known which.
  const note = date.type === 'lasting' || last - first < 2 ? null : short.dayNotKnown;
  return {
    label: inZone(doubt(labelRange(first, last, date.type === 'lasting', year, context))),
    note,
  };
}

/** In characters: a longer name of a zone may break, as the columns of dates are narrow. */
const maxZone = 16;

/** Keeps a short zone on one line: “23 Dec, New York time” breaks only after the comma. */
function keepZone(label: string, start: number): string {
  const [comma = '', ...words] = label.slice(start).split(' ');
  const zone = words.join('\u00a0');
  return zone.length > maxZone ? label : `${label.slice(0, start)}${comma} ${zone}`;
}

/** Returns a day with its weekday, or with its year if that differs from the one given. */
export function labelShortDay(
  day: DayNumber,
  year: number | null,
  { dates }: Pick<Words, 'dates'>,
): string {
  const parts = splitDay(day);
  const isOther = parts.year !== year;
  return dates.short.day(parts, isOther ? null : getWeekday(day), isOther);
}

function labelRange(
  first: DayNumber,
  last: DayNumber,
  isLasting: boolean,
  year: number | null,
  { dates: { short } }: Pick<Words, 'dates'>,
): string {
  const [from, to] = [splitDay(first), splitDay(last)];
  const withYear = from.year !== year || to.year !== year;
  if (first === last) return short.day(from, null, withYear);
  if (last - first === 1 && !isLasting) return short.eitherDay(from, to, withYear);
  // A whole month or year is written as its name.
  const isMonths = from.day === 1 && splitDay(last + 1).day === 1;
  if (!isMonths) return short.range(from, to, withYear);
  const isYears = from.month === 1 && to.month === 12;
  const [start, end] = [from, to].map(({ year: own, month }) => ({
    year: own,
    month: isYears ? null : month,
    day: null,
  })) as [DateParts, DateParts];
  const isOne = start.year === end.year && start.month === end.month;
  return isOne ? short.month(end, withYear) : short.range(start, end, withYear);
}

/** Returns the weekday of a day, 0 for Sunday. */
export function getWeekday(day: DayNumber): number {
  // 1 January 1970 was a Thursday.
  return (((day + 4) % 7) + 7) % 7;
}

/** Returns the year in which most events of a list begin, the later one if two tie; null for none. */
export function getMainYear(events: readonly NewsEvent[]): number | null {
  const counts = new Map<number, number>();
  for (const { when } of events) {
    const { first } = hull(when.days);
    if (first === null) continue;
    const { year } = splitDay(first);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([a, ofA], [b, ofB]) => ofB - ofA || b - a);
  return most?.[0] ?? null;
}
