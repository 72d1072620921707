import type { SourceLocation } from '../problems/sourceLocation.ts';
import { foldArabic, isArabicPrefix, longestPrefix } from './arabic.ts';

// Finds names in texts of any script. Texts match if their NFKD forms do, after normalising apostrophes,
// spaces and Arabic variants (arabic.ts). Positions are kept, so the original text can be shown.

/** A spelling with its owner, as its file has it and where. */
export interface NameEntry<Owner> {
  readonly owner: Owner;
  readonly spelling: string;
  readonly at: SourceLocation;
}

/** A name found in a text, from `start` up to but excluding `end`, in UTF-16 units. */
export interface NameMatch<Owner> extends NameEntry<Owner> {
  readonly start: number;
  readonly end: number;
}

interface Node<Owner> {
  readonly next: Map<string, Node<Owner>>;
  /** Spellings that end here; those with `exact` require their own case. */
  readonly entries: { readonly entry: NameEntry<Owner>; readonly exact: string | null }[];
}

interface Folded {
  /** The folded characters, lower-cased and with their case: a list, or a string with one unit each. */
  readonly characters: readonly string[] | string;
  readonly cased: readonly string[] | string;
  /**
   * For each folded character, its position in the source, plus the end position. Null if positions are the
   * same.
   */
  readonly starts: readonly number[] | null;
}

/** An index of all spellings of a site, to find names in texts. */
export class NameIndex<Owner> {
  readonly #root: Node<Owner> = { next: new Map(), entries: [] };
  /** The first words of spellings. */
  readonly #firstWords = new Set<string>();

  /** Adds a spelling. If another owner has a matching one, returns that entry instead. */
  add(spelling: string, owner: Owner, at: SourceLocation): NameEntry<Owner> | undefined {
    const folded = fold(spelling.trim());
    const exact = asksForCase(spelling) ? print(folded.cased) : null;
    this.#firstWords.add(/^[a-z0-9]*/.exec(print(folded.characters))?.[0] ?? '');
    let node = this.#root;
    for (const character of folded.characters) {
      let next = node.next.get(character);
      if (!next) {
        next = { next: new Map(), entries: [] };
        node.next.set(character, next);
      }
      node = next;
    }
    const same = node.entries.find((known) => known.exact === exact);
    if (same) return same.entry.owner === owner ? undefined : same.entry;
    node.entries.push({ entry: { owner, spelling, at }, exact });
    // Case-sensitive spellings come first: “US” before “us”.
    node.entries.sort((a, b) => Number(a.exact === null) - Number(b.exact === null));
    return undefined;
  }

  /** Returns the entry whose spelling is the whole text, or undefined. */
  get(text: string): NameEntry<Owner> | undefined {
    const folded = fold(text.trim());
    const found = this.#walk(folded, 0, (end) => end === folded.characters.length);
    return found?.end === folded.characters.length ? found.entry : undefined;
  }

  /**
   * Returns the names in a text, in order and without overlaps, each by the longest spelling that matches
   * whole words.
   */
  find(text: string): NameMatch<Owner>[] {
    const folded = fold(text);
    const matches: NameMatch<Owner>[] = [];
    let i = this.#skip(folded, 0);
    while (i < folded.characters.length) {
      const found = this.#findAt(folded, i);
      if (found)
        matches.push({
          ...found.entry,
          start: startOf(folded, i),
          end: startOf(folded, found.end),
        });
      i = this.#skip(folded, found?.end ?? i + 1);
    }
    return matches;
  }

  /** Returns the longest name that begins at a character; an article that ل absorbed counts as written. */
  #findAt(folded: Folded, start: number): { entry: NameEntry<Owner>; end: number } | undefined {
    const ends = (end: number) => endsName(folded, end);
    const found = beginsName(folded, start) ? [this.#walk(folded, start, ends)] : [];
    const article = this.#root.next.get('ا');
    if (article && beginsWithArticle(folded.characters, start))
      // للحشد is الحشد after its first letter; in للجنة the ل of اللجنة stands for two.
      found.push(
        this.#walk(folded, start + 1, ends, article),
        this.#walk(folded, start, ends, article),
      );
    return found.reduce((a, b) => (b && (!a || b.end > a.end) ? b : a), undefined);
  }

