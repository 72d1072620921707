import type { Account, NewsEvent } from '../../model/archive.ts';
import { listPoints } from '../../model/comparePoints.ts';
import {
  findAccount,
  isToldByMany,
  isWhole,
  listAccountsIn,
  listPeriodsWithin,
  type AccountPart,
} from '../lists/accountParts.ts';
import { listClaimAnchors, listQuotationAnchors } from '../page/anchors.ts';
import {
  type NamedLink,
  type ViewContext,
  createTeller,
  linkEvent,
  linkSource,
  nameAccount,
} from '../page/context.ts';
import { listSources, viewEventDate, type DateView } from '../cards/eventCard.ts';
import {
  listArticles,
  viewAccount,
  viewAccountDate,
  viewEvent,
  viewOutlet,
  type AccountView,
  type EventView,
  type OutletView,
} from './eventView.ts';
import { findIdPart } from '../lists/idLists.ts';
import { linkIdParts } from '../lists/partLinks.ts';
import { weighWords, type PartLink } from '../lists/longList.ts';
import { sortByName } from '../lists/nameOrder.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { viewDateFigure, type DateFigure } from './dateFigure.ts';
import { getMark, type Mark } from '../cards/marks.ts';
import { layPoints, type PointLayout } from './pointLayout.ts';
import { isOneCertainty, viewLead } from '../cards/telling.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { viewPagePoints, type PointTable } from '../cards/pointsView.ts';
import {
  accountLinesBytes,
  accountsBytes,
  maxAccountsWithTitle,
  maxAnchors,
  maxOutletsWithAbout,
} from '../lists/budgets.ts';

/** An account in one line: whose it is, its date, and where it stands in full. */
interface AccountLine {
  /** The anchor that leads here, so that an address of before still finds the account. */
  readonly anchor: string;
  /** Those of what is said in it and stands on this page nowhere else. */
  readonly anchors: readonly string[];
  /** Null where there are too many: then its date leads to it. */
  readonly title: string | null;
  readonly url: string;
  readonly date: string;
}

/** A source with its accounts of one event. */
export interface Teller extends OutletView {
  readonly accounts: readonly AccountLine[];
}

/** What the page of one event says, whose accounts stand on it, or elsewhere where many tell of it. */
export interface EventPageView extends EventView {
  readonly mark: Mark;
  /** “Reported by two outlets.” */
  readonly status: string;
  /** The first sentence of the lead account with its outlet; null where the only source's account is all there is. */
  readonly lead: { readonly sentence: string; readonly source: NamedLink | null } | null;
  /** What the outlets of a disputed event say of whether it happened, in alphabetical order. */
  readonly stances: readonly Stance[];
  /** What sources say on each point, those on which outlets clash first. */
  readonly layout: readonly PointLayout[];
  readonly differing: number;
  readonly figure: DateFigure | null;
  /** When it was added, and how often corrected. */
  readonly added: string;
  /** Null where the accounts stand on the page itself. */
  readonly elsewhere: { readonly url: string; readonly count: number } | null;
  /** Who tells it, with a line for each account that stands elsewhere: then `accounts` is empty. */
  readonly tellers: readonly Teller[];
  /** The anchors of claims about it that stand neither in its points nor in an account listed here. */
  readonly anchors: readonly string[];
}

/** What an outlet says of whether a disputed event happened. */
interface Stance {
  readonly mark: Mark;
  readonly source: string;
  readonly stance: string;
  readonly title: string;
}

/** What a page of the accounts of one event says. */
export interface AccountsView {
  readonly event: NamedLink;
  readonly date: DateView;
  /** The year, month or day of publication that it is of; null where it is of all. */
  readonly label: string | null;
  /** The page of all accounts, where it is of a part. */
  readonly whole: string | null;
  readonly parts: readonly PartLink[];
  /** Those of a day that is too much for a page. */
  readonly byId: readonly PartLink[];
  readonly accounts: readonly AccountView[];
  /** Of accounts that are too many for the page: then `accounts` is empty. */
  readonly tellers: readonly Teller[];
  /** True where nothing was published in its time any more. */
  readonly isEmptied: boolean;
}

