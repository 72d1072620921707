import type { Account, Claim, DateOrigin, NewsEvent, When } from './archive.ts';
import { comparePoints } from './comparePoints.ts';
import type { Certainty } from './drafts.ts';
import type { ArticleId, ActorId, PlaceId } from './ids.ts';
import { compare } from './lists.ts';
import type { Placed } from '../problems/place.ts';
import {
  reconcileDates,
  reconcileTimes,
  type Reconciled,
  type ReconciledTime,
  type Testimony,
} from './reconcileDates.ts';
import { createWhen } from './createWhen.ts';
import { intersectRanges } from './dayRanges.ts';
import {
  dateToRanges,
  getNight,
  getSingleDay,
  parseEdtf,
  printRanges,
  type EdtfDate,
  type TimeOfDay,
} from './when.ts';
import type { Correction, Reasons } from './drafts.ts';

/** An editor's ruling on one event, its names resolved; null where it leaves something to the accounts. */
export interface ResolvedRuling {
  readonly title: string | null;
  readonly date: EdtfDate | null;
  readonly time: Placed<TimeOfDay> | null;
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

const ahead: readonly Certainty[] = ['due', 'announced', 'planned', 'threatened'];
const done: readonly Certainty[] = ['confirmed', 'reported', 'purported'];

/** Says whether an account has its event still ahead (announced, threatened, planned or due). */
export function isAhead(certainty: Certainty | 'disputed'): boolean {
  return certainty !== 'disputed' && ahead.includes(certainty);
}

/** Orders an event's accounts: added first, then published first, then by article id. */
function compareAccounts(a: Account, b: Account): number {
  return (
    compare(a.article.added, b.article.added) ||
    compare(a.article.publication.from, b.article.publication.from) ||
    compare(a.article.id, b.article.id)
  );
}

/**
 * Takes the accounts of one event, the ruling on it if there is one, the claims about it from anywhere,
 * the story's IANA zone, and what says in which places a place lies; gives the event (design.md, Merging), or undefined when nothing dates it.
 */
export function mergeAccounts(
  accounts: readonly Account[],
  ruling: ResolvedRuling | null,
  claims: readonly Claim[],
  zone: string,
  listAround: (id: PlaceId) => readonly PlaceId[],
): NewsEvent | undefined {
  const sorted = [...accounts].sort(compareAccounts);
  const [first] = sorted;
  if (!first) return undefined;
  const dating = mergeWhen(sorted, ruling, zone);
  if (!dating) return undefined;
  const given = distinct(sorted.flatMap(({ place }) => place ?? []));
  // A place and one within it agree on the narrower.
  const places = given.filter((place) => !given.some((other) => listAround(other).includes(place)));
  const actors =
    ruling && ruling.actors.length > 0
      ? ruling.actors
      : distinct(sorted.flatMap((account) => account.actors));
  const involved = new Set(actors);
  return {
    id: first.event,
    title: ruling?.title ?? first.title,
    ...dating,
    certainty: ruling?.certainty ?? mergeCertainties(sorted.map(({ certainty }) => certainty)),
    place: ruling?.place ?? (places.length === 1 ? (places[0] ?? null) : null),
    places,
    actors,
    mentioned: distinct(sorted.flatMap(({ text, actors: own }) => [...own, ...text.actors])).filter(
      (id) => !involved.has(id),
    ),
    mentionedPlaces: distinct(sorted.flatMap(({ text }) => text.places)),
    accounts: sorted,
    points: comparePoints(claims),
    // Known once the actors' own are compared.
    actorPoints: [],
    partOf: sorted.find(({ partOf }) => partOf)?.partOf ?? null,
    // Known once all events are ordered.
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
 * Takes the certainties of an event's accounts; gives the least sure of those that have it done, disputed
 * when one denies what another has; where none has it done, the least sure of those that have it ahead.
 */
function mergeCertainties(certainties: readonly Certainty[]): Certainty | 'disputed' {
  const denied = certainties.includes('denied');
  const others = certainties.some((certainty) => certainty !== 'denied');
  if (denied) return others ? 'disputed' : 'denied';
  const leastSure = (scale: readonly Certainty[]) =>
    scale.findLast((certainty) => certainties.includes(certainty));
  return leastSure(done) ?? leastSure(ahead) ?? 'reported';
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
    // An hour of another zone is none of the ruled day, which is the story's.
    const told = times && (times.when.zone === zone || isPart(times.time)) ? times.time : null;
    const time = fitTime(ruling.time?.value ?? told, ruling.date);
    return {
      when: createDatedWhen(ruling.date, time, zone),
      origin: { type: 'ruling' },
      timesDiffer: differ,
    };
  }
  const reconciled = reconcileDates(counting, zone);
  if (!reconciled) return undefined;
  const { date, zone: ofZone } = pairWithTime(reconciled, times ?? null, ruling);
  const time = fitTime(ruling?.time?.value ?? times?.time ?? null, date);
  const days =
    time === null
      ? withoutTime(
          reconciled,
          counting.map(({ when }) => when),
        )
      : date;
  const origin: DateOrigin = reconciled.disputed
    ? { type: 'disputed' }
    : {
        type: 'accounts',
        articles: creditDate(reconciled, time === null || ruling?.time ? null : times),
      };
  return { when: createDatedWhen(days, time, ofZone), origin, timesDiffer: differ };
}

/**
 * Gives the accounts that count for the date: those that have it ahead only while none has it done, or
 * none of those dates it; a denial without a date says nothing of when.
 */
function listCounting(accounts: readonly Account[]): Testimony[] {
  const said = accounts.filter(
    ({ certainty, when }) => certainty !== 'denied' || when.date !== null,
  );
  const hasDone = said.some(({ certainty }) => done.includes(certainty));
  const past = said.filter(({ certainty }) => !isAhead(certainty));
  const counting = hasDone && past.some(({ when }) => when.date !== null) ? past : said;
  return counting.map(({ article, when }) => ({ article: article.id, when }));
}

/** Whose date and hour it is: where some give the hour, theirs. */
function creditDate(
  { articles }: Reconciled,
  times: ReconciledTime | null | undefined,
): readonly ArticleId[] {
  if (!times) return articles;
  const both = articles.filter((id) => times.articles.includes(id));
  return both.length > 0 ? both : times.articles;
}

/** An hour is of its own account's day and zone: where those are not the date's, both are taken from there. */
function pairWithTime(
  reconciled: Reconciled,
  times: ReconciledTime | null,
  ruling: ResolvedRuling | null,
): { date: EdtfDate; zone: string } {
  if (reconciled.disputed || ruling?.time || !times?.when.date) return reconciled;
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

/** Gives the time when the date is one that a time can stand beside: a single day, one night, or a choice of nights. */
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

/** Where the accounts differ on the time of day, a night's two days stand for no night, nor a date for its hour: gives the days they share. */
function withoutTime({ date, disputed }: Reconciled, whens: readonly When[]): EdtfDate {
  const isOfTime =
    date.written.includes('T') ||
    whens.some(
      (when) =>
        when.date?.written === date.written &&
        when.time?.type === 'part' &&
        when.time.part === 'night',
    );
  if (!isOfTime || disputed) return date;
  const days = whens.map((when) => when.days).reduce(intersectRanges);
  return parseEdtf(printRanges(days.length > 0 ? days : dateToRanges(date))) ?? date;
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
