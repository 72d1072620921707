import { getSingleDay } from '../model/dates/dateRanges.ts';
import type { DayNumber } from '../model/dates/dayRanges.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import { printDay } from '../model/dates/printDays.ts';
import type { ArticleText } from './articleText.ts';
import type { DateOrder } from './dates/token.ts';
import { findFullDates } from './dates/fullDates.ts';

/**
 * When an article was published, in EDTF; `day` is the day from which its “Friday” is counted, null if it
 * isn't a single day.
 */
export type Publication =
  | {
      readonly type: 'known';
      readonly date: string;
      readonly day: DayNumber | null;
      readonly updated: string | null;
    }
  | { readonly type: 'unknown'; readonly reason: string };

/** Returns the publication from an editor's date (EDTF), undefined if it isn't a date. */
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
 * Returns the day that an article's page prints above or below the text, or why there is no usable one;
 * `today` is YYYY-MM-DD. A damaged stamp is never repaired. Two notations of one moment count as one date.
 */
export function findPublication(
  article: ArticleText,
  order: DateOrder | null,
  today: string,
): Publication {
  const lines = [
    ...article.head.filter((line) => line !== article.title),
    ...(article.dateline === null || article.head.includes(article.dateline)
      ? []
      : [article.dateline]),
    ...article.rest.filter((line) => label.test(line) || updatedLabel.test(line)),
  ];
  const stamps = lines.flatMap((line) => readStamps(line, order));
  const broken = stamps.find(({ damage }) => damage !== null);
  if (broken?.damage) return { type: 'unknown', reason: broken.damage };
  const isUpdate = ({ role }: Stamp) => role === 'updated';
  const updated = stamps.find(isUpdate)?.date ?? null;
  const first = stamps.filter((stamp) => !isUpdate(stamp));
  const labelled = first.filter(({ role }) => role === 'published');
  const different = uniteNotations(labelled.length > 0 ? labelled : first);
  const [stamp, ...others] = different;
  if (stamp === undefined) return { type: 'unknown', reason: explainAbsence(lines, updated) };
  if (others.length > 0)
    return {
      type: 'unknown',
      reason: `the page has more than one date (${different.map(({ date }) => date).join(', ')}), and nothing shows which one is its publication`,
    };
  if (stamp.date.slice(0, 10) > today)
    return { type: 'unknown', reason: `the date it has, ${stamp.date}, is still to come` };
  return {
    type: 'known',
    date: stamp.date,
    day: stamp.day,
    updated: updated?.slice(0, 10) === stamp.date.slice(0, 10) ? null : updated,
  };
}

interface Stamp {
  /** In EDTF: a day, or a moment with its offset. */
  readonly date: string;
  readonly day: DayNumber | null;
  /** The hour printed next to a day, in minutes since midnight. */
  readonly minute: number | null;
  /** The moment in milliseconds UTC, if there is an offset. */
  readonly moment: number | null;
  readonly role: 'published' | 'updated' | null;
  /** Why the stamp can't be right; null if it can. */
  readonly damage: string | null;
}

/** Returns the stamps of different days; for each day, the most precise one. */
function uniteNotations(stamps: readonly Stamp[]): Stamp[] {
  const different: Stamp[] = [];
  for (const stamp of stamps) {
    const at = different.findIndex((other) => isSameTime(stamp, other));
    const other = different[at];
    if (other === undefined) different.push(stamp);
    // A moment is more precise than its day, but readers count from the printed day.
    else if (
      stamp.day === other.day
        ? stamp.moment !== null && other.moment === null
        : stamp.moment === null
    )
      different[at] = stamp;
  }
  return different;
}

const minute = 60_000;
const farthestOffsets = { east: 14 * 60, west: 12 * 60 };

/**
 * Returns whether two stamps are one moment: “11 May 2024, 00:30” and “2024-05-10T21:30Z” are, three hours
 * east.
 */
