import { expect, test } from 'vitest';
import { groupByPeriod } from '../../../src/views/calendar.ts';
import { viewDensity } from '../../../src/views/densityView.ts';
import { viewHome } from '../../../src/views/homeView.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

function days(...dates: readonly string[]) {
  return createViewContext({
    a: createDigest(dates.map((date, index) => `id: e${index}\ndate: ${date}`)),
  });
}

test('a bar for each day counts its events, names the year where it changes, and says the gap before it', () => {
  const context = days('2023-12-30', '2024-05-10', '2024-05-10', '2024-05-11', '2024-06');
  expect(
    viewDensity(groupByPeriod(context.archive.events, context.archive.site.zone), context),
  ).toEqual([
    expect.objectContaining({ short: '30 Dec 2023', events: 1, gap: null }),
    expect.objectContaining({ short: '10 May 2024', events: 2, gap: 'Four months later' }),
    expect.objectContaining({ short: '11 May', events: 1, gap: null, url: '/2024/05/11/' }),
  ]);
});

test('more than 60 days are said by months', () => {
  const many = Array.from({ length: 70 }, (_, index) =>
    new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(0, 10),
  );
  const context = days(...many);
  expect(
    viewDensity(groupByPeriod(context.archive.events, context.archive.site.zone), context).map(
      ({ short, events }) => `${short} ${events}`,
    ),
  ).toEqual(['January 2024 31', 'February 2024 29', 'March 2024 10']);
});

test('home sets the background before the last long silence apart, and says gaps in words', () => {
  const context = days('2023-06-01', '2024-05-08', '2024-05-09', '2024-05-10');
  const home = viewHome(context);
  expect(home.background.map(({ heading }) => heading.label)).toEqual(['1 June 2023']);
  expect(home.past.map(({ heading, gap }) => [heading.label, gap])).toEqual([
    ['8 May 2024', 'Eleven months later'],
    ['9 May 2024', null],
    ['10 May 2024', null],
  ]);
});

test('most of an archive is never its background', () => {
  const home = viewHome(days('2023-06-01', '2023-06-02', '2023-06-03', '2024-05-10'));
  expect(home.background).toEqual([]);
  expect(home.past.map(({ gap }) => gap)).toEqual([null, null, null, 'Eleven months later']);
});

test('no silence is said while something lasted', () => {
  const siege = viewHome(days('2024-01-02/2024-04-01', '2024-01-03', '2024-04-20', '2024-04-21'));
  expect(siege.past.map(({ gap }) => gap)).toEqual(['19 days later', null]);
});
