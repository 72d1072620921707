import type { TextRange } from './token.ts';

/** Replaces a range by `blankCharacter`, which is in no word or number, so that positions stay the same. */
export function blank(text: string, { start, end }: TextRange): string {
  return text.slice(0, start) + blankCharacter.repeat(end - start) + text.slice(end);
}

export const blankCharacter = '\u0001';
