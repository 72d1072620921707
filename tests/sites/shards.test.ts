import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere } from './buildHere.ts';
import { build, createFolder, readSite, root } from './buildInto.ts';
import { buildClean } from './faults.ts';

const harbour = join(root, 'tests/sites/harbour/content');

/** Returns a folder with a copy of the harbour's content, and where a site of it is to be. */
function open() {
  const folder = createFolder();
  const content = join(folder, 'content');
  cpSync(harbour, content, { recursive: true });
  return { folder, content, sharded: join(folder, 'sharded') };
}

test('four shards and the build that takes them in give the bytes of one build, pictures and search included', async () => {
  const { folder, content, sharded } = open();
  const env = { CONTENT: content, OUT: sharded };
  let rendered = 0;
  for (const number of [1, 2, 3, 4]) {
    const made = build(env, ['--shard', `${number}/4`, '--timings']);
    expect(made.stderr).toBe('');
    expect(made.stdout).toContain(`Built shard ${number} of 4`);
    rendered += Number(/rendered (\d+) of/.exec(made.stdout)?.[1]);
    // A shard is not a site.
    expect(readdirSync(folder)).not.toContain('sharded');
  }
  const merged = build(env, ['--timings']);
  expect(merged.stdout).toContain('rendered 0 of');
  expect(merged.stdout).toContain(`${rendered} pages were taken from shards.`);
  expect(readSite(sharded)).toEqual(await buildClean(content));
});

test('a shard of older content, or one that was damaged or cut short, changes no byte of the site', async () => {
  const { folder, content, sharded } = open();
  const env = { CONTENT: content, OUT: sharded };
  for (const number of [1, 2, 3]) await buildHere(env, { shard: { number, of: 3 } });
  const shelf = join(folder, '.dateline-sharded', 'shards');
  // One lost its files, one has a page that says something else, one does not know what it is made from.
  const page =
    readSite(join(shelf, '2-of-3', 'a'))
      .keys()
      .next().value ?? '';
  writeFileSync(join(shelf, '2-of-3', 'a', page), 'Not what was made.');
  rmSync(join(shelf, '1-of-3', 'a'), { recursive: true });
  rmSync(join(shelf, '3-of-3', 'a.fingerprints.json'));
  const post = join(content, 'articles/post.md');
  writeFileSync(post, readFileSync(post, 'utf8').replace('The quay closes', 'The quay is shut'));
  expect(await buildHere(env)).toMatchObject({ type: 'built' });
  expect(readSite(sharded)).toEqual(await buildClean(content));
});

test('a share that cannot be is refused in words', () => {
  for (const share of ['5/4', '0/4', '2', 'two/4', '1/1000']) {
    const { status, stderr } = build({}, ['--shard', share]);
    expect(status).toBe(2);
    expect(stderr).toBe(`--shard "${share}": expected a share such as 2/4 (at most 256).\n`);
  }
});
