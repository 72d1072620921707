import { describe, expect, test } from 'vitest';
import { splitSentences } from '../../../src/model/sentences.ts';

const split = (text: string, language = 'en') =>
  splitSentences(text, language).map((sentence) => sentence.text.trim());

describe('splitSentences(text, language)', () => {
  test.each([
    'The U.S. Embassy was hit by three rockets.',
    'Rockets hit the U.S. Embassy and the U.K. Mission at 9 p.m. Sunday.',
    'On Sept. 3 Gen. A. B. Costa met Lt. Dias of the U.N. Force.',
    'Harbour Co. Ltd. Boats lay there.',
    'He said (vs. Monday) that No. 5 Quay was shut.',
  ])('never cuts %j', (text) => {
    expect(split(text)).toEqual([text]);
  });

  test('cuts where a sentence ends', () => {
    expect(split('Boats lay there. They left at ten! Why? Nobody knows.')).toEqual([
      'Boats lay there.',
      'They left at ten!',
      'Why?',
      'Nobody knows.',
    ]);
    expect(split('غادرت السفينة. بقي الميناء مغلقا.', 'ar')).toHaveLength(2);
  });

  test('puts together again to the same text, whatever it is', () => {
    const text = 'The quay of A. Brandt, Jr. is shut.  It is the U.S. Navy’s. ';
    expect(
      splitSentences(text, 'en')
        .map((sentence) => sentence.text)
        .join(''),
    ).toBe(text);
  });
});
