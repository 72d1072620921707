import { expect, test } from 'vitest';
import { getDateShape } from '../../../../src/views/dates/dateShape.ts';
import { listGaps } from '../../../../src/views/dates/gaps.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function load(dates: readonly string[]) {
  return createViewContext({
    a: createDigest(dates.map((date, index) => `id: e${index}\ndate: ${date}`)),
  });
}

test('listGaps(events, context) states how long a gap is, and ignores a few days', () => {
  const context = load(['2024-01-10', '2024-05-10', '2024-05-14']);
  expect(listGaps(context.archive.events, context)).toEqual([null, 'Four months later', null]);
});

test('listGaps(events, context) returns no gap into which an uncertain event may fall', () => {
  const context = load(['2024-01-10', '[2024-01-10..2024-06-10]', '2024-05-10']);
  const { events } = context.archive;
  expect(listGaps(events, context)).toEqual(events.map(() => null));
});

test('getDateShape(event) of a day of another zone is a point among the days of that zone', () => {
  const context = createViewContext({
    a: createDigest(['id: a\ndate: 2024-05-10\nzone: America/New_York']),
  });
  const [event] = context.archive.events;
  expect(event && getDateShape(event)).toBe('point');
  expect(event && getDateShape(event, 'Europe/Lisbon')).toBe('oneOf');
});
