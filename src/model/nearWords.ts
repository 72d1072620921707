import { distance } from 'fastest-levenshtein';

/** A known word that resembles another, and the number of letters that differ. */
export interface NearWord {
  readonly word: string;
  readonly far: number;
}

/** Shorter words match nothing: one letter would be a third of the word. */
const minLetters = 4;
/** From this length on two letters may differ, below it one. */
const longWord = 7;
/** How many first letters of a word are indexed; the rest is compared. */
const headLength = 7;

/**
 * Indexes the lower-cased words of all known spellings, to find what a word may be a typo for. Both known
 * words and queries are looked up by their beginnings with one or two letters left out, so the cost of a
 * query doesn't depend on the number of known words.
 */
export class NearWords {
  readonly #words = new Set<string>();
  readonly #byHead = new Map<string, string[]>();
  readonly #answers = new Map<string, readonly NearWord[]>();

  /** Adds a known word. */
  add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    this.#answers.clear();
    for (const head of listHeads(word)) {
      const under = this.#byHead.get(head);
      if (under) under.push(word);
      else this.#byHead.set(head, [word]);
    }
  }

  /**
   * Returns the word itself if it is known, else similar known words: one letter apart, or two if it is long.
   */
  find(word: string): readonly NearWord[] {
    const answered = this.#answers.get(word);
    if (answered) return answered;
    const found = this.#words.has(word) ? [{ word, far: 0 }] : this.#search(word);
    this.#answers.set(word, found);
    return found;
  }

  #search(word: string): NearWord[] {
    const candidates = new Set(listHeads(word).flatMap((head) => this.#byHead.get(head) ?? []));
    return [...candidates].flatMap((known) => {
      const far = distance(word, known);
      return far <= limit(word, known) && !isFormOf(word, known) ? [{ word: known, far }] : [];
    });
  }
}

function limit(word: string, known: string): number {
  if (Math.min(word.length, known.length) < minLetters) return 0;
  if (Math.max(word.length, known.length) >= longWord) return 2;
  // Short names with a different first letter are different names: “Sand” and “Band”.
  return word.startsWith(known.charAt(0)) ? 1 : 0;
}

// Endings that turn a name into a demonym or plural.
const forms = /^(?:s|es|i|is|n|ns|an|ans|ian|ians|ese|ist|ists|ite|ites)$/;

/** Returns whether one word is the other with an ending: “Lusitanians” is no typo for “Lusitania”. */
function isFormOf(word: string, known: string): boolean {
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return long.startsWith(short) && forms.test(long.slice(short.length));
}

/**
 * Returns a word's beginning, and its variants without one letter, or without two if it may match a long
 * word.
 */
function listHeads(word: string): string[] {
  if (word.length < minLetters) return [];
  const head = word.slice(0, headLength);
  const once = leaveOut([head]);
  return [...new Set([head, ...once, ...(word.length >= longWord - 2 ? leaveOut(once) : [])])];
}

function leaveOut(words: readonly string[]): string[] {
  return words.flatMap((word) =>
    Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
  );
}
