import type { Archive, NewsPlace } from '../../model/archive.ts';
import type { Coordinates } from '../../model/drafts.ts';
import { type ViewContext } from '../page/context.ts';
import { createCountryNames } from '../words/countries.ts';

/** A place on a map. */
export interface MapPlace extends Coordinates {
  readonly name: string;
  /** How many events took place there or within it, in words; null if that isn't stated. */
  readonly note: string | null;
  /** True for places that the map is about, false for those that only give orientation. */
  readonly isMain: boolean;
  /** True for the place that the page is about. */
  readonly isOwn: boolean;
}

/** What a map shows, and the text beside it. */
export interface MapView {
  readonly places: readonly MapPlace[];
  /** A text alternative for the map. */
  readonly description: string;
  /** What isn't on the map, in words; null if everything is. */
  readonly notShown: string | null;
  /** Returns a country's name in capitals, given its ISO 3166-1 number. */
  readonly country: (code: string) => string;
}

/** A map on a page: the SVG drawing, and what it leaves out in words. */
export interface MapFigure {
  readonly svg: string;
  readonly notShown: string | null;
}

/** A place with its number of events, including those of places within it that have no coordinates. */
interface Counted {
  readonly place: NewsPlace;
  readonly events: number;
  /** Outlets that reported from a place where nothing happened. */
  readonly outlets: readonly string[];
}

/** Maximum number of places on one map: more labels would cover each other. */
const maxPlaces = 12;

/** Returns the map of all places with events, or null if none has coordinates. */
export function viewMap(context: ViewContext): MapView | null {
  const counted = countEvents(context.archive);
  const placed = counted.filter(({ place }) => place.coordinates !== null);
  const shown = takeRegion(placed).slice(0, maxPlaces);
  const [most] = shown;
  if (!most || most.events === 0) return null;
  const { map } = context.pages;
  const note = ({ events, outlets }: Counted) =>
    events > 0 ? map.events(events) : map.reportedFrom(outlets);
  const describe = (one: Counted) => map.withNote(one.place.name, note(one));
  const rest = counted.filter((one) => !shown.includes(one));
  const view = (one: Counted): MapPlace[] =>
    one.place.coordinates === null
      ? []
      : [
          {
            ...one.place.coordinates,
            name: one.place.name,
            note: note(one),
            isMain: one.events * 2 >= most.events,
            isOwn: false,
          },
        ];
  return {
    places: shown.flatMap(view),
    description: map.describe(shown.map(describe)),
    notShown: rest.length > 0 ? map.notShown(shorten(rest.map(describe), context)) : null,
    country: createCountryNames(context.language),
  };
}

/** Returns the map that locates one place, with the nearest other places; null if it has no coordinates. */
export function viewLocator(place: NewsPlace, context: ViewContext): MapView | null {
  const { archive, pages } = context;
  const at = place.coordinates ?? findAround(place, archive)?.coordinates;
  if (!at) return null;
  const isOwn = (other: NewsPlace) => other.coordinates === at;
  const own = archive.places.find(isOwn) ?? place;
  const others = archive.places
    .flatMap((other) =>
      other.coordinates === null || isOwn(other)
        ? []
        : [{ other, at: other.coordinates, distance: measure(at, other.coordinates) }],
    )
    .sort((a, b) => a.distance - b.distance)
    .filter(({ distance }) => distance >= tooNear && distance < farthestNeighbour)
    .slice(0, maxNeighbours);
  return {
    places: [
      { ...at, name: own.name, note: null, isMain: true, isOwn: true },
      ...others.map(({ other, at: there }) => ({
        ...there,
        name: other.name,
        note: null,
        isMain: false,
        isOwn: false,
      })),
    ],
    description: pages.map.describe([own.name]),
    notShown: null,
    country: createCountryNames(context.language),
  };
}

/** In kilometres: nearer places would merge into one dot, farther ones would shrink the map too much. */
const tooNear = 30;
const farthestNeighbour = 900;
const maxNeighbours = 4;

/** Returns the innermost place around one that has coordinates. */
function findAround({ within }: NewsPlace, archive: Archive): NewsPlace | undefined {
  for (let id = within; id !== null;) {
    const place = archive.placeById.get(id);
    if (!place) return undefined;
    if (place.coordinates) return place;
    id = place.within;
  }
  return undefined;
}

/**
 * Returns the places with events or reporting outlets, most events first. An event without coordinates of its
 * own counts at a place around it that has them.
 */
function countEvents(archive: Archive): Counted[] {
  const counts = new Map<NewsPlace, number>();
  for (const event of archive.events) {
    const ids = new Set([...(event.place === null ? [] : [event.place]), ...event.places]);
    const places = [...ids].flatMap((id) => {
      const place = archive.placeById.get(id);
      if (!place) return [];
      return place.coordinates ? [place] : [findAround(place, archive) ?? place];
    });
    for (const place of new Set(places)) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const outlets = new Map<string, Set<string>>();
  for (const { place, source } of archive.articles) {
    if (place === null) continue;
    const own = outlets.get(place) ?? new Set();
    outlets.set(place, own.add(archive.sourceById.get(source)?.name ?? source));
  }
  return archive.places
    .flatMap((place) => {
      const events = counts.get(place) ?? 0;
      const from = outlets.get(place.id);
      return events === 0 && !(from && place.coordinates)
        ? []
        : [{ place, events, outlets: [...(from ?? [])] }];
    })
    .sort((a, b) => b.events - a.events);
}

/** In kilometres: a place nearer to the others is no outlier, however close together they are. */
const outlierDistance = 1500;

/**
 * Returns the places without outliers. Outliers lie beyond a gap, measured from the place with most events,
 * that is more than three times the distance of the place before. If the outliers would have a third of the
 * events, all places stay.
 */
function takeRegion(places: readonly Counted[]): readonly Counted[] {
  const [centre] = places;
  if (!centre?.place.coordinates) return places;
  const from = centre.place.coordinates;
  const distances = places
    .map((one) => ({
      one,
      distance: one.place.coordinates ? measure(from, one.place.coordinates) : 0,
    }))
    .sort((a, b) => a.distance - b.distance);
  const gap = distances.findIndex(({ distance }, index) => {
    const before = distances[index - 1]?.distance ?? 0;
    return distance > Math.max(3 * before, before + outlierDistance);
  });
  if (gap < 0) return places;
  const sum = (list: typeof distances) => list.reduce((all, { one }) => all + one.events, 0);
  if (sum(distances.slice(gap)) * 3 > sum(distances)) return places;
  const kept = new Set(distances.slice(0, gap).map(({ one }) => one));
  return places.filter((one) => kept.has(one));
}

/** Maximum number of places named beside a map. */
const maxNamed = 6;

function shorten(names: readonly string[], { pages }: ViewContext): readonly string[] {
  return names.length > maxNamed + 1
    ? [...names.slice(0, maxNamed), pages.list.more(names.length - maxNamed)]
    : names;
}

/** Returns the distance between two points on the globe in kilometres (haversine). */
function measure(a: Coordinates, b: Coordinates): number {
  const radians = Math.PI / 180;
  const half = (x: number, y: number) => Math.sin(((y - x) * radians) / 2) ** 2;
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      half(a.longitude, b.longitude);
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}
