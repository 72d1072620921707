import type { When } from './archive.ts';
import { hull, type DayNumber } from './dayRanges.ts';
import { getNight, getSingleDay, momentToDay, type EdtfDate, type PlainDate } from './when.ts';

/** When an event was: its date is never left out. */
export type Dated = When & { readonly date: EdtfDate };

/** Says whether a time of day is the night. */
export function isNight({ time }: When): boolean {
  return time?.type === 'part' && time.part === 'night';
}

/** Says whether any part of a date is doubtful (`?`). */
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

/** Says whether a date that is one moment or one of several has an end left open. */
export function isOpen(when: Dated): boolean {
  const { first, last } = hull(when.days);
  return when.date.type !== 'lasting' && (first === null || last === null);
}

/**
 * Gives the day that an event is known to be of, the first of a night's; undefined where its date leaves
 * several or doubts it. A day of another zone is one of the given (IANA) zone's only if no part of it falls
 * on the next.
 */
export function getKnownDay(when: Dated, zone: string): DayNumber | undefined {
  if (isDoubtful(when.date)) return undefined;
  const own = isNight(when) ? getNight(when.date) : getSingleDay(when.date);
  if (own === undefined || when.zone === zone) return own;
  const [first, second] = listTouchedDays(when, zone);
  return second === undefined ? first : undefined;
}

/** Gives the days that an event is known to be of: both of a night's, both that a day of another zone falls on, or none. */
export function listKnownDays(when: Dated, zone: string): DayNumber[] {
  if (isDoubtful(when.date)) return [];
  const own = isNight(when) ? getNight(when.date) : getSingleDay(when.date);
  if (own === undefined) return [];
  if (when.zone !== zone) return listTouchedDays(when, zone);
  return isNight(when) ? [own, own + 1] : [own];
}

function listTouchedDays({ spans }: When, zone: string): DayNumber[] {
  const [span] = spans;
  if (!span || !Number.isFinite(span.from) || !Number.isFinite(span.to)) return [];
  const [first, last] = [momentToDay(span.from, zone), momentToDay(span.to - 1, zone)];
  return first === last ? [first] : [first, last];
}
