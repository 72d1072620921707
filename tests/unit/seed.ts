import fc from 'fast-check';

// The same random cases each time, so that a change is what makes a test fail; `SEED=…` tries others.
fc.configureGlobal({ seed: Number(process.env.SEED ?? 20201225) });
