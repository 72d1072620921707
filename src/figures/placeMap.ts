import type { Element } from 'hast';
import { s } from 'hastscript';
import { toHtml } from 'hast-util-to-html';
import {
  geoAzimuthalEqualArea,
  geoContains,
  geoDistance,
  geoIdentity,
  geoPath,
  type GeoPermissibleObjects,
  type GeoProjection,
} from 'd3-geo';
import { feature, merge, mesh, transform } from 'topojson-client';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import atlas from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { DetailView, MapFigure, MapPlace, MapView } from '../views/place/mapView.ts';
import { simplify } from './simplifyLine.ts';

// Countries and places in SVG, with integer coordinates and without points that a reader could not tell
// apart. The style sheet sets the colours.

/** A country. A country that is not in ISO 3166-1 has no number, and is drawn without a name. */
type Shape = (Polygon | MultiPolygon) & { readonly id?: string };
type World = Topology<{ countries: GeometryCollection }>;

const WIDTH = 360;
const HEIGHT = 280;
const MARGIN = 76;

/** The height of a nearer map, and the room at the edge of one for half a label. */
const DETAIL_HEIGHT = 190;
const DETAIL_MARGIN = 52;

/** The height of the strip below a map with its scale and the sizes of its discs. */
const KEY_HEIGHT = 24;

/** The room between the outline of a country and the edge of the map, in pixels. */
const COUNTRY_MARGIN = 12;

/** How much smaller places may be drawn so that all of their country is seen. */
const maxShrink = 3;

/**
 * How far a simplified border may lie from the real one, in pixels; the larger distances simplify a map that
 * would be too long.
 */
const tolerances = [0.7, 1.6, 2.4, 3.2];

/**
 * Maximum length of a map's paths in characters: a map of the world is drawn more coarsely than a map of one
 * country.
 */
const maxPathLength = 4500;

/** Maximum radius of a disc, and the radius of one that stands for a single event, in pixels. */
const maxRadius = 8;
const smallRadius = 3.5;

/** Maximum distance on the globe from the centre of a map with a scale to its corners, in radians. */
const maxScaledReach = 0.3;

const EARTH_RADIUS = 6371;

/** Minimum size of a drawn island, in pixels. */
const minIslandSize = 3;

/** Minimum distance from the centre of a map to its edge, in radians, so that some border is visible. */
const minReach = 0.055;
const minReachOfMany = 0.03;
const minReachOfDetail = 0.00005;

/** The widths of a letter in names, in notes and in names of countries, in pixels, for a wide font. */
const letterWidth = 7.4;
const noteLetterWidth = 5.8;
const countryLetterWidth = 8.2;

/** Minimum area of a country with a name, in square pixels. */
const minNamedArea = 900;

/** The height of a line in labels, in pixels. */
const lineHeight = 14;

/** Maximum length of a line of a note in characters, if the note has several words. */
const maxNoteLength = 16;

/** Maximum number of countries on a map whose labels keep clear of borders. */
const maxClearCountries = 24;

/** The room around a place that other labels leave free, in pixels, so that each is read with its own. */
const placeMargin = 7;

/** The room between labels, in pixels, so that a note doesn’t run into the next name. */
const labelMargin = 8;

/** The room around the name of a country, in pixels: closer to a place, it would look like one. */
const countryMargin = 9;

/**
 * Returns a map of places for a page, or null if there is none. Its borders are simplified until they fit
 * into `longest` characters, or no further.
 */
export function drawMap(view: MapView | null, longest = maxPathLength): MapFigure | null {
  return (
    view && {
      svg: draw(view, longest),
      notShown: view.notShown,
      detail: view.detail && { svg: drawDetail(view.detail), caption: view.detail.caption },
    }
  );
}

