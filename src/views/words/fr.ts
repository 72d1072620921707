import { frCertainties } from './frCertainties.ts';
import { frDates } from './frDates.ts';
import { number } from './frGrammar.ts';
import { frPages } from './frPages.ts';
import type { Words } from './words.ts';

/** All texts of the site in French. */
export const french: Words = {
  language: 'fr',
  direction: 'ltr',
  number,
  dates: frDates,
  certainties: frCertainties,
  pages: frPages,
};
