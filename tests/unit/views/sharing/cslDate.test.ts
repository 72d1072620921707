import { describe, expect, test } from 'vitest';
import { parseEdtf } from '../../../../src/model/dates/parseEdtf.ts';
import { toCslDate } from '../../../../src/views/sharing/cslDate.ts';
import { dateWords } from '../../../../src/views/words/en.ts';

describe('toCslDate(date, words)', () => {
  test.each([
    ['2024-05-10', { 'date-parts': [[2024, 5, 10]] }],
    ['2024-05', { 'date-parts': [[2024, 5]] }],
    ['2024', { 'date-parts': [[2024]] }],
    // Chicago and Harvard omit circa, but the rest that they print is true.
    ['2024-05-10~', { 'date-parts': [[2024, 5]], circa: true }],
    ['2024-05-02~', { 'date-parts': [[2024]], circa: true }],
    ['2024-12-30~', { literal: 'about 30 December 2024' }],
    ['2024-05-10?', { 'date-parts': [[2024, 5]], circa: true }],
    ['2024-05?', { 'date-parts': [[2024]], circa: true }],
    ['2024~', { literal: 'about 2024' }],
    ['202X', { literal: 'in the 2020s' }],
    ['2024-XX', { 'date-parts': [[2024]], circa: true }],
    ['2024-21', { 'date-parts': [[2024]], season: 1 }],
    [
      '2024-05-10/2024-05-12',
      {
        'date-parts': [
          [2024, 5, 10],
          [2024, 5, 12],
        ],
      },
    ],
    [
      '2024-05~/2024-06',
      {
        'date-parts': [
          [2024, 5],
          [2024, 6],
        ],
        circa: true,
      },
    ],
    [
      '[2024-05-10..2024-05-12]',
      {
        'date-parts': [
          [2024, 5, 10],
          [2024, 5, 12],
        ],
        circa: true,
      },
    ],
    [
      '[2024-05-10,2024-05-14]',
      {
        'date-parts': [
          [2024, 5, 10],
          [2024, 5, 14],
        ],
        circa: true,
      },
    ],
    ['2024-05-1X', { 'date-parts': [[2024, 5]], circa: true }],
    ['2024-05-10/..', { literal: 'since 10 May 2024' }],
    ['[..2024-05-10]', { literal: 'on or before 10 May 2024' }],
    ['-0043~', { literal: 'about 44 BC' }],
  ])('is never more certain than %s', (written, expected) => {
    expect(toCslDate(parseEdtf(written)!, dateWords)).toEqual(expected);
  });
});
