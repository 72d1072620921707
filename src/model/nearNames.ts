import { NearWords } from './nearWords.ts';
import { titleWords } from './titleWords.ts';

/** A name in a text that belongs to nobody but resembles somebody's spelling. */
export interface NearName<Owner> {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly spelling: string;
  readonly owner: Owner;
  /**
   * The word that differs from the spelling, lower-cased; null if only hyphens, apostrophes, articles or
   * accents differ.
   */
  readonly differing: string | null;
}

/** Minimum number of letters that the spellings have in common: “Us” is no typo for “U.S.”. */
const minLetters = 4;
/** At the start of a sentence, shorter words are too often capitalised for that reason alone. */
const minFirstLetters = 6;

interface Node<Owner> {
  readonly next: Map<string, Node<Owner>>;
  spelling: { readonly text: string; readonly owner: Owner } | null;
}

/** A word between spaces, with the words between its hyphens. */
interface Token extends Shape {
  readonly start: number;
  readonly end: number;
}

/** The shape of a word, independent of its position. */
interface Shape {
  readonly words: readonly string[];
  readonly isCapital: boolean;
  /** The length without a possessive. */
  readonly length: number;
}

interface Found<Owner> {
  readonly spelling: string;
  readonly owner: Owner;
  readonly far: number;
  readonly differing: string | null;
  readonly end: number;
}

/**
 * An index of all spellings of a site, to find similar names: one word may differ by one letter, or two if it
 * is long, ignoring the Arabic article, hyphens, apostrophes and accents.
 */
export class NearNameIndex<Owner> {
  readonly #words = new NearWords();
  readonly #known = new Set<string>();
  readonly #root: Node<Owner> = { next: new Map(), spelling: null };
  // Cached: an archive repeats the same words.
  readonly #shapes = new Map<string, Shape>();

  /** Adds a spelling; the first of two that match is kept. */
  add(spelling: string, owner: Owner): void {
    this.#known.add(spelling.toLowerCase());
    const words = toWords(spelling);
    // Names are found by capitals, so skip single characters and scripts without capitals.
    if (words.join('').length < minLetters || !/\p{Lu}/u.test(spelling)) return;
    let node = this.#root;
    for (const word of words) {
      this.#words.add(word);
      let next = node.next.get(word);
      if (!next) {
        next = { next: new Map(), spelling: null };
        node.next.set(word, next);
      }
      node = next;
    }
    node.spelling ??= { text: spelling, owner };
  }

