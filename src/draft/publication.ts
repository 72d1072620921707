import type { DayNumber } from '../model/dayRanges.ts';
import { getSingleDay, parseEdtf, printDay } from '../model/when.ts';
import type { ArticleText } from './articleText.ts';
import { findFullDates } from './datePhrases.ts';

/** When an article appeared, in EDTF; `day` is what its “Friday” is counted from, null where it names no single day. */
export type Publication =
  | {
      readonly type: 'known';
      readonly date: string;
      readonly day: DayNumber | null;
      readonly updated: string | null;
    }
  | { readonly type: 'unknown'; readonly reason: string };

/** Takes a date in EDTF that an editor gave; gives the publication it says, undefined when it is no date. */
export function createPublication(date: string): Publication | undefined {
  const parsed = parseEdtf(date);
  return (
    parsed && {
      type: 'known',
      date,
      day: dayOf(date),
      updated: null,
    }
  );
}

/**
 * Takes an article's parts and today's date (YYYY-MM-DD); gives the day that its page prints above or below
 * the text, or why none can be taken for it. A damaged stamp is never mended.
 */
export function findPublication(article: ArticleText, today: string): Publication {
  const lines = [
    ...article.head.filter((line) => line !== article.title),
    ...(article.dateline === null || article.head.includes(article.dateline)
      ? []
      : [article.dateline]),
    ...article.rest.filter((line) => label.test(line) || updatedLabel.test(line)),
  ];
  const stamps = lines.flatMap(readStamps);
  const broken = stamps.find(({ damage }) => damage !== null);
  if (broken?.damage) return { type: 'unknown', reason: broken.damage };
  const isUpdate = ({ role }: Stamp) => role === 'updated';
  const updated = stamps.find(isUpdate)?.date ?? null;
  const first = stamps.filter((stamp) => !isUpdate(stamp));
  const labelled = first.filter(({ role }) => role === 'published');
  const dates = [...new Set((labelled.length > 0 ? labelled : first).map(({ date }) => date))];
  const [date, ...others] = dates;
  if (date === undefined) return { type: 'unknown', reason: explainAbsence(lines, updated) };
  if (others.length > 0)
    return {
      type: 'unknown',
      reason: `the page has more than one date (${dates.join(', ')}), and nothing says which is the day it appeared`,
    };
  const day = dayOf(date);
  if (date.slice(0, 10) > today)
    return { type: 'unknown', reason: `the date it has, ${date}, is still to come` };
  return { type: 'known', date, day, updated: updated === date ? null : updated };
}

interface Stamp {
  readonly date: string;
  readonly role: 'published' | 'updated' | null;
  /** Why it cannot be what it says; null where it can. */
  readonly damage: string | null;
}

const label = /\b(?:published|posted|publication date|date|first published|issued)\b\s*:?/i;
const updatedLabel = /\b(?:last )?(?:updated|modified|edited|changed)\b\s*:?/i;
// What a page says in place of a date, while the day lasts: copied later, it says nothing, or something wrong.
const relative =
  /\b(?:yesterday|today|just now|(?:\d+|an?|one|two|three|four|five|six|several) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago)\b(?: at \d{1,2}[:.]\d\d)?/i;

/** Gives the dates of one line, a line such as “Published 11 May 2024 | Updated 12 May 2024” part by part. */
function readStamps(line: string): Stamp[] {
  const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)\b/.exec(line)?.[0];
  if (moment !== undefined && parseEdtf(moment))
    return [{ date: moment, role: readRole(line, line.indexOf(moment)), damage: null }];
  const numbers = /\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/.exec(line);
  if (numbers) return [readNumbers(numbers, line)];
  const since = relative.exec(line);
  return findFullDates(line).map(({ words, index, day, fits }) => {
    const role = readRole(line, index);
    const printed = printDay(day);
    const isContrary = since !== null && role !== 'updated' && !updatedLabel.test(line);
    const damage = !fits
      ? `“${words}” is damaged: ${printed} is no such weekday`
      : isContrary
        ? `the stamp is damaged: it says both “${since[0]}” and “${words}”`
        : null;
    return { date: printed, role, damage };
  });
}

function readRole(line: string, index: number): Stamp['role'] {
  const before = line.slice(0, index);
  const [first, last] = [lastIndexOf(before, label), lastIndexOf(before, updatedLabel)];
  if (first < 0 && last < 0) return null;
  return last > first ? 'updated' : 'published';
}

function lastIndexOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, 'gi'))].at(-1)?.index ?? -1;
}

/** Takes 26/12/2020; which of the numbers is the month is clear only where one of them can be none. */
function readNumbers([words, a = '', b = '', year = '']: RegExpExecArray, line: string): Stamp {
  const role = readRole(line, line.indexOf(words));
  const [first, second] = [Number(a), Number(b)];
  // With full stops the day always comes first.
  const isClear = first > 12 || second > 12 || first === second || words.includes('.');
  const [day, month] = second > 12 ? [second, first] : [first, second];
  const date = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  if (!isClear)
    return { date, role, damage: `“${words}” may be read two ways, day or month first` };
  return parseEdtf(date)
    ? { date, role, damage: null }
    : { date, role, damage: `“${words}” is damaged: there is no such day` };
}

function explainAbsence(lines: readonly string[], updated: string | null): string {
  if (updated !== null) return `the page says only when it was changed (${updated})`;
  const since = lines.map((line) => relative.exec(line)?.[0]).find((words) => words !== undefined);
  return since === undefined
    ? 'no line above or below the text gives a day with its month and year'
    : `the page says only “${since}”, counted from a day nobody knows`;
}

/** Gives the single day of a date; of a moment the day that is written, which is its place's. */
function dayOf(date: string): DayNumber | null {
  const parsed = parseEdtf(date.replace(/T.*$/, ''));
  return (parsed && getSingleDay(parsed)) ?? null;
}
