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

  test('splits at the end of each sentence', () => {
    expect(split('Boats lay there. They left at ten! Why? Nobody knows.')).toEqual([
      'Boats lay there.',
      'They left at ten!',
      'Why?',
      'Nobody knows.',
    ]);
    expect(split('غادرت السفينة. بقي الميناء مغلقا.', 'ar')).toHaveLength(2);
  });

  test.each([
    'MM. Dupont et Durand, Mgr. Roche et la Cie. Générale ont parlé.',
    'César meurt en 44 av. J.-C. à Rome.',
    'Le 5 janv. Paris fermait.',
  ])('never cuts %j in French', (text) => {
    expect(split(text, 'fr')).toEqual([text]);
  });

  test('keeps the closing mark with a French quotation', () => {
    expect(
      split('« Personne ne passe\u202F! Rien.\u202F» Il part. « Non\u202F! » dit-elle. Fin.', 'fr'),
    ).toEqual([
      '« Personne ne passe\u202F!',
      'Rien.\u202F»',
      'Il part.',
      '« Non\u202F! » dit-elle.',
      'Fin.',
    ]);
  });

  test.each([
    'قال د. أحمد إن الميناء مغلق.',
    'وُلد سنة 44 ق.م. في روما.',
    'بلغت النسبة 3.5 في المئة؛ ثم ارتفعت.',
  ])('never cuts %j in Arabic', (text) => {
    expect(split(text, 'ar')).toEqual([text]);
  });

  test('splits Arabic after its own punctuation', () => {
    expect(split('أين هم؟ قال: «لن يمر أحد.» ثم غادر!', 'ar')).toEqual([
      'أين هم؟',
      'قال: «لن يمر أحد.»',
      'ثم غادر!',
    ]);
  });

  test('returns sentences that join back to any text', () => {
    const text = 'The quay of A. Brandt, Jr. is shut.  It is the U.S. Navy’s. ';
    expect(
      splitSentences(text, 'en')
        .map((sentence) => sentence.text)
        .join(''),
    ).toBe(text);
  });
});
