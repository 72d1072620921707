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
import type { MapFigure, MapPlace, MapView } from '../views/place/mapView.ts';

// Countries and places in SVG, with integer coordinates and without points that a reader could not tell
// apart. The style sheet sets the colours.

/** A country. A country that is not in ISO 3166-1 has no number, and is drawn without a name. */
type Shape = (Polygon | MultiPolygon) & { readonly id?: string };
type World = Topology<{ countries: GeometryCollection }>;

const WIDTH = 360;
const HEIGHT = 280;
const MARGIN = 76;

/**
 * Minimum distances between the points of a border, in pixels; the larger ones simplify a map that would be
 * too long.
 */
const pointDistances = [4.8, 6, 8];

/**
 * Maximum length of a map's paths in characters: a map of the world is drawn more coarsely than a map of one
 * country.
 */
const maxPathLength = 4500;

/** Minimum size of a drawn island, in pixels. */
const minIslandSize = 3;

/** Minimum distance from the centre of a map to its edge, in radians, so that some border is visible. */
const minReach = 0.055;
const minReachOfMany = 0.03;

/** The widths of a letter in names, in notes and in names of countries, in pixels, for a wide font. */
const letterWidth = 7;
const noteLetterWidth = 5.8;
const countryLetterWidth = 7.4;

/** The height of a line in labels, in pixels. */
const lineHeight = 13;

/** Maximum length of a line of a note in characters, if the note has several words. */
const maxNoteLength = 16;

/** Maximum number of countries on a map whose labels keep clear of borders. */
const maxClearCountries = 24;

/** The room around a place that other labels leave free, in pixels, so that each is read with its own. */
const placeMargin = 7;

/** The room around the name of a country, in pixels: closer to a place, it would look like one. */
const countryMargin = 9;

/** Returns a map of places for a page, or null if there is none. */
export function drawMap(view: MapView | null): MapFigure | null {
  return view && { svg: draw(view), notShown: view.notShown };
}

/** Draws land, borders, the countries that contain the places, and a disc and a name for each place. */
function draw(view: MapView): string {
  const projection = fit(view.places);
  const dots = view.places.map((place) => ({ place, dot: findDot(place, projection) }));
  const labels = new Labels(dots.map(({ dot }) => dot));
  const near = takeNear(projection);
  // On a map of many countries, no label can keep clear of all borders.
  const outlines =
    near.length > maxClearCountries
      ? []
      : near.map(({ shape }) => feature(loadAtlas().world, shape));
  const places = dots.map(({ place, dot }) =>
    drawPlace(place, dot, labels, createBorderCheck(place, outlines, projection)),
  );
  const ground = pointDistances.reduce<Ground | null>(
    (drawn, coarse) =>
      drawn && drawn.length <= maxPathLength ? drawn : drawGround(view, near, projection, coarse),
    null,
  );
  const names = (ground?.countries ?? []).flatMap(({ code, at, isInside }) =>
    labels.centre(view.country(code), at, isInside),
  );
  return toHtml(
    s('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', ariaLabel: view.description }, [
      s('rect', { className: ['sea'], width: WIDTH, height: HEIGHT }),
      ...(ground?.paths ?? []).map(({ className, d }) => s('path', { className: [className], d })),
      ...names,
      ...places,
    ]),
    { space: 'svg', closeSelfClosing: true },
  );
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
  view: MapView,
  near: readonly Located[],
  projection: GeoProjection,
  coarse: number,
): Ground {
  const shapes = near.map(({ shape }) => shape);
  const world = flatten(near, projection, coarse);
  const path = geoPath(
    geoIdentity().clipExtent([
      [-2, -2],
      [WIDTH + 2, HEIGHT + 2],
    ]),
  ).digits(0);
  const print = (className: string, geometry: Parameters<typeof path>[0]) => {
    const d = path(geometry);
    return d === null ? [] : [{ className, d: shorten(d) }];
  };
  const main = view.places.filter(({ isMain }) => isMain);
  const isFocus = (shape: Shape) => {
    const outline = feature(loadAtlas().world, shape);
    return main.some((place) => listAround(place).some((point) => geoContains(outline, point)));
  };
  const paths = [
    ...print('land', merge(world, shapes)),
    ...shapes.filter(isFocus).flatMap((shape) => print('focus', feature(world, shape))),
    ...print(
      'border',
      mesh(world, { type: 'GeometryCollection', geometries: shapes }, (a, b) => a !== b),
    ),
  ];
  return {
    paths,
    length: paths.reduce((sum, { d }) => sum + d.length, 0),
    countries: shapes.flatMap((shape) => {
      const outline = feature(world, shape);
      const whole = feature(loadAtlas().world, shape);
      const isInside = (x: number, y: number) => {
        const point = projection.invert?.([x, y]);
        return point != null && geoContains(whole, point);
      };
      return shape.id !== undefined && path.area(outline) > 5000
        ? [{ code: shape.id, at: path.centroid(outline), isInside }]
        : [];
    }),
  };
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
 * Returns an equal-area projection in which the places fill the drawing, and which preserves shapes around
 * its centre.
 */
function fit(places: readonly MapPlace[]): GeoProjection {
  const points = places.map(({ longitude, latitude }): [number, number] => [longitude, latitude]);
  const centre = findCentre(points);
  const projection = geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]);
  const box: [[number, number], [number, number]] = [
    [MARGIN, MARGIN],
    [WIDTH - MARGIN, HEIGHT - MARGIN],
  ];
  projection.fitExtent(box, { type: 'MultiPoint', coordinates: points });
  const reach = points.length > 1 ? minReachOfMany : minReach;
  const maxScale = (HEIGHT / 2 - MARGIN) / (2 * Math.sin(reach / 2));
  if (projection.scale() <= maxScale) return projection;
  // A single place, or places close together, would be enlarged too much.
  return projection.scale(maxScale).translate([WIDTH / 2, HEIGHT / 2]);
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

