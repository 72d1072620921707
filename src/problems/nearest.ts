import { distance } from 'fastest-levenshtein';

// What people write for a key of ours that is far from it in letters.
const meant: Readonly<Record<string, readonly string[]>> = {
  where: ['place'],
  location: ['place'],
  who: ['actors', 'by'],
  people: ['actors'],
  author: ['by'],
  byline: ['by'],
  speaker: ['by'],
  headline: ['title'],
  outlet: ['source'],
  newspaper: ['source'],
  link: ['url'],
  day: ['date'],
  reason: ['why'],
  point: ['on'],
  text: ['says'],
  claim: ['says'],
  status: ['certainty'],
};

/**
 * Takes a word and the known ones; gives the known word that people mean by it, else the nearest by edit distance, or undefined when
 * none is near enough to be what was meant (more than two letters, and more than a third, differ).
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const synonym = (Object.hasOwn(meant, word) ? (meant[word] ?? []) : []).find((name) =>
    known.includes(name),
  );
  if (synonym !== undefined) return synonym;
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
