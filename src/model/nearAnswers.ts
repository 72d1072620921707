import { distance } from 'fastest-levenshtein';
import type { Claim, Point } from './archive.ts';
import { push } from './lists.ts';
import { foldText } from './names.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Two answers to a point that may be the same: the later claim, and the one with the similar answer. */
interface NearAnswer {
  readonly claim: Claim;
  readonly near: Claim;
}

const units = 'one two three four five six seven eight nine'.split(' ');
const teens =
  'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** Number words and their values. */
const numerals = new Map<string, number>([
  ...['zero', 'no', 'none'].map((word) => [word, 0] as const),
  ...units.map((word, index) => [word, index + 1] as const),
  ...teens.map((word, index) => [word, index + 10] as const),
  ...tens.map((word, index) => [word, (index + 2) * 10] as const),
  ['single', 1],
  ['dozen', 12],
  ['hundred', 100],
]);

/** Words that don't change an answer. */
const fillers = new Set(['a', 'an', 'the', 'some', 'about', 'around', 'by', 'of']);

/** Returns a notice for each answer to the points of an event or actor that nearly equals another. */
export function noteAnswers(of: string, points: readonly Point[]): Problem[] {
  return points.flatMap((point) =>
    findNearAnswers(point).map(({ claim, near }) => {
      const { file, line, column } = near.at;
      const first = `${file}:${line}:${column}`;
      const [found, other] = [claim.answer ?? '', near.answer ?? ''];
      return createProblem('answer-near', claim.at, {
        found,
        near: other,
        on: point.on,
        of,
        first,
      });
    }),
  );
}

/**
 * Returns the answers to a point that are written differently but may be the same: they differ in an article,
 * a plural, a number word or a typo. Each is listed once, at the later claim.
 */
function findNearAnswers({ claims }: Point): NearAnswer[] {
  const known = new AnswerIndex();
  const seen = new Set<string>();
  return claims.flatMap((claim) => {
    if (claim.answer === null || claim.withdrawn !== null) return [];
    const key = foldText(claim.answer);
    if (seen.has(key)) return [];
    seen.add(key);
    const near = known.findNear(claim.answer);
    known.add(claim, claim.answer);
    return near ? [{ claim, near }] : [];
  });
}

interface KnownAnswer {
  readonly claim: Claim;
  readonly words: readonly string[];
  /** How many answers were added earlier. */
  readonly rank: number;
}

/**
 * Indexes answers by features that any two similar answers share in every word. A new answer is compared only
 * with those that share its rarest word, so the work hardly grows with the number of answers.
 */
class AnswerIndex {
  readonly #byFeature = new Map<string, KnownAnswer[]>();
  #count = 0;

  add(claim: Claim, answer: string): void {
    const words = listWords(answer);
    const known = { claim, words, rank: this.#count };
    this.#count += 1;
    for (const feature of words.flatMap((_, index) => listFeatures(words, index)))
      push(this.#byFeature, feature, known);
  }

  /** Returns the claim with the first added answer that is similar. */
  findNear(answer: string): Claim | undefined {
    const words = listWords(answer);
    const [rarest = []] = words
      .map((_, index) =>
        listFeatures(words, index).map((feature) => this.#byFeature.get(feature) ?? []),
      )
      .sort((a, b) => countAll(a) - countAll(b));
    return rarest
      .flat()
      .filter((known) => areNear(words, known.words))
      .reduce<KnownAnswer | undefined>((a, b) => (a && a.rank <= b.rank ? a : b), undefined)?.claim;
  }
}

function countAll(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** Returns features that a word shares with every word it resembles, at its position in an answer. */
function listFeatures(words: readonly string[], index: number): string[] {
  const word = words[index] ?? '';
  // Two words that differ in one letter are equal without it; numbers match only exactly.
  const shorter =
    word.length < longWord || /\p{N}/u.test(word)
      ? []
      : Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));
  const forms = new Set([word, ...shorter].map((form) => `=${form}`));
  // The plural of either form ends in these letters.
  forms.add(`~${word.replace(/[es]+$/u, '')}`);
  return [...forms].map((form) => `${words.length} ${index} ${form}`);
}

function areNear(words: readonly string[], others: readonly string[]): boolean {
  return words.every((word, index) => areAlike(word, others[index] ?? ''));
}

/**
 * Returns the significant words of an answer, with numbers as digits: “the forty-two barrels” is `42`,
 * `barrels`.
 */
function listWords(answer: string): string[] {
  const text = foldText(answer).replace(/\bno[ -]one\b/gu, 'nobody');
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !fillers.has(word));
  return joinNumbers(kept.length > 0 ? kept : words);
}

/** Replaces number words with digits: “forty two” is 42, “three hundred” 300. */
function joinNumbers(words: readonly string[]): string[] {
  const joined: (string | number)[] = [];
  for (const word of words) {
    const value = numerals.get(word);
    const last = joined.at(-1);
    if (value === undefined) joined.push(word);
    else if (typeof last === 'number' && last > 0 && last < 10 && value === 100)
      joined[joined.length - 1] = last * value;
    else if (typeof last === 'number' && last >= 20 && last % 10 === 0 && value > 0 && value < 10)
      joined[joined.length - 1] = last + value;
    else joined.push(value);
  }
  return joined.map(String);
}

/** In a shorter word, one letter more or less makes another word, except in the plural. */
const longWord = 6;

function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  // A different number is a different answer, however similar.
  if (/\p{N}/u.test(a + b)) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 2 && (long === `${short}s` || long === `${short}es`)) return true;
  return short.length >= longWord && !negates(short, long) && distance(a, b) === 1;
}

/** Returns whether one word is the other with a negative prefix: “known” and “unknown”. */
function negates(short: string, long: string): boolean {
  return long !== short && long.endsWith(short);
}
