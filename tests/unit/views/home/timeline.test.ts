import { describe, expect, test } from 'vitest';
import { groupByDate } from '../../../../src/views/home/timeline.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function group(...events: string[]): string[] {
  const context = createViewContext({ a: createDigest(events) });
  return groupByDate(context.archive.events, context).map(
    ({ heading, url, events: items }) =>
      `${heading.label} ${url ?? '-'}: ${items.map(({ card, when }) => `${card.id}${when ? ` (${when.label})` : ''}`).join(', ')}`,
  );
}

describe('groupByDate(events, context)', () => {
  test('groups events under their day, with only the time of day beside them', () => {
    expect(
      group(
        'id: a\ndate: 2024-05-10',
        'id: b\ndate: 2024-05-10\ntime: evening',
        'id: c\ndate: 2024-05-11\ntime: 09:15',
      ),
    ).toEqual(['10 May 2024 /2024/05/10/: a, b (evening)', '11 May 2024 /2024/05/11/: c (09:15)']);
  });

  test('states the gap before an event only if no other may fall into it', () => {
    const gaps = (...events: string[]) => {
      const context = createViewContext({ a: createDigest(events) });
      return groupByDate(context.archive.events, context).map(({ gap }) => gap);
    };
    const [a, c] = ['id: a\ndate: 2024-05-01', 'id: c\ndate: 2024-06-20'];
    expect(gaps(a, c)).toEqual([null, 'One month later']);
    expect(gaps(a, 'id: b\ndate: [2024-05-02..2024-06-28]', c)).toEqual([null, null, null]);
  });

  test('puts a night under a heading of its own, which leads to its first day', () => {
    const context = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-10', 'id: b\ndate: 2024-05-10\ntime: night']),
    });
    const groups = groupByDate(context.archive.events, context);
    expect(groups.map(({ short, url, isNight }) => [short.label, url, isNight])).toEqual([
      ['Fri 10 May', '/2024/05/10/', false],
      ['Night 10–11 May', '/2024/05/10/', true],
    ]);
    expect(groups[1]?.events[0]?.brief).toBeNull();
  });

  test('keeps a night together: what may have been earlier or later has a heading of its own, between two of the night only if accounts put it there', () => {
    const night = 'date: 2024-05-10/2024-05-11\ntime: night';
    expect(
      group(
        `id: a\n${night}`,
        'id: b\ndate: [2024-05-10..2024-05-11]\nafter: a',
        'id: c\ndate: [2024-05-10..2024-05-11]\nafter: a',
        `id: d\n${night}\nafter: c`,
      ).map((line) => line.replaceAll(/ \(.*?\)/g, '')),
    ).toEqual([
      'night of 10–11 May 2024 /2024/05/10/: a',
      '10 or 11 May 2024 -: c',
      'night of 10–11 May 2024 /2024/05/10/: d',
      '10 or 11 May 2024 -: b',
    ]);
    expect(
      group(
        `id: a\n${night}`,
        'id: b\ndate: [2024-05-10..2024-05-11]',
        `id: d\n${night}\nafter: b`,
      ).map((line) => line.replaceAll(/ \(.*?\)/g, '')),
    ).toEqual(['10 or 11 May 2024 -: b', 'night of 10–11 May 2024 /2024/05/10/: a, d']);
  });

  test('has an hour of a day below the night that it is part of', () => {
    expect(
      group(
        'id: a\ndate: 2024-05-10/2024-05-11\ntime: night',
        'id: b\ndate: 2024-05-10\ntime: 22:30',
      ),
    ).toEqual([
      'night of 10–11 May 2024 /2024/05/10/: a (night of 10–11 May 2024), b (10 May 2024, 22:30)',
    ]);
  });

  test('says which days have only statements, and that a statement takes a line', () => {
    const said = 'kind: statement';
    const context = createViewContext({
      a: createDigest([
        `id: a\ndate: 2024-05-10\n${said}`,
        'id: b\ndate: 2024-05-10',
        `id: c\ndate: 2024-05-11\n${said}`,
      ]),
    });
    const groups = groupByDate(context.archive.events, context);
    expect(groups.map(({ isSaid }) => isSaid)).toEqual([false, true]);
    const items = groups.flatMap(({ events }) => events);
    expect(items.map(({ card, isLine }) => [card.id, isLine])).toEqual([
      ['a', true],
      ['b', false],
      ['c', true],
    ]);
  });

  test('gives an inexact date its own heading, without a page', () => {
    expect(
      group('id: a\ndate: 2024-05', 'id: b\ndate: 2024-05-20~', 'id: c\ndate: 2024-06-01?'),
    ).toEqual(['May 2024 -: a', 'about 20 May 2024 -: b', 'possibly 1 June 2024 -: c']);
  });

  test('keeps a day together around an event that may belong to it', () => {
    expect(
      group(
        'id: a\ndate: 2024-05-10',
        'id: b\ndate: [2024-05-10..2024-05-12]',
        'id: c\ndate: 2024-05-10\ntime: evening',
      ),
    ).toEqual(['10 May 2024 /2024/05/10/: a, b (10–12 May 2024, day not known), c (evening)']);
  });

  test('names the place of a day in another zone', () => {
    expect(group('id: a\ndate: 2024-05-10\nzone: America/New_York')).toEqual([
      '10 May 2024, New York time -: a',
    ]);
  });

  test('keeps one heading per day around an event of another zone', () => {
    expect(
      group(
        'id: a\ndate: 2024-05-11\ntime: 01:00',
        'id: b\ndate: 2024-05-10\ntime: 23:00\nzone: America/New_York',
        'id: c\ndate: 2024-05-11\ntime: 10:00',
      ),
    ).toEqual([
      '11 May 2024 /2024/05/11/: a (01:00), b (10 May 2024, 23:00, New York time), c (10:00)',
    ]);
  });

  test('doesn’t put a doubtful night under an exact day', () => {
    expect(group('id: a\ndate: 2024-05-10?/2024-05-11?\ntime: night')).toEqual([
      'possibly night of 10–11 May 2024 -: a',
    ]);
  });
});
