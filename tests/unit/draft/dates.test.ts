import { describe, expect, test } from 'vitest';
import { findDatePhrases } from '../../../src/draft/dates/findDatePhrases.ts';
import { toDayNumber } from '../../../src/model/dates/dayRanges.ts';
import { parseEdtf } from '../../../src/model/dates/parseEdtf.ts';
import { printDay } from '../../../src/model/dates/printDays.ts';
import fc from 'fast-check';

// A Saturday.
const published = toDayNumber(2024, 5, 11);

function find(sentence: string, day: number | null = published) {
  return findDatePhrases(sentence, { published: day, language: 'en', order: null });
}

/** Returns the phrases of a sentence as “words → date time”, with an exclamation mark if they are ahead. */
function read(sentence: string, day: number | null = published): string[] {
  return find(sentence, day).map(({ words, date, time, isAhead }) =>
    [words, '→', date ?? 'unknown', time, isAhead ? '!' : null].filter(Boolean).join(' '),
  );
}

describe('findDatePhrases(sentence, published)', () => {
  test.each([
    ['The quay was shut on Friday.', 'on Friday → 2024-05-10'],
    ['The quay was shut on Saturday.', 'on Saturday → 2024-05-11'],
    ['The quay was shut on Sunday.', 'on Sunday → 2024-05-05'],
    ['The quay was shut last Saturday.', 'last Saturday → 2024-05-04'],
    ['Sunday’s storm sank two boats.', 'Sunday → 2024-05-05'],
    ['An order dated Friday, signed by nobody, shut it.', 'Friday → 2024-05-10'],
    ['Brandt wrote Thursday that she had not been asked.', 'Thursday → 2024-05-09'],
  ])('resolves a weekday to the last one on or before publication: %s', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  test.each([
    ['The ferry will sail on Monday.', 'on Monday → 2024-05-13 !'],
    ['The council is to meet next Saturday.', 'next Saturday → 2024-05-18 !'],
    ['The inquiry is due on 3 June.', 'on 3 June → 2024-06-03 !'],
    ['They expect an answer by Monday.', 'by Monday → [2024-05-11..2024-05-13] !'],
    ['She promised more pay starting June 1.', 'June 1 → 2024-06-01 !'],
    ['The police go home tomorrow.', 'tomorrow → 2024-05-12 !'],
  ])('dates what is still ahead on or after publication: %s', (sentence, expected) => {
    expect(read(sentence)).toEqual([expected]);
  });

  test('doesn’t mistake the day of a speech for the day it is about', () => {
    expect(read('She said on Friday that the ferry will sail on Monday.')).toEqual([
      'on Friday → 2024-05-10',
      'on Monday → 2024-05-13 !',
    ]);
  });

  test.each([
    ['Friday morning', 'morning'],
    ['Friday afternoon', 'afternoon'],
    ['on Friday evening', 'evening'],
    ['late on Friday night', 'night'],
    ['the night of 10 May', 'night'],
    ['Friday at 8:30 p.m.', '20:30'],
    ['at noon on Friday', '12:00'],
  ])('returns the part of the day or the hour: %s', (words, time) => {
    const [phrase] = find(`It was shut ${words}.`);
    expect(phrase).toMatchObject({ date: '2024-05-10', time });
  });

  test('dates last night to the day before and tonight to the day itself', () => {
    expect(read('It was shut last night.')).toEqual(['last night → 2024-05-10 night']);
    // The night of the strike or a night watch: the editor decides.
    expect(read('The last night watch went ashore.')).toEqual(['The last night → unknown']);
    expect(read('It is shut tonight.')).toEqual(['tonight → 2024-05-11 night']);
  });

  test.each([
    ['a few days ago', '2024-05-07~'],
    ['two weeks ago', '2024-04-27~'],
    ['three days ago', '2024-05-08'],
    ['earlier this week', '[2024-05-05..2024-05-11]'],
    ['last week', '[2024-04-28..2024-05-10]'],
    ['last month', '2024-04'],
    ['last year', '2023'],
    ['in March', '2024-03'],
    ['in December', '2023-12'],
    ['in 2019', '2019'],
    ['the summer of 2019', '2019-22'],
    ['on January 3', '2024-01-03'],
    ['on December 31', '2023-12-31'],
    ['since Thursday', '2024-05-09/..'],
    ['before Thursday', '[..2024-05-08]'],
    ['after Thursday', '[2024-05-09..2024-05-11]'],
    ['until Thursday', '/2024-05-09'],
    ['from Monday to Wednesday', '2024-05-06/2024-05-08'],
    ['between 3 and 5 May', '[2024-05-03..2024-05-05]'],
    ['from 3 to 5 May', '2024-05-03/2024-05-05'],
    ['over the weekend', '[2024-05-10..2024-05-11]'],
  ])('is no more precise than the words: %s → %s', (words, date) => {
    const [phrase, ...more] = find(`Boats lay there ${words}.`);
    expect(phrase?.date).toBe(date);
    expect(more).toEqual([]);
  });

  test.each([
    'It may be that the sun sat on the second mast.',
    'Theresa May and The Sun were there.',
    'He fed 24/7 the 2,500 cats of 9/11.',
    'The next few weeks will be hard, as the last weeks were.',
  ])('finds no date in words that only look like one: %s', (sentence) => {
    expect(read(sentence)).toEqual([]);
  });

  test('leaves the day of a lone hour to the surrounding sentences', () => {
    expect(read('They were there at 11:36.')).toEqual(['at 11:36 → unknown 11:36']);
  });

  test('leaves a date open that depends on an earlier event', () => {
    expect(read('Two days later the quay opened.')).toEqual(['Two days later → unknown']);
  });

  test('returns only dates that the words name in full if the day of publication is unknown', () => {
    expect(read('Shut on Friday, it opened on 10 May 2024.', null)).toEqual([
      'on Friday → unknown',
      'on 10 May 2024 → 2024-05-10',
    ]);
  });

  test('gives a day no year if its sentence names another', () => {
    expect(read('A strike in 2019 lasted from July 3 to July 9.')).toEqual([
      'in 2019 → 2019',
      'from July 3 to July 9 → unknown',
    ]);
  });

  test('returns no date that contradicts the weekday in its words', () => {
    expect(read('It was shut on Monday, 10 May 2024.')[0]).toMatch(/unknown/);
  });

  test('keeps at most ten words', () => {
    for (const { words } of find(
      'It was shut late on the night of the 10th of May 2024 at 8:30 p.m.',
    ))
      expect(words.split(' ').length).toBeLessThanOrEqual(10);
  });

  test('returns dates that a block accepts, for any day and phrase', () => {
    const phrases = fc.constantFrom(
      'on Friday night',
      'by Monday',
      'before March',
      'after 29 February',
      'since last month',
      'next week',
      'earlier this year',
      'several months ago',
      'at the weekend',
      'from Friday to Monday',
      'next month',
    );
    const days = fc.integer({ min: toDayNumber(1990, 1, 1), max: toDayNumber(2060, 1, 1) });
    fc.assert(
      fc.property(phrases, days, fc.boolean(), (words, day, isAhead) => {
        const sentence = `It ${isAhead ? 'will be' : 'was'} shut ${words}.`;
        for (const { date } of find(sentence, day)) {
          if (date === null) continue;
          expect([printDay(day), date, parseEdtf(date) !== undefined]).toEqual([
            printDay(day),
            date,
            true,
          ]);
        }
      }),
    );
  });
});
