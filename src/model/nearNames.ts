import { NearWords } from './nearWords.ts';
import { titleWords } from './titleWords.ts';

/** A name in a text that is nobody's, but near a spelling of somebody's. */
export interface NearName<Owner> {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly spelling: string;
  readonly owner: Owner;
  /** The word of the name that is another than in the spelling, lower-cased; null where only hyphens, apostrophes, articles or accents are. */
  readonly differing: string | null;
}

/** Letters that the spellings compared have in common at least: “Us” is no slip for “U.S.”. */
const SHORTEST = 4;
/** Where a sentence begins, a shorter word has its capital from there too often. */
const SHORTEST_FIRST = 6;

interface Node<Owner> {
  readonly next: Map<string, Node<Owner>>;
  spelling: { readonly text: string; readonly owner: Owner } | null;
}

/** A word of a text between spaces, as the words that it has between hyphens. */
interface Token extends Shape {
  readonly start: number;
  readonly end: number;
}

/** What a word is wherever it stands. */
interface Shape {
  readonly words: readonly string[];
  readonly isCapital: boolean;
  /** Of what counts of it: all but a possessive. */
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
 * All spellings of a site, to find names by that are near one: a word of them one letter apart, or two where
 * it is long; the Arabic article, hyphens, apostrophes and accents aside.
 */
export class NearNameIndex<Owner> {
  readonly #words = new NearWords();
  readonly #known = new Set<string>();
  readonly #root: Node<Owner> = { next: new Map(), spelling: null };
  // An archive writes the same words again and again: each is looked at once.
  readonly #shapes = new Map<string, Shape>();

  /** Adds a spelling. Of two that are alike the first stays. */
  add(spelling: string, owner: Owner): void {
    this.#known.add(spelling.toLowerCase());
    const words = toWords(spelling);
    // A single sign, or a script without capitals, is never the start of a name below.
    if (words.join('').length < SHORTEST || !/\p{Lu}/u.test(spelling)) return;
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
   * Returns what in a text stands with capitals near a spelling, in order and apart. Among it may be names that
   * are known after all, by a spelling of another shape.
   */
  find(text: string): NearName<Owner>[] {
    const found: NearName<Owner>[] = [];
    let done = 0;
    for (const match of text.matchAll(capitalised)) {
      if (match.index < done) continue;
      const first = this.#toToken(match[0], match.index);
      // A word that begins no spelling, and is near none that does, is passed over at once.
      if (!this.#words.find(first.words[0] ?? '').some(({ word }) => this.#root.next.has(word)))
        continue;
      const best = this.#walk(text, first);
      if (!best) continue;
      const name = text.slice(first.start, best.end);
      done = best.end;
      if (this.#known.has(name.toLowerCase())) continue;
      const isAlone = first.end >= best.end;
      // Without the article of the spelling one letter may differ: “Arabic” is no slip for “al-Arabiya”.
      if (isAlone && best.far > 1 && hasArticle(best.spelling) && !hasArticle(name)) continue;
      const isFirst = isAlone && /(?:^|[.!?…:]["'”’»)\]]*)\s*$/u.test(text.slice(0, first.start));
      if (isFirst && best.far > 0 && name.length < SHORTEST_FIRST) continue;
      const { spelling, owner, differing } = best;
      found.push({ name, start: first.start, end: best.end, spelling, owner, differing });
    }
    return found;
  }

  /** Follows a text from a word on, with at most one word that is only near. Returns the longest spelling, and of two the nearest. */
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

/** Titles and numbers are what they are: “Foreign Minister” is no slip for “Foreign Ministry”. */
function isNameWord(token: Token, word: string): boolean {
  return token.isCapital && !titleWords.has(word) && !/\p{N}/u.test(word);
}

const letters = String.raw`[\p{L}\p{M}\p{N}]`;
const joint = String.raw`[-\u2010\u2011'’‘ʻʼʽʾʿ]`;
// Takes a word with a capital, perhaps behind an article with a hyphen, and what hyphens and apostrophes join to it.
const capitalised = new RegExp(
  // Most letters of a text are small ones: what they stand behind is looked at last.
  `(?=\\p{Lu}|[ae]l)(?<!${letters}|${letters}${joint})(?:[ae]l[-\u2010\u2011])?\\p{Lu}${letters}*(?:${joint}${letters}+)*`,
  'gu',
);
// Takes what parts two words of one name, and the second.
const following = new RegExp(`\\s+(${joint}?${letters}+(?:${joint}${letters}+)*)`, 'uy');

function toShape(word: string): Shape {
  // Takes a possessive off.
  const bare = word.replace(/['’]s$/u, '');
  const last = bare.split(/[-\u2010\u2011]/u).at(-1) ?? '';
  // “Brand-led” says of whom something is; “brand” begins no name.
  const isCapital = /^\p{Lu}/u.test(last) && !/^\p{Lu}{2,6}$/u.test(last);
  return { words: toWords(bare), isCapital, length: bare.length };
}

const articles = new Set(['al', 'el']);

/** Returns the words of a spelling in the form in which they are compared: without case, accents, apostrophes and articles. */
function toWords(spelling: string): string[] {
  const bare = spelling
    .normalize('NFKD')
    .toLowerCase()
    // “O’Brandt” is another name than “Brandt”, not one with a letter too many.
    .replace(/(?<!\p{L})(\p{L})['’](?=\p{L})/gu, '$1 ')
    .replace(/[\p{M}'’‘ʻʼʽʾʿ`´]/gu, '');
  return (bare.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !articles.has(word));
}
