import { distance } from 'fastest-levenshtein';
import { foldText } from './names.ts';

/** Returns whether two point names are equal except for one letter in six, small words and punctuation. */
export function isNearPoint(a: string, b: string): boolean {
  const [one, other] = [toKey(a), toKey(b)];
  // “How many were hurt” and “How many were killed” are different points.
  const limit = Math.max(1, Math.floor(Math.min(one.length, other.length) / 6));
  return Math.abs(one.length - other.length) <= limit && distance(one, other) <= limit;
}

// Small words that don't change a point: “Number of the boats”.
const small = new Set('a an the of it this that'.split(' '));

function toKey(on: string): string {
  const words = foldText(on).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.filter((word) => !small.has(word)).join(' ');
}
