import type { NewsEvent } from './archive.ts';
import { findUndrawn } from './pictureLetters.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Notes a heading that serves as an event's title and has characters that its preview picture can't draw. */
export function notePictureLetters({ title, lead, accounts }: NewsEvent): Problem[] {
  const letters = findUndrawn(title);
  const account = accounts.find(({ article }) => article.id === lead);
  // A ruling's title is checked in the ruling.
  if (letters.length === 0 || account?.title !== title) return [];
  return [
    createProblem('picture-letters', account.at, { found: title, letters: letters.join('') }),
  ];
}
