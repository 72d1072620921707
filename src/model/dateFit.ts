import type { Account, NewsEvent } from './archive.ts';
import { getNightOf } from './knownDays.ts';

/** Returns how an account's date stands to that of its event: they share some moment, or it is another time. */
export function compareToEvent(
  { when }: Account,
  { when: ofEvent }: NewsEvent,
): 'fits' | 'earlier' | 'later' | 'other' {
  // A night is compared as a night, all else by whole days: a differing hour is no differing date.
  const moments = ({ spans, wholeDays }: typeof when, isNight: boolean) =>
    isNight ? spans : wholeDays;
  const own = moments(when, getNightOf(when) !== undefined);
  const others = moments(ofEvent, getNightOf(ofEvent) !== undefined);
  const [first, last] = [others[0]?.from ?? -Infinity, others.at(-1)?.to ?? Infinity];
  if (own.some((a) => others.some((b) => a.from < b.to && b.from < a.to))) return 'fits';
  if (own.every(({ from }) => from >= last)) return 'later';
  return own.every(({ to }) => to <= first) ? 'earlier' : 'other';
}
