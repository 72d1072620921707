import { hull, type DayNumber } from './dates/dayRanges.ts';
import type { EventId } from './ids.ts';
import { hashParts } from './hash.ts';
import { compare, push } from './lists.ts';
import { foldText } from './names.ts';
import type { AccountOutline, EventOutline } from './outline.ts';
import { compareArticles } from './publication.ts';

/** An event that may duplicate another: the later account, and the event it resembles. */
export interface Similar {
  readonly account: AccountOutline;
  readonly other: EventId;
  /** How many more events it resembles. */
  readonly more: number;
  /** True if it wasn't compared with all events, as there are too many. */
  readonly isCut: boolean;
}

/** Two events that may be the same. */
type Pair = Pick<Similar, 'account' | 'other'>;

/** Maximum number of events compared per event and actor: keeps the work linear in the number of events. */
const maxCompared = 60;

/** Maximum number of titles of one event that are compared, first accounts first. */
const maxTitles = 12;

/** In days: events further apart are different. */
const maxDaysApart = 2;

/** In days: a wider date is too open to compare. */
const maxDaysWide = 7;

/** Words that titles share whatever their topic. */
const common = new Set(
  'a an and are as at by for from has have he her his in is it its of on or over says said that the their to was were will with'.split(
    ' ',
  ),
);

/** The cached comparison of one actor's events. */
export interface SimilarMemo {
  /** The hash of the events in order; empty if one of them may be another event with the same words. */
  readonly key: string;
  readonly pairs: readonly { readonly event: EventId; readonly other: EventId }[];
  readonly cut: readonly EventId[];
}

/**
 * Returns the events that look like duplicates: they share an actor, are at most two days apart, have similar
 * titles or ids, are from different articles, and aren't declared `distinct`. Each event is listed once, with
 * the first event that it resembles and the number of others; nothing is merged automatically. Also returns
 * the comparisons to cache for next time.
 */
export function findSimilar(
  events: readonly EventOutline[],
  keyOf: (id: EventId) => string,
  before: ReadonlyMap<string, SimilarMemo>,
): { readonly similar: Similar[]; readonly memos: Map<string, SimilarMemo> } {
  const byId = new Map(events.map((event) => [event.id, event]));
  const pairs = new Map<string, Pair>();
  const cut = new Set<EventId>();
  const memos = new Map<string, SimilarMemo>();
  for (const [actor, candidates] of groupByActor(events)) {
    const keys = candidates.map(({ event: { id } }) => `${id} ${keyOf(id)}`);
    const key = keys.some((one) => one.endsWith(' ')) ? '' : hashParts(keys);
    const known = before.get(actor);
    const memo = key !== '' && known?.key === key ? known : { key, ...comparePairs(candidates) };
    if (key !== '') memos.set(actor, memo);
    for (const id of memo.cut) cut.add(id);
    for (const { event, other } of memo.pairs) {
      const name = [event, other].sort().join(' ');
      const outline = byId.get(event);
      if (outline && !pairs.has(name)) pairs.set(name, { account: findAdded(outline), other });
    }
  }
  const byEvent = Map.groupBy(pairs.values(), ({ account }) => account.event);
  const similar = [...byEvent].flatMap(([event, [first, ...rest]]) =>
    first ? [{ ...first, more: rest.length, isCut: cut.has(event) }] : [],
  );
  return { similar, memos };
}

/** Returns the events with known enough dates by actor, in the order of their first days. */
function groupByActor(events: readonly EventOutline[]): Map<string, Candidate[]> {
  const byActor = new Map<string, Candidate[]>();
  for (const event of events) {
    const { first, last } = hull(event.when.days);
    if (first === null || last === null || last - first > maxDaysWide) continue;
    let titles: ReadonlySet<string>[] | undefined;
    const candidate = { event, first, last, getTitles: () => (titles ??= listTitles(event)) };
    for (const actor of event.actors) push(byActor, actor, candidate);
  }
  for (const own of byActor.values()) own.sort((a, b) => a.first - b.first);
  return byActor;
}

function comparePairs(candidates: readonly Candidate[]): Omit<SimilarMemo, 'key'> {
  const pairs: { event: EventId; other: EventId }[] = [];
  const cut = new Set<EventId>();
  for (const [index, one] of candidates.entries()) {
    for (let next = index + 1; next < candidates.length; next += 1) {
      const other = candidates[next];
      if (!other || other.first - one.first > maxDaysWide + maxDaysApart) break;
      if (next - index > maxCompared) {
        cut.add(one.event.id).add(other.event.id);
        break;
      }
      if (other.first - one.last > maxDaysApart) continue;
      if (areTitledAlike(one.getTitles(), other.getTitles()) && mayBeOne(one.event, other.event))
        pairs.push(order(one.event, other.event));
    }
  }
  return { pairs, cut: [...cut] };
}

/** An event with a known enough date, its possible days and the words of its titles. */
interface Candidate {
  readonly event: EventOutline;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly getTitles: () => readonly ReadonlySet<string>[];
}

/** Returns whether two events may be the same: no article tells both, and no editor separates them. */
function mayBeOne(a: EventOutline, b: EventOutline): boolean {
  const articles = new Set<string>(a.accounts.map(({ article }) => article.id));
  if (b.accounts.some(({ article }) => articles.has(article.id))) return false;
  const isDistinct = (one: EventOutline, other: EventOutline) =>
    one.accounts.some(({ distinct }) => distinct.includes(other.id));
  if (isDistinct(a, b) || isDistinct(b, a)) return false;
  return a.partOf !== b.id && b.partOf !== a.id;
}

/** Returns the words of each name of an event: its title, its id, its accounts' titles. */
function listTitles({ title, id, accounts }: EventOutline): Set<string>[] {
  const titles = new Set([title, id, ...accounts.map((account) => account.title)]);
  return [...titles].slice(0, maxTitles).map(listStems);
}

/** Returns whether two titles share two significant words, and most of the shorter title's words. */
function areTitledAlike(
  ours: readonly ReadonlySet<string>[],
  others: readonly ReadonlySet<string>[],
): boolean {
  return ours.some((one) =>
    others.some((other) => {
      let shared = 0;
      for (const word of one) if (other.has(word)) shared += 1;
      return shared >= 2 && shared / Math.min(one.size, other.size) >= 0.6;
    }),
  );
}

/** The first letters of a word stand for its forms: “tour”, “tours”, “toured”. */
function listStems(title: string): Set<string> {
  const words = foldText(title).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map((word) => word.slice(0, 5)));
}

/** The later event is the one whose editor can still choose: by the day it was added, then by article. */
function order(a: EventOutline, b: EventOutline): SimilarMemo['pairs'][number] {
  const [one, other] = [findAdded(a), findAdded(b)];
  const isLater =
    compare(one.article.added, other.article.added) || compareArticles(one.article, other.article);
  return isLater > 0 ? { event: a.id, other: b.id } : { event: b.id, other: a.id };
}

/** Returns the account with which an event joined the archive. */
function findAdded({ accounts }: EventOutline): AccountOutline {
  return accounts.reduce((first, account) =>
    compare(account.article.added, first.article.added) < 0 ? account : first,
  );
}