  /**
   * Returns the next position at which a name may begin, or past the end if there is none. Most words of a
   * text begin no name.
   */
  #skip({ characters }: Folded, from: number): number {
    let i = from;
    if (typeof characters !== 'string') {
      while (
        i < characters.length &&
        !this.#root.next.has(characters[i] ?? '') &&
        !beginsWithArticle(characters, i)
      )
        i += 1;
      return i;
    }
    // In a plain text a spelling's first word is a whole word, so the rest of a word begins no name.
    while (
      i > 0 &&
      isPlainWord(characters.charCodeAt(i)) &&
      isPlainWord(characters.charCodeAt(i - 1))
    )
      i += 1;
    while (i < characters.length) {
      let end = i;
      while (isPlainWord(characters.charCodeAt(end))) end += 1;
      if (end > i && this.#firstWords.has(characters.slice(i, end))) return i;
      i = end + 1;
    }
    return i;
  }

  #walk(
    folded: Folded,
    start: number,
    ends: (end: number) => boolean,
    from: Node<Owner> = this.#root,
  ): { entry: NameEntry<Owner>; end: number } | undefined {
    let node: Node<Owner> | undefined = from;
    let longest: { entry: NameEntry<Owner>; end: number } | undefined;
    for (let i = start; i < folded.characters.length; i += 1) {
      node = node.next.get(folded.characters[i] ?? '');
      if (!node) break;
      if (node.entries.length === 0 || !ends(i + 1)) continue;
      const known = node.entries.find(
        ({ exact }) => exact === null || exact === print(folded.cased.slice(start, i + 1)),
      );
      if (known) longest = { entry: known.entry, end: i + 1 };
    }
    return longest;
  }
}

/**
 * Returns a text normalised for comparing spellings, points or answers: ignores case, spaces, quotation
 * marks, NFC or NFKD, and Arabic variants.
 */
