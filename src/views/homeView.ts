import type { NewsEvent, Point } from '../model/archive.ts';
import { isAhead, isDone } from '../model/mergeAccounts.ts';
import { hasDifferingPlaces } from '../model/placesAround.ts';
import { linkActor, linkEvent, linkSource, type NamedLink, type ViewContext } from './context.ts';
import { labelDay } from './dateLabel.ts';
import { getDiffering, getDifferingAccounts, type Differing } from './differing.ts';
import { listSources, viewEventCard } from './eventCard.ts';
import { renderText } from './passages.ts';
import { listPlacesOf } from './placeEvents.ts';
import { groupByPeriod } from './calendar.ts';
import { MOST, ROOM } from './budgets.ts';
import { takeLast, takeNewest, weighCard, weighWords, type PartLink } from './longList.ts';
import { countEvents } from './periodParts.ts';
import { linkPeriod } from './periodView.ts';
import { findStart } from './storyStart.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';

/** What a timeline can be narrowed to: its name in an address, and the values that occur. */
export interface FilterFacet {
  readonly key: 'actor' | 'source' | 'place' | 'certainty';
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

export interface HomeView {
  readonly facets: readonly FilterFacet[];
  readonly stateOfPlay: { readonly asOf: string; readonly html: string } | null;
  /** How many more the index of all actors has, and its address. */
  readonly morePrincipals: number;
  readonly allActors: string;
  readonly principals: readonly (NamedLink & { readonly role: string | null })[];
  /** Each event with something open: the points on which its accounts differ, and what nobody knows. */
  readonly open: readonly (NamedLink & {
    readonly differ: string | null;
    readonly unknown: readonly string[];
  })[];
  /** What led up to the story, and the story itself. */
  readonly background: readonly TimelineGroup[];
  readonly past: readonly TimelineGroup[];
  readonly ahead: readonly TimelineGroup[];
  /** The years of an archive that is too long for one page: then `past` and `ahead` are the newest. */
  readonly years: readonly PartLink[];
}

/** The newest events of a long archive, and what is still ahead in it, take so much of the home page's room, in bytes. */
const NEWEST_ROOM = 8_000;
const AHEAD_ROOM = 2_500;

/** Maximum number of principals, of points and unknowns of one event, and of values of a facet, on the home page. */
const MOST_PRINCIPALS = 30;
const MOST_POINTS = 10;
const MOST_OPTIONS = 100;

/** Of a long archive, so many events with something open stand on the home page. */
const MOST_OPEN = 10;

/** Gives what the home page says: the state of play, who is who, what is open, and the timeline. */
export function viewHome(context: ViewContext): HomeView {
  const { archive } = context;
  const { stateOfPlay, site, events } = archive;
  const whole = events.filter((event) => !isAhead(event.certainty));
  const ahead = events.filter((event) => isAhead(event.certainty));
  // A long archive's home has the newest, and the years to the rest.
  const weigh = (event: NewsEvent) => weighCard(viewEventCard(event, context));
  const html = stateOfPlay ? renderText(stateOfPlay.text, context) : '';
  const taken = weighWords([html]);
  const isParted =
    whole.length > MOST || events.reduce((sum, event) => sum + weigh(event), 0) + taken > ROOM;
  const newest = (all: readonly NewsEvent[], room: number) =>
    takeLast(takeNewest(all, site.zone), room, weigh).last;
  const past = isParted ? newest(whole, NEWEST_ROOM - taken / 2) : whole;
  const coming = isParted ? newest(ahead, AHEAD_ROOM) : ahead;
  const shown = isParted ? [...past, ...coming] : events;
  const start = isParted ? 0 : findStart(past);
  return {
    stateOfPlay: stateOfPlay && {
      asOf: labelDay(stateOfPlay.asOf, context.dates),
      html,
    },
    morePrincipals: Math.max(0, site.principals.length - MOST_PRINCIPALS),
    allActors: context.at.actors,
    principals: site.principals.slice(0, MOST_PRINCIPALS).map((id) => ({
      ...linkActor(id, context),
      role: archive.actorById.get(id)?.role ?? null,
    })),
    // Of an archive's newest events, the last that are open.
    open: [
      ...listOpen(shown, context).slice(isParted ? -MOST_OPEN : 0),
      ...listOpenOfActors(shown, context).slice(isParted ? -MOST_OPEN : 0),
    ],
    facets: listFacets(shown, context),
    background: groupByDate(past.slice(0, start), context),
    past: groupByDate(past.slice(start), context, past.slice(0, start)),
    ahead: groupByDate(coming, context),
    years: isParted ? listYears(context) : [],
  };
}

function listOpen(events: readonly NewsEvent[], context: ViewContext): HomeView['open'] {
  const { pages } = context;
  return events.flatMap((event) => {
    const hasHappened = event.certainty === 'disputed' || isDone(event.certainty);
    const ofAccounts = [
      ...(event.certainty === 'disputed' ? [pages.home.whetherItHappened] : []),
      ...(event.origin.type === 'disputed'
        ? [pages.home[hasHappened ? 'whenItHappened' : 'when']]
        : []),
      ...(hasDifferingPlaces(event) ? [pages.home[hasHappened ? 'whereItHappened' : 'where']] : []),
    ];
    const who = getDifferingAccounts(event, context);
    const differ = sayDiffering(
      [...ofAccounts.map((on) => ({ on, who })), ...listDiffering(event.points, context)],
      context,
    );
    const unknown = (event.ruling?.unknown ?? []).slice(0, MOST_POINTS);
    if (differ === null && unknown.length === 0) return [];
    return [{ ...linkEvent(event.id, context), differ, unknown }];
  });
}

/** What is disputed about those whom events involve: once, however many events that is. */
function listOpenOfActors(events: readonly NewsEvent[], context: ViewContext): HomeView['open'] {
  const { archive } = context;
  const ids = new Set(events.flatMap(({ actors }) => actors));
  return archive.actors.flatMap(({ id, points }) => {
    const differ = sayDiffering(listDiffering(points, context), context);
    if (!ids.has(id) || differ === null) return [];
    return [{ ...linkActor(id, context), differ, unknown: [] }];
  });
}

/** A point on which somebody differs. */
interface DifferingOn {
  readonly on: string;
  readonly who: Differing;
}

function listDiffering(points: readonly Point[], context: ViewContext): DifferingOn[] {
  return points.flatMap((point) => {
    const who = getDiffering(point, context);
    return who === null ? [] : [{ on: point.on, who }];
  });
}

/** Says who differs on what: outlets, articles of one outlet, claims within one article. Null where nobody does. */
function sayDiffering(points: readonly DifferingOn[], { pages }: ViewContext): string | null {
  const said = (['sources', 'articles', 'claims'] as const).flatMap((who) => {
    const some = points.slice(0, MOST_POINTS);
    const own = some.filter((point) => point.who === who).map(({ on }) => on);
    return own.length > 0 ? [pages.home.differOn(who, own)] : [];
  });
  return said.length > 0 ? said.join(' ') : null;
}

function listYears(context: ViewContext): PartLink[] {
  const { events, site } = context.archive;
  const periods = groupByPeriod(events, site.zone);
  return [...periods.keys()]
    .filter((period) => period.length === 4)
    .sort()
    .map((period) => ({ ...linkPeriod(period, context), ...countEvents(period, periods) }));
}

/** The values of each facet that occur, by name; one that offers no choice is left out. */
function listFacets(events: readonly NewsEvent[], context: ViewContext): FilterFacet[] {
  const { archive, certainties, pages } = context;
  const used = (ids: (event: NewsEvent) => readonly string[]) => new Set(events.flatMap(ids));
  const named = (ids: ReadonlySet<string>, name: (id: string) => string) =>
    [...ids]
      .map((id) => ({ id, name: name(id) }))
      .sort(
        (a, b) => a.name.localeCompare(b.name, [context.language, 'en']) || (a.id < b.id ? -1 : 1),
      );
  const labels = pages.filter.facets;
  const facets: FilterFacet[] = [
    {
      key: 'actor',
      label: labels.actor,
      options: named(
        used(({ actors }) => actors),
        (id) => linkActor(id, context).name,
      ),
    },
    {
      key: 'source',
      label: labels.source,
      options: named(used(listSources), (id) => linkSource(id, context).name),
    },
    {
      key: 'place',
      label: labels.place,
      options: named(
        used((event) => listPlacesOf(event, archive)),
        (id) => archive.placeById.get(id)?.name ?? id,
      ),
    },
    {
      key: 'certainty',
      label: labels.certainty,
      options: named(
        used(({ certainty }) => [certainty]),
        (id) => certainties[id as NewsEvent['certainty']].name,
      ),
    },
  ];
  // A choice among more is none: its select would weigh more than the timeline.
  return facets.filter(({ options }) => options.length > 1 && options.length <= MOST_OPTIONS);
}
