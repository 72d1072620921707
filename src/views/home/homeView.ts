import type { NewsEvent } from '../../model/archive.ts';
import { isAhead } from '../../model/mergeAccounts.ts';
import { splitDay } from '../../model/dates/dayRanges.ts';
import { getKnownDay } from '../../model/knownDays.ts';
import { viewCalendar, type CalendarView } from './calendarView.ts';
import { linkActor, linkSource, type NamedLink, type ViewContext } from '../page/context.ts';
import { labelDay } from '../dates/dateLabel.ts';
import { listSources, viewEventCard } from '../cards/eventCard.ts';
import { firstSentences } from '../cards/telling.ts';
import { renderText } from '../prose/passages.ts';
import { listPlacesOf } from '../lists/placeEvents.ts';
import { findPeriods } from '../dates/calendar.ts';
import { takeLast, weighWords, type PartLink } from '../lists/longList.ts';
import { takeNewest, weighCard } from '../cards/listedEvents.ts';
import { countEvents } from '../lists/periodParts.ts';
import { sortByName } from '../lists/nameOrder.ts';
import { linkPeriod } from './periodView.ts';
import { listDifferences, type Difference } from './differView.ts';
import { viewEventRow, type EventRow } from '../cards/eventRow.ts';
import { chooseKeyEvents } from './keyEvents.ts';
import { viewKeyFigure, type KeyFigure } from './keyView.ts';
import { listLaneGroups } from '../lists/laneGroups.ts';
import { getMainYear } from '../dates/shortDate.ts';
import { findStart } from '../dates/storyStart.ts';
import { groupByDate, type TimelineGroup } from './timeline.ts';
import {
  homeCardsBytes,
  homeNewestBytes,
  homeWordsBytes,
  maxAhead,
  maxCards,
  maxDifferenceLinks,
  maxDifferences,
  maxFilterOptions,
  maxHomeEvents,
  maxPrincipals,
} from '../lists/budgets.ts';

/** A facet of the timeline's filter: its name in the address, and the values that occur. */
export interface FilterFacet {
  readonly key: 'actor' | 'source' | 'place' | 'certainty';
  readonly label: string;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}

export interface HomeView {
  readonly facets: readonly FilterFacet[];
  readonly stateOfPlay: { readonly asOf: string; readonly html: string } | null;
  readonly figure: KeyFigure | null;
  /** How many events each day or month has, if the list doesn't show all events at once. */
  readonly calendar: CalendarView | null;
  /** The story's main actors, by group, in the colours of the figure. */
  readonly principals: readonly PrincipalGroup[];
  /** How many more are in the index of all actors, and its address. */
  readonly morePrincipals: number;
  readonly allActors: string;
  readonly differences: readonly Difference[];
  /** How many more differences there are. */
  /** Those of which only the question fits, and how many more there are. */
  readonly otherDifferences: readonly NamedLink[];
  readonly moreDifferences: number;
  /** The background and the story itself: as cards, or as lines if there are many events. */
  readonly background: readonly EventRow[];
  readonly backgroundSpan: string;
  readonly past: readonly TimelineGroup[];
  readonly pastRows: readonly EventRow[];
  readonly pastSpan: string;
  readonly ahead: readonly EventRow[];
  /** The years of an archive that is too long for one page; `past` and `ahead` then hold the newest. */
  readonly years: readonly PartLink[];
}

/** The main actors of a group. */
interface PrincipalGroup {
  readonly name: string | null;
  readonly colour: number;
  readonly actors: readonly (NamedLink & { readonly role: string | null })[];
}

