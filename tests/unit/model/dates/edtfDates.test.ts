import { describe, expect, test } from 'vitest';
import { getWeekday } from '../../../../src/model/dates/calendarRanges.ts';
import { findDateFault, findUnsupportedForm } from '../../../../src/model/dates/dateFaults.ts';
import { dateToRanges, getNight, getSingleDay } from '../../../../src/model/dates/dateRanges.ts';
import { dateToSpans } from '../../../../src/model/dates/dateSpans.ts';
import { measureBetween } from '../../../../src/model/dates/distance.ts';
import type { EdtfDate } from '../../../../src/model/dates/edtfDate.ts';
import { parseEdtf } from '../../../../src/model/dates/parseEdtf.ts';
import { printDay, printRanges } from '../../../../src/model/dates/printDays.ts';
import { parseTimeOfDay, printTimeOfDay } from '../../../../src/model/dates/timeOfDay.ts';
import { isTimeZone, momentToDay } from '../../../../src/model/dates/zoneClock.ts';

const zone = 'Asia/Baghdad';

function parse(text: string): EdtfDate {
  const date = parseEdtf(text);
  if (!date) throw new Error(`${text} was refused`);
  return date;
}

function days(text: string): string[] {
  return dateToRanges(parse(text)).map(
    ({ first, last }) =>
      `${first === null ? '' : printDay(first)}..${last === null ? '' : printDay(last)}`,
  );
}

function moments(text: string, time: string | null, zone: string): (string | number)[][] {
  const print = (moment: number) =>
    Number.isFinite(moment) ? new Date(moment).toISOString() : moment;
  return dateToSpans(parse(text), time === null ? null : parseTimeOfDay(time)!, zone).map(
    ({ from, to }) => [print(from), print(to)],
  );
}

describe('parseEdtf(text)', () => {
  test.each([
    ['2020-12-25', ['2020-12-25..2020-12-25']],
    ['2020-12', ['2020-12-01..2020-12-31']],
    ['2020', ['2020-01-01..2020-12-31']],
    ['2020-02', ['2020-02-01..2020-02-29']],
    ['2020-12-22?', ['2020-12-22..2020-12-22']],
    ['2020-12-2X', ['2020-12-20..2020-12-29']],
    ['2020-12-XX', ['2020-12-01..2020-12-31']],
    ['2020-1X-XX', ['2020-10-01..2020-12-31']],
    ['202X', ['2020-01-01..2029-12-31']],
    ['2020-12-25/2020-12-27', ['2020-12-25..2020-12-27']],
    ['2020-12-26/..', ['2020-12-26..']],
    ['../2020-12-26', ['..2020-12-26']],
    ['[2020-12-20..2020-12-25]', ['2020-12-20..2020-12-25']],
    ['[2020-12-20,2020-12-22]', ['2020-12-20..2020-12-20', '2020-12-22..2020-12-22']],
    ['[2020-12-20, 2020-12-21]', ['2020-12-20..2020-12-21']],
    ['[..2020-12-20]', ['..2020-12-20']],
    ['[2020-12-20..]', ['2020-12-20..']],
    ['?2020-12-25', ['2020-12-25..2020-12-25']],
    ['Y170000002', ['Y170000002-01-01..Y170000002-12-31']],
    ['-0044', ['-0044-01-01..-0044-12-31']],
  ])('%s allows the expected days', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    ['2020-12-22~', ['2020-12-19..2020-12-25']],
    ['2020-12-22%', ['2020-12-19..2020-12-25']],
    ['2020-12-~25', ['2020-12-22..2020-12-28']],
    ['2020-12~', ['2020-09-01..2021-03-31']],
    ['2020~', ['2017-01-01..2023-12-31']],
  ])('%s allows three units on either side', (text, expected) => {
    expect(days(text)).toEqual(expected);
  });

  test.each([
    '',
    '12/5/2020',
    '2020-13-01',
    '2020-02-30',
    '2019-02-29',
    'Friday',
    '2020-12-27/2020-12-25',
    '[2020-12-25..2020-12-20]',
    '2020-W52',
    'Y-17E7',
    'Y3388E2S3',
    '1950S2',
    '2001-34',
    '{1667,1668}',
  ])('rejects %j', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });

  test('keeps the written text', () => {
    expect(parse('2020-12-22~').written).toBe('2020-12-22~');
    expect(parse('[2020-12-20, 2020-12-22]').written).toBe('[2020-12-20, 2020-12-22]');
  });
});

