import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toDayNumber } from '../../../../src/model/dates/dayRanges.ts';
import {
  dayToMoment,
  isTimeZone,
  listClockMoments,
  momentToDay,
  momentToMinute,
} from '../../../../src/model/dates/zoneClock.ts';
import { runs } from '../../seed.ts';

const DAY = 86_400_000;
const MINUTE = 60_000;

// Changes at midnight, by half an hour, by minutes and by a whole day, and historical offsets in seconds.
const zones = [
  'UTC',
  'Asia/Baghdad',
  'Europe/Berlin',
  'Europe/Lisbon',
  'Europe/Dublin',
  'America/Havana',
  'Asia/Beirut',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Monrovia',
  'Asia/Kathmandu',
];

// From 1850, when each town had its own time, to 2060.
const anyDay = fc.oneof(
  fc.integer({ min: -43_830, max: 32_872 }),
  // The skipped day of Apia, and a night in Havana, in Saint John’s and in Berlin.
  fc.constantFrom(15_337, 15_338, 15_339, 15_340, 16_139, 6_332, 6_333, 18_712, 18_713),
);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Returns what a zone's clock shows at a moment, as if it were UTC, from the runtime’s own calendar fields. */
function show(moment: number, zone: string): number {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  clocks.set(zone, clock);
  const parts = new Map(
    clock.formatToParts(moment).map(({ type, value }) => [type, Number(value)]),
  );
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(
    get('year'),
    get('month') - 1,
    get('day'),
    get('hour'),
    get('minute'),
    get('second'),
  );
}

describe('dayToMoment', () => {
  test('returns the first moment at which the zone’s clock shows the minute, if there is one', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        anyDay,
        fc.integer({ min: 0, max: 1439 }),
        (zone, day, minute) => {
          const wanted = day * DAY + minute * MINUTE;
          const moment = dayToMoment(day, minute, zone);
          const shown = show(moment, zone);
          if (listClockMoments(day, minute, zone).length === 0) {
            // Counted with the offset before the change, it is later by as much as the clocks went forward.
            expect(shown).toBeGreaterThan(wanted);
            expect(show(moment - (shown - wanted), zone)).toBeLessThan(wanted);
          } else {
            expect(shown).toBe(wanted);
            for (const back of [20, 30, 40, 60, 120, 1440])
              expect(show(moment - back * MINUTE, zone)).not.toBe(wanted);
          }
        },
      ),
      { numRuns: runs },
    );
  });

  test.each([
    // On 27 October 2024 Berlin’s clocks went back from 03:00 to 02:00; on 31 March forward from 02:00 to 03:00.
    ['Europe/Berlin', '2024-10-27', '02:30', '2024-10-27T00:30:00Z', 2],
    ['Europe/Berlin', '2024-10-27', '03:30', '2024-10-27T02:30:00Z', 1],
    ['Europe/Berlin', '2024-03-31', '02:30', '2024-03-31T01:30:00Z', 0],
    ['Europe/Berlin', '2024-03-31', '03:30', '2024-03-31T01:30:00Z', 1],
    ['America/New_York', '2007-11-04', '01:30', '2007-11-04T05:30:00Z', 2],
    ['America/New_York', '2007-03-11', '02:30', '2007-03-11T07:30:00Z', 0],
    ['Australia/Lord_Howe', '2024-04-07', '01:45', '2024-04-06T14:45:00Z', 2],
    ['America/Havana', '2024-11-03', '00:30', '2024-11-03T04:30:00Z', 2],
    ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00Z', 0],
    ['Africa/Monrovia', '1970-06-01', '12:00', '1970-06-01T12:44:30Z', 1],
    ['Europe/Lisbon', '1900-01-01', '12:00', '1900-01-01T12:36:45Z', 1],
    ['Asia/Baghdad', '1889-01-01', '12:00', '1889-01-01T09:02:20Z', 1],
  ] as const)('%s: %s %s is %s', (zone, date, clock, moment, times) => {
    const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
    const [hour = 0, minutes = 0] = clock.split(':').map(Number);
    const day = toDayNumber(year, month, dayOfMonth);
    const minute = hour * 60 + minutes;
    expect(new Date(dayToMoment(day, minute, zone)).toISOString()).toBe(
      moment.replace('Z', '.000Z'),
    );
    expect(listClockMoments(day, minute, zone)).toHaveLength(times);
  });
});

test('a moment has the day and minute that the zone’s clock shows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      anyDay,
      fc.integer({ min: 0, max: 86_399_999 }),
      (zone, day, rest) => {
        const moment = day * DAY + rest;
        const shown = show(moment, zone);
        expect(momentToDay(moment, zone)).toBe(Math.floor(shown / DAY));
        expect(momentToMinute(moment, zone)).toBe(
          Math.floor((shown - Math.floor(shown / DAY) * DAY) / MINUTE),
        );
      },
    ),
    { numRuns: runs },
  );
});

test('a zone is a name that the runtime knows, not an offset', () => {
  expect(['Asia/Baghdad', 'UTC'].every(isTimeZone)).toBe(true);
  expect(['+03:00', 'Asia/Bagdad', 'GMT+3', ''].some(isTimeZone)).toBe(false);
});
