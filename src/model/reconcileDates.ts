import type { DateChoice, When } from './archive.ts';
import { createDate } from './dates/createDate.ts';
import { getEnds } from './dates/dateRanges.ts';
import { intersectRanges, type DayRange } from './dates/dayRanges.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { maxDateLength, parseEdtf } from './dates/parseEdtf.ts';
import { printRanges } from './dates/printDays.ts';
import { intersectSpans, type Span } from './dates/spans.ts';
import { printTimeOfDay, type TimeOfDay } from './dates/timeOfDay.ts';
import { coarsen, joinChoices, listChoices } from './dateChoices.ts';
import type { ArticleId } from './ids.ts';
import { getNightOf, toDaysOf } from './knownDays.ts';

/** An account's evidence for an event's date. */
export interface DateEvidence {
  readonly article: ArticleId;
  readonly when: When;
}

/**
 * The date that the accounts allow together and the articles that give it, or all of their dates if they have
 * nothing in common.
 */
export interface Reconciled {
  readonly date: EdtfDate;
  readonly zone: string;
  readonly articles: readonly ArticleId[];
  /** The dates that can't all be right; empty if the accounts agree. */
  readonly choices: readonly DateChoice[];
}

type Dated = DateEvidence & { readonly when: When & { readonly date: EdtfDate } };

/**
 * Returns the narrowest date that all accounts that count allow, or the one-of set of all their dates (EDTF
 * level 2) if there is none. Days are in the story's IANA zone if the accounts' zones differ. An account
 * without a date allows what its publication allows. Returns undefined if no account gives a date.
 */
export function reconcileDates(
  evidence: readonly DateEvidence[],
  storyZone: string,
): Reconciled | undefined {
  const dated = evidence.filter(isDated);
  const [first] = dated;
  if (!first) return undefined;
  const common = evidence.map(({ when }) => toWholeDays(when)).reduce(intersectSpans);
  if (common.length === 0 || !endsAgree(dated)) {
    // Days of several zones are converted to the story's, so that one label fits them all.
    const zone = isOneZone(evidence) ? first.when.zone : storyZone;
    const whens = evidence.map(({ when }) => when);
    return {
      date: createDate(joinChoices(whens, zone)),
      zone,
      articles: dated.map(({ article }) => article),
      choices: listChoices(whens, zone),
    };
  }
  // A lasting date isn't narrowed by a day within it: that day is only a part of what happened.
  const lasting = dated.filter(isLasting);
  const candidates = lasting.length > 0 ? lasting : dated;
  const width = Math.min(...candidates.map(getWidth));
  const narrowest = candidates.filter((candidate) => getWidth(candidate) === width);
  const plainest = narrowest.find(({ when }) => !isQualified(when.date)) ?? narrowest[0] ?? first;
  const together =
    lasting.length > 0 ? narrowEnds(lasting) : narrowTogether(evidence, plainest, storyZone);
  return {
    date: together ?? plainest.when.date,
    zone: together && !isOneZone(evidence) ? storyZone : plainest.when.zone,
    articles: (together ? dated : narrowest).map(({ article }) => article),
    choices: [],
  };
}

/** The time of day that accounts agree on, and the account that gives it. */
export interface ReconciledTime {
  readonly time: TimeOfDay;
  readonly when: When;
  /** The articles that give exactly this time. */
  readonly articles: readonly ArticleId[];
}

/**
 * Returns the time of day that the accounts that count agree on, null if none gives one, or undefined if they
 * differ. A clock time agrees with the part of the day around it; so does “about” or a range with what it
 * overlaps.
 */
export function reconcileTimes(
  evidence: readonly DateEvidence[],
): ReconciledTime | null | undefined {
  const times = evidence.flatMap(({ article, when }) =>
    when.time ? [{ time: when.time, when, articles: [article] }] : [],
  );
  const [first] = times;
  if (!first) return null;
  let agreed = first;
  for (const next of times.slice(1)) {
    if (isSameTime(agreed, next)) {
      agreed = { ...agreed, articles: [...agreed.articles, ...next.articles] };
      continue;
    }
    if (isWithin(next.when.spans, agreed.when.spans)) agreed = next;
    else if (!isWithin(agreed.when.spans, next.when.spans)) {
      if (!mayBeSame(agreed, next)) return undefined;
      if (measure(next.when.spans) < measure(agreed.when.spans)) agreed = next;
    }
  }
  return agreed;
}