function isSameTime(a: Stamp, b: Stamp): boolean {
  if (a.day === b.day) return true;
  const [exact, printed] = a.moment === null ? [b, a] : [a, b];
  if (exact.moment === null || printed.minute === null || printed.day === null) return false;
  const east = printed.day * 24 * 60 + printed.minute - exact.moment / minute;
  return east % 15 === 0 && east <= farthestOffsets.east && east >= -farthestOffsets.west;
}

const label =
  /(?<!\p{L})(?:published|posted|publication date|date|first published|issued|veröffentlicht|erschienen|publiée?|mise? en ligne|publicado)(?!\p{L})\s*:?|نشر|تاريخ النشر/iu;
const updatedLabel =
  /(?<!\p{L})(?:last )?(?:updated|modified|edited|changed|aktualisiert|geändert|mise? à jour|modifiée?|actualizado|modificado)(?!\p{L})\s*:?|آخر تحديث|تحديث/iu;
// Pages may show this instead of a date during the day; in a later copy it is missing or wrong.
const relative =
  /\b(?:yesterday|today|just now|(?:\d+|an?|one|two|three|four|five|six|several) (?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?) ago)\b(?: at \d{1,2}[:.]\d\d)?/i;

/**
 * Returns the dates of one line; a line such as “Published 11 May 2024 | Updated 12 May 2024” is parsed in
 * parts.
 */
function readStamps(line: string, order: DateOrder | null): Stamp[] {
  const found = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?(Z|[+-]\d\d:\d\d)(?![\d:])/.exec(
    line,
  );
  const written = found?.[0].replace(/\.\d+/, '');
  if (found && written !== undefined && parseEdtf(written)) {
    const role = readRole(line, found.index);
    const moment = Date.parse(written);
    const stamp = { date: written, day: dayOf(written), minute: null, moment, role, damage: null };
    const rest = line.replace(found[0], ' ');
    return [stamp, ...readStamps(rest, order)];
  }
  const since = relative.exec(line);
  return findFullDates(line).map((date) => {
    const role = readRole(line, date.start);
    const isContrary = since !== null && role !== 'updated' && !updatedLabel.test(line);
    const [reading, ...more] =
      date.readings.length > 1 ? date.readings.filter((one) => one.order === order) : date.readings;
    const day = reading?.day ?? null;
    const printed = day === null ? '' : printDay(day);
    const damage = date.isShortYear
      ? `“${date.words}” has several readings, as its year has two digits`
      : date.readings.length === 0
        ? `“${date.words}” is damaged: there is no such day`
        : day === null || more.length > 0
          ? `“${date.words}” has two readings, day or month first`
          : date.isContrary
            ? `“${date.words}” is damaged: ${printed} is not that weekday`
            : isContrary
              ? `the stamp is damaged: it says both “${since[0]}” and “${date.words}”`
              : null;
    return { date: printed, day, minute: date.minute, moment: null, role, damage };
  });
}

function readRole(line: string, index: number): Stamp['role'] {
  const before = line.slice(0, index);
  const [first, last] = [lastIndexOf(before, label), lastIndexOf(before, updatedLabel)];
  if (first < 0 && last < 0) return null;
  return last > first ? 'updated' : 'published';
}

function lastIndexOf(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, 'giu'))].at(-1)?.index ?? -1;
}

function explainAbsence(lines: readonly string[], updated: string | null): string {
  if (updated !== null) return `the page says only when it was changed (${updated})`;
  const since = lines.map((line) => relative.exec(line)?.[0]).find((words) => words !== undefined);
  return since === undefined
    ? 'no line above or below the text gives a day with its month and year'
    : `the page says only “${since}”, counted from an unknown day`;
}

/** Returns the single day of a date; for a moment the written day, which is local to its place. */
function dayOf(date: string): DayNumber | null {
  const parsed = parseEdtf(date.replace(/T.*$/, ''));
  return (parsed && getSingleDay(parsed)) ?? null;
}
