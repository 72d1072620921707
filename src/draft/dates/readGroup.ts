import { splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import { printDay } from '../../model/dates/printDays.ts';
import type { PartOfDay } from '../../model/dates/timeOfDay.ts';
import type { ClockAtom, Stretch } from './atom.ts';
import { blank } from './blank.ts';
import {
  getTense,
  isAfter,
  isNotOver,
  type DateContext,
  type DateText,
  type FoundDate,
} from './dateText.ts';
import { printMonth, printYear } from './days.ts';
import type { Group } from './groups.ts';
import { isName, isNamedByDay } from './namedByDates.ts';
import { endsWithArabicNight, endsWithNight, isNightBefore } from './nights.ts';
import { createPhrase, type Phrase } from './phrase.ts';
import { resolveGroup, type Resolution } from './resolveGroup.ts';
import { isTenseOpen } from './tense.ts';

/**
 * Returns the dates of a group: none if it is a name, several if it lists separate days; `next` is the group
 * after it.
 */
export function readGroup(group: Group, next: Group | undefined, text: DateText): FoundDate[] {
  if (isName(group, text)) return [];
  if (isTenseUnclear(group, text)) return [createOpen(group, text)];
  if (group.head === null && group.weekday === null) return readHour(group, text);
  if (isNamedByDay(group, text)) return [createOpen(group, text)];
  const phrase = createPhrase(group, next, text);
  const open = createOpen(phrase.group, text, phrase);
  if (phrase.isOpen) return [open];
  if (phrase.which && group.head?.type === 'month')
    return [{ ...open, ...readMonth(phrase, text) }];
  if (group.weekday !== null && endsWithArabicNight(text.folded.slice(0, group.start)))
    return [{ ...open, time: 'night' }];
  const dates = resolvePhrase(phrase, text);
  return dates ? dates.map((date) => ({ ...open, ...date })) : [open];
}

/** A date with what the words before it may do to it. */
type Dating = Pick<FoundDate, 'date' | 'isAhead' | 'isWhole'>;

function createOpen(group: Group, text: DateText, phrase?: Phrase): FoundDate {
  const { start, end }: Stretch = phrase ?? group;
  const tense = phrase?.tense ?? getTense(group, text);
  return {
    start,
    end,
    ...combineTime(group.part, group.clock),
    date: null,
    isAhead: tense === 'ahead',
  };
}

/** Returns whether an English sentence leaves open if a day without a year is over. */
function isTenseUnclear({ head, start, end }: Group, { folded, grammar }: DateText): boolean {
  const isYearOpen =
    head === null || ((head.type === 'days' || head.type === 'numeric') && head.year === null);
  return isYearOpen && grammar.words.isCased && isTenseOpen(folded, start, end);
}

/** Returns an hour without a day. “3:16” is one only if a word next to it shows that. */
function readHour(group: Group, text: DateText): FoundDate[] {
  const { start, end, clock } = group;
  const isBare = /^\d+:\d\d$/.test(text.folded.slice(start, end).trim());
  // At the start of a line it is the hour of an entry: “20:30 Quay closed”.
  const isEntry = start === 0 && /^\s*[\s|:–—-]\s*\p{Lu}/u.test(text.folded.slice(end));
  const open = createOpen(group, text);
  if (isBare && !isEntry) return clock?.isLimit ? [open] : [];
  return [{ ...open, isHourAlone: clock?.isLimit === false }];
}

/** Returns the month that “last”, “next” or “this” chooses; open if none does. */
function readMonth({ group, which, tense }: Phrase, { context: { published } }: DateText): Dating {
  const year =
    group.head?.type === 'month' && group.head.year === null && published !== null
      ? chooseYear(group.head.month, which, published)
      : null;
  if (year === null || group.head?.type !== 'month')
    return { date: null, isAhead: tense === 'ahead' };
  const date = printMonth(year, group.head.month);
  return { date, isAhead: isAfter(date, published), isWhole: true };
}

function chooseYear(month: number, which: Phrase['which'], published: DayNumber): number | null {
  const now = splitDay(published);
  if (which?.isThis) return now.year;
  if (which?.direction === 'last' && month >= now.month) return now.year - 1;
  return which?.direction === 'next' && month <= now.month ? now.year + 1 : null;
}

/** Returns the dates of a phrase; null if it leaves them open. */
function resolvePhrase(phrase: Phrase, text: DateText): Dating[] | null {
  const { group, year, tense, which } = phrase;
  const { head } = group;
  const dated =
    year === null || (head?.type !== 'days' && head?.type !== 'month')
      ? group
      : { ...group, head: { ...head, year } };
  const years = listYears(text.folded, group, text.context);
  const resolution = resolveGroup(dated, text.context, tense, years, which?.direction);
  switch (resolution?.unit) {
    case undefined:
      return null;
    case 'decade':
      return [{ date: `${String(resolution.year).slice(0, 3)}X`, isAhead: false }];
    case 'year':
      return [createPeriod(printYear(resolution.year), phrase, text)];
    case 'month':
      return [createPeriod(printMonth(resolution.year, resolution.month), phrase, text)];
    case 'day':
      return readDays(resolution, phrase, text);
  }
}

/** Returns the years near a date in this and earlier sentences, except its own. */
function listYears(folded: string, group: Group, context: DateContext): number[] {
  const rest = blank(folded, group);
  const own = [...rest.matchAll(/(?<![\d,.$€£])(?:19|20)\d\d(?![\d,]\d|\d)/g)].map(([year]) =>
    Number(year),
  );
  return [...own, ...(context.years ?? [])];
}

function createPeriod(
  date: string,
  { tense }: Phrase,
  { context: { published } }: DateText,
): Dating {
  const isLeft = tense === 'ahead' && isNotOver(date, published);
  return { date, isAhead: isLeft || isAfter(date, published), isWhole: true };
}

/** Returns the date of a day, or of several: each of them, one of them, or from the first to the last. */
function readDays(
  { days, join }: Extract<Resolution, { unit: 'day' }>,
  phrase: Phrase,
  text: DateText,
): Dating[] | null {
  const { group, dayOfMonth } = phrase;
  if (dayOfMonth !== null && days.some((day) => splitDay(day).day !== dayOfMonth)) return null;
  const create = (date: string, isWhole: boolean): Dating => {
    return { date, isAhead: isAfter(date, text.context.published), isWhole };
  };
  const [first = 0, last = first] = [days[0], days.at(-1)];
  if (days.length === 1)
    return isNightBefore(text.folded.slice(phrase.start, phrase.end))
      ? [create(`${printDay(first - 1)}/${printDay(first)}`, false)]
      : [create(printDay(first), true)];
  if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? day))) return null;
  if (join === 'or') return [create(`[${days.map(printDay).join(',')}]`, false)];
  if (isOneBetween(group, text)) return [create(`[${printDay(first)}..${printDay(last)}]`, false)];
  const isRun = last - first === days.length - 1;
  if (join === 'and' && !isRun) return days.map((day) => create(printDay(day), true));
  return [create(`${printDay(first)}/${printDay(last)}`, false)];
}

