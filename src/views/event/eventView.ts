import type { Account, Actor, Archive, Article, NewsEvent } from '../../model/archive.ts';
import type { Reasons } from '../../model/drafts.ts';
import type { ActorId, EventId } from '../../model/ids.ts';
import { listPoints } from '../../model/comparePoints.ts';
import { defineQuery } from '../../model/tracedArchive.ts';
import { compareToEvent } from '../../model/dateFit.ts';
import { isAhead, isDone } from '../../model/mergeAccounts.ts';
import { readDateline } from '../../model/printedDate.ts';
import { isDayKnown } from '../../model/publication.ts';
import { listStanding } from '../../model/standing.ts';
import { getSingleDay } from '../../model/dates/dateRanges.ts';
import { dateToSpans } from '../../model/dates/dateSpans.ts';
import { splitDay, type DayNumber } from '../../model/dates/dayRanges.ts';
import type { EdtfDate } from '../../model/dates/edtfDate.ts';
import type { Span } from '../../model/dates/spans.ts';
import { momentToDay } from '../../model/dates/zoneClock.ts';
import {
  type NamedLink,
  type ViewContext,
  createTeller,
  linkActor,
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  nameAccount,
  titleEvent,
} from '../page/context.ts';
import { boundLabel, dateLabel, exactDatetime, labelDate, labelDay } from '../dates/dateLabel.ts';
import {
  getSide,
  listSources,
  listWitnesses,
  viewOpeningDate,
  type DateView,
} from '../cards/eventCard.ts';
import { getDifferingAccounts } from '../cards/differing.ts';
import { isolate, markForeign, type ForeignText } from '../page/foreign.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import type { Relation } from '../lists/idLists.ts';
import { maxLinks, maxNeighbourActors } from '../lists/budgets.ts';
import { getMark, getVerdict, type Mark } from '../cards/marks.ts';
import { renderAccount, renderText, type ClaimElsewhere } from '../prose/passages.ts';
import { viewPoints, type PointTable } from '../cards/pointsView.ts';
import { viewShortDate } from '../dates/shortDate.ts';
import type { DateWords } from '../words/words.ts';
import { sayCertainty, sayWho, viewTelling, type Telling } from '../cards/telling.ts';

export interface AccountView {
  readonly anchor: string;
  /** Former anchors, from former ids of the article. */
  readonly formerAnchors: readonly string[];
  /** The permanent address on the event's page, wherever the account is now. */
  readonly permalink: string;
  readonly source: NamedLink;
  readonly article: NamedLink;
  readonly byline: ForeignText | null;
  readonly published: string;
  readonly title: string;
  readonly date: DateView;
  /** The account's place, if it differs from the event's. */
  readonly place: NamedLink | null;
  readonly words: string | null;
  readonly known: readonly string[];
  readonly record: readonly string[];
  readonly certainty: string;
  readonly mark: Mark;
  /** The certainty in one word. */
  readonly stance: string;
  readonly html: string;
}

