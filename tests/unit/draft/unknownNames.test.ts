import { describe, expect, test } from 'vitest';
import { findStatements } from '../../../src/draft/statements.ts';
import { findUnknownNames } from '../../../src/draft/unknownNames.ts';
import { createKnown } from './known.ts';

const known = createKnown();

function find(text: string): string[] {
  return findUnknownNames(text, known.findNames(text)).map(({ name }) => name);
}

describe('findUnknownNames(text, known)', () => {
  test.each([
    ['The pilots sent Lia Nunes of the Reading Circle.', ['Lia Nunes']],
    ['Lusitanian Foreign Minister João Maré spoke to the UN on Friday.', ['João Maré', 'UN']],
    ['He met Brig. Gen. Rui al-Sal and Dr. Cabo in March.', ['Rui al-Sal', 'Cabo']],
    [
      'The Ministry of the Interior asked the Pilots’ Guild.',
      ['Ministry of the Interior', 'Pilots’ Guild'],
    ],
  ])('finds them in: %s', (text, names) => {
    expect(find(text)).toEqual(names);
  });

  test.each([
    'Ana Brandt’s City Hall met the Harbour Police at Porto Velho.',
    'On Friday, In March, The Mayor and the Prime Minister went home.',
    'Influential Lusitanians went home, as Pro-Lusitanian as ever.',
    'Brandt-backed Pilots went home.',
  ])('finds none in: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

describe('findStatements(paragraphs, context, known).unknownNames', () => {
  const list = (paragraphs: string[], language = 'en') =>
    findStatements(paragraphs, { published: null, language, order: null }, known).unknownNames;

  test('lists somebody once if the article also uses a rank and the last name', () => {
    expect(list(['Rui Sal came. Captain Sal spoke, and Captain Dorn did not.'])).toEqual([
      'Rui Sal',
      'Dorn',
    ]);
  });

  test('separates two adjacent names if one also occurs alone', () => {
    expect(list(['In Vila Nova Sofia Teles wept.', 'Sofia Teles had sailed.'])).toEqual([
      'Vila Nova',
      'Sofia Teles',
    ]);
  });

  test('keeps a name whole if only its end also occurs alone', () => {
    expect(list(['Omar Al Farsi wept.', 'Then Al Farsi left.'])).toEqual([
      'Omar Al Farsi',
      'Al Farsi',
    ]);
  });

  test('marks adjacent names that may be two if nothing separates them', () => {
    expect(list(['In Vila Nova Sofia Teles wept.'])).toEqual([
      'Vila Nova Sofia Teles (perhaps two names)',
    ]);
  });

  test('lists none in a German text, where every noun is capitalised', () => {
    expect(list(['Der Hafenmeister Jonas Brück sah den Rauch der Nacht.'], 'de')).toEqual([]);
  });
});
