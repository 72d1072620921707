import type { Archive, NewsEvent } from '../model/archive.ts';
import type { PlaceId } from '../model/ids.ts';

/** The events of one place, in the order of the timeline: those that were there, and those that only name it. */
export interface PlaceEvents {
  readonly here: NewsEvent[];
  readonly named: NewsEvent[];
}

// Gathered once, so that no page looks across the archive.
const placed = new WeakMap<Archive, ReadonlyMap<string, PlaceEvents>>();

/** Gives the events of each place that has any. */
export function findPlaceEvents(archive: Archive): ReadonlyMap<string, PlaceEvents> {
  const known = placed.get(archive);
  if (known) return known;
  const byPlace = new Map<string, PlaceEvents>();
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