export interface EventView {
  readonly history: HistoryView;
  readonly id: string;
  readonly title: string;
  readonly date: DateView;
  readonly dateNote: string;
  /** A note if the times differ. */
  readonly timesDiffer: string | null;
  /** What each account says of the date, and why: the content of the date note. */
  readonly dateReasons: readonly string[];
  readonly certainty: string;
  /** Who says how certain it is; null if only one source tells it. */
  readonly heldBy: string | null;
  /** The sentences that can stand alone above the accounts; null if one source's account is all there is. */
  readonly telling: Telling | null;
  readonly place: NamedLink | null;
  /** The label of differing places. */
  readonly placesDiffer: string;
  readonly differingPlaces: readonly NamedLink[];
  readonly actors: readonly NamedLink[];
  readonly mentioned: readonly NamedLink[];
  readonly accounts: readonly AccountView[];
  readonly points: PointTable;
  readonly ground: readonly string[];
  /** The editor's reasons, by what each explains, and for what stays open. */
  readonly reasons: Reasons;
  readonly why: string | null;
  readonly unknown: readonly string[];
  readonly partOf: NamedLink | null;
  readonly parts: readonly NamedLink[];
  /** Events that an account puts before this one, and those put after it. */
  readonly follows: readonly NamedLink[];
  readonly followedBy: readonly NamedLink[];
  /** How many more of each there are, and the page that lists all links. */
  readonly more: Readonly<Record<Relation, number>>;
  readonly allLinks: string;
  /** For an event that was ahead: a note that no source reports it as done. */
  readonly notDone: string | null;
  /** The sources of the accounts, each with a line on what it is. */
  readonly sources: readonly OutletView[];
  /** Sources without an account of the event whose articles make a claim about it. */
  readonly alsoSpeak: readonly OutletView[];
  /** For each of the first actors, the actor's events before and after this one. */
  readonly ofActors: readonly {
    readonly actor: NamedLink;
    readonly before: NamedLink | null;
    readonly after: NamedLink | null;
  }[];
  readonly before: NeighbourView | null;
  readonly after: NeighbourView | null;
}

/** A source with a line on what it is. */
export interface OutletView extends NamedLink {
  readonly about: string | null;
}

/** The previous or next event on the timeline. */
interface NeighbourView extends NamedLink {
  /**
   * “Previous” or “Next” on the timeline, with the date, which don't say what happened first, as that may be
   * unknown; “Earlier” or “Later” if accounts say so of both.
   */
  readonly label: string;
  readonly isOrdered: boolean;
}

/** Returns the content of an event's page: facts and their basis, accounts, points, and neighbouring events. */
export function viewEvent(
  event: NewsEvent,
  context: ViewContext,
  permalinks: 'linked' | 'bare' = 'linked',
): EventView {
  const tell = createTeller(listArticles(event), context);
  return {
    id: event.id,
    title: titleEvent(event, context),
    date: viewOpeningDate(event, context),
    dateNote: noteDate(event, context),
    dateReasons: listDateReasons(event, context),
    timesDiffer: event.timesDiffer
      ? context.pages.event.timesDiffer[getDifferingAccounts(event, context)]
      : null,
    certainty: sayCertainty(event, context),
    heldBy: sayWho(event, context),
    telling:
      event.accounts.length > 1 || event.summary !== null || event.certainty === 'disputed'
        ? viewTelling(event, context)
        : null,
    place: event.place && linkPlace(event.place, context),
    placesDiffer: context.pages.event.placesDiffer(getDifferingAccounts(event, context)),
    differingPlaces: event.place ? [] : takeLinks(event.places).map((id) => linkPlace(id, context)),
    actors: takeLinks(event.actors).map((id) => linkActor(id, context)),
    mentioned: takeLinks(event.mentioned).map((id) => linkActor(id, context)),
    accounts: event.accounts.map((account) => viewAccount(account, context, permalinks)),
    points: viewPoints(listPoints(event), context, { tell }),
    ground: noteGround(event, context),
    reasons: event.ruling?.reasons ?? {},
    why: event.ruling?.why ?? null,
    unknown: event.ruling?.unknown ?? [],
    history: viewHistory(event.ruling, context),
    ...linkRelated(event, context),
    more: {
      actors: countLeft(event.actors),
      mentioned: countLeft(event.mentioned),
      parts: countLeft(event.parts),
      follows: countLeft(event.follows),
      followedBy: countLeft(event.followedBy),
    },
    allLinks: context.at.idPart({ folder: `events/${event.id}/`, prefix: '' }),
    notDone: isAhead(event.certainty) ? context.pages.event.notDone : null,
    sources: listAllSources(event).map((id) => viewOutlet(id, context)),
    alsoSpeak: takeLinks(listAlsoSpeaking(event, context)).map((id) => viewOutlet(id, context)),
    ...viewNeighbours(event, context),
  };
}

