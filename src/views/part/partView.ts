import {
  type NamedLink,
  type ViewContext,
  createTeller,
  linkActor,
  linkPlace,
  linkSource,
} from '../page/context.ts';
import { viewArticles, type ArticleLine } from '../article/articleView.ts';
import { viewNaming } from '../cards/eventCard.ts';
import type { PartLink } from '../lists/longList.ts';
import { listEvents, weighListed, type ListedEvents } from '../cards/listedEvents.ts';
import { isPartedById } from '../lists/idLists.ts';
import { linkIdParts, linkParts } from '../lists/partLinks.ts';
import {
  countItems,
  getPartItems,
  listPartsOf,
  listItemsOnPage,
  type Part,
  type PartedKind,
} from '../lists/parts.ts';
import { labelPeriod } from '../dates/periodLabel.ts';
import { takeStatements, type StatementView } from '../actor/statementView.ts';
import { listSpoken } from '../actor/statements.ts';
import { listBytes } from '../lists/budgets.ts';

/** The content of a year or month page of an actor, place or source. */
export interface PartView {
  readonly kind: PartedKind;
  readonly owner: NamedLink;
  readonly label: string;
  /** The year of a month. */
  readonly within: Omit<PartLink, 'events'> | null;
  /** The months of a year that is split. */
  readonly parts: readonly PartLink[];
  /** The id parts of a list that can't be split by calendar. */
  readonly byId: readonly PartLink[];
  readonly took: ListedEvents;
  readonly mentioned: ListedEvents;
  readonly articles: readonly ArticleLine[];
  /** What the actor said in the accounts of these events. */
  readonly statements: readonly StatementView[];
  /** How many more don't fit on the page. */
  readonly moreStatements: number;
  readonly isEmpty: boolean;
}

const links: Record<PartedKind, (id: string, context: ViewContext) => NamedLink> = {
  actors: linkActor,
  places: linkPlace,
  sources: linkSource,
};

/** Returns the content of a part's page: all items of its period, or its months if there are too many. */
export function viewPart(part: Part, context: ViewContext): PartView {
  const { kind, id, period } = part;
  const { archive } = context;
  const statements = kind === 'actors' ? listSpoken(archive, id) : [];
  const items = getPartItems(archive, kind, id, period);
  const parts = listPartsOf(archive, kind, id, period);
  const all = listItemsOnPage(part, archive);
  const folder = `${kind}/${id}/${period.replaceAll('-', '/')}/`;
  const here = isPartedById(archive, folder) ? { took: [], mentioned: [], articles: [] } : all;
  const url = `${kind === 'places' ? 'place' : kind.slice(0, -1)}:${id}`;
  const list = (events: typeof items.took, room: number) =>
    listEvents(events, context, (event) => viewNaming(event, url, context), room);
  const shown = new Set([...all.took, ...all.mentioned].map((event) => event.id));
  const said = takeStatements(
    statements.filter(({ event }) => event && shown.has(event.id)),
    createTeller(
      statements.map(({ article }) => article.id),
      context,
    ),
    context,
  );
  const took = list(here.took, listBytes - said.bytes);
  const mentioned = list(here.mentioned, listBytes - said.bytes - weighListed(took));
  const year = period.slice(0, 4);
  return {
    kind,
    owner: links[kind](id, context),
    label: labelPeriod(period, context),
    within:
      period.length === 4
        ? null
        : { label: labelPeriod(year, context), url: context.at.part({ kind, id, period: year }) },
    parts: linkParts(parts, context),
    byId: linkIdParts({ folder, prefix: '' }, context),
    took,
    mentioned,
    articles: viewArticles(here.articles, context),
    statements: said.shown,
    moreStatements: said.more,
    isEmpty: countItems(items) === 0,
  };
}