/** Draws land, borders, the countries that contain the places, and a disc and a name for each place. */
function draw(view: MapView, longest: number): string {
  const focus = listFocus(view.places);
  const projection = fit(view.places, focus);
  const { dots, labels, most } = listDots(view, projection, HEIGHT);
  const near = takeNear(projection);
  // On a map of many countries, no label can keep clear of all borders.
  const outlines =
    near.length > maxClearCountries
      ? []
      : near.map(({ shape }) => feature(openAtlas().world, shape));
  const places = dots.map(({ place, dot }) =>
    drawPlace(place, dot, labels, createBorderCheck(place, outlines, projection)),
  );
  const ground = tolerances.reduce<Ground | null>(
    (drawn, tolerance) =>
      drawn && drawn.length <= longest ? drawn : drawGround(near, focus, projection, tolerance),
    null,
  );
  const names = (ground?.countries ?? []).flatMap(({ code, at, isInside }) =>
    labels.centre(view.country(code), at, isInside),
  );
  return print(view, HEIGHT, [
    s('rect', { className: ['sea'], width: WIDTH, height: HEIGHT }),
    ...(ground?.paths ?? []).map(({ className, d }) => s('path', { className: [className], d })),
    ...drawKey(view, most, projection, HEIGHT),
    ...names,
    ...places,
  ]);
}

/** Draws places by their positions to each other alone. */
function drawDetail(view: DetailView): string {
  const points = listPoints(view.places);
  const projection = createProjection(points);
  projection.fitExtent(createBox(DETAIL_MARGIN, DETAIL_HEIGHT), {
    type: 'MultiPoint',
    coordinates: points,
  });
  limitScale(projection, minReachOfDetail, DETAIL_HEIGHT, DETAIL_MARGIN);
  const { dots, labels, most } = listDots(view, projection, DETAIL_HEIGHT);
  return print(view, DETAIL_HEIGHT, [
    s('rect', { className: ['focus'], width: WIDTH, height: DETAIL_HEIGHT }),
    ...drawKey(view, most, projection, DETAIL_HEIGHT),
    ...dots.map(({ place, dot }) => drawPlace(place, dot, labels, () => false)),
  ]);
}

function print({ description }: DetailView | MapView, height: number, drawn: Element[]): string {
  const size = `0 0 ${WIDTH} ${height + KEY_HEIGHT}`;
  return toHtml(s('svg', { viewBox: size, role: 'img', ariaLabel: description }, drawn), {
    space: 'svg',
    closeSelfClosing: true,
  });
}

/** Returns the places as drawn, the smaller ones last: they lie above the others. */
function listDots({ places }: DetailView | MapView, projection: GeoProjection, height: number) {
  const most = Math.max(...places.map(({ events }) => events));
  const dots = places.map((place) => ({ place, dot: findDot(place, most, projection) }));
  const labels = new Labels(
    dots.map(({ dot }) => dot),
    height,
  );
  return { dots, labels, most };
}

/** Draws a map's frame and the strip below it: what the sizes of discs mean, and a scale if one holds for the whole map. */
function drawKey(
  { sizes, distance }: DetailView | MapView,
  most: number,
  projection: GeoProjection,
  height: number,
) {
  const y = height + 16;
  let x = 0;
  const discs = sizes.flatMap(({ events, label }) => {
    const r = getRadius(events, most);
    const cx = x + Math.ceil(r);
    x = cx + r + 6 + noteLetterWidth * label.length + 12;
    return [
      s('circle', { cx, cy: y - 4, r }),
      s('text', { className: ['k'], x: round(cx + r + 5), y }, label),
    ];
  });
  const frame = s('path', { className: ['frame'], d: `m.5.5h${WIDTH - 1}V${height - 1}H.5z` });
  const corner = projection.invert?.([0, 0]);
  const centre = projection.invert?.([WIDTH / 2, height / 2]);
  if (!corner || !centre || geoDistance(corner, centre) > maxScaledReach) return [frame, ...discs];
  const kilometres = chooseScale(projection.scale() / EARTH_RADIUS);
  const length = round((kilometres * projection.scale()) / EARTH_RADIUS);
  return [
    frame,
    ...discs,
    s('path', { className: ['scale'], d: `m${WIDTH - length - 1} ${y - 5}v5h${length}v-5` }),
    s(
      'text',
      { className: ['k'], x: WIDTH - length - 7, y, textAnchor: 'end' },
      distance(kilometres),
    ),
  ];
}

