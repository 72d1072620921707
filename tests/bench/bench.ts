// Measures builds of generated archives: `npm run bench -- --sizes 100,1000 --rounds 3 --peers FOLDER`; with
// `--search` the builds index what is to be found, and first queries of the built site are measured in a browser.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../browser/launchBrowser.ts';
import { measureSearch } from '../browser/measureSearch.ts';
import { createCorpus, type Corpus } from './corpus.ts';
import { actorId, printActor, printContent, printDigest } from './digests.ts';
import { printNeutral } from './neutral.ts';
import { sayWeights, weighPages } from './pageWeights.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,5000,10000' },
    rounds: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    /** The folder of the peers' scripts; `PEERS` names the one in which they are installed. */
    peers: { type: 'string' },
    generators: { type: 'string', default: 'hugo,eleventy,floor' },
    search: { type: 'boolean', default: false },
    out: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const work = values.out ?? mkdtempSync(join(tmpdir(), 'dateline-bench-'));

interface Run {
  readonly seconds: number;
  readonly steps: ReadonlyMap<string, number>;
  readonly rendered: number;
  readonly pages: number;
  readonly memory: number;
}

/** What is done to an archive between two builds, and undone after. */
interface Edit {
  readonly name: string;
  readonly make: (folder: string, corpus: Corpus) => void;
}

const edits: readonly Edit[] = [
  {
    name: 'add one',
    make: (folder, { added }) => {
      writeFileSync(join(folder, `articles/${added.id}.md`), printDigest(added));
    },
  },
  {
    name: 'edit one',
    make: (folder, { articles }) => {
      const article = articles[Math.floor(articles.length / 2)];
      if (!article) return;
      const text = printDigest(article).replace('\n\nThe ', '\n\nIt is said that the ');
      writeFileSync(join(folder, `articles/${article.id}.md`), text);
    },
  },
  {
    name: 'rename actor',
    make: (folder, { actors }) => {
      writeFileSync(
        join(folder, `actors/${actorId(9)}.md`),
        printActor(`${actors[9] ?? ''} Senior`, 9, actors[9] ?? undefined),
      );
    },
  },
];

/** Runs a build as `npm run build` does, from `node` on. Returns how long it took, in seconds of wall time. */
function build(content: string, out: string): Run {
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'src/cli/build.ts'),
      ...(values.search ? [] : ['--no-index']),
      ...['--no-pictures', '--timings'],
    ],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      env: { ...process.env, CI: '', CONTENT: content, OUT: out },
    },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(stderr);
  const steps = new Map(
    [...stdout.matchAll(/^(\w+) +(\d+) ms$/gm)].map(([, name = '', ms]) => [name, Number(ms)]),
  );
  const [, rendered, pages] = /^rendered (\d+) of (\d+) pages/m.exec(stdout) ?? [];
  const [, memory] = /^memory (\d+) MB$/m.exec(stdout) ?? [];
  return {
    seconds,
    steps,
    rendered: Number(rendered ?? 0),
    pages: Number(pages ?? 0),
    memory: Number(memory ?? 0),
  };
}

function write(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Measures our builds of an archive, round by round. Returns the runs of each kind. */
function measure(size: number, results: Map<string, Run[]>): void {
  const corpus = createCorpus(size, seed);
  const folder = join(work, String(size));
  const content = join(folder, 'content');
  const files = printContent(corpus);
  if (!existsSync(content)) write(content, files);
  const note = (name: string, run: Run) => {
    const runs = results.get(name) ?? [];
    runs.push(run);
    results.set(name, runs);
    console.log(
      `${size} ${name}: ${run.seconds.toFixed(2)} s, ${run.rendered} of ${run.pages} pages rendered, ${run.memory} MB`,
    );
  };
  // A folder of its own for each round: deleting one makes the next writes slow.
  const out = join(folder, `out-${results.get('full')?.length ?? 0}`);
  note('full', build(content, out));
  // Every round builds the same pages.
  if (results.get('full')?.length === 1)
    console.log(`${size} ${sayWeights(weighPages(`${out}/`))}`);
  note('no change', build(content, out));
  for (const { name, make } of edits) {
    make(content, corpus);
    note(name, build(content, out));
    rmSync(join(content, `articles/${corpus.added.id}.md`), { force: true });
    write(content, files);
    build(content, out);
  }
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
      ...['--log', join(work, 'peers.jsonl')],
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

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

for (const size of sizes) {
  const results = new Map<string, Run[]>();
  for (let round = 0; round < rounds; round++) {
    measure(size, results);
    if (values.peers !== undefined) measurePeers(size, values.peers);
  }
  console.log(
    `\n| ${size} articles | s (median of ${rounds}) | pages rendered | of | ms a page | MB |`,
  );
  console.log('|---|---|---|---|---|---|');
  for (const [name, runs] of results) {
    const seconds = median(runs.map((run) => run.seconds));
    const { rendered = 0, pages = 0 } = runs[0] ?? {};
    const perPage = rendered > 0 ? ((seconds * 1000) / rendered).toFixed(2) : '';
    const memory = median(runs.map((run) => run.memory));
    console.log(
      `| ${name} | ${seconds.toFixed(2)} | ${rendered} | ${pages} | ${perPage} | ${memory} |`,
    );
  }
  if (values.search) await measureQueries(size);
  const [full] = results.get('full') ?? [];
  if (full)
    console.log(
      `full, step by step: ${[...full.steps].map(([name, ms]) => `${name} ${ms} ms`).join(', ')}\n`,
    );
}
if (values.peers !== undefined)
  spawnSync(
    process.execPath,
    [join(resolve(values.peers), 'summary.mjs'), join(work, 'peers.jsonl')],
    {
      stdio: 'inherit',
    },
  );