export function foldText(text: string): string {
  // Removes quotation marks of every shape, and apostrophes, which comparison ignores too.
  return print(fold(text).characters)
    .replace(/["'“”„«»‹›]/gu, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** Text that folds without changing length: ASCII with single spaces, dashes and quotation marks. */
const plain = /^(?:[!-~\u2013\u2014\u2018\u2019\u201C\u201D]|\s(?!\s))*$/u;

/** The hyphen after the Arabic article: “al-Bahri” and “Al Bahri” are one spelling. */
const articleHyphen = /(?<=(?<![a-z0-9])[ae]l)-(?=[a-z0-9])/gi;

function isBehindArticle(characters: readonly string[], hyphen: number): boolean {
  return (
    characters[hyphen - 1] === 'l' &&
    /^[ae]$/.test(characters[hyphen - 2] ?? '') &&
    !isWord(characters[hyphen - 3]) &&
    isWord(characters[hyphen + 1])
  );
}

function fold(text: string): Folded {
  // Fast path: most texts are plain, and this runs on every word of an archive.
  if (plain.test(text)) {
    const shaped = text.replace(/[^\S ]/gu, ' ').replace(/[\u2018\u2019`]/gu, "'");
    const cased = shaped.includes('-') ? shaped.replace(articleHyphen, ' ') : shaped;
    return { characters: cased.toLowerCase(), cased, starts: null };
  }
  const characters: string[] = [];
  const cased: string[] = [];
  const starts: number[] = [];
  // Matches a run of ASCII, a character with its combining marks, or a run of white space.
  for (const match of text.matchAll(/([!-~]+)(?!\p{M})|\s+|\P{M}\p{M}*|\p{M}+/gu)) {
    const run = match[1]?.replaceAll('`', "'") ?? '';
    for (let index = 0; index < run.length; index += 1) {
      characters.push(run.charAt(index).toLowerCase());
      cased.push(run.charAt(index));
      starts.push(match.index + index);
    }
    if (run !== '') continue;
    const normal = /^\s/u.test(match[0])
      ? ' '
      : foldArabic(foldPunctuation(match[0].normalize('NFKD')));
    for (const character of normal) {
      // Skip invisible characters: direction marks, joiners, zero-width spaces.
      if (/\p{Default_Ignorable_Code_Point}/u.test(character)) continue;
      // İ lower-cases to two characters, both with the same position.
      for (const lower of character.toLowerCase()) {
        characters.push(lower);
        cased.push(character);
        starts.push(match.index);
      }
    }
  }
  for (
    let index = characters.indexOf('-');
    index >= 0;
    index = characters.indexOf('-', index + 1)
  ) {
    if (!isBehindArticle(characters, index)) continue;
    characters[index] = ' ';
    cased[index] = ' ';
  }
  starts.push(text.length);
  return { characters, cased, starts };
}

function print(characters: readonly string[] | string): string {
  return typeof characters === 'string' ? characters : characters.join('');
}

function startOf({ starts }: Folded, index: number): number {
  return starts ? (starts[index] ?? 0) : index;
}

function foldPunctuation(text: string): string {
  // Apostrophes, primes and the half rings of transliterations; then hyphens that aren't dashes.
  return text
    .replace(
      /[\u2018\u2019\u201B\u02BB\u02BC\u02BD\u02BE\u02BF\u02B9\u02C8\u2032\u00B4\u0060\uFF07]/gu,
      "'",
    )
    .replace(/[\u2010\u2011]/gu, '-');
}

/** A spelling with capitals but no lower-case letters is case-sensitive: “US”, not “us”. */
function asksForCase(spelling: string): boolean {
  return /\p{Lu}/u.test(spelling) && !/\p{Ll}/u.test(spelling);
}

function beginsName(folded: Folded, start: number): boolean {
  const { characters } = folded;
  if (!isWord(characters[start])) return false;
  // A name can't begin inside a source character, such as a ligature.
  if (start > 0 && startOf(folded, start - 1) === startOf(folded, start)) return false;
  if (beginsWord(characters, start)) return true;
  return /\p{Script=Arabic}/u.test(characters[start] ?? '') && hasPrefix(characters, start);
}

/** Returns whether the letters before a name, back to the start of the Arabic word, are prefixes. */
function hasPrefix(characters: readonly string[] | string, start: number): boolean {
  for (let length = 1; length <= longestPrefix; length += 1) {
    const from = start - length;
    if (from < 0 || !beginsWord(characters, from)) continue;
    return isArabicPrefix(print(characters.slice(from, start)));
  }
  return false;
}

/** Returns whether a word, perhaps after و or ف, begins with ل and the article that it absorbed. */
function beginsWithArticle(characters: readonly string[] | string, start: number): boolean {
  if (characters[start] !== 'ل' || characters[start + 1] !== 'ل') return false;
  if (beginsWord(characters, start)) return true;
  return 'وف'.includes(characters[start - 1] ?? '-') && beginsWord(characters, start - 1);
}

function beginsWord(characters: readonly string[] | string, start: number): boolean {
  const before = characters[start - 1];
  if (isJoined(before, characters[start])) return false;
  return !(before === "'" && isWord(characters[start - 2]));
}

function endsName(folded: Folded, end: number): boolean {
  // A name can't end inside a source character.
  if (end < folded.characters.length && startOf(folded, end - 1) === startOf(folded, end))
    return false;
  return endsWord(folded.characters, end);
}

function endsWord(characters: readonly string[] | string, end: number): boolean {
  const after = characters[end];
  if (isJoined(characters[end - 1], after)) return false;
  if (after === '-') return !isWord(characters[end + 1]);
  if (after !== "'" || !isWord(characters[end + 1])) return true;
  return characters[end + 1] === 's' && endsWord(characters, end + 2);
}

function isJoined(before: string | undefined, after: string | undefined): boolean {
  return isWord(before) && isWord(after) && !(isSpaceless(before) || isSpaceless(after));
}

function isWord(character: string | undefined): boolean {
  if (character === undefined) return false;
  const code = character.charCodeAt(0);
  // Fast path: this runs on every character of an archive.
  if (code < 128) return isPlainWord(code);
  return /[\p{L}\p{M}\p{N}]/u.test(character);
}

function isPlainWord(code: number): boolean {
  return (code > 96 && code < 123) || (code > 47 && code < 58) || (code > 64 && code < 91);
}

/** Scripts without spaces between words, in which a name may begin or end at any character. */
function isSpaceless(character: string | undefined): boolean {
  return (
    character !== undefined &&
    character > '\x7F' &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(
      character,
    )
  );
}
