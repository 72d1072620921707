import type { NewsPlace } from '../model/archive.ts';
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
  const { events, places } = context.archive;
  const here = events.filter(
    (event) => event.places.includes(place.id) || event.place === place.id,
  );
  const named = events.filter(
    (event) => !here.includes(event) && event.mentionedPlaces.includes(place.id),
  );
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

/** Gives the places by id, each with what it lies in. */
export function viewPlaces(context: ViewContext): (NamedLink & { readonly note: string | null })[] {
  const { places, placeById } = context.archive;
  const { within: inside } = context.pages.list;
  return places.map(({ id, within }) => ({
    ...linkPlace(id, context),
    note: within && inside(placeById.get(within)?.name ?? within),
  }));
}
