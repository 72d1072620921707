import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { buildSite, type BuildOptions, type BuildResult } from '../../src/build/buildSite.ts';
import { hashFiles } from '../../src/build/generations.ts';
import { getBuildSettings } from '../../src/build/settings.ts';
import type { Shard } from '../../src/build/shards.ts';
import { disk } from '../../src/collections/readContent.ts';
import { siteLimits, type PartLimits } from '../../src/views/dates/yearParts.ts';
import { createCorpus } from '../bench/corpus.ts';
import { actorId, printActor, printContent, printDigest } from '../bench/digests.ts';
import { places } from '../bench/words.ts';

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

const corpus = createCorpus(12, 5);
// Those of it that are there at first; the others come and go.
const first = 8;
const base = printContent({ ...corpus, articles: corpus.articles.slice(0, first) });
const events = [...new Set(corpus.articles.slice(0, first).flatMap((article) => article.events))];

type Texts = ReadonlyMap<string, string>;
type Edit = (texts: Texts, choose: (below: number) => number) => Texts;

const edits: Readonly<Record<string, Edit>> = {
  'add or take away an article': (texts, choose) => {
    const article = corpus.articles[first + choose(corpus.articles.length - first)];
    const path = `articles/${article?.id ?? ''}.md`;
    if (!article) return texts;
    return texts.has(path) ? without(texts, path) : put(texts, path, printDigest(article));
  },
  'take away one of the first articles': (texts, choose) =>
    without(texts, `articles/${corpus.articles[choose(first)]?.id ?? ''}.md`),
  'edit a sentence': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/\n\n(The|It) /, '\n\nWhat is more, $1 '),
    ),
  'edit a headline': (texts, choose) =>
    change(texts, articleOf(choose), (text) => text.replace(/^## .*$/m, `## Edited ${choose(9)}`)),
  'correct a date': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d)-\d\d$/m, `date: $1-0${choose(9) + 1}`),
    ),
  'correct a year': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: \d{4}/m, `date: ${2021 + choose(6)}`),
    ),
  'leave the first day open': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d-\d\d)$/m, 'date: [..$1]'),
    ),
  'make a date less exact': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^date: (\d{4}-\d\d)(-\d\d)?$/m, choose(2) === 0 ? 'date: $1' : 'date: $1$2~'),
    ),
  'rename an actor': (texts, choose) => {
    const index = choose(corpus.actors.length);
    const name = corpus.actors[index];
    if (name == null) return texts;
    return put(
      texts,
      `actors/${actorId(index)}.md`,
      printActor(`${name} ${'Senior Junior Elder'.split(' ')[choose(3)] ?? ''}`, index, name),
    );
  },
  'retitle a place': (texts, choose) => {
    const place = places[choose(places.length)] ?? '';
    return put(
      texts,
      `places/${place.toLowerCase()}.md`,
      `---\nname: ${place} ${choose(2) === 0 ? 'Town' : 'City'}\nspellings: [${place}]\n---\n`,
    );
  },
  'rename a source': (texts, choose) => {
    const paths = [...texts.keys()].filter((path) => path.startsWith('sources/'));
    return change(texts, paths[choose(paths.length)] ?? '', (text) =>
      text.replace(/^name: (?:The )?(.*)$/m, choose(2) === 0 ? 'name: The $1' : 'name: $1'),
    );
  },
  'tell of another actor': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^actors: .*$/m, `actors: ${actorId(choose(4))}, ${actorId(4 + choose(4))}`),
    ),
  'claim something of an event that another tells': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.concat(
        `\n\`\`\`claim\nabout: ${events[choose(events.length)]?.id ?? ''}\non: Why\nanswer: ${choose(2) === 0 ? 'For gain' : 'By chance'}\nsays: It is said.\n\`\`\`\n`,
      ),
    ),
  'retitle an event': (texts, choose) =>
    put(
      texts,
      `events/${events[choose(events.length)]?.id ?? ''}.md`,
      `---\ntitle: It is called ${choose(9)}\n---\n`,
    ),
  'rule on an event': (texts, choose) => {
    const id = events[choose(events.length)]?.id ?? '';
    const rulings = [
      '---\ntitle: What the editor calls it\n---\n',
      '---\ncertainty: purported\nwhy: Nobody vouches for it.\n---\n',
      '---\nunknown: [Who did it]\ncorrections: [{ date: 2026-07-01, reason: A name was wrong. }]\n---\n',
    ];
    const path = `events/${id}.md`;
    return choose(3) === 0 ? without(texts, path) : put(texts, path, rulings[choose(3)] ?? '');
  },
  'put one event before another': (texts, choose) =>
    change(texts, articleOf(choose), (text) =>
      text.replace(/^actors: /m, `after: ${events[choose(events.length)]?.id ?? ''}\nactors: `),
    ),
  'rename an article': (texts, choose) => {
    const path = articleOf(choose);
    const text = texts.get(path);
    return text === undefined
      ? texts
      : put(without(texts, path), path.replace('.md', `-renamed-${choose(3)}.md`), text);
  },
  // Refused where it is still spoken of by its id.
  'take away an actor': (texts, choose) =>
    without(texts, `actors/${actorId(choose(corpus.actors.length))}.md`),
  // Refused.
  'leave a block open': (texts, choose) =>
    change(
      texts,
      articleOf(choose),
      (text) => `${text}\n## Half an event\n\n\`\`\`event\nid: half\n`,
    ),
  'edit the site': (texts, choose) =>
    change(texts, 'site.md', (text) =>
      choose(2) === 0
        ? text.replace(/^tagline: .*$/m, `tagline: Tagline ${choose(3)}`)
        : text.replace(/principals: \[[^,]*, /, 'principals: ['),
    ),
};
const names = Object.keys(edits);

function articleOf(choose: (below: number) => number): string {
  return `articles/${corpus.articles[choose(first)]?.id ?? ''}.md`;
}

function put(texts: Texts, path: string, text: string): Texts {
  return new Map(texts).set(path, text);
}

function without(texts: Texts, path: string): Texts {
  return new Map([...texts].filter(([other]) => other !== path));
}

function change(texts: Texts, path: string, edit: (text: string) => string): Texts {
  const text = texts.get(path);
  return text === undefined ? texts : put(texts, path, edit(text));
}

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

/** One edit, by its name; its numbers choose among whatever there is when it is made. */
interface Step {
  readonly name: string;
  readonly numbers: readonly number[];
}

const steps = fc.record({
  name: fc.constantFrom(...names),
  numbers: fc.array(fc.nat(), { minLength: 4 }),
});

function take(texts: Texts, { name, numbers }: Step): Texts {
  let asked = 0;
  const choose = (below: number) => (numbers[asked++ % numbers.length] ?? 0) % below;
  return edits[name]?.(texts, choose) ?? texts;
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
      const isParted = sequence % 2 === 0;
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
  if (runs > 1) expect(parted).toBeGreaterThan(0);
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