/** Returns the longest round distance in kilometres that takes at most a quarter of a map's width. */
function chooseScale(pixelsPerKilometre: number): number {
  const longest = WIDTH / 4 / pixelsPerKilometre;
  const power = 10 ** Math.floor(Math.log10(longest));
  const factor = [5, 2, 1].find((one) => one * power <= longest) ?? 1;
  // Below one kilometre, powers of ten are not exact.
  return Number((factor * power).toPrecision(1));
}

/** The ground below the places: its outlines, and the countries with room for their names. */
interface Ground {
  readonly paths: readonly { readonly className: string; readonly d: string }[];
  readonly length: number;
  readonly countries: readonly {
    readonly code: string;
    readonly at: [number, number];
    /** Returns whether a point of the drawing is in the country. */
    readonly isInside: (x: number, y: number) => boolean;
  }[];
}

function drawGround(
  near: readonly Located[],
  focus: ReadonlySet<Shape>,
  projection: GeoProjection,
  tolerance: number,
): Ground {
  const shapes = near.map(({ shape }) => shape);
  const world = flatten(near, projection, tolerance);
  const path = geoPath(
    geoIdentity().clipExtent([
      [0, 0],
      [WIDTH, HEIGHT - 1],
    ]),
  ).digits(0);
  const print = (className: string, geometry: Parameters<typeof path>[0]) => {
    const d = path(geometry);
    return d === null ? [] : [{ className, d: shorten(d) }];
  };
  const paths = [
    ...print('land', merge(world, shapes)),
    ...shapes
      .filter((shape) => focus.has(shape))
      .flatMap((shape) => print('focus', feature(world, shape))),
    // The outline of a country with places is a border, too.
    ...print(
      'border',
      mesh(
        world,
        { type: 'GeometryCollection', geometries: shapes },
        (a, b) => a !== b && !focus.has(a as Shape) && !focus.has(b as Shape),
      ),
    ),
  ];
  return {
    paths,
    length: paths.reduce((sum, { d }) => sum + d.length, 0),
    countries: shapes.flatMap((shape) => {
      const outline = feature(world, shape);
      const whole = feature(openAtlas().world, shape);
      const isInside = (x: number, y: number) => {
        const point = projection.invert?.([x, y]);
        return point != null && geoContains(whole, point);
      };
      return shape.id !== undefined && path.area(outline) > minNamedArea
        ? [{ code: shape.id, at: path.centroid(outline), isInside }]
        : [];
    }),
  };
}

/** Returns the countries in which something happened or the page's own place is. */
function listFocus(places: readonly MapPlace[]): ReadonlySet<Shape> {
  const points = places.filter(({ events }) => events > 0).flatMap(listAround);
  const { world, countries } = openAtlas();
  const focus = countries.filter(({ shape, centre, reach }) => {
    const near = points.filter((point) => geoDistance(centre, point) <= reach);
    if (near.length === 0) return false;
    const outline = feature(world, shape);
    return near.some((point) => geoContains(outline, point));
  });
  return new Set(focus.map(({ shape }) => shape));
}

/** Returns a place and nearby points, because a port may lie just outside such a coarse coast. */
function listAround({ longitude, latitude }: MapPlace): [number, number][] {
  const near = 0.15;
  return [
    [longitude, latitude],
    [longitude + near, latitude],
    [longitude - near, latitude],
    [longitude, latitude + near],
    [longitude, latitude - near],
  ];
}