describe('the examples of the EDTF specification', () => {
  const levels01 =
    '1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 1985-04-12T23:20:30+04:30 ' +
    '1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 2004-02-01/2005-02 2004-02-01/2005 2005/2006-02 ' +
    'Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX 1985-XX-XX ' +
    '1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ 1985-04/ 1985/ /1985-04-12 /1985-04 /1985 ' +
    '1984~/2004-06 1984/2004-06~ 1984~/2004~ 1984?/2004% 1984-06?/2004-08? 1984-06-02?/2004-08-08~ -1985';
  const componentsAndDigits =
    '2004-06-11% 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X ' +
    '2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03';
  const oneOf =
    '[1667,1668,1670..1672] [..1760-12-03] [1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12]';

  test.each(`${levels01} ${componentsAndDigits} ${oneOf}`.split(' '))(
    '%s is accepted, and allows some moments',
    (text) => {
      const spans = dateToSpans(parse(text), null, zone);
      expect(spans.length).toBeGreaterThan(0);
      for (const { from, to } of spans) expect(from).toBeLessThan(to);
    },
  );

  test.each([
    ['Y-17E7', 'exponent'],
    ['1950S2', 'significant-digits'],
    ['Y171010000S3', 'significant-digits'],
    ['Y3388E2S3', 'exponent'],
    ['2001-34', 'grouping'],
    ['{1667,1668,1670..1672}', 'all-of-set'],
    ['{1960,1961-12}', 'all-of-set'],
    ['{..1984}', 'all-of-set'],
    ['196', 'decade'],
  ])('%s is rejected by the name of its form: %s', (text, form) => {
    expect(parseEdtf(text)).toBeUndefined();
    expect(findUnsupportedForm(text)).toBe(form);
  });

  test.each(['Friday', '2019-02-29', '2020-12-27/2020-12-25', '2020-W52', ''])(
    '%j has no unsupported form',
    (text) => {
      expect(findUnsupportedForm(text)).toBeUndefined();
    },
  );
});

describe('dateToSpans(date, time, zone)', () => {
  test('a day is in the given zone, not the machine’s', () => {
    expect(moments('2020-12-25', null, 'Asia/Baghdad')).toEqual([
      ['2020-12-24T21:00:00.000Z', '2020-12-25T21:00:00.000Z'],
    ]);
    expect(moments('2020-12-25', null, 'America/New_York')).toEqual([
      ['2020-12-25T05:00:00.000Z', '2020-12-26T05:00:00.000Z'],
    ]);
  });

  test('a day on which the clocks change has its own length', () => {
    expect(moments('2020-03-29', null, 'Europe/Lisbon')).toEqual([
      ['2020-03-29T00:00:00.000Z', '2020-03-29T23:00:00.000Z'],
    ]);
  });

  test('a part of the day narrows a day', () => {
    expect(moments('2020-12-25', 'evening', 'Asia/Baghdad')).toEqual([
      ['2020-12-25T14:00:00.000Z', '2020-12-25T18:00:00.000Z'],
    ]);
    expect(moments('2020-12-25', '20:30', 'Asia/Baghdad')).toEqual([
      ['2020-12-25T17:30:00.000Z', '2020-12-25T17:31:00.000Z'],
    ]);
  });

  test('two adjacent days with `night` are the night between them, as is the first day alone', () => {
    const night = [['2020-12-25T18:00:00.000Z', '2020-12-26T02:00:00.000Z']];
    expect(moments('2020-12-25/2020-12-26', 'night', 'Asia/Baghdad')).toEqual(night);
    expect(moments('2020-12-25', 'night', 'Asia/Baghdad')).toEqual(night);
  });

  test('a written offset overrides the zone; a time without one is in the zone', () => {
    expect(moments('2020-12-25T20:30:00+03:00', null, 'America/New_York')).toEqual([
      ['2020-12-25T17:30:00.000Z', '2020-12-25T17:31:00.000Z'],
    ]);
    expect(moments('2020-12-25T20:30:00', null, 'Asia/Baghdad')).toEqual([
      ['2020-12-25T17:30:00.000Z', '2020-12-25T17:31:00.000Z'],
    ]);
  });

  test('an open end has no last moment', () => {
    expect(moments('2020-12-26/..', null, 'Asia/Baghdad')).toEqual([
      ['2020-12-25T21:00:00.000Z', Infinity],
    ]);
  });
});

