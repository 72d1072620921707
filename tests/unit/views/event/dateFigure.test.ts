import { describe, expect, test } from 'vitest';
import { toDayNumber } from '../../../../src/model/dates/dayRanges.ts';
import { createDateAxis } from '../../../../src/views/event/dateAxis.ts';
import { viewDateFigure } from '../../../../src/views/event/dateFigure.ts';
import { createViewContext, createDigest } from '../../createViewContext.ts';

const site = (language: string) => ({
  'site.md': `---\ntitle: T\nlanguage: ${language}\ntime-zone: UTC\ngroups: [The city, The port]\nauthority: example.org,2026\n---\n\nText.\n`,
});
const english = createViewContext({ a: createDigest(['id: a\ndate: 2024-05-10']) });

type Day = readonly [year: number, month: number, day: number];

/** Returns the ticks of the axis of a date: “Dec 2020 Sun 20”. */
function listTicks(first: Day, last: Day, context = english) {
  const own = { first: toDayNumber(...first), last: toDayNumber(...last) };
  return createDateAxis(own, [], context).columns.map(({ period, above, label }) =>
    [period, above, label].filter((part) => part !== null).join(' '),
  );
}

describe('the columns of the date figure', () => {
  test('are days for up to a week, with the month once and the year once', () => {
    expect(listTicks([2020, 12, 20], [2020, 12, 25])).toEqual([
      'Dec 2020 Sun 20',
      'Mon 21',
      'Tue 22',
      'Wed 23',
      'Thu 24',
      'Fri 25',
      'Sat 26',
    ]);
    expect(listTicks([2020, 12, 31], [2021, 1, 6]).filter((tick) => tick.length > 6)).toEqual([
      'Dec Thu 31',
      'Jan 2021 Fri 1',
    ]);
  });

  test('are weeks, months, quarters and years for longer dates', () => {
    expect(listTicks([2020, 12, 5], [2021, 1, 10])).toEqual([
      'Dec 2020 5',
      '12',
      '19',
      '26',
      'Jan 2021 2',
      '9',
      '16',
    ]);
    expect(listTicks([2020, 11, 5], [2021, 3, 9])).toEqual([
      '2020 Oct',
      'Nov',
      'Dec',
      '2021 Jan',
      'Feb',
      'Mar',
      'Apr',
    ]);
    expect(listTicks([2020, 2, 3], [2021, 3, 9])).toEqual([
      '2019 Oct',
      '2020 Jan',
      'Apr',
      'July',
      'Oct',
      '2021 Jan',
      'Apr',
    ]);
    expect(listTicks([2019, 1, 1], [2022, 6, 1])[1]).toBe('2019');
    expect(listTicks([1914, 5, 1], [1945, 5, 8]).slice(0, 3)).toEqual(['1900', '1910', '1920']);
  });

  test('are months for a whole month and years for a whole year', () => {
    expect(listTicks([2021, 1, 1], [2021, 1, 31])[1]).toBe('2021 Jan');
    expect(listTicks([2021, 1, 1], [2021, 12, 31])[1]).toBe('2021');
  });

  test('are right before the year 1, even millions of years ago', () => {
    expect(listTicks([-44, 1, 1], [-42, 12, 31])).toEqual([
      '46 BC',
      '45 BC',
      '44 BC',
      '43 BC',
      '42 BC',
    ]);
    const ticks = listTicks([-3_000_000, 1, 1], [-1_000_000, 1, 1]);
    expect(ticks).toHaveLength(7);
    expect(new Set(ticks).size).toBe(7);
  });

  test('speak the site’s language, in its digits', () => {
    const arabic = createViewContext({ a: createDigest(['id: a\ndate: 2024-05-10']) }, site('ar'));
    const french = createViewContext({ a: createDigest(['id: a\ndate: 2024-05-10']) }, site('fr'));
    const [first] = listTicks([2020, 12, 20], [2020, 12, 25], arabic);
    expect(first).toBe(
      `${arabic.dates.short.month({ year: 2020, month: 12, day: null }, true)} ${arabic.dates.short.weekday(0)} ${arabic.number(20)}`,
    );
    expect(listTicks([2020, 11, 5], [2021, 3, 9], french).slice(0, 2)).toEqual([
      '2020 oct.',
      'nov.',
    ]);
    expect(new Set(listTicks([2020, 11, 5], [2021, 3, 9], arabic)).size).toBe(7);
  });
});

/** Returns the date figure of the event `a`. */
function draw(digests: Readonly<Record<string, string>>, others = {}) {
  const context = createViewContext(digests, others);
  return viewDateFigure(context.archive.eventById.get('a')!, context);
}

describe('the date figure', () => {
  const around = [
    'id: before\ndate: 2024-05-10',
    'id: a\ndate: [2024-05-10..2024-05-13]\nafter: before',
    'id: after\ndate: 2024-05-14\nafter: a',
  ];

  test('has a bar for the events before and after in the columns of their days', () => {
    const figure = draw({ x: createDigest(around) });
    const { columns = [] } = figure ?? {};
    const labelOf = (x: number | undefined) =>
      columns[Math.round(((x ?? 0) / 100) * columns.length)]?.label;
    expect(figure?.before?.id).toBe('before');
    expect(labelOf(figure?.before?.pieces[0]?.x)).toBe('10');
    expect(labelOf(figure?.after?.pieces[0]?.x)).toBe('14');
    expect(figure?.after?.caps).toHaveLength(2);
  });

  test('has one column before and after what is possible, and no more', () => {
    const figure = draw({ x: createDigest(['id: a\ndate: [2024-05-10..2024-05-11]']) });
    expect(figure?.columns.map(({ label }) => label)).toEqual(['9', '10', '11', '12']);
  });

  test('has no bar for an event too far from the date', () => {
    const [, own] = around;
    const figure = draw({ x: createDigest(['id: before\ndate: 2024-03-10', own ?? '']) });
    expect(figure?.before).toMatchObject({ id: 'before', pieces: [], caps: [] });
  });

  test('has one capped bar for the date of the only account', () => {
    const figure = draw({ x: createDigest(around) });
    expect(figure?.bars).toMatchObject([{ isOwn: true, pieces: [{ fill: 'solid' }] }]);
    expect(figure?.bars[0]?.caps).toHaveLength(2);
  });

  test('has a bar for the date that an editor set, and a fading one for each outlet’s', () => {
    const figure = draw(
      {
        x: createDigest(['id: a\ndate: 2024-05-10~\nwhen: earlier this week']),
        y: createDigest(['id: a\ndate: 2024-05-11~'], 'city-ledger'),
      },
      {
        'events/a.md':
          '---\ndate: "[2024-05-08..2024-05-12]"\ndate-why: W.\nreviewed: 2024-07-02\n---\n',
      },
    );
    expect(
      figure?.bars.map(({ isOwn, pieces }) => [isOwn, pieces.map(({ fill }) => fill)]),
    ).toEqual([
      [true, ['solid']],
      [false, ['in', 'solid', 'out']],
      [false, ['in', 'solid', 'out']],
    ]);
    expect(figure?.bars[1]?.label).toContain('earlier this week');
    // The darkest segment is the day itself: a seventh of the axis.
    expect(figure?.bars[1]?.pieces[1]?.width).toBeCloseTo(100 / 7, 1);
  });

  test('isn’t drawn for a known day, even in another zone', () => {
    expect(draw({ x: createDigest(['id: a\ndate: 2024-05-10']) })).toBeNull();
    expect(
      draw({ x: createDigest(['id: a\ndate: 2024-05-10\nzone: America/New_York']) }),
    ).toBeNull();
  });
});
