import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUndatedWhen, createWhen } from '../../../src/model/createWhen.ts';
import type { ArticleId } from '../../../src/model/ids.ts';
import {
  reconcileDates,
  reconcileTimes,
  type DateEvidence,
} from '../../../src/model/reconcileDates.ts';
import { dateToRanges, getNight } from '../../../src/model/dates/dateRanges.ts';
import { intersectRanges } from '../../../src/model/dates/dayRanges.ts';
import { parseEdtf } from '../../../src/model/dates/parseEdtf.ts';
import { parseTimeOfDay, printTimeOfDay } from '../../../src/model/dates/timeOfDay.ts';
import { labelChoices, labelDate } from '../../../src/views/dates/dateLabel.ts';
import { dateWords } from '../../../src/views/words/en.ts';
import { runs } from '../seed.ts';

const zone = 'Asia/Baghdad';

function says(
  article: string,
  date: string | null,
  time: string | null = null,
  ofZone = zone,
): DateEvidence {
  const published = createWhen(parseEdtf('2020-12-26')!, null, zone).spans[0]!;
  const when =
    date === null
      ? createUndatedWhen(published, false, zone)
      : createWhen(parseEdtf(date)!, time === null ? null : parseTimeOfDay(time)!, ofZone);
  return { article: article as ArticleId, when };
}

function reconciled(...evidence: DateEvidence[]): string {
  const result = reconcileDates(evidence, zone);
  return result
    ? `${result.choices.length > 0 ? 'disputed ' : ''}${result.date.written} by ${result.articles.join(', ')}`
    : 'undated';
}

describe('reconcileDates(evidence, storyZone)', () => {
  test.each([
    [
      'a day inside a stated month agrees with it',
      [says('a', '2020-12'), says('b', '2020-12-25')],
      '2020-12-25 by b',
    ],
    [
      'the same date belongs to both accounts',
      [says('a', '2020-12-25'), says('b', '2020-12-25')],
      '2020-12-25 by a, b',
    ],
    [
      '“about” allows three days either side',
      [says('a', '2020-12-22~'), says('b', '2020-12-25')],
      '2020-12-25 by b',
    ],
    [
      'four days away is outside “about”',
      [says('a', '2020-12-22~'), says('b', '2020-12-26')],
      'disputed [2020-12-19..2020-12-25,2020-12-26] by a, b',
    ],
    [
      '“doubtful” widens nothing',
      [says('a', '2020-12-22?'), says('b', '2020-12-23')],
      'disputed [2020-12-22,2020-12-23] by a, b',
    ],
    [
      'a date without doubt goes before the same in doubt',
      [says('a', '2020-12-22?'), says('b', '2020-12-22')],
      '2020-12-22 by a, b',
    ],
    [
      'two spans allow the days they share',
      [says('a', '[2020-12-20..2020-12-24]'), says('b', '[2020-12-22..2020-12-27]')],
      '[2020-12-22..2020-12-24] by a, b',
    ],
    [
      'an undated account agrees with any date up to its publication',
      [says('a', '2020-12-25'), says('b', null)],
      '2020-12-25 by a',
    ],
    [
      'an undated account disputes a date after its publication',
      [says('a', '2020-12-27'), says('b', null)],
      'disputed [..2020-12-26,2020-12-27] by a',
    ],
    ['accounts without any date have none', [says('a', null)], 'undated'],
    [
      'a day within a time that lasted is part of it',
      [says('a', '2020-12-24/2020-12-27'), says('b', '2020-12-25')],
      '2020-12-24/2020-12-27 by a',
    ],
    [
      'two lasting dates agree if both ends may',
      [says('a', '2020-12-24/2020-12'), says('b', '2020-12-24/2020-12-27')],
      '2020-12-24/2020-12-27 by b',
    ],
    [
      'two lasting dates with different starts disagree',
      [says('a', '2020-12-24/2020-12-27'), says('b', '2020-12-25/2020-12-27')],
      'disputed [2020-12-24..2020-12-27] by a, b',
    ],
    [
      'the same night in two forms is one night',
      [says('a', '2020-12-25', 'night'), says('b', '2020-12-25/2020-12-26', 'night')],
      '2020-12-25 by a, b',
    ],
    [
      'two nights agree only if they are the same',
      [says('a', '2020-12-24', 'night'), says('b', '2020-12-25/2020-12-26', 'night')],
      'disputed [2020-12-24,2020-12-25] by a, b',
    ],
    [
      'days of two zones are compared as moments',
      [says('a', '2020-01-03'), says('b', '2020-01-02', null, 'America/New_York')],
      '2020-01-03 by a, b',
    ],
    [
      'a differing hour is no differing date',
      [says('a', '2020-12-25', 'evening'), says('b', '2020-12-25', 'morning')],
      '2020-12-25 by a, b',
    ],
  ])('%s', (_title, evidence, expected) => {
    expect(reconciled(...evidence)).toBe(expected);
  });

  const dates = fc.constantFrom(
    '2020-12-25',
    '2020-12-24',
    '2020-12',
    '2020-12-2X',
    '2020-12-22~',
    '2020-12-22?',
    '[2020-12-20..2020-12-25]',
    '2020-11',
    '2020-12-24/2020-12-27',
    '[..2020-12-24]',
    null,
  );

  test('disputes the same dates for any order of accounts', () => {
    fc.assert(
      fc.property(fc.array(dates, { minLength: 1, maxLength: 5 }), (list) => {
        const evidence = list.map((date, index) => says(`a${index}`, date));
        const [forwards, backwards] = [
          reconcileDates(evidence, zone),
          reconcileDates([...evidence].reverse(), zone),
        ];
        expect(backwards?.choices).toEqual(forwards?.choices);
        if (forwards && forwards.choices.length > 0)
          expect(backwards?.date.written).toBe(forwards.date.written);
      }),
    );
  });

  test('never returns a day that an account rules out, unless the date is disputed', () => {
    fc.assert(
      fc.property(
        fc.array(
          dates.filter((date) => !date?.includes('/')),
          { minLength: 1, maxLength: 4 },
        ),
        (list) => {
          const evidence = list.map((date, index) => says(`a${index}`, date));
          const result = reconcileDates(evidence, zone);
          if (!result || result.choices.length > 0) return;
          const spans = createWhen(result.date, null, zone).spans;
          for (const { when } of evidence)
            for (const span of spans)
              expect(when.spans.some(({ from, to }) => from <= span.from && span.to <= to)).toBe(
                true,
              );
        },
      ),
    );
  });
});