/** Returns the basis of the date of a single account, or the date that each account states. */
function listDateReasons(event: NewsEvent, context: ViewContext): EventView['dateReasons'] {
  if (event.accounts.length === 1 && event.origin.type === 'accounts')
    return event.accounts.flatMap((account) => noteBasis(account, context));
  return listStanding(event.accounts).map((account) =>
    context.pages.dating.account(
      nameAccount(account, event.accounts, context),
      viewAccountDate(account, context).label,
    ),
  );
}

/** Returns links to the event that this one is part of, to its parts, and to those that follow or precede it. */
function linkRelated(
  event: NewsEvent,
  context: ViewContext,
): Pick<EventView, 'partOf' | 'parts' | 'follows' | 'followedBy'> {
  const link = (id: string) => linkEvent(id, context);
  return {
    partOf: event.partOf && link(event.partOf),
    parts: takeLinks(event.parts).map(link),
    follows: takeLinks(event.follows).map(link),
    followedBy: takeLinks(event.followedBy).map(link),
  };
}

/** Returns the events before and after this one, on the timeline and for each of its first actors. */
function viewNeighbours(
  event: NewsEvent,
  context: ViewContext,
): Pick<EventView, 'ofActors' | 'before' | 'after'> {
  const { before, after, ofActors } = findNeighbours(context.archive, event.id);
  // One pair of words: an account has to put both in order.
  const isOrdered =
    (!before || event.follows.includes(before.id)) &&
    (!after || event.followedBy.includes(after.id));
  const link = (id: string | null) => (id === null ? null : linkEvent(id, context));
  return {
    ofActors: ofActors.map((own) => ({
      actor: linkActor(own.actor, context),
      before: link(own.before),
      after: link(own.after),
    })),
    before: before ? viewNeighbour(before, isOrdered ? 'follows' : 'previous', context) : null,
    after: after ? viewNeighbour(after, isOrdered ? 'followedBy' : 'next', context) : null,
  };
}

function takeLinks<Id>(ids: readonly Id[]): readonly Id[] {
  return ids.slice(0, maxLinks);
}

function countLeft(ids: readonly string[]): number {
  return Math.max(0, ids.length - maxLinks);
}

/**
 * Returns the articles on an event's page: those with an account, and those with a claim on one of its
 * points.
 */
export function listArticles(event: NewsEvent): string[] {
  return [
    ...event.accounts.map(({ article }) => article.id),
    ...listPoints(event).flatMap(({ claims }) => claims.map(({ article }) => article)),
  ];
}

/** Returns an article's byline, marked if it is foreign. */
export function viewByline({ by, language }: Article, context: ViewContext): ForeignText | null {
  return by === null ? null : markForeign(by, language, context);
}

/** Returns the date of an article, short if it is a day. */
function labelPublished({ published }: Article, dates: DateWords): string {
  const day = isDayKnown({ published }) ? getSingleDay(published) : undefined;
  return day === undefined
    ? labelDate(published, dates)
    : dates.short.day(splitDay(day), null, true);
}

/** Returns an account for the page of its event or article. */
export function viewAccount(
  account: Account,
  context: ViewContext,
  permalinks: 'linked' | 'bare' = 'linked',
): AccountView {
  const { article } = account;
  return {
    anchor: article.id,
    formerAnchors: article.ids.filter((id) => id !== article.id),
    permalink: `${context.at.event(account.event)}#${article.id}`,
    source: linkSource(article.source, context),
    article: linkArticle(article.id, context),
    byline: viewByline(article, context),
    published: labelPublished(article, context.dates),
    title: account.title,
    date: viewAccountDate(account, context),
    place:
      account.place && account.place !== context.archive.eventById.get(account.event)?.place
        ? linkPlace(account.place, context)
        : null,
    words: account.words,
    known: noteBasis(account, context),
    record: account.record,
    certainty: [
      ...sayRetracted(article, context),
      context.certainties[getVerdict(account)].sentence,
    ].join(' '),
    mark: getMark(getVerdict(account)),
    stance: context.certainties[getVerdict(account)].name,
    html:
      permalinks === 'bare'
        ? renderText(account.text, context, account.event, 1, permalinks)
        : renderAccount(account.text, context, account.event, 1, listElsewhere(account, context)),
  };
}

