import type { SourceText } from './sourceText.ts';

/** Characters that can't be part of text: controls except the tab, and Unicode noncharacters. */
const control = /(?!\t)[\p{Cc}\p{Noncharacter_Code_Point}]/u;

/** Reports the first control character of each line: HTML and XML allow none, and readers can't see them. */
export function reportControlCharacters(source: SourceText): void {
  source.lines.forEach((text, index) => {
    const match = control.exec(text);
    if (match)
      source.report('control-character', source.at(index + 1, match.index + 1), {
        found: match[0],
      });
  });
}

/**
 * Returns whether a text, perhaps of several lines, has no control characters; escapes may have produced
 * some.
 */
export function isPrintable(text: string): boolean {
  return text.isWellFormed() && !control.test(text.replace(/[\r\n]/g, ' '));
}
