import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupByPeriod } from '../../../../src/views/dates/calendar.ts';
import { viewPeriod } from '../../../../src/views/home/periodView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function list(...events: string[]): Record<string, string> {
  const { archive } = createViewContext({ a: createDigest(events) });
  return Object.fromEntries(
    [...groupByPeriod(archive.events, archive.site.zone)].map(
      ([period, { known, continuing, possible }]) => [
        period,
        [
          ...known.map(({ id }) => id),
          ...continuing.map(({ id }) => `(${id})`),
          ...possible.map(({ id }) => `${id}?`),
        ].join(' '),
      ],
    ),
  );
}

describe('groupByPeriod(events, zone)', () => {
  test('puts a known day on its day, month and year', () => {
    expect(list('id: a\ndate: 2024-05-10')).toEqual({
      '2024-05-10': 'a',
      '2024-05': 'a',
      '2024': 'a',
    });
  });

  test('treats nothing doubtful or open as known', () => {
    expect(list('id: a\ndate: 2024-05-10?', 'id: b\ndate: [..2024-05-20]')).toEqual({
      '2024-05-10': 'a?',
      '2024-05': 'b? a?',
      '2024': 'b? a?',
    });
  });

  test('lists a day of another zone as possible on both days here, unless its hour is on one of them', () => {
    expect(list('id: a\ndate: 2024-05-31\nzone: America/New_York')).toEqual({
      '2024-05-31': 'a?',
      '2024-06-01': 'a?',
      '2024-05': 'a?',
      '2024-06': 'a?',
      '2024': 'a',
    });
    expect(list('id: a\ndate: 2024-05-31\ntime: evening\nzone: America/New_York')).toMatchObject({
      '2024-06-01': 'a?',
      '2024-05-31': 'a?',
    });
    expect(list('id: a\ndate: 2024-05-31\ntime: 22:30\nzone: America/New_York')).toEqual({
      '2024-06-01': 'a',
      '2024-06': 'a',
      '2024': 'a',
    });
  });

  test('counts a night on its first day, and lists it uncounted on the second', () => {
    expect(list('id: a\ndate: 2024-05-31\ntime: night')).toEqual({
      '2024-05-31': 'a',
      '2024-06-01': '(a)',
      '2024-05': 'a',
      '2024-06': '(a)',
      '2024': 'a',
    });
  });

  test('counts a lasting event on its first day, and lists it uncounted on the others', () => {
    expect(list('id: a\ndate: 2024-05-30/2024-06-01')).toEqual({
      '2024-05-30': 'a',
      '2024-05-31': '(a)',
      '2024-06-01': '(a)',
      '2024-05': 'a',
      '2024-06': '(a)',
      '2024': 'a',
    });
    expect(list('id: b\ndate: 2024-05-10/..')).toEqual({
      '2024-05-10': 'b',
      '2024-05': 'b',
      '2024': 'b',
    });
  });

  test('lists an event known to a week as possible on each of its days, and a vaguer one on none', () => {
    expect(list('id: a\ndate: [2024-05-11,2024-05-12]')).toEqual({
      '2024-05-11': 'a?',
      '2024-05-12': 'a?',
      '2024-05': 'a',
      '2024': 'a',
    });
    expect(Object.keys(list('id: b\ndate: 2024-05-12~'))).toHaveLength(9);
    expect(list('id: a\ndate: [2024-04-28..2024-06-02]')).toEqual({
      '2024-04': 'a?',
      '2024-05': 'a?',
      '2024-06': 'a?',
      '2024': 'a',
    });
    expect(list('id: b\ndate: 2024-05')).toEqual({ '2024-05': 'b', '2024': 'b' });
    expect(list('id: d\ndate: 2024')).toMatchObject({
      '2024': 'd',
      '2024-01': 'd?',
      '2024-12': 'd?',
    });
  });

  test('lists an event whose date is disputed on the day that each account gives', () => {
    const { archive } = createViewContext({
      a: createDigest(['id: a\ndate: 2024-05-09\ntime: night']),
      b: createDigest(['id: a\ndate: 2024-05-20'], 'city-ledger'),
    });
    const periods = groupByPeriod(archive.events, archive.site.zone);
    const days = [...periods.keys()].filter((period) => period.length === 10);
    expect(days).toEqual(['2024-05-09', '2024-05-10', '2024-05-20']);
    expect(days.map((day) => periods.get(day)?.possible.length)).toEqual([1, 1, 1]);
    expect(periods.get('2024-05')?.known).toHaveLength(1);
  });

  test('never counts more events on its days than in their month, nor in the months than in their year', () => {
    const dates = fc.constantFrom(
      '2024-05-31',
      '2024-05-31\ntime: night',
      '2024-05-30/2024-06-02',
      '[2024-05-31,2024-06-01]',
      '2024-05-31\nzone: America/New_York',
      '2024-05-31\ntime: 22:00\nzone: America/New_York',
      '2023-12-31\ntime: night\nzone: Asia/Baghdad',
      '2024-05-31?',
      '2024-05',
      '2023-12-31/2024-01-02',
    );
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 6 }), (all) => {
        const { archive } = createViewContext({
          a: createDigest(
            all.map(
              (date, index) => `id: e${index}
date: ${date}`,
            ),
          ),
        });
        const periods = groupByPeriod(archive.events, archive.site.zone);
        for (const [period, { known }] of periods) {
          const within = [...periods].filter(
            ([other]) => other.length > 4 && other.slice(0, -3) === period,
          );
          const counted = within.flatMap(([, events]) => events.known);
          expect(counted.length).toBeLessThanOrEqual(known.length);
          expect(new Set(counted).size).toBe(counted.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('leaves out events with more than two dozen possible months or years', () => {
    expect(list('id: a\ndate: 20XX')).toEqual({});
    expect(Object.keys(list('id: b\ndate: 201X'))).toEqual([
      '2010',
      '2011',
      '2012',
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
    ]);
  });

  test('puts an event without a known start in the month of its end', () => {
    expect(list('id: b\ndate: [..2024-05-10]')).toEqual({ '2024-05': 'b?', '2024': 'b?' });
  });
});

describe('viewPeriod(period, context)', () => {
  test('links up, down, back and forward', () => {
    const context = createViewContext({
      a: createDigest([
        'id: a\ndate: 2023-12-31',
        'id: b\ndate: 2024-05-10',
        'id: c\ndate: 2024-05-12',
      ]),
    });
    const month = viewPeriod('2024-05', context);
    expect(month).toMatchObject({
      label: 'May 2024',
      within: { label: '2024', url: '/2024/' },
      before: { url: '/2023/12/' },
      after: null,
    });
    expect(month.parts.map(({ url, events }) => `${url} ${events}`)).toEqual([
      '/2024/05/10/ 1',
      '/2024/05/12/ 1',
    ]);
    expect(viewPeriod('2024', context)).toMatchObject({
      within: null,
      before: { label: '2023' },
    });
    expect(viewPeriod('2024-05-10', context)).toMatchObject({
      within: { url: '/2024/05/' },
      after: { label: '12 May 2024' },
    });
  });
});
