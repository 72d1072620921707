import {
  viewArticles,
  viewSections,
  type ArticleAccount,
  type ArticleLine,
} from '../article/articleView.ts';
import {
  linkActor,
  linkArticle,
  linkEvent,
  linkPlace,
  linkSource,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { viewNaming } from '../cards/eventCard.ts';
import { viewAccount, type AccountView } from '../event/eventView.ts';
import {
  sortCorrections,
  viewListedCorrection,
  type ListedCorrection,
} from '../history/historyView.ts';
import {
  splitList,
  type IdEntry,
  type IdPart,
  type IndexKind,
  type Relation,
  type Standing,
} from '../lists/idLists.ts';
import { linkIdParts } from '../lists/partLinks.ts';
import type { PartLink } from '../lists/longList.ts';
import { listEvents, type ListedEvents } from '../cards/listedEvents.ts';
import { getPeriodUnit, labelPeriod } from '../dates/periodLabel.ts';

/** The content of the page of a prefix: one kind of the entries below, the others are empty. */
export interface IdPartView {
  /** The page whose list it belongs to. */
  readonly whole: NamedLink;
  /** The prefix; null if the page has all ids. */
  readonly label: string | null;
  readonly parts: readonly PartLink[];
  readonly events: readonly { readonly title: string; readonly listed: ListedEvents }[];
  readonly names: readonly (NamedLink & { readonly notes: readonly string[] })[];
  readonly articles: readonly ArticleLine[];
  /** Accounts of one event by different articles. */
  readonly accounts: readonly AccountView[];
  /** Accounts of one article of different events. */
  readonly sections: readonly ArticleAccount[];
  readonly corrections: readonly ListedCorrection[];
  readonly isEmpty: boolean;
}

/** Returns the content of the page of one part of a list. */
export function viewIdPart(part: IdPart, context: ViewContext): IdPartView {
  const { here, parts } = splitList(context.archive, part.folder, part.prefix);
  const pick = <Type extends IdEntry['type']>(type: Type) =>
    here.filter((entry): entry is Extract<IdEntry, { type: Type }> => entry.type === type);
  const articles = pick('article').map(({ article }) => article);
  return {
    whole: linkWhole(part.folder, context),
    label: part.prefix === '' ? null : context.pages.list.startsWith(part.prefix),
    parts: linkIdParts(part, context),
    events: viewStandings(part.folder, pick('event'), context),
    names: [
      ...pick('name').map(({ id, kind }) => ({ ...linkName[kind](id, context), notes: [] })),
      ...pick('link').map(({ id, relation }) => viewLink(id, relation, context)),
    ],
    articles: viewArticles(articles, context),
    accounts: pick('account').map(({ account }) => viewAccount(account, context)),
    sections: viewSectionsOf(pick('section'), context),
    corrections: sortCorrections(
      pick('correction').map(({ correction }) => viewListedCorrection(correction, context)),
    ),
    isEmpty: here.length + parts.length === 0,
  };
}

/** The sections of a part, all from one article. */
function viewSectionsOf(
  entries: readonly Extract<IdEntry, { type: 'section' }>[],
  context: ViewContext,
): ArticleAccount[] {
  const [first] = entries;
  const ids = entries.map(({ account }) => account.event);
  return first ? viewSections(first.account.article, ids, context) : [];
}

const linkName: Record<IndexKind, (id: string, context: ViewContext) => NamedLink> = {
  actors: linkActor,
  places: linkPlace,
  sources: linkSource,
};

const standings: readonly Standing[] = ['known', 'took', 'mentioned', 'continuing', 'possible'];

function viewStandings(
  folder: string,
  entries: readonly Extract<IdEntry, { type: 'event' }>[],
  context: ViewContext,
): IdPartView['events'] {
  const { pages } = context;
  const [kind = '', id = ''] = folder.split('/');
  const isActor = kind === 'actors';
  const titles: Record<Standing, string> = {
    known: pages.period.happened,
    continuing: pages.period.continuing,
    possible: pages.period.possible[getPeriodUnit(folder.slice(0, -1).replaceAll('/', '-'))],
    took: isActor ? pages.actor.involved : pages.place.events,
    mentioned: isActor ? pages.actor.mentionedIn : pages.place.mentionedIn,
  };
  const owner = kind === 'actors' || kind === 'places' ? `${kind.slice(0, -1)}:${id}` : null;
  return standings.flatMap((standing) => {
    const events = entries
      .filter((entry) => entry.standing === standing)
      .map(({ event }) => event)
      .sort((a, b) => a.position - b.position);
    if (events.length === 0) return [];
    const view =
      owner === null
        ? undefined
        : (event: (typeof events)[number]) => viewNaming(event, owner, context);
    return [{ title: titles[standing], listed: listEvents(events, context, view) }];
  });
}

function viewLink(
  id: string,
  relation: Relation,
  context: ViewContext,
): IdPartView['names'][number] {
  const { involved, mentioned, parts, follows, followedBy } = context.pages.event;
  const notes: Record<Relation, string> = {
    actors: involved,
    mentioned,
    parts,
    follows,
    followedBy,
  };
  const link = relation === 'actors' || relation === 'mentioned' ? linkActor : linkEvent;
  return { ...link(id, context), notes: [notes[relation]] };
}

/** Returns the title and address of a list's page. */
function linkWhole(folder: string, context: ViewContext): NamedLink {
  const { at, pages } = context;
  const [kind = '', id = '', ...rest] = folder.split('/').filter((one) => one !== '');
  const url = `${at.home}${folder}`;
  if (/^\d/.test(kind))
    return {
      id: folder,
      name: labelPeriod([kind, id, ...rest].filter(Boolean).join('-'), context),
      url,
    };
  if (kind === 'corrections') {
    const period = labelPeriod([id, ...rest].join('-'), context);
    return { id: folder, name: pages.list.part(pages.history.corrections, period), url };
  }
  if (id === '') return { id: folder, name: pages.site[kind as IndexKind], url };
  const owner = linkOwner(kind, id, context);
  if (kind === 'events' && rest[0] === 'accounts') {
    const period = rest.length > 1 ? labelPeriod(rest.slice(1).join('-'), context) : null;
    return { ...owner, name: pages.accounts.title(owner.name, period), url };
  }
  if (rest.length === 0) return owner;
  return { ...owner, name: pages.list.part(owner.name, labelPeriod(rest.join('-'), context)), url };
}

function linkOwner(kind: string, id: string, context: ViewContext): NamedLink {
  if (kind === 'events') return linkEvent(id, context);
  if (kind === 'articles') return linkArticle(id, context);
  return linkName[kind as IndexKind](id, context);
}
