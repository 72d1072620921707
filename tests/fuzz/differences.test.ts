import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { buildSite } from '../../src/build/buildSite.ts';
import { hashFiles } from '../../src/build/generations.ts';
import { getBuildSettings } from '../../src/build/settings.ts';
import { disk } from '../../src/collections/readContent.ts';
import { createCorpus } from '../bench/corpus.ts';
import { actorId, printActor, printContent, printDigest } from '../bench/digests.ts';
import { places } from '../bench/words.ts';

// `SEED=… RUNS=… npm run fuzz` makes the same edits again.
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const runs = Number(process.env.RUNS ?? 300);

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

function write(texts: Texts, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of texts) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

test(`${runs} sequences of edits each give the same bytes by differences as by a clean build`, async () => {
  let [built, refused] = [0, 0];
  let sequence = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          name: fc.constantFrom(...names),
          numbers: fc.array(fc.nat(), { minLength: 4 }),
        }),
        { minLength: 2, maxLength: 6 },
      ),
      async (steps) => {
        sequence += 1;
        const folder = join(temporary, String(sequence));
        const content = join(folder, 'content');
        const run = (out: string) => {
          const settings = getBuildSettings({ CONTENT: content, OUT: join(folder, out) }, folder);
          return buildSite(
            settings,
            { disk },
            { freshAddresses: 'allowed', search: 'kept', pictures: 'kept', shard: null },
          );
        };
        let texts: Texts = base;
        write(texts, content);
        await run('dist');
        for (const [index, { name, numbers }] of steps.entries()) {
          let asked = 0;
          texts =
            edits[name]?.(texts, (below) => (numbers[asked++ % numbers.length] ?? 0) % below) ??
            texts;
          write(texts, content);
          const before = hashFiles(join(folder, 'dist/'));
          const { type } = await run('dist');
          if (type === 'refused') {
            refused += 1;
            expect(hashFiles(join(folder, 'dist/'))).toEqual(before);
            continue;
          }
          built += 1;
          const clean = `clean-${index}`;
          expect((await run(clean)).type).toBe('built');
          const [ours, theirs] = [
            hashFiles(join(folder, 'dist/')),
            hashFiles(join(folder, `${clean}/`)),
          ];
          const differing = [...new Set([...ours.keys(), ...theirs.keys()])].filter(
            (path) => ours.get(path) !== theirs.get(path),
          );
          const said = steps.slice(0, index + 1).map((step) => step.name);
          expect(differing.slice(0, 5), said.join(', ')).toEqual([]);
        }
        rmSync(folder, { recursive: true, force: true });
      },
    ),
    { seed, numRuns: runs },
  );
  console.log(`${runs} sequences: ${built} builds by difference, ${refused} refused.`);
});
