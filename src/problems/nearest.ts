import { distance } from 'fastest-levenshtein';

/**
 * Takes a word and the known ones; gives the known word nearest by edit distance, or undefined when
 * none is near enough to be what was meant (more than two letters, and more than a third, differ).
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3));
  const folded = word.toLowerCase();
  let nearest: { name: string; far: number } | undefined;
  for (const name of [...known].sort()) {
    const far = distance(folded, name.toLowerCase());
    if (far <= limit && far < name.length && (!nearest || far < nearest.far))
      nearest = { name, far };
  }
  return nearest?.name;
}
