import { describe, expect, test } from 'vitest';
import { splitParagraph } from '../../../src/draft/paragraph.ts';
import { findSpeaker } from '../../../src/draft/speakers.ts';
import { createKnown } from './known.ts';

const known = createKnown();

/** Returns each quotation of a paragraph with its speaker, in the form of a digest's last line. */
function read(paragraph: string): string[] {
  const sentences = splitParagraph(paragraph);
  return sentences.flatMap((sentence, index) =>
    sentence.quoted.map((quoted) => {
      const { type, name, where, isGuess } = findSpeaker(sentences, index, quoted, known);
      const who = type === 'actor' ? name : `[${name}]`;
      return `${who}${where === null ? '' : `, ${where}`}${isGuess ? ' ?' : ''}`;
    }),
  );
}

describe('findSpeaker(sentences, index, quoted, known)', () => {
  test.each([
    ['“Nobody passes,” said Brandt.', 'Brandt'],
    ['“Nobody passes,” Ana Brandt said on Friday.', 'Ana Brandt'],
    ['“Nobody passes”, the Harbour Police announced.', 'Harbour Police'],
    ['Ana Brandt warned that “nobody passes.”', 'Ana Brandt'],
    [
      'City Hall’s mayor, Ana Brandt, replied to the Harbour Police that “nobody passes”.',
      'Ana Brandt',
    ],
    ['“Nobody passes,” according to Ana Brandt.', 'Ana Brandt'],
    ['“Why?” Ana Brandt asked.', 'Ana Brandt'],
    ['“Nobody passes,” Brandt told City Ledger.', 'Brandt, to City Ledger'],
    ['“Nobody passes,” Brandt told reporters outside Porto Velho.', 'Brandt, to reporters'],
    ['“Nobody passes,” Brandt told a crowd in Porto Velho.', 'Brandt'],
    ['“Nobody passes,” Brandt tweeted.', 'Brandt, on Twitter'],
    ['“Nobody passes,” Brandt said in a short statement.', 'Brandt, in a short statement'],
  ])('finds the speaker in the sentence: %s', (paragraph, expected) => {
    expect(read(paragraph)).toEqual([expected]);
  });

  test.each([
    ['The leader of the Pilots’ Guild, Lia Nunes, said “nobody passes”.', '[Lia Nunes]'],
    [
      '“Nobody passes,” the leader of Asaib Ahl al-Haq, Qais al-Khazali, said.',
      '[Qais al-Khazali]',
    ],
    ['“Nobody passes,” Ministry of Defence spokesman Rui Sal said.', '[Rui Sal]'],
    ['Ana Brandt, the mayor of Porto Velho, said “nobody passes”.', 'Ana Brandt'],
    ['At a meeting of the Reading Circle Ana Brandt said “nobody passes”.', 'Ana Brandt'],
  ])('ignores what the speaker only belongs to: %s', (paragraph, expected) => {
    expect(read(paragraph)).toEqual([expected]);
  });

  test.each([
    ['A spokesman for Ana Brandt said: “Nobody passes.”', '[a spokesman for Ana Brandt]'],
    ['“Nobody passes,” said a spokesman for Ana Brandt.', '[a spokesman for Ana Brandt]'],
    ['A spokesman for the Harbour Police said: “Nobody passes.”', 'Harbour Police'],
    ['The letter, seen by Ana Brandt, said “nobody passes”.', '[nobody known]'],
    ['In Vila Nova Sofia Teles said: “Nobody passes.”', '[nobody known]'],
    ['In a statement Ana Brandt said: “Nobody passes.”', 'Ana Brandt, in a statement'],
    ['On Friday Ana Brandt said: “Nobody passes.”', 'Ana Brandt'],
  ])(
    'attributes nothing to somebody whom the speaker only represents or writes to: %s',
    (paragraph, expected) => {
      expect(read(paragraph)).toEqual([expected]);
    },
  );

  test.each([
    ['“Nobody passes,” said al-Sadr.', '[al-Sadr]'],
    ['“Nobody passes,” Al-Amiri told the council.', '[Al-Amiri]'],
    ['“Nobody passes,” Khazali said on Friday.', '[Khazali]'],
    ['“Nobody passes”, said Saeed Al Shehhi.', '[Saeed Al Shehhi]'],
    ['“Nobody passes,” Abu Ali al-Askari warned.', '[Abu Ali al-Askari]'],
    ['Al-Hajj, the leader of the Al-Nahda Party, said “nobody passes”.', '[Al-Hajj]'],
  ])('recognises one-word names and names with al-: %s', (paragraph, expected) => {
    expect(read(paragraph)).toEqual([expected]);
  });

  test('attributes each of two quotations in a sentence by its own side of the verb', () => {
    expect(read('“Nobody passes,” said Brandt, “nobody at all.”')).toEqual(['Brandt', 'Brandt']);
    expect(read('Brandt said “not tonight” and the Harbour Police said “never again”.')).toEqual([
      'Brandt',
      'Harbour Police',
    ]);
  });

  test('returns an unknown name as written', () => {
    expect(read('“Nobody passes,” said Lia Nunes, a pilot.')).toEqual(['[Lia Nunes]']);
  });

  test.each([
    ['“Nobody passes,” a sergeant of the police said.', '[a sergeant of the police]'],
    ['“Nobody passes,” said a fisherman on the quay.', '[a fisherman]'],
  ])('returns the words for an unnamed speaker: %s', (paragraph, expected) => {
    expect(read(paragraph)).toEqual([expected]);
  });

  test('traces a pronoun back to the last person named, and marks the guess', () => {
    expect(read('Ana Brandt came late. “Nobody passes,” she said.')).toEqual(['Ana Brandt ?']);
  });

  test('attributes a sentence that is only a quotation to the previous speaker', () => {
    expect(read('“Nobody passes,” said Brandt. “Not tonight.”')).toEqual(['Brandt', 'Brandt']);
  });

  test.each([
    'They call it “the night of nobody”.',
    '“Nobody passes,” she said.',
    'It was “as dark as ever” there.',
  ])('finds no speaker if no sentence names one: %s', (paragraph) => {
    expect(read(paragraph)).toEqual(['[nobody known]']);
  });

  test('never mistakes the owner of a thing for the speaker', () => {
    expect(read('Brandt’s paper said “nobody passes”.')).toEqual(['[nobody known]']);
  });
});

