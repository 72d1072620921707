import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NearWords } from '../../../src/model/nearWords.ts';

function createWords(...words: string[]): NearWords {
  const near = new NearWords();
  for (const word of words) near.add(word);
  return near;
}

describe('NearWords.find(word)', () => {
  test('returns only the word itself if it is known', () => {
    expect(createWords('mansuri', 'mansury').find('mansuri')).toEqual([
      { word: 'mansuri', far: 0 },
    ]);
  });

  test.each([
    ['masnuri', 'mansuri', 2],
    ['mansur', 'mansura', 1],
    ['brendt', 'brandt', 1],
  ])('finds %s near %s', (word, known, far) => {
    expect(createWords(known).find(word)).toEqual([{ word: known, far }]);
  });

  test.each([
    ['sadr', 'badr', 'short words with different first letters are different words'],
    ['prot', 'port', 'two letters of four are too many'],
    ['us', 'uk', 'two-letter words resemble nothing'],
    ['lusitanians', 'lusitania', 'one is a form of the other'],
    ['american', 'america', 'one is a form of the other'],
    ['mansuri', 'mansuris', 'one is a form of the other'],
    ['khalidan', 'mansuri', 'they have nothing in common'],
  ])('does not find %s near %s: %s', (word, known) => {
    expect(createWords(known).find(word)).toEqual([]);
  });

  test('updates after a word is added', () => {
    const words = createWords('mansuri');
    expect(words.find('brendt')).toEqual([]);
    words.add('brandt');
    expect(words.find('brendt')).toEqual([{ word: 'brandt', far: 1 }]);
  });

  test('finds all long words within two letters', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', 'k', 'z'),
      minLength: 7,
      maxLength: 14,
    });
    const slip = fc.tuple(fc.nat(13), fc.constantFrom('', 'a', 'k', 'zk'), fc.nat(1));
    fc.assert(
      fc.property(letters, slip, slip, (known, ...slips) => {
        const word = slips.reduce(
          (text, [at, put, cut]) => text.slice(0, at) + put + text.slice(at + cut),
          known,
        );
        const far = distance(word, known);
        // None of these letters alone is the ending of a form.
        fc.pre(far > 0 && far <= 2 && word.length >= 4);
        expect(createWords(known).find(word)).toEqual([{ word: known, far }]);
      }),
    );
  });
});
