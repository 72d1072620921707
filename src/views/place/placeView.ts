import type { NewsEvent, NewsPlace } from '../../model/archive.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { linkPlace, type NamedLink, type ViewContext } from '../page/context.ts';
import { viewEventCard, viewNaming } from '../cards/eventCard.ts';
import { viewHistory, type HistoryView } from '../history/historyView.ts';
import { weighWords, type PartLink } from '../lists/longList.ts';
import { listEvents, takeNewest, weighListed, type ListedEvents } from '../cards/listedEvents.ts';
import { listPartsOf } from '../lists/parts.ts';
import { linkParts, linkIdParts } from '../lists/partLinks.ts';
import { findPlaceEvents } from '../lists/placeEvents.ts';
import { fitIndex, type FittedIndex } from '../lists/indexList.ts';
import { sortByName } from '../lists/nameOrder.ts';
import { renderText } from '../prose/passages.ts';
import { listBytes, maxPlacesWithin } from '../lists/budgets.ts';

export interface PlaceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly spellings: readonly string[];
  readonly within: NamedLink | null;
  /** The places within it, each with its number of events, including events within. */
  readonly holds: readonly (NamedLink & { readonly events: number })[];
  /** How many more places within it are only in the index of all places. */
  readonly moreHeld: number;
  readonly index: string;
  readonly html: string;
  /** The years of a list that is too long for one page; `events` and `mentionedIn` then hold the newest. */
  readonly parts: readonly PartLink[];
  readonly events: ListedEvents;
  readonly mentionedIn: ListedEvents;
}

/** Returns the content of a place's page: where it is, what happened there, and what only mentions it. */
export function viewPlace(place: NewsPlace, context: ViewContext): PlaceView {
  const { archive } = context;
  const { here, named } = findPlaceEvents(archive, place.id);
  const parts = listPartsOf(archive, 'places', place.id, '');
  const newest = (all: readonly NewsEvent[]) =>
    parts.length > 0 ? takeNewest(all, context.archive.site.zone) : all;
  const { name, names, spellings } = place;
  const holds = listInside(archive, place.id);
  const html = renderText(place.text, context);
  const room = listBytes - weighWords([html]);
  const events = listEvents(newest(here), context, (event) => viewEventCard(event, context), room);
  return {
    history: viewHistory(place, context),
    name,
    names,
    spellings,
    within: place.within && linkPlace(place.within, context),
    holds: holds.slice(0, maxPlacesWithin).map(({ id }) => ({
      ...linkPlace(id, context),
      events: findPlaceEvents(archive, id).here.length,
    })),
    moreHeld: Math.max(0, holds.length - maxPlacesWithin),
    index: context.at.places,
    html,
    parts: linkParts(parts, context),
    events,
    mentionedIn: listEvents(
      newest(named),
      context,
      (event) => viewNaming(event, `place:${place.id}`, context),
      room - weighListed(events),
    ),
  };
}

/** Returns the places directly within a place. */
const listInside = defineQuery(
  'placesInside',
  (archive, id: string): readonly NewsPlace[] =>
    remember(archive, archive, 'places by outer', () =>
      Map.groupBy(archive.places, ({ within }): string | null => within),
    ).get(id) ?? [],
);

/** A place in the index, with its number of events in words, and the places within it. */
export interface PlaceNode extends NamedLink {
  readonly count: string | null;
  readonly inner: readonly PlaceNode[];
}

/** The index of places. */
interface PlaceIndex extends FittedIndex<NamedLink & { readonly notes: readonly string[] }> {
  readonly parts: readonly PartLink[];
  /** All places, each below the one around it, if the page can hold them; `entries` has them in one list. */
  readonly tree: readonly PlaceNode[];
}

/**
 * Returns the places by name, each with the place around it. If there are many, only top-level places are
 * listed, with links to pages that list all.
 */
export function viewPlaces(context: ViewContext): PlaceIndex {
  const { archive } = context;
  const { within: inside } = context.pages.list;
  const view = ({ id, within }: NewsPlace) => {
    const count = findPlaceEvents(archive, id).here.length;
    const around = within === null ? [] : [inside(archive.placeById.get(within)?.name ?? within)];
    const counted = count === 0 ? [] : [context.pages.list.events(count)];
    return {
      ...linkPlace(id, context),
      notes:
        around.length + counted.length === 0
          ? []
          : [[...around, ...counted].join(context.pages.joints.comma)],
    };
  };
  const parts = linkIdParts({ folder: 'places/', prefix: '' }, context);
  const all = fitIndex(sortByName(archive.places.map(view), context), () => 0, parts.length > 0);
  if (all.more === 0) return { ...all, parts, tree: nest(all.entries, null, context) };
  const outer = archive.places.filter(({ within }) => within === null);
  const { entries } = fitIndex(
    sortByName(outer.map(view), context),
    ({ id }) => findPlaceEvents(archive, id).here.length,
    parts.length > 0,
  );
  return { entries, more: archive.places.length - entries.length, parts, tree: [] };
}

/** Returns the entries that are directly within a place, in their order, each with those within it. */
function nest(
  entries: readonly NamedLink[],
  within: string | null,
  context: ViewContext,
): readonly PlaceNode[] {
  const { archive, pages } = context;
  const own = new Set(
    within === null
      ? archive.places.filter((place) => place.within === null).map(({ id }) => id)
      : listInside(archive, within).map(({ id }) => id),
  );
  return entries
    .filter(({ id }) => own.has(id as NewsPlace['id']))
    .map(({ id }) => {
      const events = findPlaceEvents(archive, id).here.length;
      return {
        ...linkPlace(id, context),
        count: events === 0 ? null : pages.list.events(events),
        inner: nest(entries, id, context),
      };
    });
}
