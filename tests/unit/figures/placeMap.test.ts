import { gzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { drawMap } from '../../../src/figures/placeMap.ts';
import type { MapPlace } from '../../../src/views/place/mapView.ts';

/** What these maps don't have. */
const rest = {
  sizes: [],
  notShown: null,
  detail: null,
  distance: (kilometres: number) =>
    kilometres < 1 ? `${kilometres * 1000} m` : `${kilometres} km`,
};

function draw(places: readonly (readonly [string, number, number])[], note = 'one event') {
  const figure = drawMap({
    places: places.map(([name, latitude, longitude]): MapPlace => {
      return { name, latitude, longitude, note, events: 1, isOwn: false };
    }),
    description: 'Map: all of them.',
    ...rest,
    country: (code) => ({ '364': 'IRAN', '368': 'IRAQ' })[code] ?? '',
  });
  const svg = figure?.svg ?? '';
  return { svg, tree: fromHtml(svg, { fragment: true, space: 'svg' }) };
}

const iraq = [
  ['Baghdad', 33.31, 44.37],
  ['Erbil', 36.19, 44.01],
  ['Ain al-Asad', 33.79, 42.44],
] as const;
const world = [
  ['Washington', 38.9, -77.04],
  ['Beijing', 39.9, 116.4],
  ['Brussels', 50.85, 4.35],
] as const;
const acrossTheDateLine = [
  ['Suva', -18.14, 178.44],
  ['Taveuni', -16.8, -179.97],
] as const;
const alone = [['Lisbon', 38.71, -9.14]] as const;

/** Returns the bounding box of a path, or of all its parts. */
function measure(d: string) {
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const points: [number, number][] = [];
  for (const [, command, numbers = ''] of d.matchAll(/([mlz])([^mlz]*)/g)) {
    if (command === 'z') [x, y] = [startX, startY];
    const steps = [...numbers.matchAll(/-?\d+/g)].map(Number);
    for (let index = 0; index < steps.length; index += 2) {
      [x, y] = [x + (steps[index] ?? 0), y + (steps[index + 1] ?? 0)];
      points.push([x, y]);
      if (command === 'm') [startX, startY] = [x, y];
    }
  }
  return points;
}

describe('drawMap(view)', () => {
  test.each([
    { of: 'a country', places: iraq },
    { of: 'the world', places: world },
    { of: 'both sides of the date line', places: acrossTheDateLine },
    { of: 'one place', places: alone },
  ])('of $of has every place inside, and nothing outside', ({ places }) => {
    const { tree } = draw(places);
    const dots = selectAll('circle', tree).map(({ properties }) => [properties.cx, properties.cy]);
    expect(dots).toHaveLength(places.length);
    for (const [x, y] of dots) {
      expect(Number(x)).toBeGreaterThan(20);
      expect(Number(x)).toBeLessThan(340);
      expect(Number(y)).toBeGreaterThan(20);
      expect(Number(y)).toBeLessThan(260);
    }
    for (const { properties } of selectAll('path:is(.land, .focus, .border)', tree))
      for (const [x, y] of measure(String(properties.d))) {
        expect(x).toBeGreaterThanOrEqual(-3);
        expect(x).toBeLessThanOrEqual(363);
        expect(y).toBeGreaterThanOrEqual(-3);
        expect(y).toBeLessThanOrEqual(283);
      }
    // Land never covers everything: a ring in the wrong direction would fill the drawing.
    expect(selectAll('path.focus', tree).length).toBeGreaterThan(0);
    expect(selectAll('path.focus', tree).length).toBeLessThanOrEqual(places.length);
  });

  test('names places, and countries that have room for their names', () => {
    const { tree } = draw(iraq);
    const names = selectAll('text', tree).map((text) => toText(text));
    expect(names).toEqual(
      expect.arrayContaining(['Baghdad', 'Erbil', 'Ain al-Asad', 'IRAQ', 'IRAN']),
    );
    expect(select('svg', tree)?.properties.ariaLabel).toBe('Map: all of them.');
  });

  test('fits the page: a country in 1,200 bytes compressed, the world in 3,000', () => {
    expect(gzipSync(draw(iraq).svg, { level: 9 }).length).toBeLessThan(1200);
    expect(gzipSync(draw(world).svg, { level: 9 }).length).toBeLessThan(3000);
  });

  test('shows a country whole, unless places would be too small in it', () => {
    const listEdges = (places: readonly (readonly [string, number, number])[]) =>
      selectAll('path.focus', draw(places).tree)
        .flatMap(({ properties }) => measure(String(properties.d)))
        .filter(([x, y]) => x <= 0 || x >= 360 || y <= 0 || y >= 279);
    expect(listEdges(iraq)).toEqual([]);
    expect(listEdges([['Moscow', 55.75, 37.6]])).not.toEqual([]);
  });

  test('has a scale whose length is true, and none for the world', () => {
    const { tree } = draw([
      ['Baghdad', 33.31, 44.37],
      ['Basra', 30.51, 47.81],
    ]);
    const [, length] = /h(\d+)/.exec(String(select('path.scale', tree)?.properties.d)) ?? [];
    const [label] = selectAll('text', tree).flatMap((text) => /(\d+) km/.exec(toText(text)) ?? []);
    const kilometres = Number.parseInt(label ?? '', 10);
    const [a, b] = selectAll('circle', tree).map(({ properties }) => [
      properties.cx,
      properties.cy,
    ]);
    const pixels = Math.hypot(Number(a?.[0]) - Number(b?.[0]), Number(a?.[1]) - Number(b?.[1]));
    // The two cities are 450 kilometres apart.
    expect((pixels * kilometres) / Number(length) / 450).toBeCloseTo(1, 1);
    expect(select('path.scale', draw(world).tree)).toBeUndefined();
  });

  test('has discs whose areas stand for numbers of events, and says which', () => {
    const figure = drawMap({
      ...rest,
      places: iraq.map(([name, latitude, longitude], index): MapPlace => {
        return { name, latitude, longitude, note: null, events: [4, 0, 1][index]!, isOwn: false };
      }),
      sizes: [
        { events: 1, label: 'one event' },
        { events: 4, label: 'four events' },
      ],
      description: 'Map.',
      country: () => '',
    });
    const tree = fromHtml(figure?.svg ?? '', { fragment: true, space: 'svg' });
    const radii = selectAll('g circle', tree).map(({ properties }) => Number(properties.r));
    expect(radii).toEqual([7, 2.5, 3.5]);
    expect(selectAll('svg > circle', tree).map(({ properties }) => Number(properties.r))).toEqual([
      3.5, 7,
    ]);
    expect(selectAll('text.k', tree).map((text) => toText(text))).toEqual([
      'one event',
      'four events',
      '200 km',
    ]);
  });

  test('draws places that are close together by their positions alone, on a nearer map', () => {
    const near = { events: 1, note: null, isOwn: false };
    const figure = drawMap({
      ...rest,
      places: [{ ...near, name: 'Baghdad', latitude: 33.31, longitude: 44.37 }],
      description: 'Map: Baghdad.',
      country: () => 'IRAQ',
      detail: {
        ...rest,
        places: [
          { ...near, name: 'Gate', latitude: 33.31, longitude: 44.37 },
          { ...near, name: 'Quay', latitude: 33.3, longitude: 44.38 },
        ],
        description: 'Map: Gate; Quay.',
        caption: 'Close-up',
      },
    });
    const tree = fromHtml(figure?.detail?.svg ?? '', { fragment: true, space: 'svg' });
    const [gate, quay] = selectAll('g circle', tree).map(({ properties }) => properties);
    expect(Number(quay?.cx)).toBeGreaterThan(Number(gate?.cx) + 20);
    expect(Number(quay?.cy)).toBeGreaterThan(Number(gate?.cy) + 20);
    expect(selectAll('.land, .border, .sea', tree)).toEqual([]);
    expect(selectAll('text', tree).map((text) => toText(text))).toEqual(['1 km', 'Gate', 'Quay']);
  });

  test('has no style attribute', () => {
    expect(draw(iraq).svg).not.toMatch(/style=/);
  });

  test('rings only the place that a page is about', () => {
    const own = drawMap({
      places: iraq.map(([name, latitude, longitude], index): MapPlace => {
        return {
          name,
          latitude,
          longitude,
          note: null,
          events: index === 0 ? 1 : 0,
          isOwn: index === 0,
        };
      }),
      description: 'Map: Baghdad.',
      ...rest,
      country: () => '',
    });
    const tree = fromHtml(own?.svg ?? '', { fragment: true, space: 'svg' });
    expect(selectAll('circle.ring', tree)).toHaveLength(1);
    expect(selectAll('g:has(.ring) text', tree).map((text) => toText(text))).toEqual(['Baghdad']);
    expect(selectAll('circle.ring', draw(iraq).tree)).toEqual([]);
  });

  test('keeps a long note inside the country of its place, in several lines', () => {
    const { tree } = draw([...iraq], 'The Ferry Bell reported from here');
    const labels = listBoxes(tree).filter(({ text }) => /Bell|here/.test(text));
    expect(labels.length).toBeGreaterThan(3);
  });

  test.each([
    { of: 'a country', places: iraq },
    { of: 'the world', places: world },
    { of: 'both sides of the date line', places: acrossTheDateLine },
    {
      of: 'a crowded delta',
      places: Array.from({ length: 12 }, (_, index) => {
        const [row, column] = [Math.floor(index / 4), index % 4];
        return [
          `Landing ${'ABCDEFGHIJKL'[index] ?? ''}`,
          30 + row * 0.4,
          46 + column * 0.5,
        ] as const;
      }),
    },
  ])('of $of has no label that overlaps another, a place or the edge', ({ places }) => {
    const boxes = listBoxes(draw(places).tree);
    const names = boxes.filter(({ text }) => text !== 'one event');
    expect(names.length).toBeGreaterThan(0);
    for (const [index, one] of boxes.entries()) {
      expect(one.left, one.text).toBeGreaterThanOrEqual(0);
      expect(one.right, one.text).toBeLessThanOrEqual(360);
      const over = boxes.filter((other, at) => at !== index && areOver(one, other));
      expect(
        over.map(({ text }) => text),
        one.text,
      ).toEqual([]);
    }
  });
});

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function areOver(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Returns the boxes of places and of labels, assuming a wide font. */
function listBoxes(tree: ReturnType<typeof fromHtml>): Box[] {
  const dots = selectAll('circle:not(.ring)', tree).map(({ properties }): Box => {
    const [x, y, r] = [properties.cx, properties.cy, properties.r].map(Number) as [
      number,
      number,
      number,
    ];
    return { text: 'a place', left: x - r, right: x + r, top: y - r, bottom: y + r };
  });
  const labels = selectAll('text', tree).map((element): Box => {
    const { x, y, textAnchor, className } = element.properties;
    const text = toText(element);
    const kinds = String(className);
    const width = text.length * (kinds === 'c' ? 8.1 : kinds === 'note' ? 5.7 : 7.3);
    const start = textAnchor === 'middle' ? width / 2 : textAnchor === 'end' ? width : 0;
    const left = Number(x) - start;
    return { text, left, right: left + width, top: Number(y) - 9, bottom: Number(y) + 2 };
  });
  return [...dots, ...labels];
}
