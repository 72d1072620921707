import { gzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { select, selectAll } from 'hast-util-select';
import { toText } from 'hast-util-to-text';
import { describe, expect, test } from 'vitest';
import { drawMap } from '../../../src/figures/placeMap.ts';
import type { MapPlace } from '../../../src/views/place/mapView.ts';

function draw(places: readonly (readonly [string, number, number])[], note = 'one event') {
  const figure = drawMap({
    places: places.map(([name, latitude, longitude]): MapPlace => {
      return { name, latitude, longitude, note, isMain: true, isOwn: false };
    }),
    description: 'Map: all of them.',
    notShown: null,
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
    for (const { properties } of selectAll('path', tree))
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

  test('has no style attribute', () => {
    expect(draw(iraq).svg).not.toMatch(/style=/);
  });

  test('rings only the place that a page is about', () => {
    const own = drawMap({
      places: iraq.map(([name, latitude, longitude], index): MapPlace => {
        return { name, latitude, longitude, note: null, isMain: index === 0, isOwn: index === 0 };
      }),
      description: 'Map: Baghdad.',
      notShown: null,
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
    const width = text.length * (kinds === 'c' ? 7.3 : kinds === 'note' ? 5.7 : 6.9);
    const start = textAnchor === 'middle' ? width / 2 : textAnchor === 'end' ? width : 0;
    const left = Number(x) - start;
    return { text, left, right: left + width, top: Number(y) - 9, bottom: Number(y) + 2 };
  });
  return [...dots, ...labels];
}
