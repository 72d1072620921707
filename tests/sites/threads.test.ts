import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { createCorpus, type Corpus } from '../bench/corpus.ts';
import { MANY } from '../../src/build/hands.ts';
import { actorId, printActor, printContent } from '../bench/digests.ts';
import { build, createFolder, readSite } from './buildInto.ts';

/** Returns a folder with the content of a corpus and of many actors. */
function open(corpus: Corpus) {
  const folder = createFolder();
  const content = join(folder, 'content');
  for (const [path, text] of printContent(corpus)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
  // More than are worth another thread's while, in files to parse as in pages and files to make.
  for (let index = 0; index < MANY; index += 1)
    writeFileSync(join(content, `actors/witness-${index}.md`), printActor(`Witness ${index}`, 0));
  return { folder, content };
}

const flags = ['--no-index', '--timings'];

function countHelped(stdout: string): number {
  return Number(/, (\d+) in other threads/.exec(stdout)?.[1]);
}

const isPicture = (path: string) => path.endsWith('.png');

test('three threads make the bytes of one: all of a site with its pictures, and what a new name changes', () => {
  const corpus = createCorpus(30, 7);
  const { folder, content } = open(corpus);
  const alone = join(folder, 'alone');
  const together = join(folder, 'together');
  const one = build({ CONTENT: content, OUT: alone }, [...flags, '--threads', '1']);
  expect([one.status, countHelped(one.stdout)]).toEqual([0, 0]);
  const three = build({ CONTENT: content, OUT: together }, [...flags, '--threads', '3']);
  expect(three.status).toBe(0);
  expect(countHelped(three.stdout)).toBeGreaterThan(100);
  const made = readSite(together);
  expect([...made.keys()].filter(isPicture).length).toBeGreaterThan(MANY);
  expect(made).toEqual(readSite(alone));

  const name = corpus.actors[0] ?? '';
  writeFileSync(join(content, `actors/${actorId(0)}.md`), printActor(`${name} Senior`, 0, name));
  const kept = [...flags, '--no-pictures'];
  const difference = build({ CONTENT: content, OUT: together }, [...kept, '--threads', '3']);
  expect(countHelped(difference.stdout)).toBeGreaterThan(0);
  const clean = join(folder, 'clean');
  build({ CONTENT: content, OUT: clean }, [...kept, '--threads', '1']);
  const drawn = [...readSite(clean).keys()].filter(isPicture);
  const pages = [...readSite(together)].filter(
    ([path]) => !isPicture(path) || drawn.includes(path),
  );
  expect(new Map(pages)).toEqual(readSite(clean));
});

test('a number of threads that cannot be is refused in words', () => {
  for (const threads of ['0', 'two', '1.5', '100']) {
    const { status, stderr } = build({}, ['--threads', threads]);
    expect(status).toBe(2);
    expect(stderr).toBe(
      `--threads "${threads}": expected how many threads may work at once (1 to 99).\n`,
    );
  }
});
