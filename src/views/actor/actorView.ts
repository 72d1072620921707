import type { Actor, NewsEvent, Point } from '../../model/archive.ts';
import { isOwnWords } from '../../model/ownWords.ts';
import {
  type NamedLink,
  type Teller,
  type ViewContext,
  createTeller,
  linkActor,
  linkEvent,
  linkSource,
} from '../page/context.ts';
import { linkInText, viewNaming, type EventCard } from '../cards/eventCard.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import { fitIndex } from '../lists/indexList.ts';
import { isPartedById } from '../lists/idLists.ts';
import { linkIdParts, linkParts } from '../lists/partLinks.ts';
import { describeSpeaker, renderText, type SpeakerView } from '../prose/passages.ts';
import { weighWords, type PartLink } from '../lists/longList.ts';
import { listEvents, takeNewest, weighListed, type ListedEvents } from '../cards/listedEvents.ts';
import { listPartsOf } from '../lists/parts.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { sortByName } from '../lists/nameOrder.ts';
import { layPoints, type PointLayout } from '../event/pointLayout.ts';
import { viewPagePoints, type PointTable } from '../cards/pointsView.ts';
import { takeStatements, viewNamingStatement, type StatementView } from './statementView.ts';
import { splitNaming, type NamingPoints } from './namingPoints.ts';
import { listNaming, listSpoken } from './statements.ts';
import {
  claimFrame,
  listBytes,
  maxCompanions,
  maxNames,
  maxSpellingSources,
} from '../lists/budgets.ts';

export interface ActorView {
  readonly history: HistoryView;
  readonly id: string;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly kind: string;
  readonly role: string | null;
  readonly group: string | null;
  /** The colour of the actor's side in the key figure. */
  readonly colour: number;
  readonly of: readonly NamedLink[];
  readonly leads: readonly NamedLink[];
  /** How many more of each are only in the data, and the page that describes the data. */
  readonly more: Readonly<Record<'of' | 'leads' | 'spellings' | 'namedAs', number>>;
  readonly allData: string;
  readonly html: string;
  readonly spellings: readonly {
    readonly text: string;
    readonly sources: readonly NamedLink[];
    /** The note on a spelling that no source uses. */
    readonly unused: string;
  }[];
  /** Names that somebody claims the actor goes by, each with those who claim it. */
  readonly namedAs: readonly { readonly text: string; readonly by: readonly NameGiver[] }[];
  /**
   * Claims and quotations that name the actor and are in no other list here; only the newest if there are
   * many.
   */
  readonly namedIn: readonly StatementView[];
  readonly moreNamedIn: number;
  /**
   * The years of a list that is too long for one page; `events`, `mentionedIn` and `statements` then hold the
   * newest.
   */
  readonly parts: readonly PartLink[];
  readonly events: ListedEvents;
  readonly mentionedIn: ListedEvents;
  /** What the actor said, in the order of the articles. */
  readonly statements: readonly StatementView[];
  /** How many earlier statements are left out for room; readers find them in the accounts. */
  readonly moreStatements: number;
  /**
   * What the actor and others claim about the actor; compared by outlet, with the points of other events on
   * which a claim names the actor, unless there are too many claims.
   */
  readonly points: PointTable;
  readonly layout: readonly PointLayout[];
  /** The actors most often in the same events, most frequent first. */
  readonly companions: readonly (NamedLink & { readonly events: number })[];
  /** How many more actors share an event with this one, less often. */
  readonly moreCompanions: number;
  /** The addresses of the actor's feeds and calendar, and the calendar's subscription link. */
  readonly feeds: Readonly<Record<'atom' | 'json' | 'calendar' | 'subscription', string>>;
}

/** A source, or a speaker in it, that names an actor. */
interface NameGiver extends SpeakerView {
  /** The source that passes the name on; null if the source itself uses it. */
  readonly via: NamedLink | null;
}

function listArticles(points: readonly Point[]): string[] {
  return points.flatMap(({ claims }) => claims.map(({ article }) => article));
}

/** Returns points about an actor by outlet, then those of events on which a claim names the actor. */
function layOut(
  own: readonly Point[],
  onPoints: readonly NamingPoints[],
  tell: Teller,
  context: ViewContext,
): readonly PointLayout[] {
  const articles = listArticles([...own, ...onPoints.flatMap(({ points }) => points)]);
  return [
    ...layPoints(own, articles, tell, context).map((point) => ({ ...point, about: null })),
    ...onPoints.flatMap(({ event, points }) =>
      layPoints(points, articles, tell, context).map((point) => ({
        ...point,
        about: point.about ?? linkEvent(event.id, context),
      })),
    ),
  ];
}

