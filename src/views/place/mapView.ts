import type { Archive, NewsEvent, NewsPlace } from '../../model/archive.ts';
import type { Coordinates } from '../../model/drafts.ts';
import { type ViewContext } from '../page/context.ts';
import { createCountryNames } from '../words/countries.ts';

/** A place on a map. */
export interface MapPlace extends Coordinates {
  readonly name: string;
  /** What happened there or who reported from there, in words; null if that isn't stated. */
  readonly note: string | null;
  /** How many events took place there or within it: the size of its disc. 0 if it only gives orientation. */
  readonly events: number;
  /** True for the place that the page is about. */
  readonly isOwn: boolean;
}

/** What a map shows, and the text beside it. */
export interface MapView {
  readonly places: readonly MapPlace[];
  /** A text alternative for the map. */
  readonly description: string;
  /** What the sizes of discs mean, smallest first; none if all are the same. */
  readonly sizes: readonly { readonly events: number; readonly label: string }[];
  /** What isn't on the map, in words; null if everything is. */
  readonly notShown: string | null;
  /** Returns a country's name in capitals, given its ISO 3166-1 number. */
  readonly country: (code: string) => string;
  /** Returns a distance in words. */
  readonly distance: (kilometres: number) => string;
  /** A nearer map of places that would be one dot on this one. */
  readonly detail: DetailView | null;
}

/** A nearer map, which has no borders or coasts: those are known only roughly. */
export type DetailView = Omit<MapView, 'detail' | 'notShown' | 'country'> & {
  readonly caption: string;
};

/** A map on a page: the SVG drawing, and what it leaves out in words. */
export interface MapFigure {
  readonly svg: string;
  readonly notShown: string | null;
  readonly detail: { readonly svg: string; readonly caption: string } | null;
}

/** A place with its number of events, including those of places within it that have no coordinates. */
interface Counted {
  readonly place: NewsPlace;
  readonly events: ReadonlySet<NewsEvent>;
  /** Outlets that reported from a place where nothing happened. */
  readonly outlets: readonly string[];
  /** The places that are counted with it. */
  readonly others: readonly NewsPlace[];
}

/** A counted place with its coordinates. */
type Placed = Counted & { readonly at: Coordinates };

/** Maximum number of places on one map: more labels would cover each other. */
const maxPlaces = 12;

/** Returns the map of all places with events, or null if none has coordinates. */
export function viewMap(context: ViewContext): MapView | null {
  const counted = countEvents(context.archive);
  const placed = takeRegion(counted.flatMap(getPlaced));
  const groups = groupNear(placed);
  const shown = groups.slice(0, maxPlaces);
  const [most] = shown;
  if (!most || most.whole.events.size === 0) return null;
  const { map } = context.pages;
  const isShown = new Set(shown.flatMap(({ members }) => members.map(({ place }) => place)));
  const rest = counted.filter(({ place }) => !isShown.has(place));
  // The nearer map is of the place with most to tell apart.
  const [crowded] = shown
    .filter(({ members }) => members.length > 1)
    .sort((a, b) => b.members.length - a.members.length);
  const unnamed = shown.flatMap(({ whole, members }) => {
    const names = [
      ...members.flatMap(({ others }) => others),
      ...members.slice(1).flatMap(({ place }) => (members === crowded?.members ? [] : [place])),
    ].map(({ name }) => name);
    return names.length > 0 ? [map.countedWith(whole.place.name, shorten(names, context))] : [];
  });
  return {
    ...viewCounted(
      shown.map(({ whole }) => whole),
      context,
    ),
    notShown:
      [
        ...unnamed,
        ...(rest.length > 0
          ? [
              map.notShown(
                shorten(
                  rest.map((one) => describe(one, context)),
                  context,
                ),
              ),
            ]
          : []),
      ].join(' ') || null,
    country: createCountryNames(context.language),
    detail: crowded
      ? {
          ...viewCounted(crowded.members, context),
          caption: map.detail,
        }
      : null,
  };
}

function getPlaced(one: Counted): Placed[] {
  return one.place.coordinates ? [{ ...one, at: one.place.coordinates }] : [];
}

function note({ events, outlets }: Counted, { pages }: ViewContext): string {
  return events.size > 0 ? pages.map.events(events.size) : pages.map.reportedFrom(outlets);
}

function describe(one: Counted, context: ViewContext): string {
  return context.pages.map.withNote(one.place.name, note(one, context));
}

