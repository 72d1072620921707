import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Actor, NewsEvent, PageHistory } from '../../model/archive.ts';
import { compare } from '../../model/lists.ts';
import type { PageKind } from '../../model/pageIds.ts';
import type { DependencyKey } from '../../model/fingerprints.ts';
import { createAddresses } from '../page/addresses.ts';
import { printTag } from '../page/authority.ts';
import {
  countChanges,
  getAdded,
  getArchiveChanged,
  latest,
  listChanges,
  listMended,
  stampChanges,
} from '../history/changes.ts';
import type { NamedLink, ViewContext } from '../page/context.ts';
import { titleWithDoubts, viewEventCard } from '../cards/eventCard.ts';
import { viewEvent, type AccountView, type EventView } from '../event/eventView.ts';
import { isolate } from '../page/foreign.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import type { PointTable } from '../cards/pointsView.ts';
import { getFirstId } from '../page/eventIds.ts';
import { renderNodes } from '../page/proseHtml.ts';
import { getEventDependencies } from '../dependencies.ts';
import { maxActorFeedEntries, maxFeedEntries } from '../lists/budgets.ts';

/** The feed of the site or of one actor. All addresses are absolute. */
export interface FeedView {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  /** The site, as author. */
  readonly author: string;
  /** The page that the feed follows. */
  readonly page: string;
  readonly atom: string;
  readonly json: string;
  /** A permanent `tag:` URI: it stays when the page is renamed or the site moves. */
  readonly id: string;
  /** The moment (ISO 8601, UTC) that stands for the newest change. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

/** A page that was added or corrected, with its full text. */
export interface FeedEntry {
  /** The `tag:` URI of the page, based on its first id. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  /**
   * The moments that stand for the day it was added (null if the content has none) and the day of its last
   * change.
   */
  readonly published: string | null;
  readonly updated: string;
  readonly summary: string;
  readonly html: string;
  readonly actors: readonly NamedLink[];
}

/** The feeds of a site. Each is created on demand; an event in several feeds is rendered once. */
export interface Feeds {
  ofSite(): FeedView;
  /** Returns the dependencies of the site's feed. */
  getSiteDependencies(): readonly DependencyKey[];
  ofActor(actor: Actor): FeedView;
  /**
   * Returns the day that an actor's empty feed borrows from the whole archive; null if the feed has entries.
   */
  getBorrowedDay(actor: Actor): string | null;
}

/** A page that a feed may list, and how to render it. */
interface Change {
  readonly url: string;
  readonly updated: string;
  /** The position among the events; other pages come after them. */
  readonly position: number;
  readonly dependencies: () => readonly DependencyKey[];
  readonly print: () => FeedEntry;
}

/** Returns the feeds of the site and of its actors. */
export function openFeeds(outer: ViewContext): Feeds {
  const { archive, pages } = outer;
  // Feeds are read elsewhere, so their addresses need the origin.
  const context = { ...outer, at: createAddresses(outer.at.absolute(outer.at.home)) };
  const { at } = context;
  const tag = (path: string) => printTag(context.authority, path);

  const printed = new Map<string, FeedEntry>();
  const printOnce = (url: string, print: () => FeedEntry): FeedEntry => {
    const entry = printed.get(url) ?? print();
    printed.set(url, entry);
    return entry;
  };
  const ofEvent = (event: NewsEvent): Change[] => {
    const updated = stampChanges(listChanges(event));
    if (updated === null) return [];
    const url = at.event(event.id);
    const id = tag(`/events/${getFirstId(event)}`);
    const print = () => printOnce(url, () => printEvent(event, { id, updated }, context));
    const dependencies = () => getEventDependencies(event, context);
    return [{ url, updated, position: event.position, dependencies, print }];
  };
  const ofPage = (kind: PageKind, page: PageHistory & { id: string }, name: string): Change[] => {
    const updated = stampChanges(listMended(page));
    if (updated === null) return [];
    const url = at[kind](page.id);
    const id = tag(`/${kind}s/${page.ids[0] ?? page.id}`);
    const print = () =>
      printOnce(url, () => printMended({ id, url, name, updated }, page, context));
    const { corrections, retracted } = page;
    const dependencies = (): DependencyKey[] => [
      `=${JSON.stringify([id, url, name, corrections, retracted])}`,
    ];
    return [{ url, updated, position: -1, dependencies, print }];
  };
  const takeLast = (changes: readonly Change[], max: number) =>
    [...changes].sort(compareChanges).slice(0, max);
  const print = (changes: readonly Change[]) => changes.map((change) => change.print());
  const head = (path: string) => ({
    language: archive.site.language,
    author: archive.site.title,
    atom: at.file(`${path}feed.xml`),
    json: at.file(`${path}feed.json`),
  });

  // Computed once, however many feeds are empty.
  let whole: string | undefined;
  const getWhole = () =>
    (whole ??= stampChanges([getArchiveChanged(archive) ?? dayWithoutContent]) ?? '');
  const ofActor = (actor: Actor): Change[] => [
    ...actor.events.flatMap((id) => archive.eventById.get(id) ?? []).flatMap(ofEvent),
    ...ofPage('actor', actor, actor.name),
  ];

  const hasEntries = (actor: Actor) =>
    listMended(actor).length > 0 ||
    actor.events.some((id) => {
      const event = archive.eventById.get(id);
      return event !== undefined && listChanges(event).length > 0;
    });
  // Both feeds of the site have the same entries.
  let lastOfSite: readonly Change[] | undefined;
  const ofSite = () =>
    (lastOfSite ??= takeLast(
      [
        ...archive.events.flatMap(ofEvent),
        ...archive.retracted.flatMap((event) => ofPage('event', event, event.title)),
        ...archive.articles.flatMap((article) => ofPage('article', article, article.title)),
        ...archive.actors.flatMap((actor) => ofPage('actor', actor, actor.name)),
        ...archive.sources.flatMap((source) => ofPage('source', source, source.name)),
        ...archive.places.flatMap((place) => ofPage('place', place, place.name)),
      ],
      maxFeedEntries,
    ));

  return {
    getBorrowedDay: (actor) => (hasEntries(actor) ? null : getWhole()),
    getSiteDependencies: () => [
      ...ofSite().flatMap(({ dependencies }) => dependencies()),
      `=${ofSite().length === 0 ? getWhole() : ''}`,
    ],
    ofSite: () => {
      const entries = print(ofSite());
      const { title, tagline } = archive.site;
      return {
        ...head(''),
        title,
        about: [tagline, pages.follow.aboutSite(title)].filter((text) => text !== null).join(' '),
        page: at.home,
        id: tag('/feed'),
        updated: getNewest(entries) ?? getWhole(),
        entries,
      };
    },
    ofActor: (actor) => {
      const entries = print(takeLast(ofActor(actor), maxActorFeedEntries));
      return {
        ...head(`actors/${actor.id}/`),
        title: pages.follow.ofActor(actor.name, archive.site.title),
        about: pages.follow.aboutActor(actor.name),
        page: at.actor(actor.id),
        id: tag(`/actors/${actor.ids[0] ?? actor.id}/feed`),
        updated: getNewest(entries) ?? getWhole(),
        entries,
      };
    },
  };
}

/** Counts each entry as a change: two on one day are two changes of the feed. */
function getNewest(entries: readonly FeedEntry[]): string | null {
  const newest = latest(entries.map(({ updated }) => updated));
  if (newest === null) return null;
  const day = newest.slice(0, 10);
  return stampChanges(
    entries.flatMap(({ updated }) =>
      updated.startsWith(day) ? Array.from({ length: countChanges(updated) }, () => day) : [],
    ),
  );
}

/** A feed must have an updated date, even if nothing in the site has one yet. */
const dayWithoutContent = '1970-01-01';

/** Orders by last change, newest first; within a day by the timeline, latest first, then by address. */
function compareChanges(a: Change, b: Change): number {
  const getDay = ({ updated }: Change) => updated.slice(0, 10);
  return compare(getDay(b), getDay(a)) || b.position - a.position || compare(a.url, b.url);
}

function printEvent(
  event: NewsEvent,
  { id, updated }: { id: string; updated: string },
  context: ViewContext,
): FeedEntry {
  const { follow } = context.pages;
  const view = viewEvent(event, context, 'bare');
  const card = viewEventCard(event, context);
  const title = titleWithDoubts(event, context);
  const { retracted } = view.history;
  return {
    id,
    url: card.url,
    title: retracted ? follow.retracted(title) : title,
    published: stampFirst(getAdded(event)),
    updated,
    summary: `${follow.dated(view.date.label)} ${card.summary}`.trim(),
    html: eventToHtml(view, context),
    actors: view.actors,
  };
}

/** Returns the first moment of a day; other changes of the day come after it. */
function stampFirst(day: string | null): string | null {
  return day === null ? null : stampChanges([day]);
}

function printMended(
  { id, url, name, updated }: { id: string; url: string; name: string; updated: string },
  page: PageHistory,
  context: ViewContext,
): FeedEntry {
  const { follow } = context.pages;
  const history = viewHistory(page, context);
  const [first] = listMended(page).sort();
  return {
    id,
    url,
    title: page.retracted ? follow.retracted(name) : follow.corrected(name),
    published: stampFirst(first ?? null) ?? updated,
    updated,
    summary: [history.retracted, ...history.corrections]
      .flatMap((one) => (one ? [`${one.date.label}: ${one.reason}`] : []))
      .join(' '),
    html: print(
      [
        h('p', [`${follow.correctedPage(name)} `, h('a', { href: url }, url)]),
        ...historyToHtml(history, context),
      ],
      context,
    ),
    actors: [],
  };
}

function eventToHtml(view: EventView, context: ViewContext): string {
  const { event: words, follow } = context.pages;
  const places = view.place ? [view.place] : view.differingPlaces;
  return [
    print(
      [
        ...historyToHtml({ ...view.history, corrections: [] }, context),
        h('p', [
          h('strong', follow.dated(view.date.label)),
          ` ${[view.certainty, view.heldBy, view.reasons.certainty, view.dateNote, view.reasons.date, view.reasons.time].filter((words) => words).join(' ')}`,
        ]),
        ...(view.notDone === null ? [] : [h('p', view.notDone)]),
        ...(view.timesDiffer === null ? [] : [h('p', view.timesDiffer)]),
        ...[view.reasons.title, view.reasons.summary].flatMap((why) => (why ? [h('p', why)] : [])),
        ...namesToHtml(
          view.place
            ? words.where
            : `${words.where}${context.pages.joints.colon}${view.placesDiffer}`,
          places,
          context,
        ),
        ...(view.reasons.place ? [h('p', view.reasons.place)] : []),
        ...namesToHtml(words.involved, view.actors, context),
        ...(view.reasons.actors ? [h('p', view.reasons.actors)] : []),
      ],
      context,
    ),
    ...view.accounts.flatMap((account) => [
      print(accountToHtml(account, context), context),
      account.html,
    ]),
    print(
      [
        ...pointsToHtml(view.points, context),
        ...listToHtml(words.unknown, view.unknown),
        ...(view.why === null ? [] : [h('p', view.why)]),
        ...historyToHtml({ ...view.history, retracted: null }, context),
        h('p', view.ground.join(' ')),
      ],
      context,
    ),
  ]
    .filter((html) => html !== '')
    .join('\n');
}

function accountToHtml(account: AccountView, { pages }: ViewContext): ElementContent[] {
  const { comma, colon } = pages.joints;
  const said = account.words === null ? '' : `${comma}${pages.follow.ownWords(account.words)}`;
  return [
    h('h3', [
      ...foreignToHtml(account.source.name, account.source.lang),
      colon,
      h(
        'a',
        { href: account.article.url },
        foreignToHtml(account.article.name, account.article.lang),
      ),
      account.article.translation
        ? ` – ${pages.article.translated(account.article.translation)}`
        : '',
      `${comma}${account.published}`,
    ]),
    h('p', [
      h('strong', account.title),
      `. ${pages.follow.when}${colon}${account.date.label}${said}. ${account.certainty}`,
    ]),
  ];
}

function foreignToHtml(text: string, lang: NamedLink['lang']): ElementContent[] {
  return lang === undefined
    ? [{ type: 'text', value: text }]
    : [h('bdi', lang === null ? {} : { lang }, text)];
}

function pointsToHtml({ columns, rows }: PointTable, { pages }: ViewContext): ElementContent[] {
  if (rows.length === 0) return [];
  const { points, follow, statements } = pages;
  return [
    h('h3', pages.event.agree),
    h(
      'ul',
      rows.map(({ on, about, differ, oneSide, cells }) => {
        const marks = [
          ...(differ ? [points.differ[differ]] : []),
          ...(oneSide === null ? [] : [points.oneSide(oneSide)]),
        ];
        return h('li', [
          h(
            'strong',
            follow.withDoubts(about ? `${on}${pages.joints.comma}${about.name}` : on, marks),
          ),
          h(
            'ul',
            cells.flatMap((claims, index) =>
              claims.map(({ as, answer, says, url, source, withdrawn }) => {
                const speaker = follow.withDoubts(columns[index]?.name ?? '', as ? [as] : []);
                const text = answer === null ? says : statements.answered(answer, says);
                return h('li', [
                  `${follow.says(speaker, text)} `,
                  h('a', { href: url }, statements.inSource(isolate(source.name, source.lang))),
                  withdrawn === null ? '' : ` ${statements.withdrawn(withdrawn)}`,
                ]);
              }),
            ),
          ),
        ]);
      }),
    ),
  ];
}

function historyToHtml(
  { retracted, corrections }: HistoryView,
  { pages }: ViewContext,
): ElementContent[] {
  const words = pages.history;
  return [
    ...(retracted
      ? [
          h('p', [
            h(
              'strong',
              `${words.retracted} ${words.on} ${retracted.date.label}${pages.joints.colon}`,
            ),
            retracted.reason,
          ]),
        ]
      : []),
    ...listToHtml(
      words.corrections,
      corrections.map(({ date, reason }) => `${date.label}: ${reason}`),
    ),
  ];
}

function listToHtml(title: string, items: readonly string[]): ElementContent[] {
  if (items.length === 0) return [];
  return [
    h('h3', title),
    h(
      'ul',
      items.map((item) => h('li', item)),
    ),
  ];
}

function namesToHtml(
  label: string,
  names: readonly NamedLink[],
  { pages: { joints } }: ViewContext,
): ElementContent[] {
  if (names.length === 0) return [];
  const links = names.flatMap(({ name, url }, index) => [
    ...(index === 0 ? [] : [joints.comma]),
    h('a', { href: url }, name),
  ]);
  return [h('p', [`${label.replace(/\s*:$/u, '')}${joints.colon}`, ...links])];
}

function print(nodes: readonly ElementContent[], { at }: ViewContext): string {
  return renderNodes(nodes, at);
}
