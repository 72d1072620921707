import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitDay, toDayNumber } from '../../../../src/model/dates/dayRanges.ts';

describe('toDayNumber(year, month, day) and splitDay(day)', () => {
  test('count from 1970-01-01', () => {
    expect(toDayNumber(1970, 1, 1)).toBe(0);
    expect(toDayNumber(1969, 12, 31)).toBe(-1);
    expect(toDayNumber(2000, 3, 1) - toDayNumber(2000, 2, 1)).toBe(29);
    expect(toDayNumber(1900, 3, 1) - toDayNumber(1900, 2, 1)).toBe(28);
  });

  test('agree with the runtime’s calendar within its range', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        const day = Math.floor(date.getTime() / 86_400_000);
        expect(splitDay(day)).toEqual({
          year: date.getUTCFullYear(),
          month: date.getUTCMonth() + 1,
          day: date.getUTCDate(),
        });
      }),
    );
  });

  test('are inverse, even millions of years away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -70_000_000_000, max: 70_000_000_000 }), (day) => {
        const { year, month, day: dayOfMonth } = splitDay(day);
        expect(toDayNumber(year, month, dayOfMonth)).toBe(day);
      }),
    );
  });
});
