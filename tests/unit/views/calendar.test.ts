import { describe, expect, test } from 'vitest';
import { groupByPeriod } from '../../../src/views/calendar.ts';
import { viewPeriod } from '../../../src/views/periodView.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

function list(...events: string[]): Record<string, string> {
  const { archive } = createViewContext({ a: createDigest(events) });
  return Object.fromEntries(
    [...groupByPeriod(archive.events, archive.site.zone)].map(([period, { known, possible }]) => [
      period,
      [...known.map(({ id }) => id), ...possible.map(({ id }) => `${id}?`)].join(' '),
    ]),
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

  test('takes nothing doubtful or open for known', () => {
    expect(list('id: a\ndate: 2024-05-10?', 'id: b\ndate: [..2024-05-20]')).toEqual({
      '2024-05': 'b? a?',
      '2024': 'b? a?',
    });
  });

  test('puts a day of another zone on both days it falls on here', () => {
    expect(list('id: a\ndate: 2024-05-10\nzone: America/New_York')).toMatchObject({
      '2024-05-10': 'a',
      '2024-05-11': 'a',
    });
  });

  test('puts a night on both its days', () => {
    expect(list('id: a\ndate: 2024-05-31\ntime: night')).toMatchObject({
      '2024-05-31': 'a',
      '2024-06-01': 'a',
    });
  });

  test('puts what is known less exactly on no day, and as possible on every month it may be of', () => {
    expect(list('id: a\ndate: [2024-04-28..2024-06-02]')).toEqual({
      '2024-04': 'a?',
      '2024-05': 'a?',
      '2024-06': 'a?',
      '2024': 'a',
    });
    expect(list('id: b\ndate: 2024-05')).toEqual({ '2024-05': 'b', '2024': 'b' });
    expect(list('id: c\ndate: 2024-05-10?')).toEqual({ '2024-05': 'c?', '2024': 'c?' });
    expect(list('id: d\ndate: 2024')).toMatchObject({
      '2024': 'd',
      '2024-01': 'd?',
      '2024-12': 'd?',
    });
  });

  test('leaves out what may be of more than two dozen months or years', () => {
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

  test('puts what has no known end on the month of the end it has', () => {
    expect(list('id: a\ndate: 2024-05-10/..')).toEqual({ '2024-05': 'a', '2024': 'a' });
    expect(list('id: b\ndate: [..2024-05-10]')).toEqual({ '2024-05': 'b?', '2024': 'b?' });
  });
});

describe('viewPeriod(period, periods, context)', () => {
  test('leads up, down, back and on', () => {
    const context = createViewContext({
      a: createDigest([
        'id: a\ndate: 2023-12-31',
        'id: b\ndate: 2024-05-10',
        'id: c\ndate: 2024-05-12',
      ]),
    });
    const periods = groupByPeriod(context.archive.events, context.archive.site.zone);
    const month = viewPeriod('2024-05', periods, context);
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
    expect(viewPeriod('2024', periods, context)).toMatchObject({
      within: null,
      before: { label: '2023' },
    });
    expect(viewPeriod('2024-05-10', periods, context)).toMatchObject({
      within: { url: '/2024/05/' },
      after: { label: '12 May 2024' },
    });
  });
});