/**
 * Returns an equal-area projection, which preserves shapes around its centre, in which the drawing holds the
 * places and the whole country around them; the places alone if they would be too small then.
 */
function fit(places: readonly MapPlace[], focus: ReadonlySet<Shape>): GeoProjection {
  const points = listPoints(places);
  const near = createProjection(points);
  near.fitExtent(createBox(MARGIN, HEIGHT), { type: 'MultiPoint', coordinates: points });
  limitScale(near, points.length > 1 ? minReachOfMany : minReach, HEIGHT, MARGIN);
  const lands = [...focus].flatMap((shape) => listLands(shape, places));
  if (lands.length === 0) return near;
  const all = [...points, ...lands];
  const far = createProjection(all).fitExtent(createBox(COUNTRY_MARGIN, HEIGHT), {
    type: 'MultiPoint',
    coordinates: all,
  });
  return far.scale() < near.scale() && far.scale() * maxShrink > near.scale() ? far : near;
}

function createProjection(points: readonly [number, number][]): GeoProjection {
  const [longitude, latitude] = findCentre(points);
  return geoAzimuthalEqualArea().rotate([-longitude, -latitude]);
}

function createBox(margin: number, height: number): [[number, number], [number, number]] {
  return [
    [margin, margin],
    [WIDTH - margin, height - margin],
  ];
}

/** Enlarges a single place, or places close together, no more than so that `reach` is visible around them. */
function limitScale(projection: GeoProjection, reach: number, height: number, margin: number) {
  const maxScale = (height / 2 - margin) / (2 * Math.sin(reach / 2));
  if (projection.scale() > maxScale) projection.scale(maxScale).translate([WIDTH / 2, height / 2]);
}

function listPoints(places: readonly MapPlace[]): [number, number][] {
  return places.map(({ longitude, latitude }) => [longitude, latitude]);
}

/** Returns the outlines of those parts of a country that have a place in them or near it: no far islands. */
function listLands(shape: Shape, places: readonly MapPlace[]): [number, number][] {
  const { world } = openAtlas();
  const lands = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
  const points = places.filter(({ events }) => events > 0).flatMap(listAround);
  return lands
    .map((arcs): Polygon => ({ type: 'Polygon', arcs }))
    .filter((land) => {
      const outline = feature(world, land);
      return points.some((point) => geoContains(outline, point));
    })
    .flatMap(({ arcs }) =>
      (arcs[0] ?? []).flatMap(
        (index) => world.arcs[index < 0 ? ~index : index] as [number, number][],
      ),
    );
}

/** Returns the middle of points on the globe as longitude and latitude, from the sum of their vectors. */
function findCentre(points: readonly (readonly [number, number])[]): [number, number] {
  const radians = Math.PI / 180;
  let [x, y, z] = [0, 0, 0];
  for (const [longitude, latitude] of points) {
    const [lambda, phi] = [longitude * radians, latitude * radians];
    x += Math.cos(phi) * Math.cos(lambda);
    y += Math.cos(phi) * Math.sin(lambda);
    z += Math.sin(phi);
  }
  return [Math.atan2(y, x) / radians, Math.atan2(z, Math.hypot(x, y)) / radians];
}

/** A country with its centre on the globe, and the greatest distance of its borders from there in radians. */
interface Located {
  readonly shape: Shape;
  readonly arcs: readonly number[];
  readonly centre: [number, number];
  readonly reach: number;
}

interface Atlas {
  readonly world: World;
  readonly countries: readonly Located[];
}

// Read once for all maps.
let opened: Atlas | undefined;

