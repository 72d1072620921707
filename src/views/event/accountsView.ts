import type { Account, NewsEvent } from '../../model/archive.ts';
import { listPoints } from '../../model/comparePoints.ts';
import { listStanding } from '../../model/standing.ts';
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
import { listSources, viewOpeningDate, type DateView } from '../cards/eventCard.ts';
import {
  listArticles,
  sayName,
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
import { getDiffering } from '../cards/differing.ts';
import { getMark, getVerdict, type Mark } from '../cards/marks.ts';
import { layPoints, type PointLayout } from './pointLayout.ts';
import { sayCertainty, sayHolders, sayWho, viewLead } from '../cards/telling.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { viewPagePoints, type PointTable } from '../cards/pointsView.ts';
import {
  accountLinesBytes,
  accountsBytes,
  maxAccountsWithTitle,
  maxAnchors,
  maxOutletsWithAbout,
} from '../lists/budgets.ts';

/** An account on one line: source, date and a link to the full text. */
interface AccountLine {
  /** The account's former anchor, kept so that old links still work. */
  readonly anchor: string;
  /** The anchors of what is said in the account and is nowhere else on this page. */
  readonly anchors: readonly string[];
  /** Null if there are too many accounts; the date is the link then. */
  readonly title: string | null;
  readonly url: string;
  readonly date: string;
}

/** A source with its accounts of an event. */
export interface Teller extends OutletView {
  readonly accounts: readonly AccountLine[];
}

/** The content of an event's page, with its accounts, or with a link to them if there are many. */
export interface EventPageView extends EventView {
  readonly mark: Mark;
  /** “Reported by two outlets.” */
  readonly status: string;
  /**
   * The lead account's first sentence with its outlet; null if the event has only one source, whose account
   * is below.
   */
  readonly lead: { readonly sentence: string; readonly source: NamedLink | null } | null;
  /** What each outlet says about whether a disputed event happened, in alphabetical order. */
  readonly stances: readonly Stance[];
  /** What sources say on each point; points on which outlets clash come first. */
  readonly layout: readonly PointLayout[];
  readonly differing: number;
  /** True if outlets differ on a point, and not only those whom they cite. */
  readonly isAmongOutlets: boolean;
  readonly figure: DateFigure | null;
  /** When the event was added, and how often it was corrected. */
  readonly added: string;
  /** Null if the accounts are on this page. */
  readonly elsewhere: { readonly url: string; readonly count: number } | null;
  /** The sources, with a line for each account that is on another page; `accounts` is then empty. */
  readonly tellers: readonly Teller[];
  /** The anchors of claims about the event that are in neither its points nor an account listed here. */
  readonly anchors: readonly string[];
}

/** What an outlet says about whether a disputed event happened. */
interface Stance {
  readonly mark: Mark;
  readonly source: string;
  readonly stance: string;
  readonly title: string;
}

/** The content of a page of one event's accounts. */
export interface AccountsView {
  readonly event: NamedLink;
  readonly date: DateView;
  /** The year, month or day of publication; null if the page has all accounts. */
  readonly label: string | null;
  /** The page of all accounts, if this is a part. */
  readonly whole: string | null;
  readonly parts: readonly PartLink[];
  /** The id parts of a day that has too many accounts for a page. */
  readonly byId: readonly PartLink[];
  readonly accounts: readonly AccountView[];
  /** One line each, if the accounts don't fit; `accounts` is then empty. */
  readonly tellers: readonly Teller[];
  /** True if the page's period no longer has any accounts. */
  readonly isEmptied: boolean;
}

/**
 * Returns the content of an event's page. If many sources tell the event, its points and sources replace the
 * accounts.
 */
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
    // The lines of the accounts have the reasons.
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

/** Removes what the date figure or the links to the next events already say. */
function sayOnce<View extends EventView & { readonly figure: DateFigure | null }>(
  view: View,
  event: NewsEvent,
): View {
  // The figure shows each date; a single account has its own beside it.
  const hasEachDate =
    event.accounts.length === 1 ||
    (view.figure !== null && event.accounts.every(({ when }) => when.date));
  // What the figure or the links below say is earlier or later, the lists don't.
  const ordered = [view.before, view.after].filter((one) => one?.isOrdered);
  const linked = new Set(
    [view.figure?.before, view.figure?.after, ...ordered].map((one) => one?.url),
  );
  const leave = (links: readonly NamedLink[]) => links.filter(({ url }) => !linked.has(url));
  return {
    ...view,
    follows: leave(view.follows),
    followedBy: leave(view.followedBy),
    dateReasons: hasEachDate ? [] : view.dateReasons,
  };
}

/**
 * Returns tellers with a line for each account, or without lines if they don't fit; the accounts' own pages
 * list them then.
 */
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

/** Returns the head of an event's page. */
function viewHead(event: NewsEvent, context: ViewContext) {
  const { pages } = context;
  const outlets = listSources(event);
  const lead = viewLead(event, context);
  const points = listPoints(event);
  const isDisputed = event.certainty === 'disputed';
  const stances = isDisputed ? listStances(event, context) : [];
  const figure = viewDateFigure(event, context);
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
    mark: getMark(getVerdict(event)),
    status: sayStatus(event, context),
    // Else the status or the stances say it.
    heldBy: isDisputed || findHolders(event).size > 0 ? null : sayWho(event, context),
    lead: isDisputed ? { sentence: pages.event.disagree(stances.length), source: null } : told,
    stances,
    layout: layout.some(({ differ, columns }) => differ || columns.length > 1) ? layout : [],
    differing: points.filter(({ differ }) => differ).length,
    isAmongOutlets: points.some((point) => getDiffering(point, context) === 'sources'),
    figure,
    added: pages.event.history(event.ruling?.corrections.length ?? 0),
  };
}

