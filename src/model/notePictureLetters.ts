import type { Archive } from './archive.ts';
import { findUndrawn } from './pictureLetters.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Notes each heading that is an event's title and has letters that its share picture cannot draw. */
export function notePictureLetters({ events }: Archive): Problem[] {
  return events.flatMap(({ title, lead, accounts }) => {
    const letters = findUndrawn(title);
    const account = accounts.find(({ article }) => article.id === lead);
    // A title of the ruling is noted where it stands.
    if (letters.length === 0 || account?.title !== title) return [];
    return [
      createProblem('picture-letters', account.at, { found: title, letters: letters.join('') }),
    ];
  });
}