function openAtlas(): Atlas {
  if (opened) return opened;
  const { transform: encoding, ...rest } = atlas as unknown as World;
  const decode = encoding ? transform(encoding) : (point: number[]) => point;
  const world = {
    ...rest,
    arcs: rest.arcs.map((arc) => arc.map((point, index) => decode([...point], index > 0))),
  };
  const countries = (world.objects.countries.geometries as Shape[]).map((shape): Located => {
    const own: unknown[] = shape.arcs;
    const arcs = (own.flat(2) as number[]).map((index) => (index < 0 ? ~index : index));
    const points = arcs.flatMap((index) => world.arcs[index] as [number, number][]);
    const centre = findCentre(points);
    // A sample is enough, because borders have no large gaps.
    const some = points.filter((_, index) => index % 8 === 0);
    const reach = Math.max(...some.map((point) => geoDistance(centre, point))) + 0.02;
    return { shape, arcs, centre, reach };
  });
  opened = { world, countries };
  return opened;
}

/** Returns the visible countries. */
function takeNear(projection: GeoProjection): Located[] {
  const invert = (x: number, y: number) => projection.invert?.([x, y]) ?? null;
  const centre = invert(WIDTH / 2, HEIGHT / 2) ?? [0, 0];
  const corners = [0, WIDTH].flatMap((x) => [0, HEIGHT].map((y) => invert(x, y)));
  const reach = Math.max(
    ...corners.map((corner) => (corner ? geoDistance(centre, corner) : Math.PI)),
  );
  const opposite: [number, number] = [centre[0] + 180, -centre[1]];
  const { world, countries } = openAtlas();
  return countries.filter(
    (country) =>
      geoDistance(centre, country.centre) <= country.reach + reach &&
      // In this projection, a country around the opposite side of the globe would surround the whole map.
      !geoContains(feature(world, country.shape), opposite),
  );
}

/**
 * Returns the borders in the plane, simplified. Each border is simplified once, so that both its sides still
 * meet.
 */
function flatten(near: readonly Located[], projection: GeoProjection, tolerance: number): World {
  const { world } = openAtlas();
  const seen = new Set(near.flatMap(({ arcs }) => arcs));
  const arcs = world.arcs.map((arc, index) =>
    seen.has(index)
      ? simplify(
          arc.map((point) => projection(point as [number, number]) ?? far),
          tolerance,
        )
      : [],
  );
  return { ...world, arcs };
}

/** Outside of any drawing, for points on the opposite side of the globe. */
const far: [number, number] = [1e6, 1e6];

/**
 * Returns a path of absolute straight lines as relative ones, which are half as long, without outlines too
 * small to see.
 */
function shorten(d: string): string {
  return d
    .split(/(?=M)/)
    .map((line) => ({ isClosed: line.endsWith('Z'), points: readPoints(line) }))
    .filter(({ points }) => [0, 1].some((axis) => getSpread(points, axis) >= minIslandSize))
    .map(({ isClosed, points }, index, all) => {
      const last = all[index - 1];
      // After a closed line, the pen is back at its start.
      let [x, y] = (last?.isClosed ? last.points[0] : last?.points.at(-1)) ?? [0, 0];
      const steps = points.map(([toX, toY]) => {
        const step = [toX - x, toY - y] as const;
        [x, y] = [toX, toY];
        return step;
      });
      const [move, ...lines] = steps.map(
        ([right, down]) => `${right}${down < 0 ? '' : ' '}${down}`,
      );
      return `m${move ?? ''}l${lines.filter((line) => line !== '0 0').join(' ')}${isClosed ? 'z' : ''}`.replaceAll(
        ' -',
        '-',
      );
    })
    .join('');
}

function readPoints(line: string): [number, number][] {
  return [...line.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [Number(x), Number(y)]);
}

function getSpread(points: readonly [number, number][], axis: number): number {
  const values = points.map((point) => point[axis] ?? 0);
  return Math.max(...values) - Math.min(...values);
}

