import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build, createFolder, readSite } from '../sites/buildInto.ts';
import { buildClean, copyHarbour } from '../sites/faults.ts';

// `SEED=… RUNS=… npm run fuzz` kills at the same moments again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 1000);
// At least before, at and after the turn of the link, and at one step of all others.
const kills = Math.max(4, Math.min(50, Math.ceil(runs / 20)));
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

/** Counts the steps in which a build changes the disk; kills it at the step that `KILL_AT` names, halfway through a file, or before or after the link is turned. */
const disk = `
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';
let step = 0;
const { writeSync } = fs;
if (isMainThread) {
  for (const name of ['mkdirSync', 'linkSync', 'symlinkSync', 'renameSync', 'rmSync', 'rmdirSync', 'openSync', 'writeSync', 'writeFileSync']) {
    const own = fs[name];
    fs[name] = (...args) => {
      step += 1;
      const at = process.env.KILL_AT;
      const isTurn = name === 'renameSync' && args[1] === process.env.OUT;
      const isNow = at === String(step) || (isTurn && (at === 'before' || at === 'after'));
      if (isNow && at === 'after') own(...args);
      if (isNow && name === 'writeFileSync') own(args[0], args[1].slice(0, args[1].length / 2));
      if (isNow) process.kill(process.pid, 'SIGKILL');
      // The signal comes at once, but not before the next line.
      if (isNow) for (;;);
      return own(...args);
    };
  }
  syncBuiltinESMExports();
  process.on('exit', () => writeSync(2, String(step)));
}
`;

test(`a build killed at ${kills} random moments leaves the old site or the new one whole, and the next build is right`, async () => {
  const random = createRandom(seed);
  const { content, out, env, setHeadline } = await copyHarbour();
  const preload = join(createFolder(), 'disk.mjs');
  writeFileSync(preload, disk);
  const watched = { ...env, NODE_OPTIONS: `--import ${preload}` };
  const sites: { headline: string; files: Map<string, string> }[] = [];
  for (const headline of ['The quay is shut', 'The quay is open']) {
    setHeadline(headline);
    sites.push({ headline, files: await buildClean(content) });
  }
  // A build that changes one headline takes about as many steps each time: the fewest are tried.
  const steps = Math.min(
    ...[1, 0, 1].map((index) => {
      setHeadline(sites[index]!.headline);
      const { status, stderr } = build(watched);
      expect([status, stderr]).toEqual([0, expect.stringMatching(/^\d+$/)]);
      return Number(stderr);
    }),
  );
  expect(steps).toBeGreaterThan(20);
  const counts = { killed: 0, ended: 0, turned: 0 };
  let served = sites[1]!;
  for (let turn = 0; counts.killed < kills && turn < kills * 2; turn += 1) {
    const next = sites[turn % 2]!;
    setHeadline(next.headline);
    const at = ['after', 'before', '1'][turn] ?? String(1 + Math.floor(random() * steps));
    const { status } = build({ ...watched, KILL_AT: at });
    counts[status === null ? 'killed' : 'ended'] += 1;
    const site = readSite(out);
    const isNew = site.get('index.html') === next.files.get('index.html');
    if (status === null && isNew && served !== next) counts.turned += 1;
    served = isNew ? next : served;
    expect(site, `turn ${turn}, killed at step ${at} of ${steps}`).toEqual(served.files);
    if (status !== null) expect([status, isNew], `turn ${turn}, step ${at}`).toEqual([0, true]);
    // Now and then the next build runs to its end on what the killed one left.
    if (turn % 5 !== 4) continue;
    expect(build(env)).toMatchObject({ status: 0, stderr: '' });
    expect(readSite(out)).toEqual(next.files);
    served = next;
  }
  expect(counts.killed).toBe(kills);
  expect(counts.turned).toBeGreaterThan(0);
  setHeadline(sites[0]!.headline);
  expect(build(env)).toMatchObject({ status: 0, stderr: '' });
  expect(readSite(out)).toEqual(sites[0]!.files);
  console.log(`${kills} builds of about ${steps} steps killed, ${counts.ended} ended before.`);
});

/** Returns numbers from 0 up to 1, the same for the same seed (mulberry32). */
function createRandom(from: number): () => number {
  let state = from >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
