import type { Account, NewsEvent } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { getKnownDay, toDaysOf } from '../../model/knownDays.ts';
import { compare } from '../../model/lists.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { linkEvent, nameAccount, type NamedLink, type ViewContext } from '../page/context.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { getMark, type Mark } from '../cards/marks.ts';
import { getWeekday, viewShortDate } from '../dates/shortDate.ts';

// A figure for open or conflicting dates: days as columns, and a row for each date given.

/** A bar across the columns: capped, or fading if it is vague or open. */
interface DateBar {
  readonly label: string;
  /** What the columns don't show about the date. */
  readonly note: string | null;
  readonly shape: 'oneOf' | 'about' | 'since' | 'until';
  /** The first column, counted from 1, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** For “about” a day: that day's column; the days around it are less likely. */
  readonly core: number | null;
  /** True for the event's own date. */
  readonly isOwn: boolean;
}

/** An event before or after, in its column. */
interface DateEvent extends NamedLink {
  readonly note: string;
  readonly mark: Mark;
}

export interface DateFigure {
  /** The colour of the event's side in the key figure. */
  readonly colour: number;
  readonly columns: readonly { readonly above: string; readonly label: string }[];
  readonly before: DateEvent | null;
  readonly bars: readonly DateBar[];
  readonly after: DateEvent | null;
}

const columns = 7;

/** Possible widths of a column, in days. */
const steps = [1, 7, 31, 366];

/** Returns the figure of an event's dates; null if its day is known and no account gives another. */
export function viewDateFigure(event: NewsEvent, context: ViewContext): DateFigure | null {
  const { archive, dates, pages } = context;
  const { zone } = archive.site;
  const own = hull(toDaysOf(zone, event.when));
  const isOpen = getKnownDay(event.when, zone) === undefined && event.when.date.type !== 'lasting';
  if ((!isOpen && event.origin.type !== 'disputed') || own.first === null || own.last === null)
    return null;
  const length = own.last - own.first + 1;
  const step = steps.find((one) => one * columns >= length) ?? Math.ceil(length / columns);
  const first = own.first - Math.floor((columns - Math.ceil(length / step)) / 2 / 2) * step;
  const place = (day: DayNumber | null, otherwise: number) =>
    day === null ? otherwise : Math.min(columns, Math.max(1, Math.floor((day - first) / step) + 1));
  const bar = (days: DayRange) => ({
    from: place(days.first, 1),
    to: place(days.last, columns) + 1,
  });
  const year = splitDay(own.first).year;
  const around = (other: NewsEvent | undefined, which: 'before' | 'after'): DateEvent | null =>
    other
      ? {
          ...linkEvent(other.id, context),
          note: pages.dateFigure[which](viewShortDate(other, year, context).label),
          mark: getMark(other.certainty),
        }
      : null;
  const side = archive.actorById.get(event.actors[0] ?? '')?.group ?? '';
  return {
    colour: listLaneGroups(archive).indexOf(side) + 1,
    columns: Array.from({ length: columns }, (_, index) => {
      const day = first + index * step;
      const parts = splitDay(day);
      return step === 1
        ? { above: dates.short.weekday(getWeekday(day)), label: context.number(parts.day) }
        : {
            above: dates.date({ ...parts, month: null, day: null }),
            label: dates.short.day(parts, null, false),
          };
    }),
    before: around(findBefore(event, context), 'before'),
    bars: [
      {
        label: pages.dateFigure[event.origin.type === 'disputed' ? 'disputed' : 'possible'],
        // The page's head has it in words, and the columns are days.
        note: step === 1 ? null : viewShortDate(event, null, context).label,
        shape: 'oneOf',
        ...bar(own),
        core: null,
        isOwn: true,
      },
      ...event.accounts.flatMap((account) => {
        if (account.when.date === null) return [];
        const days = hull(toDaysOf(zone, account.when));
        const middle = findMiddle(account.when.date, days);
        return [
          {
            ...nameBar(account, account.when.date, event, year, context),
            ...bar(days),
            shape: shapeOf(account, days),
            core: middle === null ? null : place(middle, 1),
            isOwn: false,
          },
        ];
      }),
    ],
    after: around(findAfter(event, context), 'after'),
  };
}

function nameBar(
  account: Account,
  date: EdtfDate,
  event: NewsEvent,
  year: number,
  context: ViewContext,
) {
  const name = nameAccount(account, event.accounts, context);
  const { label } = viewShortDate({ when: { ...account.when, date } }, year, context);
  return {
    label: account.words === null ? name : context.pages.dateFigure.words(name, account.words),
    note: label,
  };
}

/** Returns the day that a date is “about”: the midpoint of its possible days. */
function findMiddle(date: EdtfDate, { first, last }: DayRange): DayNumber | null {
  const isAboutDay = date.type === 'single' && date.date.about && date.date.day !== null;
  return isAboutDay && first !== null && last !== null ? Math.floor((first + last) / 2) : null;
}

function shapeOf({ when }: Account, { first, last }: DayRange): DateBar['shape'] {
  if (first === null) return 'until';
  if (last === null) return 'since';
  return when.date?.type === 'single' && when.date.date.about ? 'about' : 'oneOf';
}

/** Returns the latest event with a known day that an account puts before this one. */
function findBefore(event: NewsEvent, context: ViewContext): NewsEvent | undefined {
  return pickKnown(event.follows, context).at(-1);
}

/** Returns the earliest event with a known day that an account puts after this one. */
function findAfter(event: NewsEvent, context: ViewContext): NewsEvent | undefined {
  return pickKnown(event.followedBy, context)[0];
}

function pickKnown(ids: readonly string[], { archive }: ViewContext): NewsEvent[] {
  return ids
    .flatMap((id) => {
      const event = archive.eventById.get(id);
      const day = event && getKnownDay(event.when, archive.site.zone);
      return day === undefined || isAhead(event?.certainty ?? 'due') ? [] : [{ event, day }];
    })
    .sort((a, b) => a.day - b.day || compare(a.event?.id ?? '', b.event?.id ?? ''))
    .flatMap(({ event }) => event ?? []);
}
