import { describe, expect, test } from 'vitest';
import { viewLocator, viewMap } from '../../../../src/views/place/mapView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';
import type { ViewContext } from '../../../../src/views/page/context.ts';

/** Returns a context with places by their coordinates (null for none), perhaps ` in PLACE`, and events as `ID PLACE`. */
function view(places: Readonly<Record<string, string | null>>, events: readonly string[]) {
  const files = Object.entries(places).map(([id, value]) => {
    const [at, within] = (value ?? '').split(' in ');
    const lines = [`name: The ${id}`, at ? `at: ${at}` : '', within ? `within: ${within}` : ''];
    return [`places/${id}.md`, `---\n${lines.filter((line) => line !== '').join('\n')}\n---\n`];
  });
  const digest = createDigest(
    events.map((event) => {
      const [id, place] = event.split(' ');
      return `id: ${id ?? ''}\ndate: 2024-05-10\nplace: ${place ?? ''}`;
    }),
  );
  return createViewContext({ a: digest }, Object.fromEntries(files) as Record<string, string>);
}

const baghdad = '33.31, 44.37';

describe('viewMap(context)', () => {
  test('has the places with events, most events first, with their number', () => {
    const map = viewMap(view({ near: '36.19, 44.01', far: baghdad }, ['a near', 'b far', 'c far']));
    expect(map?.places.map(({ name, note }) => [name, note])).toEqual([
      ['The far', 'two events'],
      ['The near', 'one event'],
    ]);
    expect(map?.description).toBe('Map: The far, two events; The near, one event.');
    expect(map?.notShown).toBeNull();
  });

  test('counts an event in a place without coordinates with the place around it', () => {
    const context = view({ city: baghdad, quarter: ' in city', house: ' in quarter' }, ['a house']);
    expect(viewMap(context)?.places.map(({ name }) => name)).toEqual(['The city']);
  });

  test('says which places are counted with another', () => {
    const context = view({ city: baghdad, quarter: ' in city', house: ' in quarter' }, ['a house']);
    expect(viewMap(context)?.notShown).toBe('Included in The city’s count: The house.');
  });

  test('has one dot for places close together, each of their events once, and a nearer map of them', () => {
    const places = { city: baghdad, gate: '33.30, 44.38', town: '36.19, 44.01' };
    const map = viewMap(view(places, ['a city', 'b gate', 'c town']));
    expect(map?.places.map(({ name, events }) => [name, events])).toEqual([
      ['The city', 2],
      ['The town', 1],
    ]);
    expect(map?.detail?.places.map(({ name, events }) => [name, events])).toEqual([
      ['The city', 1],
      ['The gate', 1],
    ]);
    expect(map?.notShown).toBeNull();
    expect(viewMap(view(places, ['a city', 'c town']))?.detail).toBeNull();
  });

  test('says what sizes of discs mean if they differ', () => {
    const places = { city: baghdad, town: '36.19, 44.01' };
    const sizes = (events: readonly string[]) => viewMap(view(places, events))?.sizes;
    expect(sizes(['a city', 'b city', 'c town'])).toEqual([
      { events: 1, label: 'one event' },
      { events: 2, label: 'two events' },
    ]);
    expect(sizes(['a city', 'c town'])).toEqual([]);
  });

  test('names in words what has no coordinates', () => {
    const context = view({ city: baghdad, nowhere: null }, ['a city', 'b nowhere']);
    expect(viewMap(context)?.notShown).toBe('Not on this map: The nowhere, one event.');
  });

  test('lists an outlier in words, so that the rest doesn’t shrink to a dot', () => {
    const places = { city: baghdad, town: '36.19, 44.01', capital: '38.90, -77.04' };
    const map = viewMap(view(places, ['a city', 'b city', 'c town', 'd capital']));
    expect(map?.places.map(({ name }) => name)).toEqual(['The city', 'The town']);
    expect(map?.notShown).toBe('Not on this map: The capital, one event.');
  });

  test('keeps distant places if the story is about both', () => {
    const places = { city: baghdad, capital: '38.90, -77.04' };
    expect(viewMap(view(places, ['a city', 'b capital']))?.places).toHaveLength(2);
  });

  test.each([
    { language: 'en', iraq: 'IRAQ', states: 'UNITED STATES' },
    { language: 'ar', iraq: 'العراق', states: 'الولايات المتحدة' },
    { language: 'fr', iraq: 'IRAK', states: 'ÉTATS-UNIS' },
  ])('names countries in $language', ({ language, iraq, states }) => {
    const context = { ...view({ city: baghdad }, ['a city']), language } as ViewContext;
    const map = viewMap(context);
    expect([map?.country('368'), map?.country('840')]).toEqual([iraq, states]);
  });

  test('is null if no place of an event has coordinates', () => {
    expect(viewMap(view({ nowhere: null, unused: baghdad }, ['a nowhere']))).toBeNull();
  });
});

describe('viewLocator(place, context)', () => {
  const context = view(
    {
      city: baghdad,
      quarter: ' in city',
      town: '36.19, 44.01',
      suburb: '33.32, 44.38',
      far: '51.5, 0',
    },
    ['a city'],
  );
  const locate = (id: string) => viewLocator(context.archive.placeById.get(id)!, context);

  test('shows a place with its neighbours, except those that are too near or too far', () => {
    expect(locate('city')?.places.map(({ name, isOwn }) => [name, isOwn])).toEqual([
      ['The city', true],
      ['The town', false],
    ]);
  });

  test('shows places too near to tell apart on a nearer map', () => {
    expect(locate('city')?.detail?.places.map(({ name }) => name)).toEqual([
      'The city',
      'The suburb',
    ]);
    expect(locate('town')?.detail).toBeNull();
  });

  test('shows a place without coordinates by the place around it', () => {
    expect(locate('quarter')?.places[0]?.name).toBe('The city');
  });
});
