import type { Archive, NewsEvent, NewsPlace } from '../model/archive.ts';
import type { PlaceId } from '../model/ids.ts';
import { linkPlace, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, viewNaming, type EventCard } from './eventCard.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import { renderText } from './passages.ts';

export interface PlaceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly spellings: readonly string[];
  readonly within: NamedLink | null;
  readonly holds: readonly NamedLink[];
  readonly html: string;
  readonly events: readonly EventCard[];
  readonly mentionedIn: readonly EventCard[];
}

/** Gives what the page of one place says: where it is, what happened there, and where it is only named. */
export function viewPlace(place: NewsPlace, context: ViewContext): PlaceView {
  const { places } = context.archive;
  const { here, named } = findPlaces(context.archive).get(place.id) ?? { here: [], named: [] };
  const { name, names, spellings } = place;
  return {
    history: viewHistory(place, context),
    name,
    names,
    spellings,
    within: place.within && linkPlace(place.within, context),
    holds: places
      .filter(({ within }) => within === place.id)
      .map(({ id }) => linkPlace(id, context)),
    html: renderText(place.text, context),
    events: here.map((event) => viewEventCard(event, context)),
    mentionedIn: named.map((event) => viewNaming(event, `place:${place.id}`, context)),
  };
}

/** The events of one place, in the order of the timeline: those that were there, and those that only name it. */
interface PlaceEvents {
  readonly here: NewsEvent[];
  readonly named: NewsEvent[];
}

// Gathered once, so that no page looks across the archive.
const placed = new WeakMap<Archive, ReadonlyMap<PlaceId, PlaceEvents>>();

function findPlaces(archive: Archive): ReadonlyMap<PlaceId, PlaceEvents> {
  const known = placed.get(archive);
  if (known) return known;
  const byPlace = new Map<PlaceId, PlaceEvents>();
  const open = (id: PlaceId) => {
    const found = byPlace.get(id) ?? { here: [], named: [] };
    byPlace.set(id, found);
    return found;
  };
  for (const event of archive.events) {
    const own = new Set([...event.places, ...(event.place === null ? [] : [event.place])]);
    for (const id of own) open(id).here.push(event);
    for (const id of new Set(event.mentionedPlaces)) if (!own.has(id)) open(id).named.push(event);
  }
  placed.set(archive, byPlace);
  return byPlace;
}

/** Gives the places by id, each with what it lies in. */
export function viewPlaces(context: ViewContext): (NamedLink & { readonly note: string | null })[] {
  const { places, placeById } = context.archive;
  const { within: inside } = context.pages.list;
  return places.map(({ id, within }) => ({
    ...linkPlace(id, context),
    note: within && inside(placeById.get(within)?.name ?? within),
  }));
}