/** Returns what the page of one event says: of one that many tell, its points and who tells it, in place of the accounts. */
export function viewEventPage(event: NewsEvent, context: ViewContext): EventPageView {
  const view = {
    ...viewEvent(event, context),
    ...viewHead(event, context),
    points: viewPagePoints(listPoints(event), context, {
      tell: createTeller(listArticles(event), context),
    }),
  };
  if (!isToldByMany(event))
    return { ...sayOnce(view, event), elsewhere: null, tellers: [], anchors: [] };
  const inPoints = new Set(isShown(view.points) ? listPointAnchors(view.points) : []);
  const all = viewTellers(event, event.accounts, inPoints, context);
  const tellers = fitTellers(all, accountLinesBytes);
  const taken = new Set([
    ...inPoints,
    ...tellers.flatMap(({ accounts }) => accounts.flatMap(({ anchors }) => anchors)),
  ]);
  const anchors = [
    ...(tellers === all ? [] : listAnchorsOf(all)),
    ...event.points
      .flatMap(({ claims }) => claims)
      .flatMap((claim) => listClaimAnchors(claim, context.archive)),
  ];
  return {
    ...view,
    // Each stands on the line of its account.
    dateReasons: [],
    accounts: [],
    sources: [],
    elsewhere: {
      url: context.at.accounts({ event: event.id, period: null }),
      count: event.accounts.length,
    },
    tellers,
    anchors: [...new Set(anchors)].filter((anchor) => !taken.has(anchor)).slice(0, maxAnchors),
  };
}

/** Leaves out what the head of the page, or the figure about its date, says already. */
function sayOnce<View extends EventView & { readonly figure: DateFigure | null }>(
  view: View,
  event: NewsEvent,
): View {
  // The figure has each date; the only account has its own beside it.
  const hasEachDate =
    event.accounts.length === 1 ||
    (view.figure !== null && event.accounts.every(({ when }) => when.date));
  return {
    ...view,
    heldBy: isOneCertainty(event) ? null : view.heldBy,
    dateReasons: hasEachDate ? [] : view.dateReasons,
  };
}

/** Returns tellers with a line for each account, or none where the lines are too many: then the pages of accounts have them. */
function fitTellers(tellers: readonly Teller[], room: number): readonly Teller[] {
  const lines = tellers.flatMap(({ accounts }) => accounts);
  const hashes = lines.reduce((sum, { anchors }) => sum + anchors.length, 0);
  const words = [
    ...tellers.flatMap(({ name, about }) => [name, about]),
    ...lines.map(({ title, date }) => title ?? date),
  ];
  return weighWords(words) + 75 * lines.length + 20 * hashes <= room ? tellers : [];
}

function listAnchorsOf(tellers: readonly Teller[]): readonly string[] {
  const lines = tellers.flatMap(({ accounts }) => accounts);
  return [...lines.map(({ anchor }) => anchor), ...lines.flatMap(({ anchors }) => anchors)];
}

/** Returns what an event's page says first. */
function viewHead(event: NewsEvent, context: ViewContext) {
  const { pages } = context;
  const outlets = listSources(event);
  const lead = viewLead(event, context);
  const points = listPoints(event);
  const isDisputed = event.certainty === 'disputed';
  const stances = isDisputed ? listStances(event, context) : [];
  const layout = layPoints(
    points.filter(({ claims, differ }) => differ || outlets.length > 1 || claims.length > 1),
    event.accounts.map(({ article }) => article.id),
    createTeller(listArticles(event), context),
    context,
  );
  const told =
    lead && (outlets.length > 1 || event.summary !== null)
      ? {
          sentence: event.summary ?? lead.sentence,
          source: event.summary === null ? linkSource(lead.account.article.source, context) : null,
        }
      : null;
  return {
    mark: getMark(event.certainty),
    status:
      event.certainty === 'disputed'
        ? pages.event.noSide
        : pages.event.status(event.certainty, countHolding(event)),
    lead: isDisputed ? { sentence: pages.event.disagree(stances.length), source: null } : told,
    stances,
    layout: layout.some(({ differ, columns }) => differ || columns.length > 1) ? layout : [],
    differing: points.filter(({ differ }) => differ).length,
    figure: viewDateFigure(event, context),
    added: pages.event.history(event.ruling?.corrections.length ?? 0),
  };
}

/** Returns how many outlets are as sure of an event as it is said to be. */
function countHolding({ accounts, certainty }: NewsEvent): number {
  const holding = accounts.filter((account) => account.certainty === certainty);
  return new Set(holding.map(({ article }) => article.source)).size;
}

