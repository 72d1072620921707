import { distance } from 'fastest-levenshtein';

// Words that people use for a key of ours although the spelling is quite different.
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

// Anything longer is no misspelt name.
const maxLength = 300;

/**
 * Returns the known word that people mean by another, else the nearest by edit distance. Returns undefined if
 * more than two letters, and more than a third, differ.
 */
export function findNearest(word: string, known: readonly string[]): string | undefined {
  const synonym = (Object.hasOwn(meant, word) ? (meant[word] ?? []) : []).find((name) =>
    known.includes(name),
  );
  if (synonym !== undefined) return synonym;
  if (word.length > maxLength) return undefined;
  const limit = Math.max(2, Math.floor(word.length / 3));
  const folded = word.toLowerCase();
  let nearest: { name: string; far: number } | undefined;
  for (const name of known) {
    const other = name.toLowerCase();
    // The difference in length is a lower bound of the distance.
    if (Math.abs(other.length - folded.length) > limit) continue;
    const far = distance(folded, other);
    if (far > limit || far >= name.length) continue;
    // Of equally near words, choose the first by code units, whatever their order.
    if (!nearest || far < nearest.far || (far === nearest.far && name < nearest.name))
      nearest = { name, far };
  }
  return nearest?.name;
}