/** A drawn place, in pixels. */
interface Dot {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

function findDot(place: MapPlace, most: number, projection: GeoProjection): Dot {
  const [x, y] = projection([place.longitude, place.latitude]) ?? far;
  const radius = place.isOwn ? 5 : getRadius(place.events, most);
  // The ring around the page's own place belongs to it.
  return { x: round(x), y: round(y), radius: place.isOwn ? radius + 4 : radius };
}

/** Returns the radius of a disc whose area stands for a number of events. */
function getRadius(events: number, most: number): number {
  if (events === 0) return 2.5;
  const max = Math.min(maxRadius, smallRadius * Math.sqrt(most));
  return Math.round(10 * Math.max(smallRadius, max * Math.sqrt(events / most))) / 10;
}

function drawPlace(
  { name, note, isOwn, events }: MapPlace,
  dot: Dot,
  labels: Labels,
  isAbroad: (box: Box) => boolean,
) {
  const { x: cx, y: cy, radius } = dot;
  return s('g', [
    s('circle', { className: events > 0 ? [] : ['aside'], cx, cy, r: isOwn ? radius - 4 : radius }),
    ...(isOwn ? [s('circle', { className: ['ring'], cx, cy, r: radius - 1 })] : []),
    ...labels.beside(name, note, dot, isAbroad),
  ]);
}

/** Returns a function that tells whether a label reaches into another country than its place's own. */
function createBorderCheck(
  { longitude, latitude }: MapPlace,
  outlines: readonly GeoPermissibleObjects[],
  projection: GeoProjection,
): (box: Box) => boolean {
  const own = outlines.find((outline) => geoContains(outline, [longitude, latitude]));
  if (!own) return () => false;
  return ({ left, top, right, bottom }) =>
    [left, (left + right) / 2, right].some((x) =>
      [top, bottom].some((y) => {
        const point = projection.invert?.([x, y]);
        if (point == null || geoContains(own, point)) return false;
        return outlines.some((outline) => geoContains(outline, point));
      }),
    );
}

/** Returns the lines of a label that say most, first: with the note in one line, in several, or without it. */
function listLines(name: string, note: string | null): readonly (readonly string[])[] {
  if (note === null) return [[name]];
  const wrapped: string[] = [];
  for (const word of note.split(' ')) {
    const last = wrapped.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= maxNoteLength)
      wrapped[wrapped.length - 1] = `${last} ${word}`;
    else wrapped.push(word);
  }
  return wrapped.length > 1 ? [[name, note], [name, ...wrapped], [name]] : [[name, note], [name]];
}

/** The possible offsets of a country's name from its centre in pixels, nearest first. */
const around = [0, 24, 48, 72]
  .flatMap((far) => [-far, 0, far].flatMap((x) => [-far, 0, far].map((y) => [x, y] as const)))
  .sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));

/** Places labels where they do not overlap anything. */
class Labels {
  readonly #taken: Box[] = [];
  readonly #dots: readonly Dot[];

  readonly #height: number;

  constructor(dots: readonly Dot[], height: number) {
    this.#dots = dots;
    this.#height = height;
  }

  /**
   * Returns a name beside a dot, or above or below it, with its note below: in its own country if there is
   * room, else over a border, else only the name, or nothing if there is no room for that either.
   */
  beside(name: string, note: string | null, dot: Dot, isAbroad: (box: Box) => boolean) {
    const variants = listLines(name, note);
    const full = variants.filter((lines) => note === null || lines.length > 1);
    const isFree = (box: Box) => this.#isFree(box, 3, dot);
    const label =
      findLabel(full, dot, (box) => isFree(box) && !isAbroad(box)) ??
      findLabel(full, dot, isFree) ??
      findLabel(variants, dot, isFree);
    if (!label) return [];
    this.#taken.push(label.box);
    const at = { x: round(label.x), textAnchor: label.anchor === 'start' ? null : label.anchor };
    return label.lines.map((line, index) =>
      s(
        'text',
        {
          ...at,
          y: round(label.box.top + 12 + lineHeight * index),
          className: index > 0 ? ['note'] : [],
        },
        line,
      ),
    );
  }