function countLeft(all: readonly unknown[]): number {
  return Math.max(0, all.length - maxNames);
}

/** Returns the content of an actor's page. */
export function viewActor(actor: Actor, context: ViewContext): ActorView {
  const { archive } = context;
  const statements = listSpoken(archive, actor.id);
  const events = actor.events.flatMap((id) => archive.eventById.get(id) ?? []);
  const parts = listPartsOf(archive, 'actors', actor.id, '');
  const isParted = parts.length > 0;
  const html = renderText(actor.text, context);
  const { onPoints, rest: naming } = splitNaming(
    [...listNaming(archive, actor.id)].reverse(),
    archive,
  );
  const allPoints = [...actor.points, ...onPoints.flatMap(({ points }) => points)];
  const tell = createTeller(
    [...[...statements, ...naming].map(({ article }) => article.id), ...listArticles(allPoints)],
    context,
  );
  const said = takeStatements(
    isParted ? statements.slice(-maxCompanions) : statements,
    tell,
    context,
  );
  const claims = allPoints.reduce((sum, point) => sum + point.claims.length, 0);
  const room =
    listBytes - weighWords([html]) - said.bytes - claimFrame * Math.min(claims, maxCompanions);
  const points = viewPagePoints(actor.points, context, { own: actor.id, tell });
  const companions = listCompanions(actor, events, context);
  const shown = isParted ? companions.slice(0, maxCompanions) : companions;
  return {
    ...viewIdentity(actor, context),
    more: {
      of: countLeft(actor.of),
      leads: countLeft(actor.leads),
      spellings: countLeft(actor.spelledBy),
      namedAs: countLeft(actor.namedAs),
    },
    allData: context.at.data,
    html,
    ...viewOtherNames(actor, context),
    namedIn: naming
      .slice(0, maxCompanions)
      .map((statement) => viewNamingStatement(statement, tell, context)),
    moreNamedIn: Math.max(0, naming.length - maxCompanions),
    parts: linkParts(parts, context),
    ...viewEvents(actor, room, isParted, context),
    // Quotations come first.
    statements: [...said.shown].sort((a, b) => Number(b.exact) - Number(a.exact)),
    moreStatements: statements.length - said.shown.length,
    points,
    layout: layOut(points.answered.length > 0 ? [] : actor.points, onPoints, tell, context),
    companions: shown,
    moreCompanions: companions.length - shown.length,
    feeds: linkFeeds(actor, context),
    history: viewHistory(actor, context),
  };
}

/** Returns what an actor is, whatever happened to it. */
function viewIdentity(
  actor: Actor,
  context: ViewContext,
): Pick<
  ActorView,
  'id' | 'name' | 'names' | 'kind' | 'role' | 'group' | 'colour' | 'of' | 'leads'
> {
  const { id, name, names, kind, role, group } = actor;
  return {
    ...{ id, name, names, kind, role, group },
    colour: listLaneGroups(context.archive).indexOf(group ?? '') + 1,
    of: actor.of.slice(0, maxNames).map((other) => linkActor(other, context)),
    leads: actor.leads.slice(0, maxNames).map((other) => linkActor(other, context)),
  };
}

/** Returns how sources spell an actor's name, and the names that somebody claims it goes by. */
function viewOtherNames(
  actor: Actor,
  context: ViewContext,
): Pick<ActorView, 'spellings' | 'namedAs'> {
  const { ownWords, unused } = context.pages.actor;
  return {
    spellings: actor.spelledBy.slice(0, maxNames).map(({ text, sources }) => ({
      text,
      sources: sources.slice(0, maxSpellingSources).map((id) => linkSource(id, context)),
      unused: text === actor.name && isOwnWords(actor.name, actor) ? ownWords : unused,
    })),
    namedAs: actor.namedAs.slice(0, maxNames).map(({ text, by }) => ({
      text,
      by: by.slice(0, maxSpellingSources).map((one) => viewNameGiver(one, context)),
    })),
  };
}

function linkFeeds({ id }: Actor, { at }: ViewContext): ActorView['feeds'] {
  return {
    atom: at.file(`actors/${id}/feed.xml`),
    json: at.file(`actors/${id}/feed.json`),
    calendar: at.file(`calendar/actors/${id}.ics`),
    subscription: at.subscription(`calendar/actors/${id}.ics`),
  };
}

