import { expect, test } from 'vitest';
import { splitByline } from '../../../../src/views/sharing/bylineNames.ts';

test.each([
  ['By Lena Ortiz', 'en', [{ given: 'Lena', family: 'Ortiz' }]],
  [
    'Lena Ortiz, Ana Maria van der Berg and staff',
    'en',
    [
      { given: 'Lena', family: 'Ortiz' },
      { given: 'Ana Maria', family: 'van der Berg' },
      { literal: 'staff' },
    ],
  ],
  ['Mustafa al-Kadhimi', 'en', [{ given: 'Mustafa', family: 'al-Kadhimi' }]],
  [
    'Jean-Luc O’Neill et Zoë Íñigo',
    'fr',
    [
      { given: 'Jean-Luc', family: 'O’Neill' },
      { given: 'Zoë', family: 'Íñigo' },
    ],
  ],
  ['Reuters', 'en', [{ literal: 'Reuters' }]],
  ['Harbour Post Staff', 'en', [{ literal: 'Harbour Post Staff' }]],
  ['Nagy Anna', 'hu', [{ literal: 'Nagy Anna' }]],
  ['مصطفى سعدون', 'ar', [{ literal: 'مصطفى سعدون' }]],
])('the byline %j in %s has the names %j', (byline, language, names) => {
  expect(splitByline(byline, language)).toEqual(names);
});