/** Returns whether “between” makes days the limits of one, unless they name a night. */
function isOneBetween({ start, part }: Group, { folded, grammar: { words } }: DateText): boolean {
  const before = folded.slice(0, start);
  const isBetween = new RegExp(`(?<![\\p{L}])(?:${words.between})\\s+(?:the\\s+)?$`, 'iu').test(
    before,
  );
  return isBetween && part !== 'night' && !endsWithNight(before);
}

/** Returns the time from an hour and a part of the day: “5:30 in the afternoon” is 17:30. */
function combineTime(
  part: PartOfDay | null,
  clock: ClockAtom | null,
): { readonly time: string | null; readonly isHourOpen: boolean } {
  const time = clock?.time ?? null;
  if (time === null) return { time: part, isHourOpen: clock !== null };
  const hour = /^(about )?(0\d|1[01]):(\d\d)$/.exec(time);
  if (part === null || part === 'morning' || !hour) return { time, isHourOpen: false };
  // “Friday night at 2:30” is already Saturday by the clock, so the editor must choose the day.
  if (part === 'night' && Number(hour[2]) < 6) return { time: part, isHourOpen: true };
  return { time: `${hour[1] ?? ''}${Number(hour[2]) + 12}:${hour[3] ?? ''}`, isHourOpen: false };
}
