import type { Archive, NewsEvent, NewsPlace } from '../model/archive.ts';
import { linkPlace, type NamedLink, type ViewContext } from './context.ts';
import { viewEventCard, viewNaming } from './eventCard.ts';
import { viewHistory, type HistoryView } from './historyView.ts';
import {
  listEvents,
  ROOM,
  takeNewest,
  weighListed,
  weighWords,
  type ListedEvents,
  type PartLink,
} from './longList.ts';
import { listPartsOf } from './parts.ts';
import { linkParts } from './partView.ts';
import { findPlaceEvents } from './placeEvents.ts';
import { fitIndex, type FittedIndex } from './indexList.ts';
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
  readonly events: ListedEvents;
  readonly mentionedIn: ListedEvents;
}

/** Gives what the page of one place says: where it is, what happened there, and where it is only named. */
export function viewPlace(place: NewsPlace, context: ViewContext): PlaceView {
  const { here, named } = findPlaceEvents(context.archive).get(place.id) ?? { here: [], named: [] };
  const parts = listPartsOf('places', place.id, null, context.archive);
  const newest = (all: readonly NewsEvent[]) =>
    parts.length > 0 ? takeNewest(all, context.archive.site.zone) : all;
  const { name, names, spellings } = place;
  const html = renderText(place.text, context);
  const room = ROOM - weighWords([html]);
  const events = listEvents(newest(here), context, (event) => viewEventCard(event, context), room);
  return {
    history: viewHistory(place, context),
    name,
    names,
    spellings,
    within: place.within && linkPlace(place.within, context),
    holds: listInside(place.id, context.archive).map(({ id }) => linkPlace(id, context)),
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

const insides = new WeakMap<Archive, Map<string | null, NewsPlace[]>>();

function listInside(id: string, archive: Archive): readonly NewsPlace[] {
  const known =
    insides.get(archive) ?? Map.groupBy(archive.places, ({ within }): string | null => within);
  insides.set(archive, known);
  return known.get(id) ?? [];
}

/** Gives the places by id, each with what it lies in; of many those that lie in no other, whose pages lead to the rest. */
export function viewPlaces(
  context: ViewContext,
): FittedIndex<NamedLink & { readonly notes: readonly string[] }> {
  const { archive } = context;
  const { within: inside } = context.pages.list;
  const view = ({ id, within }: NewsPlace) => ({
    ...linkPlace(id, context),
    notes: within === null ? [] : [inside(archive.placeById.get(within)?.name ?? within)],
  });
  const all = fitIndex(archive.places.map(view), () => 0);
  if (all.more === 0) return all;
  const events = findPlaceEvents(archive);
  const outer = archive.places.filter(({ within }) => within === null);
  const { entries } = fitIndex(outer.map(view), ({ id }) => events.get(id)?.here.length ?? 0);
  return { entries, more: archive.places.length - entries.length };
}