/**
 * Returns the events of an actor and those that mention it, as cards if they fit into `room` bytes, else as
 * lines; where a list has parts, only its newest events.
 */
function viewEvents(
  actor: Actor,
  room: number,
  isParted: boolean,
  context: ViewContext,
): Pick<ActorView, 'events' | 'mentionedIn'> {
  const { archive } = context;
  const list = (ids: readonly string[], left: number) => {
    const all = ids.flatMap((id) => archive.eventById.get(id) ?? []);
    const shown = isParted ? takeNewest(all, archive.site.zone) : all;
    return listEvents(shown, context, (event) => viewOwnCard(event, actor, context), left);
  };
  const events = list(actor.events, room);
  return { events, mentionedIn: list(actor.mentionedIn, room - weighListed(events)) };
}

/** Returns the card of an event on an actor's page, where the actor itself goes without saying. */
function viewOwnCard(event: NewsEvent, actor: Actor, context: ViewContext): EventCard {
  const others = event.actors.filter((id) => id !== actor.id);
  return {
    ...viewNaming(event, `actor:${actor.id}`, context),
    actors: linkInText(others, context),
  };
}

function viewNameGiver(
  { article, speaker }: Actor['namedAs'][number]['by'][number],
  context: ViewContext,
): NameGiver {
  const own = context.archive.articleById.get(article);
  const source = linkSource(own?.source ?? '', context);
  const said = describeSpeaker(speaker, article, context);
  return {
    ...said,
    as: own?.retracted
      ? [...(said.as === null ? [] : [said.as]), context.pages.marks.retracted].join(
          context.pages.joints.comma,
        )
      : said.as,
    via: speaker.type === 'article' ? null : source,
  };
}

/** Returns the companions for a line of the index: those that share more than one event with the actor. */
function sayOften(actor: Actor, context: ViewContext): string | null {
  const events = actor.events.flatMap((id) => context.archive.eventById.get(id) ?? []);
  const names = listCompanions(actor, events, context)
    .filter((companion) => companion.events > 1)
    .slice(0, 2)
    .map(({ name }) => name);
  return names.length > 0 ? context.pages.actor.often(names) : null;
}

function listCompanions(
  { id: self }: Actor,
  events: readonly NewsEvent[],
  context: ViewContext,
): ActorView['companions'] {
  const counts = new Map<string, number>();
  for (const { actors } of events) {
    for (const id of actors) if (id !== self) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([id, count]) => ({ ...linkActor(id, context), events: count }));
}

/** Returns how many events involve an actor, or else how many mention it. */
function countEvents({ events, mentionedIn }: Actor, { pages }: ViewContext): string {
  return events.length === 0 && mentionedIn.length > 0
    ? pages.actor.mentioned(mentionedIn.length)
    : pages.list.events(events.length);
}

/** One group of the actors' index. */
interface ActorGroup {
  readonly name: string | null;
  readonly actors: readonly (NamedLink & {
    /** The actor's role, number of events and most frequent companions; empty if the index has many actors. */
    readonly notes: readonly string[];
  })[];
}

/** The index of actors by group, and how many more there are than the page holds. */
export interface ActorIndex {
  readonly groups: readonly ActorGroup[];
  readonly parts: readonly PartLink[];
  readonly more: number;
}

/** Returns the actors by group, in the order of `site.md`; those without a group come last. */
export function viewActors(context: ViewContext): ActorIndex {
  const { site, actors } = context.archive;
  const isParted = isPartedById(context.archive, 'actors/');
  const all = actors.map((actor) => {
    const often = sayOften(actor, context);
    const events = countEvents(actor, context);
    return {
      ...linkActor(actor.id, context),
      group: actor.group,
      count: actor.events.length,
      notes: [
        ...(actor.role === null ? [] : [actor.role]),
        often === null ? events : `${events}${context.pages.joints.comma}${often}`,
      ],
    };
  });
  const { entries, more } = fitIndex(sortByName(all, context), ({ count }) => count, isParted);
  const inGroup = (name: string | null) =>
    entries
      .filter(({ group }) => group === name)
      .map(({ id, name: own, url, notes }) => ({ id, name: own, url, notes }));
  return {
    groups: [...site.groups, null]
      .map((name) => ({ name, actors: inGroup(name) }))
      .filter(({ actors: members }) => members.length > 0),
    parts: linkIdParts({ folder: 'actors/', prefix: '' }, context),
    more,
  };
}
