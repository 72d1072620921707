import { getLatinLookalike } from '../model/lookalikes.ts';
import { printCode } from '../problems/kinds.ts';
import type { SourceText } from './sourceText.ts';

/**
 * Reports each word of Latin letters with one of another script among them that looks like a Latin one: it is
 * no known name to any search, and looks like one to every reader.
 */
export function reportMixedScripts(source: SourceText): void {
  source.lines.forEach((text, index) => {
    // Most lines have no letter of these scripts.
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