/** Returns the claims about an account's event that its article makes under another event. */
function listElsewhere(account: Account, { archive }: ViewContext): readonly ClaimElsewhere[] {
  const event = archive.eventById.get(account.event);
  const claims = event?.points.flatMap((point) => point.claims) ?? [];
  return claims.flatMap((claim) => {
    if (claim.article !== account.article.id || account.claims.includes(claim)) return [];
    const under = account.article.events.find((id) =>
      archive.eventById
        .get(id)
        ?.accounts.some(
          (other) => other.article === account.article && other.claims.includes(claim),
        ),
    );
    return under === undefined ? [] : [{ claim, under }];
  });
}

/** The events next to an event: on the timeline, and among the events of its first actors. */
interface Neighbours {
  readonly before: NewsEvent | undefined;
  readonly after: NewsEvent | undefined;
  /** By id; only actors with another event before or after. */
  readonly ofActors: readonly {
    readonly actor: ActorId;
    readonly before: EventId | null;
    readonly after: EventId | null;
  }[];
}

/** Returns the events next to an event of an archive. */
const findNeighbours = defineQuery('neighbours', (archive, id: string): Neighbours => {
  const event = archive.eventById.get(id);
  if (!event) return { before: undefined, after: undefined, ofActors: [] };
  return {
    before: findNeighbour(event, -1, archive),
    after: findNeighbour(event, 1, archive),
    ofActors: event.actors.slice(0, maxNeighbourActors).flatMap((actor) => {
      const own = archive.actorById.get(actor);
      const index = own && findPlaces(own.events).get(event.id);
      if (index === undefined) return [];
      const [before = null, after = null] = [own?.events[index - 1], own?.events[index + 1]];
      return before === null && after === null ? [] : [{ actor, before, after }];
    }),
  };
});

/** Returns the next event in a direction. Past events link to past events, future ones to future ones. */
function findNeighbour(event: NewsEvent, step: 1 | -1, { events }: Archive): NewsEvent | undefined {
  const ahead = isAhead(event.certainty);
  for (let index = event.position + step; ; index += step) {
    const other = events[index];
    if (!other || isAhead(other.certainty) === ahead) return other;
  }
}

// Cached: every event of a busy actor needs it.
const placesIn = new WeakMap<Actor['events'], ReadonlyMap<EventId, number>>();

function findPlaces(events: Actor['events']): ReadonlyMap<EventId, number> {
  const known = placesIn.get(events) ?? new Map(events.map((id, index) => [id, index]));
  placesIn.set(events, known);
  return known;
}

/** Returns a source with a line on what it is. */
export function viewOutlet(id: string, context: ViewContext): OutletView {
  const about = context.archive.sourceById.get(id)?.about ?? null;
  return { ...linkSource(id, context), about };
}

/** The sources of all accounts on the page, including retracted ones. */
function listAllSources({ accounts }: NewsEvent): string[] {
  return [...new Set(accounts.map(({ article }) => article.source))];
}

function listAlsoSpeaking(event: NewsEvent, { archive }: ViewContext): string[] {
  const telling = new Set<string>(listAllSources(event));
  const speaking = event.points.flatMap(({ claims }) =>
    claims.map(({ article }) => archive.articleById.get(article)?.source ?? ''),
  );
  return [...new Set<string>(speaking)].filter((id) => !telling.has(id));
}

function viewNeighbour(
  neighbour: NewsEvent,
  which: 'previous' | 'next' | 'follows' | 'followedBy',
  context: ViewContext,
): NeighbourView {
  const words = context.pages.event;
  const { label: date } = viewShortDate(neighbour, null, context);
  return {
    ...linkEvent(neighbour.id, context),
    label: words.apart(words[which], date),
    isOrdered: which === 'follows' || which === 'followedBy',
  };
}

