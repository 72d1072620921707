import type { When } from '../../model/archive.ts';
import { dateToRanges } from '../../model/dates/dateRanges.ts';
import { hull, type DayNumber } from '../../model/dates/dayRanges.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { toDaysOf } from '../../model/knownDays.ts';

/** The first and last day that a date allows, for programs that sort by day. */
interface DayEnds {
  readonly earliest: string | null;
  readonly latest: string | null;
}

/** Returns the first and last day of a date (`YYYY-MM-DD`) in an IANA zone; null for an open end or no date. */
export function listDayEnds(when: When | EdtfDate | null, zone: string): DayEnds {
  const ranges = when === null ? [] : 'days' in when ? toDaysOf(zone, when) : dateToRanges(when);
  const { first, last } = hull(ranges);
  const print = (day: DayNumber | null) => (day === null ? null : printDay(day));
  return { earliest: print(first), latest: print(last) };
}
