import { describe, expect, test } from 'vitest';
import { createWhen } from '../../../../src/model/createWhen.ts';
import { parseEdtf } from '../../../../src/model/dates/parseEdtf.ts';
import { parseTimeOfDay } from '../../../../src/model/dates/timeOfDay.ts';
import { dateLabel, exactDatetime } from '../../../../src/views/dates/dateLabel.ts';
import { dateWords } from '../../../../src/views/words/en.ts';

const zone = 'Asia/Baghdad';

function when(date: string, time: string | null = null, ofZone = zone) {
  return createWhen(parseEdtf(date)!, time === null ? null : parseTimeOfDay(time)!, ofZone);
}

describe('dateLabel(when, storyZone, words, place)', () => {
  test.each([
    ['2020-12-25', null, '25 December 2020'],
    ['2020-12-25', 'evening', '25 December 2020, evening'],
    ['2020-12-25', '20:30', '25 December 2020, 20:30'],
    ['2020-12-25', 'about 20:30', '25 December 2020, about 20:30'],
    ['2020-12-25', '20:00/20:45', '25 December 2020, between 20:00 and 20:45'],
    ['2020-11', null, 'November 2020'],
    ['2020', null, '2020'],
    ['2020-12-22~', null, 'about 22 December 2020'],
    ['2020-12-22?', null, 'possibly 22 December 2020'],
    ['2020-12-22%', null, 'possibly about 22 December 2020'],
    ['2020-12-2X', null, 'between 20 and 29 December 2020'],
    ['2020-12-1X', null, 'between 10 and 19 December 2020'],
    ['2020-12-3X', null, '30 or 31 December 2020'],
    ['2020-12-XX', null, 'December 2020, day not known'],
    ['2020-XX', null, '2020, month not known'],
    ['2020-XX-XX', null, '2020, day not known'],
    ['2020-1X-XX', null, '1 October – 31 December 2020, day not known'],
    ['202X', null, 'in the 2020s'],
    ['20XX', null, 'between 2000 and 2099'],
    ['2020-21', null, 'spring 2020'],
    ['[2020-12-20..2020-12-25]', null, '20–25 December 2020, day not known'],
    ['[2020-12-30..2021-01-02]', null, '30 December 2020 – 2 January 2021, day not known'],
    ['[2020-12-20,2020-12-22]', null, '20 or 22 December 2020'],
    ['[2020-11-20,2020-12-22]', null, '20 November or 22 December 2020'],
    ['[..2020-12-20]', null, 'on or before 20 December 2020'],
    ['[2020-12-20..]', null, 'on or after 20 December 2020'],
    ['[2020-11,2020-12-25]', null, 'November or 25 December 2020'],
    ['2020-12-25/2020-12-27', null, 'from 25 to 27 December 2020'],
    ['2020-12-26/..', null, 'since 26 December 2020'],
    ['../2020-12-26', null, 'until 26 December 2020, start not known'],
    ['2020-12-22~/2020-12-25', null, 'from about 22 December 2020 to 25 December 2020'],
    ['2020-12-25/2020-12-26', 'night', 'night of 25–26 December 2020'],
    ['2020-12-31', 'night', 'night of 31 December 2020 – 1 January 2021'],
    ['[2020-12-24,2020-12-25]', 'night', 'night of 24–25 or of 25–26 December 2020'],
    ['2020-12-25T20:30:00+03:00', null, '25 December 2020, 20:30'],
    ['-0043', null, '44 BC'],
    ['-0001-24', null, 'winter 2 BC'],
    ['0000-21', null, 'spring 1 BC'],
    ['-000X', null, 'between 10 and 1 BC'],
    ['-00XX', null, 'between 100 and 1 BC'],
    ['-0XXX', null, 'between 1000 and 1 BC'],
    ['-XXXX', null, 'between 10000 and 1 BC'],
    ['-19XX', null, 'between 2000 and 1901 BC'],
    ['00XX', null, 'between 1 BC and AD 99'],
    ['007X', null, 'between AD 70 and 79'],
    ['0079-08-24', null, '24 August AD 79'],
    ['0999', null, 'AD 999'],
    ['1000', null, '1000'],
    ['2020-21?', null, 'possibly spring 2020'],
    ['2020-24~', null, 'about winter 2020'],
    ['2020-21/2020-23', null, 'from spring 2020 to autumn 2020'],
    ['2020-24/2021-01-05', null, 'from winter 2020 to 5 January 2021'],
    ['2020-21/..', null, 'since spring 2020'],
    ['[2020-21,2020-23]', null, 'spring or autumn 2020'],
  ])('labels %s %s as “%3$s”', (date, time, expected) => {
    expect(dateLabel(when(date, time), zone, dateWords, null)).toBe(expected);
  });

  test('names the place of a day in another zone than the story’s', () => {
    expect(
      dateLabel(when('2020-12-23', null, 'America/New_York'), zone, dateWords, 'Washington'),
    ).toBe('23 December 2020 in Washington');
    expect(dateLabel(when('2020-12-23', null, 'America/New_York'), zone, dateWords, null)).toBe(
      '23 December 2020, New York time',
    );
  });
});

describe('words for the distance before and after', () => {
  test.each([
    [0, 'day', false, 'the same day', 'the same day'],
    [1, 'day', false, 'the day before', 'the next day'],
    [12, 'day', false, 'twelve days earlier', 'twelve days later'],
    [13, 'day', false, '13 days earlier', '13 days later'],
    [1, 'month', false, 'one month earlier', 'one month later'],
    [11, 'month', false, 'eleven months earlier', 'eleven months later'],
    [2, 'year', true, 'about two years earlier', 'about two years later'],
  ] as const)('of %i %ss, about: %s', (count, unit, about, earlier, later) => {
    expect(dateWords.earlier({ unit, count, about })).toBe(earlier);
    expect(dateWords.later({ unit, count, about })).toBe(later);
  });

  test('a gap is a sentence', () => {
    expect(dateWords.passes({ unit: 'month', count: 11, about: false })).toBe(
      'Eleven months later',
    );
    expect(dateWords.passes({ unit: 'year', count: 1, about: false })).toBe('One year later');
  });
});

describe('exactDatetime(when)', () => {
  test.each([
    ['2020-12-25', null, '2020-12-25'],
    ['2020-12-25', 'evening', '2020-12-25'],
    ['2020-12-25', '20:30', '2020-12-25T20:30'],
    ['2020-11', null, '2020-11'],
    ['2020-12-22~', null, null],
    ['2020-12-22?', null, null],
    ['2020-12-2X', null, null],
    ['[2020-12-20..2020-12-25]', null, null],
    ['2020-12-25', 'night', null],
    ['2020-12-26/..', null, null],
    ['2020-21', null, null],
  ])('returns only what %s %s states exactly, else null', (date, time, expected) => {
    expect(exactDatetime(when(date, time))).toBe(expected);
  });
});
