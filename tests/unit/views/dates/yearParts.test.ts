import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../../src/model/dates/parseEdtf.ts';
import { createContext } from '../../../../src/views/page/createContext.ts';
import { listSearchParts } from '../../../../src/views/search/searchParts.ts';
import { getFirstYear, groupYears, siteLimits } from '../../../../src/views/dates/yearParts.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

describe('getFirstYear(when, zone)', () => {
  test.each([
    ['2024-05-10', '2024'],
    ['2024-01-01~', '2023'],
    ['2023-12-30/2024-02', '2023'],
    ['[2019, 2024-05]', '2019'],
    ['-0043-03-15', '-0043'],
    ['../2024-05', null],
    ['[..2024-05-10]', null],
  ])('of %s returns %s', (written, year) => {
    expect(getFirstYear(parseEdtf(written) ?? null, 'UTC')).toBe(year);
  });
});

describe('groupYears(counts, minItems, maxParts)', () => {
  const group = (counts: Record<string, number>, least = 10, maxParts = 4) =>
    groupYears(new Map(Object.entries(counts)), least, maxParts).map(({ first, last }) =>
      first === last ? first : `${first}–${last}`,
    );

  test('fills the parts from the oldest year on, years before our era first', () => {
    expect(group({ 2021: 6, 2020: 5, '-0043': 1, 2022: 20, 2023: 3 })).toEqual([
      '-0043–2021',
      '2022',
      '2023',
    ]);
  });

  test('moves no older year if the newest one grows or a new one begins', () => {
    const before = group({ 2020: 12, 2021: 6, 2022: 7, 2023: 1 });
    expect(before).toEqual(['2020', '2021–2022', '2023']);
    expect(group({ 2020: 12, 2021: 6, 2022: 7, 2023: 500 })).toEqual(before);
    expect(group({ 2020: 12, 2021: 6, 2022: 7, 2023: 50, 2024: 1 })).toEqual([...before, '2024']);
  });

  test('returns at most the given number of parts', () => {
    const counts = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [1980 + index, 11 + index]),
    );
    expect(group(counts, 10, 7).length).toBeLessThanOrEqual(7);
    expect(group(counts, 10, 7).length).toBeGreaterThan(3);
    expect(group({ 2024: 1 })).toEqual(['2024']);
  });
});

describe('listSearchParts(context)', () => {
  const { archive } = createViewContext({
    a: createDigest(['id: a\ndate: 2021-05-10', 'id: b\ndate: 2022-05-10']),
    b: createDigest(['id: c\ndate: -0043-03-15', 'id: d\ndate: ../2023-01-01']),
  });
  const list = (searchRecords: number) =>
    listSearchParts(createContext(archive, '/', undefined, { ...siteLimits, searchRecords })).map(
      ({ name, records }) => [name, ...records.map(({ url }) => url)],
    );

  test('has one part for a small archive', () => {
    expect(list(2500).map(([name]) => name)).toEqual(['']);
  });

  test('has undated records first, and the rest by first year', () => {
    expect(list(1)).toEqual([
      [
        'undated',
        '/actors/ana-brandt/',
        '/actors/city-hall/',
        '/actors/harbour-police/',
        '/events/d/',
      ],
      ['-0043', '/events/c/'],
      ['2021', '/events/a/'],
      ['2022', '/events/b/'],
      ['2024', '/articles/a/', '/articles/b/'],
    ]);
  });

  test('has every record once', () => {
    for (const least of [1, 2, 3])
      expect(list(least).flatMap(([, ...urls]) => urls)).toHaveLength(9);
  });
});
