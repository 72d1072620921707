import { expect, test } from 'vitest';
import { holdSequences } from './again.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same edits again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 1000);
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

test(`${runs} sequences of edits each give the problems and the archive that linking all anew gives`, () => {
  const { sound, refused } = holdSequences(seed, runs);
  console.log(`${sound} archives, ${refused} refused.`);
  expect(sound).toBeGreaterThan(0);
});