function loadAtlas(): Atlas {
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
  const { world, countries } = loadAtlas();
  return countries.filter(
    (country) =>
      geoDistance(centre, country.centre) <= country.reach + reach &&
      // In this projection, a country around the opposite side of the globe would surround the whole map.
      !geoContains(feature(world, country.shape), opposite),
  );
}

/**
 * Returns the borders in the plane, simplified to a minimum distance between points. Each border is
 * simplified once, so that both its sides still meet.
 */
function flatten(near: readonly Located[], projection: GeoProjection, coarse: number): World {
  const { world } = loadAtlas();
  const seen = new Set(near.flatMap(({ arcs }) => arcs));
  const arcs = world.arcs.map((arc, index) => {
    if (!seen.has(index)) return [];
    const points = arc.map((point) => projection(point as [number, number]) ?? far);
    let before = far;
    return points.filter((point, step) => {
      const isEnd = step === 0 || step === points.length - 1;
      if (!isEnd && Math.hypot(point[0] - before[0], point[1] - before[1]) < coarse) return false;
      before = point;
      return true;
    });
  });
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

function findDot(place: MapPlace, projection: GeoProjection): Dot {
  const [x, y] = projection([place.longitude, place.latitude]) ?? far;
  const radius = place.isMain ? 5 : 3.5;
  // The ring around the page's own place belongs to it.
  return { x: round(x), y: round(y), radius: place.isOwn ? radius + 4 : radius };
}

function drawPlace(
  { name, note, isOwn, isMain }: MapPlace,
  dot: Dot,
  labels: Labels,
  isAbroad: (box: Box) => boolean,
) {
  const { x: cx, y: cy } = dot;
  return s('g', [
    s('circle', { cx, cy, r: isMain ? 5 : 3.5 }),
    ...(isOwn ? [s('circle', { className: ['ring'], cx, cy, r: dot.radius - 1 })] : []),
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

  constructor(dots: readonly Dot[]) {
    this.#dots = dots;
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
      const isMoved = right !== 0 || down !== 0;
      if (!this.#isFree(box, countryMargin)) continue;
      if (isMoved && !(isInside(box.left, y) && isInside(box.right, y))) continue;
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
      box.left >= 2 && box.right <= WIDTH - 2 && box.top >= 2 && box.bottom <= HEIGHT - 2;
    return (
      isInside &&
      this.#taken.every((other) => areApart(box, other, apart)) &&
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
  const middle = [y + radius + 1, y - radius - 3 - height].map((top): Label => {
    const box = { left: x - width / 2, top, right: x + width / 2, bottom: top + height };
    return { lines, anchor: 'middle', x, box };
  });
  return [...beside(0), ...middle, ...beside(-11), ...beside(12)];
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