/** Returns the outlets that share the event's certainty; none if an editor overrules all. */
function findHolders({ accounts, certainty }: NewsEvent): ReadonlySet<string> {
  const holding = listStanding(accounts).filter((account) => account.certainty === certainty);
  return new Set(holding.map(({ article }) => article.source));
}

/** Returns how certain the event is, and whose certainty that is: by name if it isn't every outlet's. */
function sayStatus(event: NewsEvent, context: ViewContext): string {
  const { certainty } = event;
  const { event: words } = context.pages;
  if (certainty === 'disputed') return words.noSide;
  const outlets = findHolders(event);
  if (outlets.size === 0) return sayCertainty(event, context);
  const holders = outlets.size < listSources(event).length ? sayHolders(event, context) : null;
  const [only] = outlets.size === 1 ? outlets : [];
  return (
    holders ??
    words.status(
      getVerdict({ certainty, kind: event.kind }),
      outlets.size,
      only === undefined ? null : sayName(linkSource(only, context)),
    )
  );
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

/** Returns whether an event's page shows its points; those of a single speaker are in the account. */
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

/**
 * Returns the content of a page of accounts: all of them, or a line each and links to parts if they don't
 * fit.
 */
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
    date: viewOpeningDate(event, context),
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

/** Groups accounts by source. `elsewhere` holds the anchors that are already on the page. */
function viewTellers(
  event: NewsEvent,
  accounts: readonly Account[],
  elsewhere: ReadonlySet<string>,
  context: ViewContext,
): Teller[] {
  const bySource = Map.groupBy(accounts, ({ article }) => article.source);
  // An anchor may appear only once on a page, even if several speakers repeat the words.
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

/** Returns the address of an account's full text, for an event with many accounts. */
export function getAccountUrl(
  event: NewsEvent,
  account: Account,
  { archive, at }: ViewContext,
): string {
  const page = at.accounts(findAccount(event, account, archive.site.zone));
  const part = findIdPart(archive, page.slice(at.home.length), account.article.id);
  return `${part === null || part.prefix === '' ? page : at.idPart(part)}#${account.article.id}`;
}
