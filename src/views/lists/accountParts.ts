import type { Account, Archive, NewsEvent } from '../../model/archive.ts';
import { printDay } from '../../model/dates/printDays.ts';
import { momentToDay } from '../../model/dates/zoneClock.ts';
import type { Period } from '../dates/calendar.ts';
import { proseToText } from '../page/proseText.ts';
import {
  accountFrame,
  accountsBesideBytes,
  accountsBytes,
  fewAccounts,
  maxAccounts,
  saidFrame,
} from './budgets.ts';

// An event with many accounts has them on a page of their own, `/events/ID/accounts/`. If even that is too
// long, it is split by day of publication: `/events/ID/accounts/2024/05/10/`.

/** A page of accounts: all of an event's, or those published in a year, month or day. */
export interface AccountPart {
  readonly event: string;
  readonly period: Period | null;
}

/** Returns whether an event has too many accounts for its own page. */
export function isToldByMany({ accounts }: NewsEvent): boolean {
  return (
    accounts.length > maxAccounts ||
    weigh(accounts) > (accounts.length > fewAccounts ? accountsBesideBytes : accountsBytes)
  );
}

/**
 * Returns the accounts of an event that were published in a period, in their order; all if there is no
 * period.
 */
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
 * Returns the years, months or days by which a page of accounts is split, the coarsest that separate them.
 * Returns none if the accounts fit on the page, or if no shorter period separates them.
 */
export function listPeriodsWithin(
  event: NewsEvent,
  period: Period | null,
  zone: string,
): readonly Period[] {
  const accounts = listAccountsIn(event, period, zone);
  if (weigh(accounts) <= accountsBytes) return [];
  for (const length of [4, 7, 10]) {
    const periods = new Set(accounts.map((account) => getDay(account, zone).slice(0, length)));
    if (periods.size > 1) return [...periods].sort();
  }
  return [];
}

/** Returns whether a page that can't be split by calendar holds its accounts in full. */
export function isWhole(accounts: readonly Account[]): boolean {
  return weigh(accounts) <= accountsBytes || accounts.length === 1;
}

/** Returns the page that an account is on, for an event with many accounts. */
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

/** Returns the pages of accounts whose addresses were published, whether or not their events still exist. */
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

/** Returns the day of publication in the story's zone; empty for a year that has no address. */
function getDay({ article }: Account, zone: string): string {
  const day = printDay(momentToDay(article.publication.from, zone));
  return /^\d{4}-/.test(day) ? day : '';
}

function weigh(accounts: readonly Account[]): number {
  return accounts.reduce((sum, account) => sum + weighAccount(account), 0);
}

const weights = new WeakMap<Account, number>();

/** Returns the approximate bytes that an account needs on a page. */
export function weighAccount(account: Account): number {
  const known = weights.get(account);
  if (known !== undefined) return known;
  const { title, text, claims, quotations, article } = account;
  const statements = [
    ...claims.map(({ says, on, answer }) => says + on + (answer ?? '')),
    ...quotations.map((quotation) => quotation.text),
  ];
  const words = [title, article.title, proseToText(text), ...statements].join('');
  const weight = accountFrame + saidFrame * statements.length + Buffer.byteLength(words);
  weights.set(account, weight);
  return weight;
}
