import type { Account, NewsEvent } from '../../model/archive.ts';
import { hull, splitDay, type DayNumber, type DayRange } from '../../model/dates/dayRanges.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import { getKnownDay, toDaysOf } from '../../model/knownDays.ts';
import { compare } from '../../model/lists.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { linkEvent, nameAccount, type NamedLink, type ViewContext } from '../page/context.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { getMark, getVerdict, type Mark } from '../cards/marks.ts';
import { viewShortDate } from '../dates/shortDate.ts';
import { createDateAxis, type DateAxis, type DateColumn } from './dateAxis.ts';

// A figure for open or conflicting dates: columns of time, and a row for each date given.

/** A date as a bar: capped where it is known to begin or end, fading where it is vague or open. */
interface DateBar {
  readonly label: string;
  /** What the columns don't show about the date. */
  readonly note: string | null;
  readonly pieces: readonly BarPiece[];
  /** Where the caps are, in percent of the axis. */
  readonly caps: readonly number[];
  /** True for the event's own date. */
  readonly isOwn: boolean;
}

/** A piece of a bar, in percent of the axis; `in` becomes darker, `out` lighter. */
interface BarPiece {
  readonly x: number;
  readonly width: number;
  readonly fill: 'solid' | 'in' | 'out';
}

/** An event before or after; without a bar if its day is outside the axis. */
export interface DateEvent extends NamedLink, Pick<DateBar, 'pieces' | 'caps'> {
  readonly note: string;
  readonly mark: Mark;
}

export interface DateFigure {
  /** The colour of the event's side in the key figure. */
  readonly colour: number;
  readonly columns: readonly DateColumn[];
  readonly before: DateEvent | null;
  readonly bars: readonly DateBar[];
  readonly after: DateEvent | null;
}

type Shape = 'oneOf' | 'about' | 'since' | 'until';

/**
 * Returns the figure of an event's dates; null if its day is known, in its own zone, and no account gives
 * another.
 */
export function viewDateFigure(event: NewsEvent, context: ViewContext): DateFigure | null {
  const { archive, pages } = context;
  const { zone } = archive.site;
  const { when, origin } = event;
  const { first, last } = hull(toDaysOf(zone, when));
  const isOpen = getKnownDay(when, when.zone) === undefined && when.date.type !== 'lasting';
  if ((!isOpen && origin.type !== 'disputed') || first === null || last === null) return null;
  const neighbours = { before: findBefore(event, context), after: findAfter(event, context) };
  const dated = event.accounts.flatMap((account) => {
    const { date } = account.when;
    return date === null ? [] : [{ account, date, days: hull(toDaysOf(zone, account.when)) }];
  });
  const axis = createDateAxis(
    { first, last },
    [
      ...[neighbours.before, neighbours.after].flatMap((one) => (one ? [hullOfDay(one.day)] : [])),
      ...dated.map(({ days }) => days),
    ],
    context,
  );
  const { year } = splitDay(first);
  const around = (which: 'before' | 'after'): DateEvent | null => {
    const other = neighbours[which];
    if (!other) return null;
    const { label } = viewShortDate(other.event, year, context);
    return {
      ...linkEvent(other.event.id, context),
      note: pages.dateFigure[which](label),
      mark: getMark(getVerdict(other.event)),
      ...drawBar('oneOf', hullOfDay(other.day), null, axis),
    };
  };
  const ofAccounts = dated.map(({ account, date, days }) => ({
    ...nameBar(account, date, event, year, context),
    ...drawBar(getShape(account, days), days, findMiddle(date, days), axis),
    isOwn: false,
  }));
  const [only] = ofAccounts;
  const side = archive.actorById.get(event.actors[0] ?? '')?.group ?? '';
  return {
    colour: listLaneGroups(archive).indexOf(side) + 1,
    columns: axis.columns,
    before: around('before'),
    bars:
      // The date of the only account is the event's own.
      only && event.accounts.length === 1 && origin.type === 'accounts'
        ? [{ ...only, note: viewShortDate(event, null, context).label, isOwn: true }]
        : [
            {
              label: pages.dateFigure[origin.type === 'disputed' ? 'disputed' : 'possible'],
              // The page's head has it in words, and the columns are days.
              note: axis.isDays ? null : viewShortDate(event, null, context).label,
              ...drawBar('oneOf', { first, last }, null, axis),
              isOwn: true,
            },
            ...ofAccounts,
          ],
    after: around('after'),
  };
}

function hullOfDay(day: DayNumber): DayRange {
  return { first: day, last: day };
}

/** Returns the pieces and caps of a bar; none if it is outside the axis. `middle` is the likeliest day. */
function drawBar(
  shape: Shape,
  { first, last }: DayRange,
  middle: DayNumber | null,
  axis: DateAxis,
): Pick<DateBar, 'pieces' | 'caps'> {
  const start = first === null ? 0 : axis.locate(first);
  const end = last === null ? axis.count : axis.locate(last + 1);
  const clip = (at: number) => Math.min(axis.count, Math.max(0, at));
  const percent = (columns: number) => Math.round((columns / axis.count) * 10_000) / 100;
  const piece = (from: number, to: number, fill: BarPiece['fill']): BarPiece[] => {
    const [x, right] = [percent(clip(from)), percent(clip(to))];
    return right > x ? [{ x, width: Math.round((right - x) * 100) / 100, fill }] : [];
  };
  const caps = (...ends: readonly number[]) =>
    ends.filter((at) => at >= 0 && at <= axis.count).map(percent);
  switch (shape) {
    case 'since':
      return { pieces: piece(start, end, 'out'), caps: caps(start) };
    case 'until':
      return { pieces: piece(start, end, 'in'), caps: caps(end) };
    case 'oneOf':
      return {
        pieces: piece(start, end, 'solid'),
        caps: end <= 0 || start >= axis.count ? [] : caps(start, end),
      };
    case 'about': {
      const third = (end - start) / 3;
      const [from, to] =
        middle === null
          ? [start + third, end - third]
          : [axis.locate(middle), axis.locate(middle + 1)];
      return {
        pieces: [
          ...piece(start, from, 'in'),
          ...piece(from, to, 'solid'),
          ...piece(to, end, 'out'),
        ],
        caps: [],
      };
    }
  }
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

function getShape({ when }: Account, { first, last }: DayRange): Shape {
  if (first === null) return 'until';
  if (last === null) return 'since';
  return when.date?.type === 'single' && when.date.date.about ? 'about' : 'oneOf';
}

interface KnownEvent {
  readonly event: NewsEvent;
  readonly day: DayNumber;
}

/** Returns the latest event with a known day that an account puts before this one. */
function findBefore(event: NewsEvent, context: ViewContext): KnownEvent | undefined {
  return pickKnown(event.follows, context).at(-1);
}

/** Returns the earliest event with a known day that an account puts after this one. */
function findAfter(event: NewsEvent, context: ViewContext): KnownEvent | undefined {
  return pickKnown(event.followedBy, context)[0];
}

function pickKnown(ids: readonly string[], { archive }: ViewContext): KnownEvent[] {
  return ids
    .flatMap((id) => {
      const event = archive.eventById.get(id);
      const day = event && getKnownDay(event.when, archive.site.zone);
      return day === undefined || isAhead(event?.certainty ?? 'due') || !event
        ? []
        : [{ event, day }];
    })
    .sort((a, b) => a.day - b.day || compare(a.event.id, b.event.id));
}
