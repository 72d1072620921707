// Measures our commands on generated archives, whole process against whole process: `npm run bench -- --sizes
// 1000,5000 --rounds 3 --peers FOLDER`. What each option does: tests/README.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { measureSearch } from '../browser/measureSearch.ts';
import { measureSaves, runBuild, runCheck, type Run, type Site } from './commands.ts';
import { createCorpus, type Corpus } from './corpus.ts';
import { actorId, printActor, printContent, printDigest } from './digests.ts';
import { printNeutral } from './neutral.ts';
import { sayWeights, weighPages } from './pageWeights.ts';
import {
  compare,
  printComparisons,
  readPeerRuns,
  summarize,
  type Measured,
  type Samples,
} from './reach.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000,10000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** The folder of the peers' scripts; `PEERS` names the one in which they are installed. */
    peers: { type: 'string' },
    generators: { type: 'string', default: 'hugo,eleventy' },
    /** Only what leaves out the search index and the pictures. */
    bare: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const work = values.out ?? mkdtempSync(join(tmpdir(), 'dateline-bench-'));
const peerLog = join(work, 'peers.jsonl');

/** What is done to an archive between two builds, and undone after. */
interface Edit {
  readonly name: string;
  readonly make: (folder: string, corpus: Corpus) => void;
}

const addOne: Edit = {
  name: 'add one',
  make: (folder, { added }) => {
    writeFileSync(join(folder, `articles/${added.id}.md`), printDigest(added));
  },
};
const editOne: Edit = {
  name: 'edit one',
  make: (folder, corpus) => {
    saveWith('It is said that the', folder, corpus);
  },
};
const renameActor: Edit = {
  name: 'rename actor',
  make: (folder, { actors }) => {
    writeFileSync(
      join(folder, `actors/${actorId(9)}.md`),
      printActor(`${actors[9] ?? ''} Senior`, 9, actors[9] ?? undefined),
    );
  },
};

