import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { hashFiles } from '../../src/builder/generations.ts';
import { createAddresses } from '../../src/views/page/addresses.ts';
import { build, root } from '../sites/buildInto.ts';
import { publish, type Content, type Published } from './content.ts';
import { anyEdits, applyEdit, type Edit, type Renaming } from './edits.ts';
import { checkOutcome, type Outcome } from './outcome.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same edits again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 1000);
const builds = Math.min(25, Math.ceil(runs / 40));

const sites = {
  harbour: publish(join(root, 'tests/sites/harbour/content')),
  'Dateline’s own': publish(join(root, 'content')),
};
type Name = keyof typeof sites;
const names = Object.keys(sites) as Name[];
const unedited = perSite(({ content, addresses }) => checkOutcome(content, addresses));

const temporary = mkdtempSync(join(tmpdir(), 'dateline-fuzz-'));
afterAll(() => {
  rmSync(temporary, { recursive: true, force: true });
});
console.log(`SEED=${seed} RUNS=${runs} npm run fuzz`);

test(`${runs} sequences of random edits each end with a problem in its place, or with every published address`, async () => {
  const counts = { edits: 0, clean: 0, renamed: 0 };
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), anyEdits, async (name, edits) => {
      const { content, addresses } = sites[name];
      let before: { content: Content; outcome: Outcome } = { content, outcome: unedited[name] };
      for (const edit of edits) {
        const edited = applyEdit(before.content, edit);
        const outcome = checkOutcome(edited.content, addresses);
        if (edited.renamed) {
          checkRenaming(edited.renamed, before.outcome, outcome);
          counts.renamed += 1;
        }
        counts.edits += 1;
        if (outcome.errors.length === 0) counts.clean += 1;
        before = { content: edited.content, outcome };
      }
      // Thousands of runs in one go would keep the reporter from being heard.
      await setImmediate();
    }),
    { seed, numRuns: runs },
  );
  const { edits, clean, renamed } = counts;
  console.log(
    `${runs} sequences, ${edits} edits: ${clean} left no error, ${renamed} were proper renames.`,
  );
});

test(`${builds} builds after random edits each answer every published address, or say why not and leave the site as it was`, () => {
  const outs = perSite((_, name) => join(temporary, String(names.indexOf(name)), 'dist'));
  let built = 0;
  for (const { name, edits } of chooseBuilds()) {
    const { content, addresses } = sites[name];
    const out = outs[name];
    const said = `${name}: ${JSON.stringify(edits)}`;
    if (!existsSync(out)) expect(runBuild(content, out)).toMatchObject({ status: 0, stderr: '' });
    const before = hashFiles(`${out}/`);
    const { status, stderr } = runBuild(applyAll(sites[name], edits), out);
    const after = hashFiles(`${out}/`);
    if (status === 0) {
      built += 1;
      expect(
        addresses.filter((address) => !after.has(`${address.slice(1)}index.html`)),
        said,
      ).toEqual([]);
    } else {
      expect(stderr, said).toMatch(/^\S+:\d+:\d+ {2}[a-z-]+ {2}.*$/m);
      expect(stderr.trimEnd(), said).toMatch(/\d+ errors?\b.* in \d+ files?\.$/);
      expect(after, said).toEqual(before);
    }
  }
  console.log(`${builds} builds: ${built} made a new site, ${builds - built} left the old one.`);
});

/** A proper rename brings no error of its own, and what was answered at the old address still is. */
function checkRenaming({ kind, from, to }: Renaming, before: Outcome, after: Outcome): void {
  const said = `${kind} ${from} → ${to}`;
  // Messages and places tell of the new id: what can be held against the old errors is their kinds.
  const left = before.errors.map((problem) => problem.kind);
  const added = after.errors.filter((problem) => {
    const index = left.indexOf(problem.kind);
    if (index !== -1) left.splice(index, 1);
    return index === -1;
  });
  expect(added, said).toEqual([]);
  const old = createAddresses('/')[kind](from);
  if (before.addresses?.includes(old)) expect(after.addresses, said).toContain(old);
}

/** Every other one leads to no error, as far as can be told without a build. */
function chooseBuilds(): { name: Name; edits: Edit[] }[] {
  const sampled = fc.sample(fc.record({ name: fc.constantFrom(...names), edits: anyEdits }), {
    seed,
    numRuns: builds * 20,
  });
  const clean = sampled.values().filter(({ name, edits }) => {
    const { addresses } = sites[name];
    return checkOutcome(applyAll(sites[name], edits), addresses).errors.length === 0;
  });
  return sampled
    .slice(0, builds)
    .map((one, index) => (index % 2 === 0 ? (clean.next().value ?? one) : one));
}

function perSite<T>(give: (site: Published, name: Name) => T): Record<Name, T> {
  return Object.fromEntries(names.map((name) => [name, give(sites[name], name)])) as Record<
    Name,
    T
  >;
}

function applyAll({ content }: Published, edits: readonly Edit[]): Content {
  return edits.reduce<Content>((edited, edit) => applyEdit(edited, edit).content, content);
}

function runBuild(content: Content, out: string): ReturnType<typeof build> {
  const folder = mkdtempSync(join(temporary, 'content-'));
  for (const [path, bytes] of content) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  // Neither pictures nor a search have an address that was published.
  return build({ CONTENT: folder, OUT: out }, ['--no-pictures', '--no-index']);
}
