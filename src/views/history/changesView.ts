import { compare } from '../../model/lists.ts';
import { getAdded } from './changes.ts';
import { linkEvent, linkSource, type NamedLink, type ViewContext } from '../page/context.ts';
import { labelDay } from '../dates/dateLabel.ts';
import { listDoubtsBeside } from '../cards/eventCard.ts';
import { viewCorrections, type ListedCorrection } from './historyView.ts';
import { weighWords } from '../lists/longList.ts';
import { viewShortDate } from '../dates/shortDate.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { changeFrame, changesBytes, maxChangeDays, maxChangesOfDay } from '../lists/budgets.ts';

/** An event in a list of changes: its date, its obligatory doubts, and the sources of its new accounts. */
interface ChangedEvent extends NamedLink {
  readonly notes: readonly string[];
}

/** What was added and corrected on one day. */
interface ChangedDay {
  /** Its anchor: the day (YYYY-MM-DD). */
  readonly day: string;
  readonly label: string;
  readonly events: readonly ChangedEvent[];
  readonly accounts: readonly ChangedEvent[];
  readonly corrections: readonly ListedCorrection[];
  readonly counts: ChangeCounts;
  /** How many of the day's events and accounts don't fit on the page. */
  readonly more: number;
}

interface ChangeCounts {
  readonly events: number;
  readonly accounts: number;
  readonly corrections: number;
}

export interface ChangesView {
  readonly days: readonly ChangedDay[];
  /** Counts for earlier days, or for months if there are too many days. */
  readonly earlier: readonly {
    readonly anchor: string;
    readonly label: string;
    readonly counts: ChangeCounts;
  }[];
}

/** Returns the additions and corrections, latest day first. */
export function viewChanges(context: ViewContext): ChangesView {
  const days = gatherDays(context);
  let left = changesBytes;
  const end = days.findIndex((day) => {
    left -= weigh(day);
    return left < 0;
  });
  // The latest day is shown in full, however long it is.
  const told = end < 0 ? days : days.slice(0, Math.max(1, end));
  const rest = days.slice(told.length);
  const inShort = ({ day, label, counts }: ChangedDay) => ({ anchor: day, label, counts });
  return {
    days: told,
    earlier: [
      ...rest.slice(0, maxChangeDays).map(inShort),
      ...sumMonths(rest.slice(maxChangeDays), context),
    ],
  };
}

function gatherDays(context: ViewContext): ChangedDay[] {
  const { archive, dates, pages } = context;
  const byDay = new Map<
    string,
    { events: ChangedEvent[]; accounts: ChangedEvent[]; corrections: ListedCorrection[] }
  >();
  const open = (day: string) => {
    const found = byDay.get(day) ?? { events: [], accounts: [], corrections: [] };
    byDay.set(day, found);
    return found;
  };
  for (const event of archive.events) {
    const added = getAdded(event);
    const notes = [viewShortDate(event, null, context).label, ...listDoubtsBeside(event, context)];
    open(added).events.push({ ...linkEvent(event.id, context), notes });
    const later = event.accounts.filter(({ article }) => article.added > added);
    for (const [day, accounts] of Map.groupBy(later, ({ article }) => article.added)) {
      const sources = [...new Set(accounts.map(({ article }) => article.source))];
      open(day).accounts.push({
        ...linkEvent(event.id, context),
        notes: sources.map((id) => pages.changes.account(linkSource(id, context).name)),
      });
    }
  }
  for (const correction of viewCorrections(context))
    open(correction.date.datetime ?? '').corrections.push(correction);
  return [...byDay]
    .sort(([a], [b]) => compare(b, a))
    .map(([day, { events, accounts, corrections }]) => ({
      day,
      label: labelDay(day, dates),
      events: events.slice(0, maxChangesOfDay),
      accounts: accounts.slice(0, maxChangesOfDay),
      corrections,
      counts: {
        events: events.length,
        accounts: accounts.length,
        corrections: corrections.length,
      },
      more:
        Math.max(0, events.length - maxChangesOfDay) +
        Math.max(0, accounts.length - maxChangesOfDay),
    }));
}

function weigh({ events, accounts, corrections }: ChangedDay): number {
  const words = [
    ...[...events, ...accounts].map(({ name, notes }) => [name, ...notes]),
    ...corrections.map(({ page, reason }) => [page.name, reason]),
  ];
  return words.reduce((sum, parts) => sum + changeFrame + weighWords(parts), changeFrame);
}

function sumMonths(days: readonly ChangedDay[], context: ViewContext): ChangesView['earlier'] {
  return [...Map.groupBy(days, ({ day }) => day.slice(0, 7))].map(([month, own]) => ({
    anchor: month,
    label: labelPeriod(month, context),
    counts: {
      events: sum(own.map(({ counts }) => counts.events)),
      accounts: sum(own.map(({ counts }) => counts.accounts)),
      corrections: sum(own.map(({ counts }) => counts.corrections)),
    },
  }));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