/** Saves the article in the middle with other first words. Returns its id. */
function saveWith(words: string, folder: string, { articles }: Corpus): string {
  const article = articles[Math.floor(articles.length / 2)];
  if (!article) return '';
  const text = printDigest(article).replace('\n\nThe ', `\n\n${words} `);
  writeFileSync(join(folder, `articles/${article.id}.md`), text);
  return article.id;
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** The runs on one archive, by what was run. */
class Results {
  readonly runs = new Map<string, Run[]>();
  readonly size: number;

  constructor(size: number) {
    this.size = size;
  }

  note(name: string, run: Run): void {
    this.runs.set(name, [...(this.runs.get(name) ?? []), run]);
    const pages = run.pages > 0 ? `, ${run.rendered} of ${run.pages} pages rendered` : '';
    const memory = run.memory > 0 ? `, ${run.memory} MB` : '';
    console.log(`${this.size} ${name}: ${run.seconds.toFixed(2)} s${pages}${memory}`);
  }

  /** Returns the median of each kind of run. */
  summarize(): Samples {
    return new Map([...this.runs].map(([name, runs]) => [name, summarize(runs)]));
  }
}

/** Measures our commands on an archive once: builds with search and pictures and without, checks, saves in `dev`. */
async function measure(results: Results, round: number): Promise<void> {
  const corpus = createCorpus(results.size, seed);
  const folder = join(work, String(results.size));
  const content = join(folder, 'content');
  const files = printContent(corpus);
  if (!existsSync(content)) write(content, files);
  const undo = () => {
    rmSync(join(content, `articles/${corpus.added.id}.md`), { force: true });
    write(content, files);
  };
  for (const isBare of values.bare ? [true] : [false, true]) {
    // A folder of its own for each round: deleting one makes the next writes slow.
    const site = { content, out: join(folder, `${isBare ? 'bare' : 'out'}-${round}`) };
    measureBuilds(results, site, { isBare, corpus, undo });
  }
  await measureEditing(results, { content, out: join(folder, `checked-${round}`) }, corpus);
  undo();
}

function measureBuilds(
  results: Results,
  site: Site,
  { isBare, corpus, undo }: { isBare: boolean; corpus: Corpus; undo: () => void },
): void {
  const named = (name: string) => (isBare ? `${name}, bare` : name);
  results.note(named('full'), runBuild(site, isBare));
  // Every round builds the same pages.
  if (isBare && results.runs.get('full, bare')?.length === 1)
    console.log(`${results.size} ${sayWeights(weighPages(`${site.out}/`))}`);
  results.note(named('no change'), runBuild(site, isBare));
  for (const { name, make } of [addOne, editOne, renameActor]) {
    make(site.content, corpus);
    results.note(named(name), runBuild(site, isBare));
    undo();
    runBuild(site, isBare);
  }
}

/** Measures what an editor waits for: a check after an edit, and a page in `dev` after a save. */
async function measureEditing(results: Results, site: Site, corpus: Corpus): Promise<void> {
  results.note('check, nothing stored', runCheck(site));
  editOne.make(site.content, corpus);
  results.note('check after an edit', runCheck(site));
  const id = saveWith('It was said that the', site.content, corpus);
  const saves = ['A witness says the', 'Two witnesses say the', 'Nobody says the'].map(
    (words) => () => {
      saveWith(words, site.content, corpus);
      return words;
    },
  );
  for (const run of await measureSaves(site, `articles/${id}/`, saves))
    results.note('dev, a save', run);
}

/** Measures the other generators on the same archive, in the same rounds, by their own script. */
function measurePeers(size: number, scripts: string): void {
  const peers = process.env.PEERS;
  if (!peers) throw new Error('PEERS names the folder in which the peers are installed.');
  const corpus = join(peers, 'corpus', String(size));
  if (!existsSync(corpus)) write(corpus, printNeutral(createCorpus(size, seed)));
  const { status } = spawnSync(
    process.execPath,
    [
      join(resolve(scripts), 'measure.mjs'),
      ...['--n', String(size), '--rounds', '1', '--peers', values.generators],
      ...['--log', peerLog],
    ],
    { stdio: 'inherit', env: process.env },
  );
  if (status !== 0) throw new Error('The peers could not be measured.');
}

/** Prints what a first query downloads, of one word and of two. */
async function measureQueries(size: number): Promise<void> {
  const browser = await launchBrowser();
  for (const words of ['harvest', 'council announced', 'tariff contract', 'the']) {
    const { bytes, files } = await measureSearch(join(work, String(size), 'out-0'), words, browser);
    console.log(`${size} first query “${words}”: ${bytes} bytes in ${files.size} files`);
  }
  await browser.close();
}

function printMedians({ size, runs }: Results, samples: Samples): void {
  console.log(
    `\n| ${size} articles | s (median of ${rounds}) | pages rendered | of | ms a page | MB |`,
  );
  console.log('|---|---|---|---|---|---|');
  for (const [name, { seconds, rendered, pages, memory }] of samples) {
    const perPage = rendered > 0 ? ((seconds * 1000) / rendered).toFixed(2) : '';
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${rendered} | ${pages} | ${perPage} | ${memory} |`,
    );
  }
  for (const name of ['full', 'add one', 'add one, bare']) {
    const steps = runs.get(name)?.[0]?.steps ?? new Map<string, number>();
    if (steps.size > 0)
      console.log(
        `${name}, step by step: ${[...steps].map(([step, ms]) => `${step} ${ms} ms`).join(', ')}`,
      );
  }
}

let smaller: Measured | null = null;
for (const size of sizes) {
  const results = new Results(size);
  for (let round = 0; round < rounds; round++) {
    await measure(results, round);
    if (values.peers !== undefined) measurePeers(size, values.peers);
  }
  const samples = results.summarize();
  printMedians(results, samples);
  if (!values.bare) await measureQueries(size);
  const log = existsSync(peerLog) ? readFileSync(peerLog, 'utf8') : '';
  console.log(
    `\n${printComparisons(compare({ size, samples }, readPeerRuns(log, size), smaller))}\n`,
  );
  smaller = { size, samples };
}
if (values.peers !== undefined)
  spawnSync(process.execPath, [join(resolve(values.peers), 'summary.mjs'), peerLog], {
    stdio: 'inherit',
  });
