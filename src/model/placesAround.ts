import type { NewsEvent } from './archive.ts';
import type { PlaceId } from './ids.ts';

/** Returns the places that contain a place, nearest first. Stops at a circle, which the check reports. */
export function listAround(
  place: PlaceId,
  getWithin: (id: PlaceId) => PlaceId | null | undefined,
): PlaceId[] {
  const around: PlaceId[] = [];
  for (let next = getWithin(place); next && next !== place; next = getWithin(next)) {
    if (around.includes(next)) break;
    around.push(next);
  }
  return around;
}

/** Returns whether the accounts of an event give places that can't all be right and no ruling decides. */
export function hasDifferingPlaces({ place, places }: NewsEvent): boolean {
  return place === null && places.length > 1;
}
