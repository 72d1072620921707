import type { Stretch } from './atom.ts';

/** Replaces a stretch by characters that no pattern matches, so that positions stay the same. */
export function blank(text: string, { start, end }: Stretch): string {
  return text.slice(0, start) + blankCharacter.repeat(end - start) + text.slice(end);
}

export const blankCharacter = '\u0001';
