import { distance } from 'fastest-levenshtein';
import type { Claim, Point } from './archive.ts';
import { foldText } from './names.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/** Two answers to one point that may be the same: the later claim, and the one whose answer is near. */
interface NearAnswer {
  readonly claim: Claim;
  readonly near: Claim;
}

const numerals = new Map(
  [
    'zero|no|none',
    'one|a single',
    ...'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
      ' ',
    ),
  ].flatMap((names, value) => names.split('|').map((name) => [name, String(value)] as const)),
);

/** Words that an answer may have or leave out. */
const fillers = new Set(['a', 'an', 'the', 'some', 'about', 'around', 'by', 'of']);

/** Returns a notice for each answer to the points of an event or actor that is nearly another's. */
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
 * Returns the answers to a point that are written differently and may be the same: they differ in an article,
 * a plural, a number's word or a slip of a letter. Each is given once, at the later claim.
 */
function findNearAnswers({ claims }: Point): NearAnswer[] {
  const first = new Map<string, Claim>();
  const found: NearAnswer[] = [];
  for (const claim of claims) {
    if (claim.answer === null || claim.withdrawn !== null) continue;
    const key = foldText(claim.answer);
    if (first.has(key)) continue;
    const near = [...first.values()].find((other) => areNear(claim.answer, other.answer));
    if (near) found.push({ claim, near });
    first.set(key, claim);
  }
  return found;
}

function areNear(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  const [ours, others] = [listWords(a), listWords(b)];
  if (ours.length === 0 || ours.length !== others.length) return false;
  return ours.every((word, index) => areAlike(word, others[index] ?? ''));
}

function listWords(answer: string): string[] {
  const words = foldText(answer).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !fillers.has(word));
  return (kept.length > 0 ? kept : words).map((word) => numerals.get(word) ?? word);
}

/** Below this length a letter more or less makes another word, beside the plural. */
const LONG = 6;

function areAlike(a: string, b: string): boolean {
  if (a === b) return true;
  // Another number is another answer, however near.
  if (/\p{N}/u.test(a + b)) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length > 2 && (long === `${short}s` || long === `${short}es`)) return true;
  return short.length >= LONG && !negates(short, long) && distance(a, b) === 1;
}

/** Says whether one word is the other with a beginning that turns its meaning: “known” and “unknown”. */
function negates(short: string, long: string): boolean {
  return long !== short && long.endsWith(short);
}
