import { expect, test } from 'vitest';
import { groupByPeriod } from '../../../../src/views/dates/calendar.ts';
import { viewHome } from '../../../../src/views/home/homeView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function days(...dates: readonly string[]) {
  return createViewContext({
    a: createDigest(dates.map((date, index) => `id: e${index}\ndate: ${date}`)),
  });
}

/** Returns a number of events for each month, spread over its days. */
function spread(months: readonly string[], each: number) {
  return days(
    ...months.flatMap((month) =>
      Array.from({ length: each }, (_, n) => `${month}-${String((n % 28) + 1).padStart(2, '0')}`),
    ),
  );
}

test('more than 100 events have a calendar with the same counts as its days’ pages', () => {
  const context = spread(['2024-01', '2024-03'], 60);
  const home = viewHome(context);
  expect(home.calendar?.type).toBe('days');
  expect(home.calendar?.parts.map(({ name, events }) => [name, events])).toEqual([
    ['January 2024', 60],
    ['March 2024', 60],
  ]);
  const periods = groupByPeriod(context.archive.events, context.archive.site.zone);
  const cells = home.calendar?.parts.flatMap(({ rows }) => rows.flat()) ?? [];
  for (const cell of cells.filter((one) => one?.url)) {
    const period = cell?.url?.slice(1, -1).replaceAll('/', '-') ?? '';
    expect(cell?.events, period).toBe(periods.get(period)?.known.length);
  }
  // January 2024 began on a Monday, March on a Friday.
  expect(home.calendar?.parts[1]?.rows[0]?.map((cell) => cell?.label ?? '-').join(' ')).toBe(
    '- - - - 1 2 3',
  );
});

test('100 events have no calendar, and the list has all of them', () => {
  const home = viewHome(spread(['2024-01', '2024-02'], 50));
  expect(home.calendar).toBeNull();
  expect(home.pastRows).toHaveLength(100);
});

test('more than 1,000 events have a table of years and months', () => {
  const home = viewHome(spread(['2022-01', '2022-12', '2023-06'], 350));
  expect(home.calendar?.type).toBe('months');
  const table = home.calendar?.parts.map(({ name, rows }) => [
    name,
    ...(rows[0]?.map((cell) => cell?.events ?? 0) ?? []),
  ]);
  expect(table).toEqual([
    ['2022', 350, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 350],
    ['2023', 0, 0, 0, 0, 0, 350, 0, 0, 0, 0, 0, 0],
  ]);
});

test('home separates the background before the last long gap, and states gaps in words', () => {
  const context = days('2023-06-01', '2024-05-08', '2024-05-09', '2024-05-10');
  const home = viewHome(context);
  expect(home.background.map(({ short }) => short.label)).toEqual(['Thu 1 June']);
  expect(home.past.map(({ heading, gap }) => [heading.label, gap])).toEqual([
    ['8 May 2024', 'Eleven months later'],
    ['9 May 2024', null],
    ['10 May 2024', null],
  ]);
});

test('the background is never most of an archive', () => {
  const home = viewHome(days('2023-06-01', '2023-06-02', '2023-06-03', '2024-05-10'));
  expect(home.background).toEqual([]);
  expect(home.past.map(({ gap }) => gap)).toEqual([null, null, null, 'Eleven months later']);
});

test('no gap is stated while an event lasted', () => {
  const siege = viewHome(days('2024-01-02/2024-04-01', '2024-01-03', '2024-04-20', '2024-04-21'));
  expect(siege.past.map(({ gap }) => gap)).toEqual(['19 days later', null]);
});

test('of many differences, has first those with most answers, keeps those linked from the state of play, and links to the rest', () => {
  const claim = (point: number, answer: string) =>
    `\n\`\`\`claim\non: Point ${point}\nanswer: ${answer}\nsays: It was ${answer}.\n\`\`\`\n`;
  const digest = (source: string, answer: string) =>
    [1, 2, 3, 4, 5, 6, 7, 8]
      .map((n) => createDigest([`id: e${n}\ndate: 2024-05-0${n}`], source) + claim(n, answer))
      .map((text, index) => (index === 0 ? text : text.slice(text.indexOf('\n## '))))
      .join('');
  const context = createViewContext(
    {
      a: digest('harbour-post', 'red'),
      b: `${digest('city-ledger', 'blue')}${claim(7, 'green').replace('claim\n', 'claim\nabout: e7\nas: a cook\n')}`,
    },
    { 'state-of-play.md': '---\nas-of: 2024-05-10\n---\n\n[The last](event:e8) is open.\n' },
  );
  const { differences, otherDifferences, moreDifferences } = viewHome(context);
  expect(differences.map(({ on }) => on)).toEqual([
    'Point 7',
    'Point 1',
    'Point 2',
    'Point 3',
    'Point 4',
    'Point 8',
  ]);
  expect(otherDifferences.map(({ name, url }) => [name, url])).toEqual([
    ['Point 5', '/events/e5/'],
    ['Point 6', '/events/e6/'],
  ]);
  expect(moreDifferences).toBe(0);
});

test('differences between outlets come before those between the people they cite', () => {
  const claim = (on: string, answer: string, by = '') =>
    `\n\`\`\`claim\n${by}on: ${on}\nanswer: ${answer}\nsays: It was ${answer}.\n\`\`\`\n`;
  const event = ['id: a\ndate: 2024-05-01'];
  const context = createViewContext({
    x:
      createDigest(event) +
      claim('Cited by one', 'red', 'as: a cook\n') +
      claim('Cited by one', 'blue', 'as: a pilot\n') +
      claim('Agreed', 'red') +
      claim('Agreed', 'blue', 'as: a cook\n') +
      claim('Clash', 'red'),
    y: createDigest(event, 'city-ledger') + claim('Agreed', 'red') + claim('Clash', 'blue'),
  });
  expect(viewHome(context).differences.map(({ on }) => on)).toEqual([
    'Clash',
    'Agreed',
    'Cited by one',
  ]);
});
