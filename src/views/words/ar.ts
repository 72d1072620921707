import type { WritingStyle } from '../../model/siteLanguages.ts';
import { arCertainties } from './arCertainties.ts';
import { createArDates } from './arDates.ts';
import { createArabicGrammar } from './arGrammar.ts';
import { createArPages } from './arPages.ts';
import type { Words } from './words.ts';

/** Returns all texts of the site in Arabic, with its digits and month names. */
export function createArabic(style: WritingStyle): Words {
  return {
    language: 'ar',
    direction: 'rtl',
    number: createArabicGrammar(style).number,
    dates: createArDates(style),
    certainties: arCertainties,
    pages: createArPages(style),
  };
}
