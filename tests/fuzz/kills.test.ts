import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { build, readSite } from '../sites/buildInto.ts';
import { beginBuild, buildClean, createHarbour } from '../sites/faults.ts';

// `SEED=… RUNS=… npm run fuzz` kills at the same moments, as far as a machine is ever the same.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 1000);
const kills = Math.max(10, Math.min(50, Math.ceil(runs / 20)));
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

test(`a build killed at ${kills} random moments leaves the old site or the new one whole, and the next build is right`, async () => {
  const random = createRandom(seed);
  const { content, out, env, setHeadline } = createHarbour();
  const sites = ['The quay is shut', 'The quay is open'].map((headline) => {
    setHeadline(headline);
    return { headline, files: buildClean(content) };
  });
  const began = performance.now();
  expect(build(env).status).toBe(0);
  const whole = performance.now() - began;
  const counts = { killed: 0, ended: 0, turned: 0 };
  let served = sites[1]!;
  // One that ends before it is killed is no kill; a machine that grows faster must not go on for ever.
  for (let turn = 0; counts.killed < kills && turn < kills * 4; turn += 1) {
    const next = sites[turn % 2]!;
    setHeadline(next.headline);
    const building = beginBuild(env);
    const over = building.ended.then(({ status }) => status);
    const status = await Promise.race([over, setTimeout(random() * whole, 'killed' as const)]);
    if (status === 'killed') building.kill();
    const wasKilled = (await over) !== 0;
    counts[wasKilled ? 'killed' : 'ended'] += 1;
    const site = readSite(out);
    const isNew = site.get('index.html') === next.files.get('index.html');
    if (isNew && served !== next) counts.turned += 1;
    served = isNew ? next : served;
    expect(site, `turn ${turn}`).toEqual(served.files);
    if (!wasKilled) expect(isNew, `turn ${turn}`).toBe(true);
    // Now and then the next build runs to its end on what the killed one left.
    if (turn % 10 !== 9) continue;
    expect(build(env)).toMatchObject({ status: 0, stderr: '' });
    expect(readSite(out)).toEqual(next.files);
    served = next;
  }
  expect(counts.killed).toBe(kills);
  setHeadline(sites[0]!.headline);
  expect(build(env)).toMatchObject({ status: 0, stderr: '' });
  expect(readSite(out)).toEqual(sites[0]!.files);
  console.log(
    `${counts.killed} builds killed, ${counts.ended} ended first, ${counts.turned} had turned the link.`,
  );
});

/** Gives numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
