import { hull, type DayNumber } from './dayRanges.ts';
import type { EventId } from './ids.ts';
import { hash } from './hash.ts';
import { compare, push } from './lists.ts';
import { foldText } from './names.ts';
import type { AccountOutline, EventOutline } from './outline.ts';
import { compareArticles } from './publication.ts';

/** An event that may be one told before: the account that came later, and the event it resembles. */
export interface Similar {
  readonly account: AccountOutline;
  readonly other: EventId;
  /** How many more it resembles. */
  readonly more: number;
  /** True where it was not compared with all, as there are too many. */
  readonly isCut: boolean;
}

/** Two events that may be one. */
type Pair = Pick<Similar, 'account' | 'other'>;

/** Maximum number of events that one is compared with for each actor: the work grows with the events, not their square. */
const maxCompared = 60;

/** Maximum number of titles of one event that are compared: those of the first accounts. */
const maxTitles = 12;

/** Events further apart than this are two. */
const DAYS = 2;

/** A date wider than this is too open to say that two are of one time. */
const WIDEST = 7;

/** Words that titles share whatever they are of. */
const common = new Set(
  'a an and are as at by for from has have he her his in is it its of on or over says said that the their to was were will with'.split(
    ' ',
  ),
);

/** What is remembered of comparing the events of one actor. */
export interface SimilarMemo {
  /** Of the events, in their order; empty where one of them may be another with the same words. */
  readonly key: string;
  readonly pairs: readonly { readonly event: EventId; readonly other: EventId }[];
  readonly cut: readonly EventId[];
}

/**
 * Returns the events that look like one told under two ids: an actor in common, no more than two days apart,
 * alike in title or id, of different articles, and not said to be `distinct`. Each event is given once, with the
 * first that it resembles and the count of the others; nothing is ever merged by itself. Takes the key of each event
 * and what is remembered of comparing those of each actor; gives that again.
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
    const key = keys.some((one) => one.endsWith(' ')) ? '' : hash(keys);
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

/** Returns the events that are known well enough by each of their actors, in the order of their first days. */
function groupByActor(events: readonly EventOutline[]): Map<string, Candidate[]> {
  const byActor = new Map<string, Candidate[]>();
  for (const event of events) {
    const { first, last } = hull(event.when.days);
    if (first === null || last === null || last - first > WIDEST) continue;
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
      if (!other || other.first - one.first > WIDEST + DAYS) break;
      if (next - index > maxCompared) {
        cut.add(one.event.id).add(other.event.id);
        break;
      }
      if (other.first - one.last > DAYS) continue;
      if (areTitledAlike(one.getTitles(), other.getTitles()) && mayBeOne(one.event, other.event))
        pairs.push(order(one.event, other.event));
    }
  }
  return { pairs, cut: [...cut] };
}

/** An event of a time that is known well enough, with the days it may be of and the words of its names. */
interface Candidate {
  readonly event: EventOutline;
  readonly first: DayNumber;
  readonly last: DayNumber;
  readonly getTitles: () => readonly ReadonlySet<string>[];
}

/** Returns whether nothing keeps two events apart: one article that tells of both, or a word of an editor. */
function mayBeOne(a: EventOutline, b: EventOutline): boolean {
  const articles = new Set<string>(a.accounts.map(({ article }) => article.id));
  if (b.accounts.some(({ article }) => articles.has(article.id))) return false;
  const isDistinct = (one: EventOutline, other: EventOutline) =>
    one.accounts.some(({ distinct }) => distinct.includes(other.id));
  if (isDistinct(a, b) || isDistinct(b, a)) return false;
  return a.partOf !== b.id && b.partOf !== a.id;
}

/** Returns the words of each name that an event goes by: its title, its id, its accounts' titles. */
function listTitles({ title, id, accounts }: EventOutline): Set<string>[] {
  const titles = new Set([title, id, ...accounts.map((account) => account.title)]);
  return [...titles].slice(0, maxTitles).map(listStems);
}

/** Two titles are alike when they share two words that matter, and most of those that the shorter has. */
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

/** The later event is the one whose editor can still choose: by when it was first added, then by article. */
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
