import fc from 'fast-check';

// The same random cases each time, so that a change is what makes a test fail; `SEED=…` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20201225) });

/** Number of random cases that a property is tried on where a hundred are few; `RUNS=…` tries more, once a week. */
export const runs = Number(process.env.RUNS ?? 500);
