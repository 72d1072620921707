import { distance } from 'fastest-levenshtein';

/** A known word near another, and by how many letters they differ. */
export interface NearWord {
  readonly word: string;
  readonly far: number;
}

/** Words shorter than this are near nothing: of three letters one is a third. */
const SHORTEST = 4;
/** From this length on two letters may differ, below it one. */
const LONG = 7;
/** The letters of a word's beginning by which it is found; what lies behind them is compared. */
const HEAD = 7;

/**
 * The words of all known spellings, lower-cased, to find those that a word may be a slip for. Each word is
 * kept under its beginning with one or two letters left out, as is each that is asked about, so that an
 * answer costs the same however many words are known.
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

  /** Returns the word itself where it is known, else the known words near it: one letter apart, or two where it is long. */
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
  if (Math.min(word.length, known.length) < SHORTEST) return 0;
  if (Math.max(word.length, known.length) >= LONG) return 2;
  // Short names that begin otherwise are others: “Sand” and “Band”.
  return word.startsWith(known.charAt(0)) ? 1 : 0;
}

// What makes of a name the word for those who belong to it, or more than one of them.
const forms = /^(?:s|es|i|is|n|ns|an|ans|ian|ians|ese|ist|ists|ite|ites)$/;

/** Returns whether one word is the other with an ending: “Lusitanians” is no slip for “Lusitania”. */
function isFormOf(word: string, known: string): boolean {
  const [short, long] = word.length < known.length ? [word, known] : [known, word];
  return long.startsWith(short) && forms.test(long.slice(short.length));
}

/** Returns a word's beginning, and all that is left of it without one letter, or without two where it may be near a long one. */
function listHeads(word: string): string[] {
  if (word.length < SHORTEST) return [];
  const head = word.slice(0, HEAD);
  const once = leaveOut([head]);
  return [...new Set([head, ...once, ...(word.length >= LONG - 2 ? leaveOut(once) : [])])];
}

function leaveOut(words: readonly string[]): string[] {
  return words.flatMap((word) =>
    Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1)),
  );
}
