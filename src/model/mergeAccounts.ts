import type { Account, Claim, DateOrigin, NewsEvent, When } from './archive.ts';
import { comparePoints } from './comparePoints.ts';
import { createDate } from './dates/createDate.ts';
import { dateToRanges, getNight, getSingleDay } from './dates/dateRanges.ts';
import { rangesToSpans } from './dates/dateSpans.ts';
import { intersectRanges, uniteRanges } from './dates/dayRanges.ts';
import type { EdtfDate } from './dates/edtfDate.ts';
import { printRanges } from './dates/printDays.ts';
import { intersectSpans, uniteSpans } from './dates/spans.ts';
import type { TimeOfDay } from './dates/timeOfDay.ts';
import type { Certainty } from './drafts.ts';
import type { ArticleId, ActorId, PlaceId } from './ids.ts';
import type { Located } from '../problems/sourceLocation.ts';
import {
  reconcileDates,
  reconcileTimes,
  type Reconciled,
  type ReconciledTime,
  type DateEvidence,
} from './reconcileDates.ts';
import { createWhen } from './createWhen.ts';
import { getNightOf, toDaysOf } from './knownDays.ts';
import { compareArticles } from './publication.ts';
import { listStanding } from './standing.ts';
import type { Correction, Reasons } from './drafts.ts';

/** An editor's ruling on an event, with resolved names; null for what it leaves to the accounts. */
export interface ResolvedRuling {
  readonly title: string | null;
  readonly summary: string | null;
  readonly date: EdtfDate | null;
  readonly time: Located<TimeOfDay> | null;
  readonly place: PlaceId | null;
  readonly certainty: Certainty | null;
  readonly actors: readonly ActorId[];
  readonly reasons: Reasons;
  readonly why: string | null;
  readonly unknown: readonly string[];
  readonly ids: readonly string[];
  readonly corrections: readonly Correction[];
  readonly retracted: Correction | null;
}

// Both most certain first.
const ahead: readonly Certainty[] = ['due', 'announced', 'planned', 'threatened'];
const done: readonly Certainty[] = ['confirmed', 'reported', 'purported'];

/** Returns whether an account has its event still ahead (announced, threatened, planned or due). */
export function isAhead(certainty: Certainty | 'disputed'): boolean {
  return certainty !== 'disputed' && ahead.includes(certainty);
}

/** Returns whether an account has its event done (confirmed, reported or purported). */
export function isDone(certainty: Certainty | 'disputed'): boolean {
  return certainty !== 'disputed' && done.includes(certainty);
}

/**
 * Returns the event that accounts tell, or undefined if nothing dates it. Applies the ruling if there is one,
 * and includes claims about the event from any article. `zone` is the story's (IANA).
 */
export function mergeAccounts(
  accounts: readonly Account[],
  ruling: ResolvedRuling | null,
  claims: readonly Claim[],
  zone: string,
  listAround: (id: PlaceId) => readonly PlaceId[],
): NewsEvent | undefined {
  const sorted = [...accounts].sort((a, b) => compareArticles(a.article, b.article));
  const standing = listStanding(sorted);
  const certainty =
    ruling?.certainty ?? mergeCertainties(standing.map((account) => account.certainty));
  const leadAccount = findLeadAccount(standing, certainty);
  if (!leadAccount) return undefined;
  // A retracted account dates an event only if nothing else does.
  const dating = mergeWhen(standing, ruling, zone) ?? mergeWhen(sorted, ruling, zone);
  if (!dating) return undefined;
  const given = distinct(standing.flatMap(({ place }) => place ?? []));
  // A place and a place within it agree on the narrower.
  const places = given.filter((place) => !given.some((other) => listAround(other).includes(place)));
  const actors =
    ruling && ruling.actors.length > 0
      ? ruling.actors
      : distinct(standing.flatMap((account) => account.actors));
  const involved = new Set(actors);
  return {
    id: leadAccount.event,
    title: ruling?.title ?? leadAccount.title,
    titleBy: certainty === 'disputed' && !ruling?.title ? leadAccount.article.id : null,
    summary: ruling?.summary ?? null,
    lead: leadAccount.article.id,
    ...dating,
    certainty,
    kind: standing.every(({ kind }) => kind === 'statement') ? 'statement' : 'act',
    place: ruling?.place ?? (places.length === 1 ? (places[0] ?? null) : null),
    places,
    actors,
    mentioned: distinct(sorted.flatMap(({ text, actors: own }) => [...own, ...text.actors])).filter(
      (id) => !involved.has(id),
    ),
    mentionedPlaces: distinct(sorted.flatMap(({ text }) => text.places)),
    accounts: sorted,
    points: comparePoints(claims),
    // Filled in once the actors' own points are compared.
    actorPoints: [],
    partOf: sorted.find(({ partOf }) => partOf)?.partOf ?? null,
    // Filled in once all events are ordered.
    position: 0,
    parts: [],
    follows: [...new Set(accounts.flatMap(({ after }) => after))],
    followedBy: [],
    ruling: ruling && {
      reasons: ruling.reasons,
      why: ruling.why,
      unknown: ruling.unknown,
      ids: ruling.ids,
      corrections: ruling.corrections,
      retracted: ruling.retracted,
    },
  };
}

