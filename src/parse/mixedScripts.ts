import { getLatinLookalike } from '../model/lookalikes.ts';
import { printCode } from '../problems/kinds.ts';
import type { SourceText } from './sourceText.ts';

/**
 * Reports each Latin word with a similar letter of another script: searches can't match it to a known name,
 * though readers see no difference.
 */
export function reportMixedScripts(source: SourceText): void {
  source.lines.forEach((text, index) => {
    // Fast path: most lines have no letters of these scripts.
    if (!/[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}]/u.test(text)) return;
    for (const word of text.matchAll(/[\p{L}\p{M}]+/gu)) {
      if (!/\p{Script=Latin}/u.test(word[0])) continue;
      const letter = Array.from(word[0]).find(
        (one) => !/\p{Script=Latin}/u.test(one) && getLatinLookalike(one) !== undefined,
      );
      if (letter === undefined) continue;
      source.report('script-mixed', source.at(index + 1, word.index + 1), {
        found: word[0],
        letter,
        code: printCode(letter),
        looks: getLatinLookalike(letter) ?? '',
      });
    }
  });
}
