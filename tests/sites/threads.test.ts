import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCorpus, type Corpus } from '../bench/corpus.ts';
import { MIN_TASKS_FOR_WORKERS } from '../../src/builder/workerPool.ts';
import { actorId, printActor, printContent } from '../bench/digests.ts';
import { buildHere } from './buildHere.ts';
import { build, createFolder, readSite } from './buildInto.ts';

/** Returns a folder with the content of a corpus and of so many more actors. */
function open(corpus: Corpus, actors: number) {
  const folder = createFolder();
  const content = join(folder, 'content');
  for (const [path, text] of printContent(corpus)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  for (let index = 0; index < actors; index += 1)
    writeFileSync(join(content, `actors/witness-${index}.md`), printActor(`Witness ${index}`, 0));
  return { folder, content };
}

const flags = ['--no-index', '--no-pictures', '--timings'];

function countHelped(stdout: string): number {
  return Number(/, (\d+) in other threads/.exec(stdout)?.[1]);
}

test('three threads make the bytes of one, all of a site as what a new name changes', () => {
  const corpus = createCorpus(30, 7);
  // More than are worth another thread's while, in files to parse as in pages and files to make.
  const { folder, content } = open(corpus, MIN_TASKS_FOR_WORKERS);
  const alone = join(folder, 'alone');
  const together = join(folder, 'together');
  const one = build({ CONTENT: content, OUT: alone }, [...flags, '--threads', '1']);
  expect([one.status, countHelped(one.stdout)]).toEqual([0, 0]);
  const three = build({ CONTENT: content, OUT: together }, [...flags, '--threads', '3']);
  expect(three.status).toBe(0);
  expect(countHelped(three.stdout)).toBeGreaterThan(100);
  expect(readSite(together)).toEqual(readSite(alone));

  const name = corpus.actors[0] ?? '';
  writeFileSync(join(content, `actors/${actorId(0)}.md`), printActor(`${name} Senior`, 0, name));
  // How much the others take of a small difference depends on how fast they start.
  build({ CONTENT: content, OUT: together }, [...flags, '--threads', '3']);
  rmSync(alone);
  rmSync(join(folder, '.dateline-alone'), { recursive: true });
  build({ CONTENT: content, OUT: alone }, [...flags, '--threads', '1']);
  expect(readSite(together)).toEqual(readSite(alone));
});

test('two threads draw the same pictures as one', async () => {
  // Pictures take long: here fewer are worth another thread's while.
  const minTasks = 20;
  const { folder, content } = open(createCorpus(5, 7), minTasks);
  const sites: Map<string, string>[] = [];
  for (const threads of [1, 2]) {
    const out = join(folder, `out-${threads}`);
    const env = { CONTENT: content, OUT: out };
    const made = await buildHere(env, { search: 'kept' }, { threads, minTasks });
    expect(made.type).toBe('built');
    sites.push(readSite(out));
  }
  const [alone, together] = sites;
  const pictures = [...(together ?? [])].filter(([path]) => path.endsWith('.png'));
  expect(pictures.length).toBeGreaterThan(2 * minTasks);
  expect(together).toEqual(alone);
});

test('an invalid number of threads is rejected with a message', () => {
  for (const threads of ['0', 'two', '1.5', '100']) {
    const { status, stderr } = build({}, ['--threads', threads]);
    expect(status).toBe(2);
    expect(stderr).toBe(`--threads "${threads}": expected a number of threads (1 to 99).\n`);
  }
});