/** Returns an account's date in words, based on its publication if it gives none. */
export function viewAccountDate(account: Account, context: ViewContext): DateView {
  const { archive, dates } = context;
  if (!account.when.date)
    return {
      label:
        account.certainty === 'denied'
          ? dates.undated
          : boundLabel(account.article.published, isAhead(account.certainty), dates),
      datetime: null,
    };
  const place =
    account.place === null ? null : (archive.placeById.get(account.place)?.name ?? null);
  return {
    label: dateLabel(account.when, archive.site.zone, dates, place),
    datetime: exactDatetime(account.when),
  };
}

/** Returns the note that an account's article was retracted, and why. */
function sayRetracted({ retracted }: Article, context: ViewContext): string[] {
  if (retracted === null) return [];
  const { history } = context.pages;
  const day = labelDay(retracted.date, context.dates);
  return [
    `${history.retracted} ${history.on} ${day}${context.pages.joints.colon}${retracted.reason}`,
  ];
}

/** Returns the basis of an account's date; for an `article`, also that of its publication day. */
export function noteBasis(
  { basis, when, why, article }: Account,
  context: ViewContext,
  of: 'article' | 'account' = 'article',
): string[] {
  const words = context.pages.basis;
  const notes = {
    stated: when.date ? [words.stated] : [],
    reckoned: when.date ? [words.reckoned(labelDate(article.published, context.dates))] : [],
    record: [words.record],
    estimate: [words.estimate],
  }[basis];
  // A date derived from an article's day is no more certain than that day.
  const own =
    of === 'account' || basis === 'record' || article.dating === null
      ? []
      : [
          ...(article.dateline !== null && readDateline(article) !== 'none'
            ? [words.printed(article.dateline)]
            : []),
          article.dating,
        ];
  return [...notes, ...(why ? [why] : []), ...own];
}

function noteDate(event: NewsEvent, context: ViewContext): string {
  const words = context.pages.dating;
  switch (event.origin.type) {
    case 'ruling':
      return words.ruling;
    case 'disputed':
      return words.disputed[getDifferingAccounts(event, context)];
    case 'accounts':
      return noteAccounts(event, event.origin.articles, context);
  }
}

/** Returns whose date the event has and which accounts it doesn't fit. Each note holds for every account. */
function noteAccounts(event: NewsEvent, articles: readonly string[], context: ViewContext): string {
  const words = context.pages.dating;
  const name = (account: Account) => nameAccount(account, event.accounts, context);
  const nameAll = (accounts: readonly Account[]) => [...new Set(accounts.map(name))];
  const standing = listStanding(event.accounts);
  const [only, ...more] = standing;
  const { record, estimate } = context.pages.basis;
  if (only && more.length === 0) {
    // What an editor looked up or estimated is not from the source.
    if (only.basis === 'record') return record;
    return only.basis === 'estimate' ? estimate : words.onlyAccount(name(only));
  }
  const apart = standing.filter((account) => compareToEvent(account, event) !== 'fits');
  const own = standing.filter(({ article }) => articles.includes(article.id));
  if (apart.length === 0 && own.length === standing.length) return words.together;
  if (apart.length === 0 && own.every(({ basis }) => basis === 'record')) return record;
  const isPlan = ({ certainty }: Account) => isAhead(certainty) && !isAhead(event.certainty);
  const unfit = nameAll(apart.filter((account) => !isPlan(account) && account.when.date !== null));
  return words.from(nameAll(own), [
    ...(apart.length === 0 ? [words.consistent] : []),
    ...(unfit.length > 0 ? [words.doesNotFit(unfit)] : []),
    ...apart.filter(isPlan).map((account) => {
      const fit = compareToEvent(account, event);
      return words.planned(name(account), fit === 'fits' ? 'other' : fit);
    }),
  ]);
}

