import { pictureRanges } from './pictureRanges.ts';

// The characters that the fonts of preview pictures have. Others would be drawn as boxes.

const ranges = pictureRanges.split(' ').map((range): [number, number] => {
  const [first = '', last = first] = range.split('-');
  return [parseInt(first, 16), parseInt(last, 16)];
});

/** Returns the distinct characters of a text that no picture font has, in order. */
export function findUndrawn(text: string): readonly string[] {
  const letters = new Set(text.normalize('NFC'));
  return [...letters].filter((letter) => !isInvisible.test(letter) && !isDrawn(letter));
}

/** Invisible characters: spaces, direction marks and the like. */
const isInvisible = /^[\s\p{Default_Ignorable_Code_Point}\p{Cf}]$/u;

function isDrawn(letter: string): boolean {
  const point = letter.codePointAt(0) ?? 0;
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [first, last] = ranges[middle] ?? [0, 0];
    if (point < first) high = middle - 1;
    else if (point > last) low = middle + 1;
    else return true;
  }
  return false;
}
