import type { NewsEvent } from '../../model/archive.ts';
import { hull } from '../../model/dates/dayRanges.ts';
import { getKnownDay, getNightOf, isDoubtful, toDaysOf } from '../../model/knownDays.ts';

/** How a date is drawn: a point, or a bar that is capped, solid, or fading if it is open or vague. */
export type DateShape = 'point' | 'oneOf' | 'about' | 'since' | 'until' | 'lasting';

/**
 * Returns how the date of an event is drawn among the days of a zone: its own, beside a date in words, or that
 * of an axis. A day of one zone may be on either of two days of another.
 */
export function getDateShape(
  { when }: Pick<NewsEvent, 'when'>,
  zone: string = when.zone,
): DateShape {
  const { date } = when;
  const isOneNight = when.zone === zone && getNightOf(when) !== undefined && !isDoubtful(date);
  const isLasting = date.type === 'lasting';
  if (isOneNight || (getKnownDay(when, zone) !== undefined && !isLasting)) return 'point';
  const { first, last } = hull(toDaysOf(zone, when));
  if (first === null) return 'until';
  if (last === null) return 'since';
  if (isLasting) return 'lasting';
  return isDoubtful(date) || (date.type === 'single' && date.date.about) ? 'about' : 'oneOf';
}
