import type { ArticleDraft, StatedDay } from '../model/drafts.ts';
import { dateToSpans } from '../model/dates/dateSpans.ts';
import type { EdtfDate } from '../model/dates/edtfDate.ts';
import { parseEdtf } from '../model/dates/parseEdtf.ts';
import type { SourceLocation } from '../problems/sourceLocation.ts';
import type { LocateValue } from './frontMatter.ts';
import type { SourceText } from './sourceText.ts';

const DAY = 86_400_000;

/** The first newspaper appeared after this (Strasbourg, 1605). */
const firstPaper = Date.UTC(1600, 0, 1);
/** The web began after this. */
const firstSite = Date.UTC(1990, 0, 1);

interface PageDays {
  readonly added?: string | undefined;
  readonly reviewed?: string | undefined;
  readonly retracted?: { readonly date: string } | undefined;
  readonly corrections?: readonly { readonly date: string }[] | undefined;
}

/** Returns the days of a page's history: added, reviewed, corrected, retracted. */
export function listPageDays(values: PageDays, located: LocateValue): StatedDay[] {
  const { added, reviewed, retracted, corrections = [] } = values;
  return [
    ...(added ? createDay('added', added, located('', 'added').at) : []),
    ...(reviewed ? createDay('reviewed', reviewed, located('', 'reviewed').at) : []),
    ...corrections.flatMap(({ date }, index) =>
      createDay('corrections', date, located('', 'corrections', index, 'date').at),
    ),
    ...(retracted
      ? createDay('retracted', retracted.date, located('', 'retracted', 'date').at)
      : []),
  ];
}

/** Returns a day written YYYY-MM-DD under its key; empty if it couldn't be read. */
export function createDay(name: string, written: string, at: SourceLocation): StatedDay[] {
  const date = parseEdtf(written);
  return date ? [{ name, date: { value: date, at } }] : [];
}

/** Returns the days that a digest states about its article: published, updated, and claims withdrawn. */
export function listArticleDays({
  published,
  updated,
  lead,
  accounts,
}: Pick<ArticleDraft, 'published' | 'updated' | 'lead' | 'accounts'>): StatedDay[] {
  const texts = [lead, ...accounts.map(({ text }) => text)];
  const withdrawn = texts.flatMap(({ passages }) =>
    passages.flatMap((passage) =>
      passage.type === 'claim' && passage.claim.withdrawn ? [passage.claim.withdrawn] : [],
    ),
  );
  return [
    { name: 'published', date: published },
    ...(updated ? [{ name: 'updated', date: updated }] : []),
    ...withdrawn.map((date) => ({ name: 'withdrawn', date })),
  ];
}

// Each day, and those that can't be before it.
const order = [
  ['published', 'updated'],
  ['published', 'added'],
  ['added', 'corrections'],
  ['added', 'retracted'],
] as const;

/** Reports each day that is before one it must follow, and each that is older than newspapers or the web. */
export function reportDays(source: SourceText, days: readonly StatedDay[]): void {
  const find = (wanted: string) => days.filter(({ name }) => name === wanted);
  for (const [firstName, laterName] of order) {
    const [first] = find(firstName);
    for (const { name, date } of find(laterName)) {
      if (!first || !isBefore(date.value, first.date.value)) continue;
      source.report('day-order', date.at, {
        found: date.value.written,
        name,
        first: first.name,
        day: first.date.value.written,
      });
    }
  }
  const reportUnlikely = ({ name, date: { value, at } }: StatedDay, expected: string) => {
    source.report('day-unlikely', at, { found: value.written, name, expected });
  };
  const [published] = find('published');
  // A claim withdrawn earlier may still be reported, but is probably a mistake.
  for (const day of find('withdrawn').filter(
    ({ date }) => published && isBefore(date.value, published.date.value),
  )) {
    const { written } = published?.date.value ?? { written: '' };
    reportUnlikely(day, `${written} or later: the article was published then`);
  }
  for (const day of days) {
    const isOfPaper = ['published', 'updated', 'withdrawn'].includes(day.name);
    if (getBounds(day.date.value).to <= (isOfPaper ? firstPaper : firstSite))
      reportUnlikely(
        day,
        isOfPaper ? '1600 or later: no newspaper is older' : '1990 or later: no website is older',
      );
  }
}

function isBefore(later: EdtfDate, first: EdtfDate): boolean {
  // A day compared with a moment may be in any zone.
  const slack = isMoment(later) === isMoment(first) ? 0 : DAY;
  return getBounds(later).to + slack <= getBounds(first).from;
}

function isMoment(date: EdtfDate): boolean {
  return date.type === 'single' && date.clock !== null;
}

/**
 * Returns the moments that a date may mean, in milliseconds. Days are compared with days, so all count as
 * UTC.
 */
function getBounds(date: EdtfDate): { from: number; to: number } {
  const spans = dateToSpans(date, null, 'UTC');
  return { from: spans[0]?.from ?? -Infinity, to: spans.at(-1)?.to ?? Infinity };
}
