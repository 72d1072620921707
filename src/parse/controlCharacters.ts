import type { SourceText } from './sourceText.ts';

/** Characters that no text is made of: controls but for the tab, and code points that Unicode keeps from ever being characters. */
const control = /(?!\t)[\p{Cc}\p{Noncharacter_Code_Point}]/u;

/** Reports the first control character of each line: neither HTML nor XML may hold one, and no reader sees it. */
export function reportControlCharacters(source: SourceText): void {
  source.lines.forEach((text, index) => {
    const match = control.exec(text);
    if (match)
      source.report('control-character', source.at(index + 1, match.index + 1), {
        found: match[0],
      });
  });
}

/** Returns whether a text, whose lines may be parted, holds none, as one with escapes in it may. */
export function isPrintable(text: string): boolean {
  return text.isWellFormed() && !control.test(text.replace(/[\r\n]/g, ' '));
}
