import { findUndrawn } from '../model/pictureLetters.ts';
import type { Located } from '../problems/sourceLocation.ts';
import type { SourceText } from './sourceText.ts';

/** Notes each text on preview pictures that has characters they can't draw. */
export function reportPictureLetters(
  source: SourceText,
  texts: readonly (Located<string> | null)[],
): void {
  for (const text of texts) {
    const letters = text === null ? [] : findUndrawn(text.value);
    if (text !== null && letters.length > 0)
      source.report('picture-letters', text.at, { found: text.value, letters: letters.join('') });
  }
}