function viewCounted(placed: readonly Placed[], context: ViewContext) {
  const { map } = context.pages;
  const counts = placed.map(({ events }) => events.size).filter((count) => count > 0);
  const sizes = [...new Set([Math.min(...counts), Math.max(...counts)])];
  return {
    places: placed.map((one) => ({
      ...one.at,
      name: one.place.name,
      note: note(one, context),
      events: one.events.size,
      isOwn: false,
    })),
    description: map.describe(placed.map((one) => describe(one, context))),
    sizes: sizes.length > 1 ? sizes.map((events) => ({ events, label: map.events(events) })) : [],
    distance: map.distance,
  };
}

/** Places that would be one dot on a map: its name and numbers, and all that it stands for. */
interface Group {
  readonly whole: Placed;
  readonly members: readonly Placed[];
}

/** Returns the places in groups of those too near to each other to tell apart, most events first. */
function groupNear(placed: readonly Placed[]): readonly Group[] {
  const spread = Math.max(0, ...placed.map(({ at }) => measure(placed[0]?.at ?? at, at)));
  const near = Math.max(tooNear, spread / 24);
  const groups: Placed[][] = [];
  for (const one of placed) {
    const group = groups.find(([head]) => head && measure(head.at, one.at) < near);
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups
    .flatMap((members) => {
      const [head] = members;
      if (!head) return [];
      const events = new Set(members.flatMap((one) => [...one.events]));
      return [{ whole: { ...head, events }, members }];
    })
    .sort((a, b) => b.whole.events.size - a.whole.events.size);
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
        : [{ name: other.name, ...other.coordinates, distance: measure(at, other.coordinates) }],
    )
    .sort((a, b) => a.distance - b.distance);
  const view = (shown: typeof others) => ({
    places: [
      { ...at, name: own.name, note: null, events: 1, isOwn: true },
      ...shown.slice(0, maxNeighbours).map(({ name, latitude, longitude }) => {
        return { name, latitude, longitude, note: null, events: 0, isOwn: false };
      }),
    ],
    sizes: [],
    distance: pages.map.distance,
  });
  const near = others.filter(({ distance }) => distance > 0 && distance < tooNear);
  return {
    ...view(others.filter(({ distance }) => distance >= tooNear && distance < farthestNeighbour)),
    description: pages.map.describe([own.name]),
    notShown: null,
    country: createCountryNames(context.language),
    detail:
      near.length > 0
        ? {
            ...view(near),
            description: pages.map.describe([own.name, ...near.map(({ name }) => name)]),
            caption: pages.map.detail,
          }
        : null,
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
  const counts = new Map<NewsPlace, { events: Set<NewsEvent>; others: Set<NewsPlace> }>();
  for (const event of archive.events)
    for (const id of new Set([...(event.place === null ? [] : [event.place]), ...event.places])) {
      const place = archive.placeById.get(id);
      if (!place) continue;
      const counted = place.coordinates ? place : (findAround(place, archive) ?? place);
      const known = counts.get(counted) ?? { events: new Set(), others: new Set() };
      known.events.add(event);
      if (counted !== place) known.others.add(place);
      counts.set(counted, known);
    }
  const outlets = new Map<string, Set<string>>();
  for (const { place, source } of archive.articles) {
    if (place === null) continue;
    const own = outlets.get(place) ?? new Set();
    outlets.set(place, own.add(archive.sourceById.get(source)?.name ?? source));
  }
  return archive.places
    .flatMap((place) => {
      const { events = new Set<NewsEvent>(), others = new Set<NewsPlace>() } =
        counts.get(place) ?? {};
      const from = outlets.get(place.id);
      return events.size === 0 && !(from && place.coordinates)
        ? []
        : [{ place, events, outlets: [...(from ?? [])], others: [...others] }];
    })
    .sort((a, b) => b.events.size - a.events.size);
}

/** In kilometres: a place nearer to the others is no outlier, however close together they are. */
const outlierDistance = 1500;

/**
 * Returns the places without outliers. Outliers lie beyond a gap, measured from the place with most events,
 * that is more than three times the distance of the place before. If the outliers would have a third of the
 * events, all places stay.
 */
function takeRegion(places: readonly Placed[]): readonly Placed[] {
  const [centre] = places;
  if (!centre) return places;
  const distances = places
    .map((one) => ({ one, distance: measure(centre.at, one.at) }))
    .sort((a, b) => a.distance - b.distance);
  const gap = distances.findIndex(({ distance }, index) => {
    const before = distances[index - 1]?.distance ?? 0;
    return distance > Math.max(3 * before, before + outlierDistance);
  });
  if (gap < 0) return places;
  const sum = (list: typeof distances) => list.reduce((all, { one }) => all + one.events.size, 0);
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