function listStances(event: NewsEvent, context: ViewContext): Stance[] {
  const past = event.accounts.filter(({ certainty }) => !isAhead(certainty));
  const named = past.map((account) => ({
    id: account.article.id,
    name: nameAccount(account, event.accounts, context),
    account,
  }));
  return sortByName(named, context).map(({ name, account }) => ({
    mark: getMark(account.certainty),
    source: name,
    stance: context.certainties[account.certainty].name,
    title: account.title,
  }));
}

/** Returns whether an event's page shows its points: what a single speaker says stands in its account. */
export function isShown({ columns, answered }: PointTable): boolean {
  return columns.length > 1 || answered.length > 0;
}

function listPointAnchors({ rows, answered }: PointTable): string[] {
  const ofClaims = (
    claims: readonly { readonly id: string; readonly former: readonly string[] }[],
  ) => claims.flatMap(({ id, former }) => [id, ...former]);
  return [
    ...rows.flatMap(({ cells }) => ofClaims(cells.flat())),
    ...answered.flatMap(({ answers }) => answers.flatMap(({ claims }) => ofClaims(claims))),
  ];
}

/** Returns what a page of accounts says: all that it is of, or where that is too much a line of each, with the days that part it. */
export function viewAccounts(part: AccountPart, context: ViewContext): AccountsView {
  const { archive, at } = context;
  const event = archive.eventById.get(part.event);
  if (!event) throw new RangeError(`No event has the id ${part.event}.`);
  const { zone } = archive.site;
  const { period } = part;
  const accounts = listAccountsIn(event, period, zone);
  const periods = listPeriodsWithin(event, period, zone);
  const isListed = periods.length > 0 || !isWhole(accounts);
  const url = at.accounts({ event: event.id, period });
  const byId = linkIdParts({ folder: url.slice(at.home.length), prefix: '' }, context);
  return {
    event: linkEvent(event.id, context),
    date: viewEventDate(event, context),
    label: period === null ? null : labelPeriod(period, context),
    whole: period === null ? null : at.accounts({ event: event.id, period: null }),
    parts: periods.map((one) => ({
      label: labelPeriod(one, context),
      url: at.accounts({ event: event.id, period: one }),
      events: listAccountsIn(event, one, zone).length,
    })),
    accounts: isListed ? [] : accounts.map((account) => viewAccount(account, context)),
    byId,
    tellers: isListed
      ? fitTellers(viewTellers(event, accounts, new Set(), context), accountsBytes)
      : [],
    isEmptied: accounts.length === 0,
  };
}

/** Groups accounts by their sources. `elsewhere` are anchors that the page has already. */
function viewTellers(
  event: NewsEvent,
  accounts: readonly Account[],
  elsewhere: ReadonlySet<string>,
  context: ViewContext,
): Teller[] {
  const bySource = Map.groupBy(accounts, ({ article }) => article.source);
  // An anchor stands on a page once, whoever repeats the words.
  const taken = new Set(elsewhere);
  return [...bySource].map(([source, own]) => ({
    ...viewOutlet(source, context),
    ...(accounts.length > maxOutletsWithAbout ? { about: null } : {}),
    accounts: own.map((account) => {
      const { claims, quotations } = account;
      const anchors = [
        ...account.article.ids.filter((id) => id !== account.article.id),
        ...claims.flatMap((claim) => listClaimAnchors(claim, context.archive)),
        ...quotations.flatMap((quotation) => listQuotationAnchors(quotation, context.archive)),
      ].filter((anchor) => !taken.has(anchor));
      for (const anchor of anchors) taken.add(anchor);
      return {
        anchor: account.article.id,
        anchors: [...new Set(anchors)],
        title: accounts.length > maxAccountsWithTitle ? null : account.title,
        url: getAccountUrl(event, account, context),
        date: viewAccountDate(account, context).label,
      };
    }),
  }));
}

/** Returns where an account of an event that many tell of stands in full. */
export function getAccountUrl(
  event: NewsEvent,
  account: Account,
  { archive, at }: ViewContext,
): string {
  const page = at.accounts(findAccount(event, account, archive.site.zone));
  const part = findIdPart(page.slice(at.home.length), account.article.id, archive);
  return `${part === null || part.prefix === '' ? page : at.idPart(part)}#${account.article.id}`;
}
