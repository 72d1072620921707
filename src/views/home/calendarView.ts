import type { Archive } from '../../model/archive.ts';
import { findPeriods, type Period } from '../dates/calendar.ts';
import { padTwo } from '../../model/dates/digits.ts';
import { splitDay, toDayNumber } from '../../model/dates/dayRanges.ts';
import type { ViewContext } from '../page/context.ts';
import { countEvents } from '../lists/periodParts.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { getWeekday } from '../dates/shortDate.ts';

/** A day or month with its number of events. */
interface CalendarCell {
  readonly label: string;
  readonly url: string | null;
  readonly events: number;
  /** The number of events relative to the story, from 1 to 4. */
  readonly shade: number;
}

/** A month as weeks of days, or a year as months. */
interface CalendarPart {
  readonly name: string;
  readonly url: string;
  readonly events: number;
  readonly rows: readonly (readonly (CalendarCell | null)[])[];
}

export interface CalendarView {
  /** What a cell is. */
  readonly type: 'days' | 'months';
  /** The names of the columns: weekdays, or months. */
  readonly heads: readonly string[];
  readonly parts: readonly CalendarPart[];
}

/** Maximum number of events in a calendar of days; for more, a table of months is clearer. */
const maxOfDays = 1000;

/** Maximum number of months, or of years, in the calendar. */
const maxMonths = 9;
const maxYears = 30;

/** Returns the calendar of an archive with many events: the newest months as days, or the years as months. */
export function viewCalendar(context: ViewContext): CalendarView {
  const { events } = context.archive;
  return events.length > maxOfDays ? viewYears(context) : viewMonths(context);
}

function viewMonths(context: ViewContext): CalendarView {
  const counted = listCounted(context.archive, 10);
  const months = [...new Set(counted.map(({ period }) => period.slice(0, 7)))].slice(-maxMonths);
  const most = Math.max(1, ...counted.map(({ events }) => events));
  return {
    type: 'days',
    // 1 January 2024 was a Monday.
    heads: [0, 1, 2, 3, 4, 5, 6].map((n) =>
      context.dates.short.initial(getWeekday(toDayNumber(2024, 1, 1) + n)),
    ),
    parts: months.map((month) => ({
      name: labelPeriod(month, context),
      url: context.at.period(month),
      events: countEvents(context.archive, month).events,
      rows: listWeeks(month).map((week) =>
        week.map((day) =>
          day === null ? null : viewCell(day, context.number(Number(day.slice(8))), most, context),
        ),
      ),
    })),
  };
}

function viewYears(context: ViewContext): CalendarView {
  const counted = listCounted(context.archive, 7);
  const years = [...new Set(listCounted(context.archive, 4).map(({ period }) => period))].slice(
    -maxYears,
  );
  const most = Math.max(1, ...counted.map(({ events }) => events));
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return {
    type: 'months',
    heads: months.map((month) => context.dates.short.monthInitial(month)),
    parts: years.map((year) => ({
      name: labelPeriod(year, context),
      url: context.at.period(year),
      events: countEvents(context.archive, year).events,
      rows: [
        months.map((month) => {
          const period = `${year}-${padTwo(month)}`;
          const cell = viewCell(period, '', most, context);
          return cell.events > 0 ? cell : null;
        }),
      ],
    })),
  };
}

function listCounted(archive: Archive, length: number) {
  return [...findPeriods(archive).keys()]
    .filter((period) => period.length === length)
    .sort()
    .map((period) => ({ period, events: countEvents(archive, period).events }))
    .filter(({ events }) => events > 0);
}

function viewCell(
  period: Period,
  label: string,
  most: number,
  { archive, at }: ViewContext,
): CalendarCell {
  const { events } = countEvents(archive, period);
  return {
    label,
    url: events > 0 ? at.period(period) : null,
    events,
    shade: events === 0 ? 0 : Math.max(1, Math.ceil((4 * events) / most)),
  };
}

/** Returns the days of a month by weeks that begin on Monday; null for a day of another month. */
function listWeeks(month: string): (string | null)[][] {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const first = toDayNumber(year, number, 1);
  const before = (getWeekday(first) + 6) % 7;
  const days: (string | null)[] = Array.from({ length: before }, () => null);
  for (let day = first; splitDay(day).month === number; day += 1)
    days.push(`${month}-${padTwo(splitDay(day).day)}`);
  while (days.length % 7 > 0) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(7 * week, 7 * week + 7));
}