describe('any dates together', () => {
  const digit = fc.constantFrom('0', '1', '2', 'X');
  const month = fc.constantFrom('01', '02', '05', '12', '1X', '0X', 'XX');
  const day = fc.oneof(
    fc.constantFrom('01', '09', '10', '28', 'XX', '1X', '2X', 'X1'),
    fc.tuple(digit, digit).map(([a, b]) => a + b),
  );
  const year = fc.constantFrom('2024', '2020', '202X', '20XX', '2023', '0044', '-0043');
  const mark = fc.constantFrom('', '', '', '~', '?', '%');
  const plain = fc
    .tuple(year, fc.option(month), fc.option(day), mark)
    .map(([y, m, d, q]) => [y, ...(m ? [m, ...(d ? [d] : [])] : [])].join('-') + q);
  const whole = fc.constantFrom(
    '2024-05-09',
    '2024-05-10',
    '2024-05-11',
    '2024-05',
    '2024',
    '2023-12-31',
  );
  const date = fc.oneof(
    plain,
    whole,
    fc.tuple(whole, whole).map(([a, b]) => `${a}/${b}`),
    whole.map((one) => `${one}/..`),
    whole.map((one) => `../${one}`),
    whole.map((one) => `[..${one}]`),
    whole.map((one) => `[${one}..]`),
    fc.tuple(whole, whole).map(([a, b]) => `[${a}..${b}]`),
    fc.tuple(whole, whole).map(([a, b]) => `[${a},${b}]`),
    fc.constantFrom('2024-21', 'Y170000002', '../..', '[2024-01-15..2024-12-31]', '2024-XX-1X'),
  );
  const anyEvidence = fc.record({
    date: fc.option(date),
    time: fc.constantFrom(null, null, 'night', 'evening', '22:30'),
    zone: fc.constantFrom(zone, zone, 'America/New_York'),
  });

  test('never throw, and yield a date that parses, has words, and has no member within another', () => {
    fc.assert(
      fc.property(fc.array(anyEvidence, { minLength: 1, maxLength: 5 }), (list) => {
        const evidence = list.flatMap(({ date: written, time, zone: ofZone }, index) => {
          if (written !== null && parseEdtf(written) === undefined) return [];
          const isFit = written !== null && getNight(parseEdtf(written)!) !== undefined;
          return [says(`a${index}`, written, isFit ? time : null, ofZone)];
        });
        const result = reconcileDates(evidence, zone);
        if (!result) return;
        const label =
          result.choices.length > 0
            ? labelChoices(result.choices, dateWords)
            : labelDate(result.date, dateWords);
        expect(label).not.toMatch(/NaN|undefined|Infinity/);
        expect(label).not.toBe('');
        const isFar = evidence.some(({ when }) => when.date?.written.startsWith('Y'));
        if (isFar) return;
        expect(parseEdtf(result.date.written)?.written).toBe(result.date.written);
        if (result.choices.length === 0 || result.date.type !== 'one-of') return;
        const members = result.date.members.flatMap((member) =>
          dateToRanges({ type: 'one-of', written: '', members: [member] }),
        );
        for (const [index, member] of members.entries())
          for (const other of members.slice(index + 1))
            expect(intersectRanges([member], [other])).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});

describe('reconcileTimes(evidence)', () => {
  test.each([
    ['null if no account gives one', [says('a', '2020-12-25')], null],
    ['the only one', [says('a', '2020-12-25'), says('b', '2020-12-25', 'evening')], 'evening'],
    [
      'the clock time within a part of the day',
      [says('a', '2020-12-25', 'evening'), says('b', '2020-12-25', '20:30')],
      '20:30',
    ],
    [
      'undefined if they differ',
      [says('a', '2020-12-25', 'morning'), says('b', '2020-12-25', 'evening')],
      undefined,
    ],
    [
      'undefined for a clock time outside the part of the day',
      [says('a', '2020-12-25', 'morning'), says('b', '2020-12-25', '20:30')],
      undefined,
    ],
  ])('returns %s', (_title, evidence, expected) => {
    const time = reconcileTimes(evidence)?.time ?? reconcileTimes(evidence);
    expect(time && 'type' in time ? printTimeOfDay(time) : time).toBe(expected);
  });
});
