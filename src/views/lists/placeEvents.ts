import type { Archive, NewsEvent } from '../../model/archive.ts';
import type { PlaceId } from '../../model/ids.ts';
import { defineQuery, remember } from '../../model/tracedArchive.ts';
import { listAround } from '../../model/placesAround.ts';

/**
 * The events of a place, in timeline order: those in it or in a place within it, and those that only mention
 * it.
 */
export interface PlaceEvents {
  readonly here: readonly NewsEvent[];
  readonly named: readonly NewsEvent[];
}

/** Returns an event's places in all of its accounts, and the places around them. */
export function listPlacesOf({ place, places }: NewsEvent, archive: Archive): PlaceId[] {
  const given = [...(place === null ? [] : [place]), ...places];
  const around = given.flatMap((id) =>
    listAround(id, (one) => archive.placeById.get(one)?.within ?? null),
  );
  return [...new Set([...given, ...around])];
}

/** Returns the events of each place that has any. */
function groupByPlace(archive: Archive): ReadonlyMap<string, PlaceEvents> {
  const byPlace = new Map<string, { here: NewsEvent[]; named: NewsEvent[] }>();
  const open = (id: PlaceId) => {
    const found = byPlace.get(id) ?? { here: [], named: [] };
    byPlace.set(id, found);
    return found;
  };
  for (const event of archive.events) {
    const own = new Set(listPlacesOf(event, archive));
    for (const id of own) open(id).here.push(event);
    for (const id of new Set(event.mentionedPlaces)) if (!own.has(id)) open(id).named.push(event);
  }
  return byPlace;
}

/** Returns the events of a place of an archive. */
export const findPlaceEvents = defineQuery(
  'placeEvents',
  (archive, id: string): PlaceEvents =>
    remember(archive, archive, 'events by place', () => groupByPlace(archive)).get(id) ?? {
      here: [],
      named: [],
    },
);