/** Returns the content of the home page: state of play, key figure, who is who, differences, and the list. */
export function viewHome(context: ViewContext): HomeView {
  const { archive } = context;
  const { stateOfPlay, site, events } = archive;
  const whole = events.filter((event) => !isAhead(event.certainty));
  const ahead = events.filter((event) => isAhead(event.certainty));
  const isParted = events.length > maxHomeEvents;
  const weigh = (event: NewsEvent) => weighCard(viewEventCard(event, context));
  const html = stateOfPlay ? renderText(stateOfPlay.text, context) : '';
  const taken = weighWords([html]);
  const past = isParted
    ? takeLast(takeNewest(whole, site.zone), homeNewestBytes - taken / 2, weigh).last
    : whole;
  const coming = ahead.slice(0, maxAhead);
  const start = isParted ? 0 : findStart(past);
  const [before, story] = [past.slice(0, start), past.slice(start)];
  const isLong =
    story.length > maxCards || story.reduce((sum, event) => sum + weigh(event), 0) > homeCardsBytes;
  const year = getMainYear(story);
  const view = (of: number | null) => (event: NewsEvent) => viewEventRow(event, of, context);
  const figure = viewKeyFigure(context);
  const differences = listDifferences(chooseKeyEvents(archive), maxDifferences, context);
  const home: HomeView = {
    stateOfPlay: stateOfPlay && {
      asOf: labelDay(stateOfPlay.asOf, context.dates),
      html,
    },
    figure,
    calendar: isParted ? viewCalendar(context) : null,
    principals: groupPrincipals(context),
    morePrincipals: Math.max(0, site.principals.length - maxPrincipals),
    allActors: context.at.actors,
    differences: differences.shown,
    otherDifferences: differences.others.slice(0, maxDifferenceLinks),
    moreDifferences: Math.max(0, differences.others.length - maxDifferenceLinks),
    facets: listFacets(isParted ? [...past, ...coming] : events, context),
    background: before.map(view(getMainYear(before))),
    backgroundSpan: spanOf(before, context),
    past: isLong ? [] : shortenCards(groupByDate(story, context, before), context),
    pastRows: isLong ? story.map(view(year)) : [],
    pastSpan: spanOf(story, context),
    ahead: coming.map(view(year)),
    years: isParted ? listYears(context) : [],
  };
  return weighWords(listWords(home)) > homeWordsBytes
    ? { ...home, past: [], pastRows: story.map(view(year)) }
    : home;
}

/** Returns all words of a view, without addresses and ids. */
function listWords(view: unknown): string[] {
  if (typeof view === 'string') return [view];
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).flatMap(([key, value]) =>
    key === 'url' || key === 'id' || key.endsWith('Ids') ? [] : listWords(value),
  );
}

/**
 * Returns groups with only the first sentence of each event, and none of statements; editors' words and the
 * sides of a dispute stay whole.
 */
function shortenCards(
  groups: readonly TimelineGroup[],
  { archive }: ViewContext,
): readonly TimelineGroup[] {
  const { language } = archive.site;
  return groups.map((group) => ({
    ...group,
    events: group.events.map((item) => {
      const { own, sides, summary } = item.card;
      if (own !== null || sides.length > 0) return item;
      const kept = item.isLine ? '' : firstSentences(summary, 1, language);
      return { ...item, card: { ...item.card, summary: kept } };
    }),
  }));
}

/** Returns the time span of events in few words. */
function spanOf(events: readonly NewsEvent[], { archive, dates }: ViewContext): string {
  const days = events.flatMap((event) => getKnownDay(event.when, archive.site.zone) ?? []);
  if (days.length === 0) return '';
  const [from, to] = [splitDay(Math.min(...days)), splitDay(Math.max(...days))];
  const isYear = from.year === to.year && from.month !== to.month;
  if (isYear) return dates.date({ year: to.year, month: null, day: null });
  return from.day === to.day && from.month === to.month && from.year === to.year
    ? dates.date(to)
    : dates.short.range(from, to, true);
}

function groupPrincipals(context: ViewContext): PrincipalGroup[] {
  const { archive } = context;
  const groups = listLaneGroups(archive);
  const byGroup = Map.groupBy(
    archive.site.principals.slice(0, maxPrincipals),
    (id) => archive.actorById.get(id)?.group ?? null,
  );
  return [...byGroup].map(([name, ids]) => ({
    name,
    colour: groups.indexOf(name ?? '') + 1,
    actors: ids.map((id) => ({
      ...linkActor(id, context),
      role: archive.actorById.get(id)?.role ?? null,
    })),
  }));
}

function listYears(context: ViewContext): PartLink[] {
  const { archive } = context;
  return [...findPeriods(archive).keys()]
    .filter((period) => period.length === 4)
    .sort()
    .map((period) => ({ ...linkPeriod(period, context), ...countEvents(archive, period) }));
}

/** Returns the values of each facet that occur, by name; a facet with a single value is left out. */
function listFacets(events: readonly NewsEvent[], context: ViewContext): FilterFacet[] {
  const { archive, certainties, pages } = context;
  const used = (ids: (event: NewsEvent) => readonly string[]) => new Set(events.flatMap(ids));
  const named = (ids: ReadonlySet<string>, name: (id: string) => string) =>
    sortByName(
      [...ids].map((id) => ({ id, name: name(id) })),
      context,
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
  // With more options than this, the select would weigh more than the timeline.
  return facets.filter(({ options }) => options.length > 1 && options.length <= maxFilterOptions);
}
