import type { When } from '../../model/archive.ts';
import { hull, type DayNumber } from '../../model/dayRanges.ts';
import { toDaysOf } from '../../model/knownDays.ts';
import { dateToRanges, printDay, type EdtfDate } from '../../model/when.ts';

/** The first and the last day that a date allows, for programs that sort by days. */
interface DayEnds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Returns the ends of a date as whole days (`YYYY-MM-DD`) of an IANA zone's calendar, null where one is open or nothing is dated. */
export function listDayEnds(when: When | EdtfDate | null, zone: string): DayEnds {
  const ranges = when === null ? [] : 'days' in when ? toDaysOf(zone, when) : dateToRanges(when);
  const { first, last } = hull(ranges);
  const print = (day: DayNumber | null) => (day === null ? null : printDay(day));
  return { earliest: print(first), latest: print(last) };
}
