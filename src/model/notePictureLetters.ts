import type { NewsEvent } from './archive.ts';
import { findUndrawn } from './pictureLetters.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Notes a heading that is an event's title and has letters that its share picture cannot draw. */
export function notePictureLetters({ title, lead, accounts }: NewsEvent): Problem[] {
  const letters = findUndrawn(title);
  const account = accounts.find(({ article }) => article.id === lead);
  // A title of the ruling is noted where it stands.
  if (letters.length === 0 || account?.title !== title) return [];
  return [
    createProblem('picture-letters', account.at, { found: title, letters: letters.join('') }),
  ];
}
