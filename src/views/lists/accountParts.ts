import type { Account, Archive, NewsEvent } from '../../model/archive.ts';
import { momentToDay, printDay } from '../../model/when.ts';
import type { Period } from '../dates/calendar.ts';
import { proseToText } from '../page/proseText.ts';

// An event that many tell of has its accounts on a page of their own, `/events/ID/accounts/`; where even that
// is too much for one page, they are parted by the days of publication: `/events/ID/accounts/2024/05/10/`.

/** So many accounts stand on an event's own page; of more, it says who tells them. */
const MOST_ACCOUNTS = 12;

/** An event's own page has no more bytes of accounts (UTF-8, their headings included), as it says much besides. */
const MOST_BYTES_BESIDE = 13_000;

/** No page of accounts alone has more bytes of them; compressed, two fifths are left. */
const MOST_BYTES = 20_000;

/** So few accounts are most of what their event's page says: they may come to as much as a page of accounts. */
const FEW = 4;

/** A page of accounts: all of an event, or those published in one year, month or day. */
export interface AccountPart {
  readonly event: string;
  readonly period: Period | null;
}

/** Says whether an event has too many accounts for its own page. */
export function isToldByMany({ accounts }: NewsEvent): boolean {
  return (
    accounts.length > MOST_ACCOUNTS ||
    weigh(accounts) > (accounts.length > FEW ? MOST_BYTES_BESIDE : MOST_BYTES)
  );
}

/** Returns the accounts of an event that were published in a period, in their order; all of them for none. */
export function listAccountsIn(
  { accounts }: NewsEvent,
  period: Period | null,
  zone: string,
): readonly Account[] {
  return period === null
    ? accounts
    : accounts.filter((account) => getDay(account, zone).startsWith(period));
}

/**
 * Returns the years, months or days that a page of accounts is parted by, the coarsest that part it; none where
 * its accounts fit on the page, or where no smaller part of the calendar tells them apart.
 */
export function listPeriodsWithin(
  event: NewsEvent,
  period: Period | null,
  zone: string,
): readonly Period[] {
  const accounts = listAccountsIn(event, period, zone);
  if (weigh(accounts) <= MOST_BYTES) return [];
  for (const length of [4, 7, 10]) {
    const periods = new Set(accounts.map((account) => getDay(account, zone).slice(0, length)));
    if (periods.size > 1) return [...periods].sort();
  }
  return [];
}

/** Returns whether a page that the calendar does not part holds its accounts whole. */
export function isWhole(accounts: readonly Account[]): boolean {
  return weigh(accounts) <= MOST_BYTES || accounts.length === 1;
}

/** Returns the page of accounts that an account of an event that many tell of stands on. */
export function findAccount(event: NewsEvent, account: Account, zone: string): AccountPart {
  const day = getDay(account, zone);
  let period: Period | null = null;
  for (;;) {
    const within: Period | undefined = listPeriodsWithin(event, period, zone).find((one) =>
      day.startsWith(one),
    );
    if (within === undefined) break;
    period = within;
  }
  return { event: event.id, period };
}

/** Returns every page of accounts: those that are needed, and those whose address was published. */
export function listAccountParts(archive: Archive): AccountPart[] {
  const needed = archive.events
    .filter(isToldByMany)
    .flatMap((event) => listPartsBelow(event, null, archive.site.zone));
  const known = new Set(needed.map(printPart));
  const published = listPublishedAccounts(archive).filter(
    (part) => archive.eventById.has(part.event) && !known.has(printPart(part)),
  );
  return [...needed, ...published];
}

/** Returns the pages of accounts whose addresses were published, whether their events are still there or not. */
export function listPublishedAccounts({ permalinks }: Archive): AccountPart[] {
  return permalinks.flatMap(({ value }) => {
    const [, event, year, month, day] =
      /^\/events\/([^/]+)\/accounts\/(?:(\d{4})\/(?:(0[1-9]|1[0-2])\/(?:([0-3]\d)\/)?)?)?$/.exec(
        value,
      ) ?? [];
    if (event === undefined) return [];
    const period = [year, month, day].filter((one) => one !== undefined).join('-');
    return [{ event, period: period === '' ? null : period }];
  });
}

function listPartsBelow(event: NewsEvent, period: Period | null, zone: string): AccountPart[] {
  return [
    { event: event.id, period },
    ...listPeriodsWithin(event, period, zone).flatMap((one) => listPartsBelow(event, one, zone)),
  ];
}

function printPart({ event, period }: AccountPart): string {
  return `${event}/${period ?? ''}`;
}

/** The day of publication in the story's zone; of one in a year that has no address, nothing. */
function getDay({ article }: Account, zone: string): string {
  const day = printDay(momentToDay(article.publication.from, zone));
  return /^\d{4}-/.test(day) ? day : '';
}

function weigh(accounts: readonly Account[]): number {
  return accounts.reduce((sum, account) => sum + weighAccount(account), 0);
}

const weights = new WeakMap<Account, number>();

/** The facts and links at the head of an account, and the frame of each statement, weigh about these. */
const HEAD = 300;
const FRAME = 100;

/** Returns about how much of a page an account takes, in bytes. */
export function weighAccount(account: Account): number {
  const known = weights.get(account);
  if (known !== undefined) return known;
  const { title, text, claims, quotations, article } = account;
  const statements = [
    ...claims.map(({ says, on, answer }) => says + on + (answer ?? '')),
    ...quotations.map((quotation) => quotation.text),
  ];
  const words = [title, article.title, proseToText(text), ...statements].join('');
  const weight = HEAD + FRAME * statements.length + Buffer.byteLength(words);
  weights.set(account, weight);
  return weight;
}
