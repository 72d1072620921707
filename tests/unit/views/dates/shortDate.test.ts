import { describe, expect, test } from 'vitest';
import { getWeekday, viewShortDate } from '../../../../src/views/dates/shortDate.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

describe('viewShortDate(event, year, context)', () => {
  test.each([
    ['2024-05-10', 'Fri 10 May', null],
    ['2023-05-10', '10 May 2023', null],
    ['2024-05-10\ntime: evening', 'Fri 10 May', null],
    ['2024-05-10\ntime: night', 'night 10–11 May', null],
    ['2024-05-31\ntime: night', 'night 31 May–1 June', null],
    ['[2024-05-10,2024-05-11]', '10 or 11 May', null],
    ['[2024-05-10..2024-05-14]', '10–14 May', 'day not known'],
    ['2024-05-1X', '10–19 May', 'day not known'],
    ['2024-05', 'May', 'day not known'],
    ['2023-05', 'May 2023', 'day not known'],
    ['2024', '2024', 'day not known'],
    ['2024-05-10/2024-05-12', '10–12 May', null],
    ['2024-05/2024-06', 'May–June', null],
    ['2024-05-10/..', 'since 10 May', null],
    ['2024-05-12~', 'about 12 May', null],
    ['2024-05-10?', 'possibly 10 May', null],
  ])('labels %s as %s', (date, label, note) => {
    const context = createViewContext({
      a: createDigest([`id: e\ndate: ${date}`], undefined, '2024-07-01'),
    });
    const [event] = context.archive.events;
    expect(viewShortDate(event!, 2024, context)).toEqual({ label, note });
  });
});

test('getWeekday(day) counts from Sunday, also before 1970', () => {
  expect([0, 1, -1, 3, -4, -5].map(getWeekday)).toEqual([4, 5, 3, 0, 0, 6]);
});