describe('getSingleDay(date) and getNight(date)', () => {
  test('a doubtful day is a single day; an approximate or lasting one isn’t', () => {
    expect(getSingleDay(parse('2020-12-22?'))).toBe(getSingleDay(parse('2020-12-22')));
    expect(getSingleDay(parse('2020-12-22~'))).toBeUndefined();
    expect(getSingleDay(parse('2020-12'))).toBeUndefined();
    expect(getSingleDay(parse('2020-12-22/2020-12-23'))).toBeUndefined();
  });

  test('three days aren’t a night', () => {
    expect(getNight(parse('2020-12-31/2021-01-01'))).toBe(getSingleDay(parse('2020-12-31')));
    expect(getNight(parse('2020-12-25/2020-12-27'))).toBeUndefined();
    expect(getNight(parse('2020-12-25/..'))).toBeUndefined();
  });
});

describe('printRanges(ranges)', () => {
  test.each([
    '2020-12-25',
    '2020-12',
    '2020',
    '[2020-12-20..2020-12-25]',
    '[2020-12-20..]',
    '[..2020-12-20]',
    '[2020-12-20,2020-12-22]',
  ])('prints the days of %s as the same text', (text) => {
    expect(printRanges(dateToRanges(parse(text)))).toBe(text);
  });
});

describe('measureBetween(earlier, later)', () => {
  test.each([
    ['2020-12-25', '2020-12-25', 'day', 0, false],
    ['2020-12-24', '2020-12-25', 'day', 1, false],
    ['2020-12-20', '2021-01-08', 'day', 19, false],
    ['2020-01-03', '2020-12-20', 'month', 11, false],
    ['2020-01-31', '2020-03-06', 'month', 1, false],
    ['2020-02-29', '2024-02-28', 'year', 3, false],
    ['2020-01-03', '2020-11', 'month', 10, true],
    ['2020-01', '2020-08', 'month', 7, true],
    ['1914', '2020-01-01', 'year', 106, true],
  ])('from %s to %s it is %s %i', (earlier, later, unit, count, about) => {
    expect(measureBetween(dateToRanges(parse(earlier)), dateToRanges(parse(later)))).toEqual({
      unit,
      count,
      about,
    });
  });

  test.each([
    ['2020-12-20', '2020-12-2X'],
    ['2020-12-20', '2020-12-19'],
    ['2020-12-20', '[2020-12-21..]'],
    ['2020-12-20/..', '2021-01-01'],
    ['2020-12-01~', '2020-12-20'],
  ])('from %s to %s is undefined', (earlier, later) => {
    expect(
      measureBetween(dateToRanges(parse(earlier)), dateToRanges(parse(later))),
    ).toBeUndefined();
  });
});

