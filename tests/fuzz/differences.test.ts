import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { BuildOptions, BuildResult } from '../../src/builder/build.ts';
import { buildSite } from '../../src/builder/buildSite.ts';
import { hashFiles } from '../../src/builder/generations.ts';
import { getBuildSettings } from '../../src/builder/settings.ts';
import type { Shard } from '../../src/builder/shards.ts';
import { disk } from '../../src/collections/readContent.ts';
import { siteLimits, type PartLimits } from '../../src/views/dates/yearParts.ts';
import { base, createSteps, edits, take, type Texts } from './sequences.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same edits again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 300);
// Each draws pictures and indexes what it finds, several times.
const walks = Math.ceil(runs / 3);

const temporary = mkdtempSync(join(tmpdir(), 'dateline-differences-'));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

const steps = createSteps(edits);

/** So few that an edit or two add a part of the data or of the search index, or take one away. */
const fewest: PartLimits = { searchRecords: 9, dataBytes: 9000, databaseRows: 30_000 };

function buildInto(
  content: string,
  out: string,
  options: Pick<BuildOptions, 'search' | 'pictures'> & Partial<Pick<BuildOptions, 'shard'>>,
  limits: PartLimits = siteLimits,
): Promise<BuildResult> {
  const settings = getBuildSettings({ CONTENT: content, OUT: out }, dirname(content));
  return buildSite(
    { ...settings, limits },
    { disk },
    { freshAddresses: 'allowed', movedBase: 'allowed', force: false, shard: null, ...options },
  );
}

function write(texts: Texts, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Returns the paths of a few files that two sites do not have in common, byte for byte. */
function findDiffering(ours: ReadonlyMap<string, string>, theirs: ReadonlyMap<string, string>) {
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .filter((path) => ours.get(path) !== theirs.get(path))
    .slice(0, 5);
}

test(`${runs} sequences of edits each give the same bytes by differences, and with shards from along the way, as by a clean build`, async () => {
  let [built, refused, parted] = [0, 0, 0];
  let sequence = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 2, maxLength: 6 }), async (sequenced) => {
      sequence += 1;
      const folder = join(temporary, String(sequence));
      const content = join(folder, 'content');
      const run = (out: string, shard: Shard | null = null) =>
        buildInto(
          content,
          join(folder, out),
          { search: 'kept', pictures: 'kept', shard },
          isParted ? fewest : siteLimits,
        );
      const isParted = sequence % 2 === 1;
      let good: Texts = base;
      let texts: Texts = base;
      write(texts, content);
      await run('dist');
      for (const [index, step] of sequenced.entries()) {
        texts = take(texts, step);
        write(texts, content);
        const before = hashFiles(join(folder, 'dist/'));
        const { type } = await run('dist');
        if (type === 'refused') {
          refused += 1;
          expect(hashFiles(join(folder, 'dist/'))).toEqual(before);
          continue;
        }
        built += 1;
        if (existsSync(join(folder, 'dist/data/events'))) parted += 1;
        good = texts;
        // Each share is of another state of the content, and some are never made.
        await run('sharded', { number: (index % 4) + 1, of: 4 });
        const clean = `clean-${index}`;
        expect((await run(clean)).type).toBe('built');
        const said = sequenced.slice(0, index + 1).map(({ name }) => name);
        expect(
          findDiffering(hashFiles(join(folder, 'dist/')), hashFiles(join(folder, `${clean}/`))),
          said.join(', '),
        ).toEqual([]);
      }
      write(good, content);
      await run('sharded');
      expect(
        findDiffering(hashFiles(join(folder, 'dist/')), hashFiles(join(folder, 'sharded/'))),
        sequenced.map(({ name }) => name).join(', '),
      ).toEqual([]);
      rmSync(folder, { recursive: true, force: true });
    }),
    { seed, numRuns: runs },
  );
  console.log(
    `${runs} sequences: ${built} builds by difference, ${parted} in parts, ${refused} refused.`,
  );
  if (built > 0) expect(parted).toBeGreaterThan(0);
});

test(`${walks} walks away from a site and back give its first bytes again, with search and pictures`, async () => {
  const count = { built: 0, refused: 0, unchanged: 0 };
  let [walk, away, parted] = [0, 0, 0];
  await fc.assert(
    fc.asyncProperty(
      // Each way there and back begins where the one before it has ended.
      fc.array(
        fc.array(
          // What a step leaves as it was, a later one has to make good.
          fc.record({ step: steps, isIndexed: fc.boolean(), isDrawn: fc.boolean() }),
          { minLength: 1, maxLength: 6 },
        ),
        { minLength: 1, maxLength: 2 },
      ),
      async (ways) => {
        walk += 1;
        const folder = join(temporary, `walk-${walk}`);
        const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
        const all = { search: 'indexed', pictures: 'drawn' } as const;
        // Every other one comes by an archive in parts.
        const limits = walk % 2 === 1 ? fewest : siteLimits;
        write(base, content);
        expect((await buildInto(content, out, all, limits)).type).toBe('built');
        const first = hashFiles(`${out}/`);
        expect(first.has('pagefind/pagefind.js')).toBe(true);
        const said: string[] = [];
        for (const way of ways) {
          let texts: Texts = base;
          for (const { step, isIndexed, isDrawn } of way) {
            texts = take(texts, step);
            said.push(step.name);
            write(texts, content);
            const { type } = await buildInto(
              content,
              out,
              { search: isIndexed ? 'indexed' : 'kept', pictures: isDrawn ? 'drawn' : 'kept' },
              limits,
            );
            if (existsSync(join(out, 'pagefind/undated'))) parted += 1;
            count[type] += 1;
          }
          if (findDiffering(first, hashFiles(`${out}/`)).length > 0) away += 1;
          write(base, content);
          expect((await buildInto(content, out, all, limits)).type).not.toBe('refused');
          expect(findDiffering(first, hashFiles(`${out}/`)), said.join(', ')).toEqual([]);
        }
        rmSync(folder, { recursive: true, force: true });
      },
    ),
    { seed, numRuns: walks },
  );
  console.log(
    `${walks} walks: ${away} ways led to another site, by ${count.built} builds, ${parted} with search in parts, ${count.unchanged} with nothing to do, ${count.refused} refused.`,
  );
  expect(away).toBeGreaterThan(0);
});
