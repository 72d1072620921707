import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere } from './buildHere.ts';
import { build, createFolder, readSite, root } from './buildInto.ts';
import { buildClean, copyHarbour } from './faults.ts';

const harbour = join(root, 'tests/sites/harbour/content');

test('a build of what differs gives the same bytes as a clean one, whatever was added, edited, renamed or taken away', async () => {
  const folder = createFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  cpSync(harbour, content, { recursive: true });
  const edit = (file: string, from: string, to: string): void => {
    const path = join(content, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replaceAll(from, to));
  };
  const steps: readonly (readonly [string, () => void])[] = [
    ['the first build', () => undefined],
    [
      'a headline edited',
      () => {
        edit('articles/post.md', '## The quay closes', '## The quay is shut');
      },
    ],
    [
      'an actor renamed',
      () => {
        edit('actors/ana-brandt.md', '[Brandt]', '[Brandt, Ana Brandt]');
        edit('actors/ana-brandt.md', 'name: Ana Brandt', 'name: Ana B. Brandt');
      },
    ],
    [
      'an article added',
      () => {
        writeFileSync(
          join(content, 'articles/third.md'),
          '---\ntitle: A third\nsource: harbour-post\npublished: 2024-05-20\nadded: 2024-06-09\n---\n\n## A boat sinks\n\n```event\nid: boat-sinks\ndate: 2024-05-18\nactors: harbour-police\n```\n\nIt sank.\n',
        );
      },
    ],
    [
      'a date corrected',
      () => {
        edit('articles/third.md', 'date: 2024-05-18', 'date: 2024-05-17~');
      },
    ],
    [
      'an article taken away',
      () => {
        rmSync(join(content, 'articles/third.md'));
      },
    ],
    [
      'the site’s title edited',
      () => {
        edit('site.md', 'title: The quay', 'title: The old quay');
      },
    ],
    [
      'all as before',
      () => {
        edit('site.md', 'title: The old quay', 'title: The quay');
      },
    ],
  ];
  for (const [index, [name, step]] of steps.entries()) {
    step();
    expect(await buildHere({ CONTENT: content, OUT: out }), name).toMatchObject({ type: 'built' });
    const clean = join(folder, `clean-${index}`);
    expect(await buildHere({ CONTENT: content, OUT: clean })).toMatchObject({ type: 'built' });
    expect(readSite(out), name).toEqual(readSite(clean));
  }
  // As the command builds it.
  expect(readSite(out)).toEqual(await buildClean(content));
});

test('a build renders the pages that an edit touches and leaves the others, and does nothing where nothing changed', async () => {
  const { content, env } = await copyHarbour();
  // Both generations are brought up to date before what differs is counted.
  const about = join(content, 'sources/city-ledger.md');
  writeFileSync(about, `${readFileSync(about, 'utf8')}\nIt is old.\n`);
  build(env);
  writeFileSync(about, `${readFileSync(about, 'utf8')}\nVery old.\n`);
  const { stdout } = build(env);
  const [, written, kept] = /(\d+) files written, (\d+) unchanged, 0 removed/.exec(stdout) ?? [];
  // Its page, and the data that has every text.
  expect(Number(written)).toBe(2);
  expect(Number(kept)).toBeGreaterThan(30);
  const again = build(env);
  expect(again.status).toBe(0);
  expect(again.stdout).toMatch(/^Nothing has changed: .*dist is up to date\.$/m);
});

test('a build says the notices of the content again when nothing has changed', () => {
  const folder = createFolder();
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  cpSync(harbour, content, { recursive: true });
  const post = join(content, 'articles/post.md');
  writeFileSync(post, `${readFileSync(post, 'utf8')}\nIt <b>stays</b> shut.\n`);
  const first = build({ CONTENT: content, OUT: out });
  const second = build({ CONTENT: content, OUT: out });
  const report = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith(content));
  expect(report(first.stdout).length).toBeGreaterThan(0);
  expect(report(second.stdout)).toEqual(report(first.stdout));
  expect(second.stdout).toContain('Nothing has changed');
});

test('a build may leave the search index and the pictures as they are: none is lost, and the next one brings them up to date', async () => {
  const { content, out } = await copyHarbour();
  const isMade = (path: string) => /^(?:pagefind|og)\//.test(path);
  const listMade = () => new Map([...readSite(out)].filter(([path]) => isMade(path)));
  const before = listMade();
  expect([...before.keys()]).toEqual(
    expect.arrayContaining(['pagefind/pagefind.js', 'og/events/quay-closed.png']),
  );
  writeFileSync(
    join(content, 'articles/third.md'),
    '---\ntitle: A third\nsource: harbour-post\npublished: 2024-05-20\nadded: 2024-06-09\n---\n\n## A boat sinks\n\n```event\nid: boat-sinks\ndate: 2024-05-18\nactors: harbour-police\n```\n\nIt sank.\n',
  );
  const kept = build({ CONTENT: content, OUT: out }, ['--no-index', '--no-pictures']);
  expect(kept.status, kept.stderr).toBe(0);
  expect(kept.stdout).toContain('The search index was not rebuilt: `npm run index` does that.');
  expect(kept.stdout).toContain('No pictures were drawn: `npm run build` adds missing ones.');
  expect(readSite(out).has('events/boat-sinks/index.html')).toBe(true);
  // Not a byte of what was there has changed, and nothing has come.
  expect(listMade()).toEqual(before);
  const post = join(content, 'articles/post.md');
  const told = readFileSync(post, 'utf8');
  for (const title of ['The quay is shut', 'The quay is barred']) {
    writeFileSync(post, told.replace('The quay closes', title));
    await buildHere({ CONTENT: content, OUT: out }, { search: 'kept', pictures: 'kept' });
    expect(listMade()).toEqual(before);
  }
  rmSync(join(dirname(out), '.dateline/assets.json'));
  writeFileSync(post, told.replace('The quay closes', 'The quay is closed'));
  await buildHere({ CONTENT: content, OUT: out }, { search: 'kept', pictures: 'kept' });
  expect(listMade()).toEqual(before);
  const entry = 'pagefind/pagefind-entry.json';
  // Each is asked for by itself, though nothing else has changed.
  await buildHere({ CONTENT: content, OUT: out }, { pictures: 'kept' });
  const indexed = listMade();
  expect(indexed.get(entry)).not.toBe(before.get(entry));
  expect(indexed.has('og/events/boat-sinks.png')).toBe(false);
  const whole = build({ CONTENT: content, OUT: out });
  expect(whole.status, whole.stderr).toBe(0);
  const after = listMade();
  expect(after.has('og/events/boat-sinks.png')).toBe(true);
  expect(after.get(entry)).toBe(indexed.get(entry));
});