describe('old dates and seasons', () => {
  test.each([
    // The minus sign of a year that starts with unspecified digits is kept.
    ['-000X', ['-0009-01-01..0000-12-31']],
    ['-00XX', ['-0099-01-01..0000-12-31']],
    ['-XXXX', ['-9999-01-01..0000-12-31']],
    ['-00XX/0100', ['-0099-01-01..0100-12-31']],
    ['[-000X,0100]', ['-0009-01-01..0000-12-31', '0100-01-01..0100-12-31']],
    ['0000-24', ['0000-12-01..0001-02-28']],
    ['-0001-24', ['-0001-12-01..0000-02-29']],
    ['2020-21?', ['2020-03-01..2020-05-31']],
    ['2020-21~', ['2019-12-01..2020-08-31']],
    ['2020-21/2020-23', ['2020-03-01..2020-11-30']],
    ['[2020-21,2020-23]', ['2020-03-01..2020-05-31', '2020-09-01..2020-11-30']],
    ['[2020-21..2020-23]', ['2020-03-01..2020-11-30']],
    ['2020-24/2021-01-05~', ['2020-12-01..2021-01-08']],
  ])('%s allows %s', (written, days) => {
    const ranges = dateToRanges(parse(written)).map(
      ({ first, last }) => `${printDay(first!)}..${printDay(last!)}`,
    );
    expect(ranges).toEqual(days);
  });

  test.each([
    '2020-25/2020-26',
    '-0000-21',
    '2020-23/2020-21',
    '[2020-21..2020-23..]',
    '2020-21/2020-22/2020-23',
    '[2020-21,..,2020-23]',
    '{2020-21,2020-23}',
    '2020-21T10:00',
  ])('%s is rejected', (written) => {
    expect(parseEdtf(written)).toBeUndefined();
  });
});

describe('findDateFault(text)', () => {
  test.each([
    ['2023-02-29', { type: 'no-such-day', part: '2023-02-29' }],
    ['2024-05-31/2024-06-31?', { type: 'no-such-day', part: '2024-06-31' }],
    ['2024-13', { type: 'no-such-month', part: '2024-13' }],
    ['2024-05-14/2024-05-12', { type: 'reversed', repair: '2024-05-12/2024-05-14' }],
    ['[2024-05-14..2024-05-12]', { type: 'reversed', repair: '[2024-05-12..2024-05-14]' }],
    ['last week', undefined],
    ['2024/05/12', undefined],
    ['2024-25', undefined],
    ['10-05-2024', undefined],
  ])('finds the fault of %s: %s', (written, fault) => {
    expect(findDateFault(written)).toEqual(fault);
  });
});

describe('calendar facts', () => {
  test('25 December 2020 was a Friday', () => {
    expect(getWeekday(getSingleDay(parse('2020-12-25'))!)).toBe(5);
    expect(getWeekday(getSingleDay(parse('1969-12-31'))!)).toBe(3);
  });

  test('a moment falls on the day of the zone', () => {
    const moment = Date.parse('2020-12-25T22:00:00Z');
    expect(printDay(momentToDay(moment, 'Asia/Baghdad'))).toBe('2020-12-26');
    expect(printDay(momentToDay(moment, 'America/New_York'))).toBe('2020-12-25');
  });

  test('accepts only zones with a place name', () => {
    expect(isTimeZone('Asia/Baghdad')).toBe(true);
    expect(isTimeZone('Asia/Bagdad')).toBe(false);
    expect(isTimeZone('+03:00')).toBe(false);
  });

  test.each(['about 17:30', '20:00/20:45', '20:30', 'night'])(
    '%s is printed as written',
    (text) => {
      expect(printTimeOfDay(parseTimeOfDay(text)!)).toBe(text);
    },
  );

  test.each([
    ['about 17:30', '17:00', '18:01'],
    ['about 00:10', '00:00', '00:41'],
    ['about 23:50', '23:20', '00:00'],
    ['20:00/20:45', '20:00', '20:46'],
  ])('%s allows only the minutes from %s up to %s of its day', (text, from, to) => {
    const [span] = dateToSpans(parseEdtf('2024-05-10')!, parseTimeOfDay(text)!, 'UTC');
    const clock = (moment: number) => new Date(moment).toISOString().slice(11, 16);
    expect([clock(span!.from), clock(span!.to)]).toEqual([from, to]);
    expect(momentToDay(span!.from, 'UTC')).toBe(momentToDay(span!.to - 1, 'UTC'));
  });

  test.each([
    '24:00',
    '7:30',
    'dusk',
    '12:60',
    'about 24:00',
    'about evening',
    '20:45/20:00',
    '20:00/20:00',
    'about 20:00/20:45',
    '20:00/20:15/20:45',
    '20:00/',
  ])('%s is no time of day', (text) => {
    expect(parseTimeOfDay(text)).toBeUndefined();
  });
});
