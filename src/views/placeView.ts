import type { NewsEvent, NewsPlace } from '../model/archive.ts';
import { linkPlace, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, viewNaming, type EventCard } from './eventCard.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import { takeNewest, type PartLink } from './longList.ts';
import { listPartsOf } from './parts.ts';
import { linkParts } from './partView.ts';
import { findPlaceEvents } from './placeEvents.ts';
import { renderText } from './passages.ts';

export interface PlaceView {
  readonly history: HistoryView;
  readonly name: string;
  readonly names: readonly { readonly language: string; readonly name: string }[];
  readonly spellings: readonly string[];
  readonly within: NamedLink | null;
  readonly holds: readonly NamedLink[];
  readonly html: string;
  /** The years of a list that is too long for one page: then `events` and `mentionedIn` are the newest. */
  readonly parts: readonly PartLink[];
  readonly events: readonly EventCard[];
  readonly mentionedIn: readonly EventCard[];
}

/** Gives what the page of one place says: where it is, what happened there, and where it is only named. */
export function viewPlace(place: NewsPlace, context: ViewContext): PlaceView {
  const { places } = context.archive;
  const { here, named } = findPlaceEvents(context.archive).get(place.id) ?? { here: [], named: [] };
  const parts = listPartsOf('places', place.id, null, context.archive);
  const newest = (all: readonly NewsEvent[]) =>
    parts.length > 0 ? takeNewest(all, context.archive.site.zone) : all;
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
    parts: linkParts(parts, context),
    events: newest(here).map((event) => viewEventCard(event, context)),
    mentionedIn: newest(named).map((event) => viewNaming(event, `place:${place.id}`, context)),
  };
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
