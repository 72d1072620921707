import type { NewsEvent } from '../../model/archive.ts';
import type { DayNumber } from '../../model/dates/dayRanges.ts';
import { getNightOf } from '../../model/knownDays.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import type { EventId } from '../../model/ids.ts';

/** Returns the first day of the night of a zone in which an event was; undefined if it wasn't in a single one. */
export function findNight({ when }: NewsEvent, zone: string): DayNumber | undefined {
  return when.zone === zone ? getNightOf(when) : undefined;
}

/** Returns what the accounts that have an event done put before it; a plan comes after other things. */
function listPutBefore({ accounts }: NewsEvent): readonly EventId[] {
  return accounts.filter(({ certainty }) => !isAhead(certainty)).flatMap(({ after }) => after);
}

/**
 * Returns events, given in timeline order, with those of a night together: one that may have been earlier or
 * later precedes the night if an account puts it before another of that night, or else follows it. It is
 * between two of that night only if accounts put it there.
 */
export function keepNights(events: readonly NewsEvent[], zone: string): readonly NewsEvent[] {
  const nights = events.map((event) => findNight(event, zone));
  const kept: NewsEvent[] = [];
  for (let start = 0; start < events.length;) {
    const night = nights[start];
    const last = night === undefined ? start : nights.lastIndexOf(night);
    kept.push(...keepTogether(events.slice(start, last + 1), night, zone));
    start = last + 1;
  }
  return kept;
}

function keepTogether(
  run: readonly NewsEvent[],
  night: DayNumber | undefined,
  zone: string,
): readonly NewsEvent[] {
  const known = new Set(run.filter((event) => findNight(event, zone) === night));
  if (known.size === run.length) return run;
  const before = new Set([...known].flatMap(listPutBefore));
  const ids = new Set([...known].map(({ id }) => id));
  const isAfter = (event: NewsEvent) => listPutBefore(event).some((id) => ids.has(id));
  const isFirst = (event: NewsEvent) =>
    !known.has(event) && before.has(event.id) && !isAfter(event);
  const isLast = (event: NewsEvent) => !known.has(event) && !before.has(event.id);
  return [
    ...run.filter(isFirst),
    ...run.filter((event) => !isFirst(event) && !isLast(event)),
    ...run.filter(isLast),
  ];
}