/**
 * Returns the highest certainty of the accounts that have the event done; disputed if another account denies
 * it. If none has it done or denies it, returns the highest certainty of those that have it ahead.
 */
export function mergeCertainties(certainties: readonly Certainty[]): Certainty | 'disputed' {
  const surest = (scale: readonly Certainty[]) =>
    scale.find((certainty) => certainties.includes(certainty));
  const happened = surest(done);
  if (certainties.includes('denied')) return happened ? 'disputed' : 'denied';
  return happened ?? surest(ahead) ?? 'reported';
}

/**
 * Returns the lead account, from accounts in order of publication: the first with the event's certainty, else
 * the first that has it done, denies it, or has it ahead.
 */
function findLeadAccount(
  sorted: readonly Account[],
  certainty: Certainty | 'disputed',
): Account | undefined {
  return (
    sorted.find((account) => account.certainty === certainty) ??
    sorted.find((account) => isDone(account.certainty)) ??
    sorted.find((account) => account.certainty === 'denied') ??
    sorted[0]
  );
}

function mergeWhen(
  accounts: readonly Account[],
  ruling: ResolvedRuling | null,
  zone: string,
): Pick<NewsEvent, 'when' | 'origin' | 'timesDiffer'> | undefined {
  const counting = listCounting(accounts);
  const times = reconcileTimes(counting);
  const differ = times === undefined && !ruling?.time;
  if (ruling?.date) {
    // An hour in another zone doesn't belong to the ruled day, which is the story's.
    const accountTime =
      times && (times.when.zone === zone || isPart(times.time)) ? times.time : null;
    const time = fitTime(ruling.time?.value ?? accountTime, ruling.date);
    return {
      when: createDatedWhen(ruling.date, time, zone),
      origin: { type: 'ruling' },
      timesDiffer: differ,
    };
  }
  const reconciled = reconcileDates(counting, zone) ?? boundByPublication(counting, accounts, zone);
  if (!reconciled) return undefined;
  if (reconciled.choices.length > 0) {
    const time = isEveryNight(counting) ? (times?.time ?? null) : null;
    return {
      when: boundByAccounts(createDisputedWhen(reconciled, time), accounts, 'dates'),
      origin: { type: 'disputed', choices: reconciled.choices },
      timesDiffer: differ,
    };
  }
  const { date, zone: ofZone } = pairWithTime(reconciled, times ?? null, ruling);
  const time = fitTime(ruling?.time?.value ?? times?.time ?? null, date);
  const days =
    time === null
      ? withoutTime(
          reconciled,
          counting.map(({ when }) => when),
        )
      : date;
  const origin: DateOrigin = {
    type: 'accounts',
    articles: creditDate(reconciled, time === null || ruling?.time ? null : times),
  };
  const when = createDatedWhen(days, time, ofZone);
  return {
    when: differ ? boundByAccounts(when, accounts, 'hours') : when,
    origin,
    timesDiffer: differ,
  };
}

/**
 * Returns the date of an event whose dates or hours differ, with all the moments that any of them allows;
 * these determine its position on the timeline.
 */
export function boundByAccounts(
  when: NewsEvent['when'],
  accounts: readonly Account[],
  differing: 'dates' | 'hours',
): NewsEvent['when'] {
  const own = listCounting(listStanding(accounts)).filter(({ when: { date, time } }) =>
    differing === 'dates' ? date !== null : time !== null,
  );
  const united = uniteSpans(own.flatMap(({ when: { spans } }) => spans));
  const spans = intersectSpans(united, when.wholeDays);
  return spans.length > 0 ? { ...when, spans } : when;
}

