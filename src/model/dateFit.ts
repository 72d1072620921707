import type { Account, NewsEvent } from './archive.ts';
import { getNightOf } from './knownDays.ts';

/**
 * Returns how an account's date relates to that of its event: whether they share a moment, or how they
 * differ.
 */
export function compareToEvent(
  { when }: Account,
  { when: ofEvent }: NewsEvent,
): 'fits' | 'earlier' | 'later' | 'other' {
  // Nights are compared as nights, all else by whole days: a different hour isn't a different date.
  const moments = ({ spans, wholeDays }: typeof when, isNight: boolean) =>
    isNight ? spans : wholeDays;
  const own = moments(when, getNightOf(when) !== undefined);
  const others = moments(ofEvent, getNightOf(ofEvent) !== undefined);
  const [first, last] = [others[0]?.from ?? -Infinity, others.at(-1)?.to ?? Infinity];
  if (own.some((a) => others.some((b) => a.from < b.to && b.from < a.to))) return 'fits';
  if (own.every(({ from }) => from >= last)) return 'later';
  return own.every(({ to }) => to <= first) ? 'earlier' : 'other';
}