  /**
   * Returns a name centred on a point, or near it and still inside if there is no room, or nothing if that
   * fails too.
   */
  centre(
    name: string,
    [middle, height]: readonly [number, number],
    isInside: (x: number, y: number) => boolean,
  ) {
    const half = (countryLetterWidth * name.length) / 2;
    for (const [right, down] of around) {
      const [x, y] = [middle + right, height + down];
      const box = { left: x - half, top: y - 9, right: x + half, bottom: y + 4 };
      if (!this.#isFree(box, countryMargin)) continue;
      if (!(isInside(box.left, y - 4) && isInside(box.right, y - 4))) continue;
      this.#taken.push(box);
      return [
        s('text', { className: ['c'], x: round(x), y: round(y), textAnchor: 'middle' }, name),
      ];
    }
    return [];
  }

  /** Returns whether a box is inside the drawing, and `apart` from labels and from places but its own. */
  #isFree(box: Box, apart: number, own?: Dot): boolean {
    const isInside =
      box.left >= 2 && box.right <= WIDTH - 2 && box.top >= 2 && box.bottom <= this.#height - 2;
    return (
      isInside &&
      this.#taken.every((other) => areApart(box, other, Math.max(apart, labelMargin))) &&
      this.#dots.every((dot) =>
        areApart(box, toBox(dot), dot === own ? 0 : Math.max(apart, placeMargin)),
      )
    );
  }
}

function toBox({ x, y, radius }: Dot): Box {
  return { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
}

function areApart(a: Box, b: Box, by: number): boolean {
  return (
    a.left - by >= b.right ||
    a.right + by <= b.left ||
    a.top - by >= b.bottom ||
    a.bottom + by <= b.top
  );
}

/** A label's lines, its box, and the point at which its text is anchored. */
interface Label {
  readonly lines: readonly string[];
  readonly box: Box;
  readonly x: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** Returns the first label whose box fits: of the lines that say most, at the first of the sides. */
function findLabel(
  variants: readonly (readonly string[])[],
  dot: Dot,
  fits: (box: Box) => boolean,
): Label | undefined {
  for (const lines of variants) {
    const label = listLabels(lines, dot).find(({ box }) => fits(box));
    if (label) return label;
  }
  return undefined;
}

/** How far a label below or above a dot reaches beyond it, if it isn't centred, in pixels. */
const SLANT = 16;

/** Returns the possible labels of a dot: beside it, below and above, then beside it but higher or lower. */
function listLabels(lines: readonly string[], { x, y, radius }: Dot): readonly Label[] {
  const gap = radius + 4;
  const width = Math.max(
    ...lines.map((line, index) => (index > 0 ? noteLetterWidth : letterWidth) * line.length),
  );
  const height = lineHeight * lines.length;
  const beside = (down: number) =>
    (['start', 'end'] as const).map((anchor): Label => {
      const at = anchor === 'start' ? x + gap : x - gap;
      const left = anchor === 'start' ? at : at - width;
      const top = y - 8 + down;
      const box = { left, top, right: left + width, bottom: top + height };
      return { lines, anchor, x: at, box };
    });
  const tops = [y + radius + 1, y - radius - 3 - height];
  const middle = tops.map((top): Label => {
    const box = { left: x - width / 2, top, right: x + width / 2, bottom: top + height };
    return { lines, anchor: 'middle', x, box };
  });
  const aslant = tops.flatMap((top) =>
    (['start', 'end'] as const).map((anchor): Label => {
      const left = anchor === 'start' ? x - SLANT : x + SLANT - width;
      const box = { left, top, right: left + width, bottom: top + height };
      return { lines, anchor, x: anchor === 'start' ? left : left + width, box };
    }),
  );
  return [...beside(0), ...middle, ...aslant, ...beside(-11), ...beside(12)];
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function round(value: number): number {
  return Math.round(value);
}