/** When an article reported an event as done. */
interface Report {
  readonly source: string;
  readonly date: EdtfDate;
  /** Null if its day is unknown. */
  readonly day: DayNumber | null;
  readonly from: number;
  readonly to: number;
}

/** Returns when an article reported its event: at its last change if it was published before the event. */
function getReport({ article, when }: Account, { archive }: ViewContext): Report {
  const { zone } = archive.site;
  const { source, published, updated } = article;
  const happened = when.spans[0]?.from ?? -Infinity;
  const isByUpdate = updated && happened >= getEnd(dateToSpans(published, null, zone));
  const date = isByUpdate ? updated : published;
  const spans = dateToSpans(date, null, zone);
  const from = spans[0]?.from ?? -Infinity;
  const day = isDayKnown({ published: date }) ? momentToDay(from, zone) : null;
  return { source, date, day, from, to: getEnd(spans) };
}

function getEnd(spans: readonly Span[]): number {
  return spans.at(-1)?.to ?? Infinity;
}

/** Returns the reports that may be the first: all those of the same day, unless the first has an hour. */
function listFirst(reports: readonly Report[]): readonly Report[] {
  const known = reports.filter(({ day }) => day !== null).sort((a, b) => a.from - b.from);
  const [first] = known;
  const hasHour = first?.date.type === 'single' && first.date.clock !== null;
  return known.filter(({ day, from }) => (hasHour ? from === first.from : day === first?.day));
}

/** Returns what the page says about its evidence: how many tell the event, from which sides, since when. */
function noteGround(event: NewsEvent, context: ViewContext): string[] {
  const words = context.pages.ground;
  // A statement is one side's by nature.
  const side = event.kind === 'act' ? getSide(event, context) : null;
  // Announcing or denying an event isn't reporting it, and an unknown day can't be the first.
  const reports = listStanding(event.accounts)
    .filter(({ certainty }) => isDone(certainty))
    .map((account) => getReport(account, context));
  const first = listFirst(reports);
  const firstDate = first[0] && labelDate(first[0].date, context.dates);
  const firstSources = first.map(({ source }) => source);
  // If these are all the sources, don't name them again.
  const isEveryone =
    firstSources.length > 1 && new Set(firstSources).size === listSources(event).length;
  const perhapsEarlier = reports
    .filter(({ day, from }) => day === null && first[0] && from < first[0].to)
    .map(({ source }) => source);
  const retracted = event.accounts
    .filter(({ article }) => article.retracted !== null)
    .map(({ article }) => article.source);
  const [added] = event.accounts.map(({ article }) => article.added).sort();
  return [
    countSources(event, context),
    ...(side === null ? [] : [words.oneSide(side)]),
    ...(firstDate
      ? [words.firstReported(firstDate, isEveryone ? [] : nameSources(firstSources, context))]
      : []),
    ...(perhapsEarlier.length > 0 ? [words.dayNotKnown(nameSources(perhapsEarlier, context))] : []),
    ...(retracted.length > 0 ? [words.retracted(nameSources(retracted, context))] : []),
    ...(added ? [words.added(labelDay(added, context.dates))] : []),
  ];
}

function countSources(event: NewsEvent, { pages: { ground } }: ViewContext): string {
  const articles = listStanding(event.accounts).length;
  const sources = listSources(event).length;
  const witnesses = listWitnesses(event).length;
  if (witnesses === 1 && sources > 1) return ground.retold;
  if (sources === 1) return articles === 1 ? ground.oneArticle : ground.oneSource(articles);
  return witnesses === sources
    ? ground.independent(articles, sources)
    : ground.partlyIndependent(articles, sources, witnesses);
}

function nameSources(ids: readonly string[], context: ViewContext): string[] {
  return [...new Set(ids)].map((id) => sayName(linkSource(id, context)));
}

/** Returns a name for use in a plain sentence. */
export function sayName({ name, lang }: NamedLink): string {
  return isolate(name, lang);
}