/**
 * Returns the accounts that count for the date. Those that have it ahead count only if none has it done or
 * denies it; a denial without a date doesn't count.
 */
function listCounting(accounts: readonly Account[]): DateEvidence[] {
  const past = accounts.filter(({ certainty }) => !isAhead(certainty));
  const dated = past.filter(({ certainty, when }) => isDone(certainty) || when.date !== null);
  const plans = accounts.filter(({ certainty }) => isAhead(certainty));
  // An undated denial refers to the planned day, if there is one.
  const counting = [dated, plans, past].find((list) => list.length > 0) ?? [];
  return counting.map(({ article, when }) => ({ article: article.id, when }));
}

/**
 * Returns the days allowed by publication, if no account that counts gives a date but another does; undefined
 * if none gives one.
 */
function boundByPublication(
  counting: readonly DateEvidence[],
  accounts: readonly Account[],
  zone: string,
): Reconciled | undefined {
  if (accounts.every(({ when }) => when.date === null)) return undefined;
  const days = counting
    .map(({ when }) => toDaysOf(zone, when, when.wholeDays))
    .reduce(intersectRanges);
  const articles = counting.map(({ article }) => article);
  return { date: createDate(days), zone, articles, choices: [] };
}

function isEveryNight(evidence: readonly DateEvidence[]): boolean {
  return evidence.every(({ when }) => getNightOf(when) !== undefined);
}

/** Returns all days of accounts that can't all be right. */
function createDisputedWhen(
  { date, zone, choices }: Reconciled,
  time: TimeOfDay | null,
): NewsEvent['when'] {
  const all = choices.flatMap((choice) => choice.days);
  const days = all.length > 0 ? uniteRanges(all) : dateToRanges(date);
  const spans = rangesToSpans(days, zone);
  return { date, time: fitTime(time, date), zone, days, wholeDays: spans, spans };
}

/** Returns the articles credited with the date: those that also give the hour, or else those that do. */
function creditDate(
  { articles }: Reconciled,
  times: ReconciledTime | null | undefined,
): readonly ArticleId[] {
  if (!times) return articles;
  const both = articles.filter((id) => times.articles.includes(id));
  return both.length > 0 ? both : times.articles;
}

/**
 * An hour belongs to its own account's day and zone, so if those differ from the date's, both are taken from
 * there.
 */
function pairWithTime(
  reconciled: Reconciled,
  times: ReconciledTime | null,
  ruling: ResolvedRuling | null,
): { date: EdtfDate; zone: string } {
  if (ruling?.time || !times?.when.date) return reconciled;
  const { date, zone, days, time } = times.when;
  const reconciledDays = createWhen(reconciled.date, time, reconciled.zone).days;
  return zone === reconciled.zone && printRanges(days) === printRanges(reconciledDays)
    ? reconciled
    : { date, zone };
}

function isPart(time: TimeOfDay | null): boolean {
  return time?.type === 'part';
}

function createDatedWhen(date: EdtfDate, time: TimeOfDay | null, zone: string): NewsEvent['when'] {
  const when = createWhen(date, time, zone);
  return { ...when, date: when.date ?? date };
}

/** Returns the time if the date can have one: a single day, one night, or a choice of nights. */
function fitTime(time: TimeOfDay | null, date: EdtfDate): TimeOfDay | null {
  if (!time) return null;
  if (time.type === 'part' && time.part === 'night')
    return getNight(date) !== undefined || isChoiceOfDays(date) ? time : null;
  return getSingleDay(date) === undefined ? null : time;
}

function isChoiceOfDays(date: EdtfDate): boolean {
  return (
    date.type === 'one-of' &&
    date.members.every((member) => member.type === 'date' && member.day !== null)
  );
}

/**
 * Returns the date without its night or hour, if the accounts differ on the time of day: the days that they
 * share.
 */
function withoutTime({ date }: Reconciled, whens: readonly When[]): EdtfDate {
  const isOfTime =
    date.written.includes('T') ||
    whens.some(
      (when) =>
        when.date?.written === date.written &&
        when.time?.type === 'part' &&
        when.time.part === 'night',
    );
  if (!isOfTime) return date;
  const days = whens.map((when) => when.days).reduce(intersectRanges);
  return createDate(days.length > 0 ? days : dateToRanges(date));
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