/**
 * Returns whether two times allow the same moment and one isn't an exact hour: “about 17:10” may be evening.
 */
function mayBeSame(a: ReconciledTime, b: ReconciledTime): boolean {
  return (
    [a, b].some(({ time }) => time.type === 'clocks') &&
    intersectSpans(a.when.spans, b.when.spans).length > 0
  );
}

function isDated(evidence: DateEvidence): evidence is Dated {
  return evidence.when.date !== null;
}

function isLasting({ when }: Dated): boolean {
  return when.date.type === 'lasting' && !hasNight(when);
}

function hasNight(when: When): boolean {
  return getNightOf(when) !== undefined;
}

/** Nights are compared as nights, all else by whole days, so that a different hour isn't a different date. */
function toWholeDays(when: When): readonly Span[] {
  return hasNight(when) || !when.date ? when.spans : when.wholeDays;
}

function endsAgree(dated: readonly Dated[]): boolean {
  const ends = dated.flatMap((evidence) =>
    isLasting(evidence) && evidence.when.date.type === 'lasting'
      ? [getEnds(evidence.when.date)]
      : [],
  );
  if (ends.length < 2) return true;
  const meet = (ranges: readonly DayRange[]) =>
    ranges.reduce<DayRange[]>((a, b) => intersectRanges(a, [b]), [{ first: null, last: null }])
      .length > 0;
  return meet(ends.map(({ from }) => from)) && meet(ends.map(({ to }) => to));
}

function getWidth({ when }: Dated): number {
  return measure(toWholeDays(when));
}

function measure(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

function isQualified(date: EdtfDate): boolean {
  return date.type === 'single' && (date.date.doubtful || date.date.about !== null);
}

/**
 * Returns the date that all accounts allow together, if it is narrower than any single account's; in days of
 * the story's zone if their zones differ.
 */
function narrowTogether(
  evidence: readonly DateEvidence[],
  narrowest: Dated,
  storyZone: string,
): EdtfDate | undefined {
  // A single account leaves nothing to narrow, and most events have only one.
  if (evidence.length < 2 || evidence.some(({ when }) => hasNight(when))) return undefined;
  const zone = isOneZone(evidence) ? narrowest.when.zone : storyZone;
  const days = evidence
    .map(({ when }) => toDaysOf(zone, when, when.wholeDays))
    .reduce(intersectRanges);
  const written = printRanges(days);
  const isNarrower =
    written !== printRanges(toDaysOf(zone, narrowest.when, narrowest.when.wholeDays));
  if (days.length === 0 || !isNarrower) return undefined;
  // For a set that is too long to parse again, use the first and last day, which fit every account.
  return createDate(written.length > maxDateLength ? coarsen(days) : days);
}

/** Returns the start and end that all accounts of a lasting event allow, if no single account has both. */
function narrowEnds(lasting: readonly Dated[]): EdtfDate | undefined {
  if (lasting.length < 2) return undefined;
  const ends = lasting.flatMap(({ when }) =>
    when.date.type === 'lasting' ? [getEnds(when.date)] : [],
  );
  const meet = (ranges: readonly DayRange[]) =>
    ranges.reduce<DayRange[]>((a, b) => intersectRanges(a, [b]), [{ first: null, last: null }]);
  const from = meet(ends.map((end) => end.from));
  const to = meet(ends.map((end) => end.to));
  const same = (a: readonly DayRange[], b: DayRange) => printRanges(a) === printRanges([b]);
  if (!isOneZone(lasting) || ends.some((end) => same(from, end.from) && same(to, end.to)))
    return undefined;
  const print = (ranges: readonly DayRange[]) =>
    ranges[0]?.first === null && ranges[0].last === null ? '..' : printRanges(ranges);
  // Ends that aren't a whole day, month or year can't be written in EDTF, so the narrowest account's are kept.
  return parseEdtf(`${print(from)}/${print(to)}`);
}

function isOneZone(evidence: readonly DateEvidence[]): boolean {
  return new Set(evidence.map(({ when }) => when.zone)).size === 1;
}

/** Hours compare only within a zone; across zones, compare moments. */
function isSameTime(a: ReconciledTime, b: ReconciledTime): boolean {
  return a.when.zone === b.when.zone && printTimeOfDay(a.time) === printTimeOfDay(b.time);
}

function isWithin(inner: readonly Span[], outer: readonly Span[]): boolean {
  return inner.every((span) =>
    outer.some((around) => around.from <= span.from && span.to <= around.to),
  );
}