  /**
   * Returns capitalised text that resembles a spelling, in order and without overlaps. It may include known
   * names that match a spelling of another shape.
   */
  find(text: string): NearName<Owner>[] {
    const found: NearName<Owner>[] = [];
    let done = 0;
    for (const match of text.matchAll(capitalised)) {
      if (match.index < done) continue;
      const first = this.#toToken(match[0], match.index);
      // Skip words that neither begin a spelling nor resemble one that does.
      if (!this.#words.find(first.words[0] ?? '').some(({ word }) => this.#root.next.has(word)))
        continue;
      const best = this.#walk(text, first);
      if (!best) continue;
      const name = text.slice(first.start, best.end);
      done = best.end;
      if (this.#known.has(name.toLowerCase())) continue;
      const isAlone = first.end >= best.end;
      // Without the spelling's article only one letter may differ: “Arabic” is no typo for “al-Arabiya”.
      if (isAlone && best.far > 1 && hasArticle(best.spelling) && !hasArticle(name)) continue;
      const isFirst = isAlone && /(?:^|[.!?…:]["'”’»)\]]*)\s*$/u.test(text.slice(0, first.start));
      if (isFirst && best.far > 0 && name.length < minFirstLetters) continue;
      const { spelling, owner, differing } = best;
      found.push({ name, start: first.start, end: best.end, spelling, owner, differing });
    }
    return found;
  }

  /**
   * Follows a text from a word on, with at most one word that is only similar. Returns the longest spelling,
   * and of equally long ones the nearest.
   */
  #walk(text: string, first: Token): Found<Owner> | undefined {
    let best: Found<Owner> | undefined;
    const step = (
      node: Node<Owner>,
      token: Token,
      index: number,
      far: number,
      differing: string | null,
    ): void => {
      const word = token.words[index];
      if (word === undefined) {
        if (node.spelling && token.isCapital && index > 0) {
          const { text: spelling, owner } = node.spelling;
          const found = { spelling, owner, far, differing, end: token.end };
          if (!best || isBetter(found, best)) best = found;
        }
        const next = this.#nextToken(text, token);
        if (next) step(node, next, 0, far, differing);
        return;
      }
      for (const near of this.#words.find(word)) {
        const child = node.next.get(near.word);
        if (!child) continue;
        if (near.far === 0) step(child, token, index + 1, far, differing);
        else if (differing === null && isNameWord(token, word))
          step(child, token, index + 1, near.far, word);
      }
    };
    step(this.#root, first, 0, 0, null);
    return best;
  }

  #nextToken(text: string, token: Token): Token | undefined {
    following.lastIndex = token.end;
    const match = following.exec(text);
    const word = match?.[1];
    return word === undefined ? undefined : this.#toToken(word, following.lastIndex - word.length);
  }

  #toToken(word: string, start: number): Token {
    const shape = this.#shapes.get(word) ?? toShape(word);
    this.#shapes.set(word, shape);
    return { ...shape, start, end: start + shape.length };
  }
}

function hasArticle(name: string): boolean {
  return /^[ae]l[-\u2010\u2011\s]/iu.test(name);
}

function isBetter<Owner>(a: Found<Owner>, b: Found<Owner>): boolean {
  if (a.end !== b.end) return a.end > b.end;
  if (a.far !== b.far) return a.far < b.far;
  return a.spelling < b.spelling;
}

/** Titles and numbers must match exactly: “Foreign Minister” is no typo for “Foreign Ministry”. */
function isNameWord(token: Token, word: string): boolean {
  return token.isCapital && !titleWords.has(word) && !/\p{N}/u.test(word);
}

const letters = String.raw`[\p{L}\p{M}\p{N}]`;
const joint = String.raw`[-\u2010\u2011'’‘ʻʼʽʾʿ]`;
// Matches a capitalised word, perhaps after an article with a hyphen, and what hyphens and apostrophes join
// to it.
const capitalised = new RegExp(
  // Most letters are lower-case, so the lookbehind comes last.
  `(?=\\p{Lu}|[ae]l)(?<!${letters}|${letters}${joint})(?:[ae]l[-\u2010\u2011])?\\p{Lu}${letters}*(?:${joint}${letters}+)*`,
  'gu',
);
// Matches the gap between two words of a name, and the second word.
const following = new RegExp(`\\s+(${joint}?${letters}+(?:${joint}${letters}+)*)`, 'uy');

function toShape(word: string): Shape {
  // Removes a possessive.
  const bare = word.replace(/['’]s$/u, '');
  const last = bare.split(/[-\u2010\u2011]/u).at(-1) ?? '';
  // “Brand-led” describes something; its “brand” begins no name.
  const isCapital = /^\p{Lu}/u.test(last) && !/^\p{Lu}{2,6}$/u.test(last);
  return { words: toWords(bare), isCapital, length: bare.length };
}

const articles = new Set(['al', 'el']);

/** Returns the words of a spelling as they are compared: without case, accents, apostrophes and articles. */
function toWords(spelling: string): string[] {
  const bare = spelling
    .normalize('NFKD')
    .toLowerCase()
    // “O’Brandt” is a different name from “Brandt”, not a typo.
    .replace(/(?<!\p{L})(\p{L})['’](?=\p{L})/gu, '$1 ')
    .replace(/[\p{M}'’‘ʻʼʽʾʿ`´]/gu, '');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word));
}
