import fc from 'fast-check';

// The same random cases each time, so that a test fails only after a change; `SEED=…` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20201225) });

/** Number of random cases for properties that need more than a hundred; the weekly run sets `RUNS=…` higher. */
export const runs = Number(process.env.RUNS ?? 500);