describe('splitParagraph(paragraph)', () => {
  test.each([
    ['It was dark. Nobody came.', ['It was dark.', 'Nobody came.']],
    [
      'Gen. A. B. Sal of the U.S. Navy came at 8 p.m. on Friday.',
      ['Gen. A. B. Sal of the U.S. Navy came at 8 p.m. on Friday.'],
    ],
    ['“It is dark. Go home,” she said. He went.', ['“It is dark. Go home,” she said.', 'He went.']],
    ['“It is dark.” Nobody came.', ['“It is dark.”', 'Nobody came.']],
    ['Am 11. Oktober sank es. Am 12. kam Hilfe.', ['Am 11. Oktober sank es.', 'Am 12. kam Hilfe.']],
    ['“Is it dark?” Ana Brandt asked. It was.', ['“Is it dark?” Ana Brandt asked.', 'It was.']],
  ])('splits %s', (paragraph, expected) => {
    expect(splitParagraph(paragraph).map(({ text }) => text)).toEqual(expected);
  });

  test.each([
    ['“Go home.”', 'Go home.'],
    ['"Go home."', 'Go home.'],
    ['«Go home.»', 'Go home.'],
    ['„Go home.“', 'Go home.'],
    ['‘Don’t go home.’', 'Don’t go home.'],
    ["'Go home.'", 'Go home.'],
    ['“Go home, and the rest tomorrow.', 'Go home, and the rest tomorrow.'],
    ['“Go home." It rained.', 'Go home.'],
    ['"Go home.” It rained.', 'Go home.'],
    ['„Go home." It rained.', 'Go home.'],
    ['»Go home.« It rained.', 'Go home.'],
    ["``Go home.'' It rained.", 'Go home.'],
    ['“He said ‘never.’ Go home.”', 'He said ‘never.’ Go home.'],
    ['"They say "nobody knew"." It rained.', 'They say "nobody knew".'],
  ])('finds the quotations of %s', (paragraph, expected) => {
    expect(splitParagraph(paragraph)[0]?.quoted.map(({ text }) => text)).toEqual([expected]);
  });

  test('doesn’t mistake an apostrophe for a quotation', () => {
    expect(
      splitParagraph('The pilots’ guild and the Shi’ites’ mayor don’t agree.')[0]?.quoted,
    ).toEqual([]);
  });
});
