import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDrafts, type Drafts } from '../../../src/archive/drafts.ts';
import { disk, readContent } from '../../../src/collections/readContent.ts';
import { parseFile, type ContentFile } from '../../../src/parse/parseFile.ts';

const golden = join(import.meta.dirname, '../../golden');
let state: string;

beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'dateline-cache-'));
});

afterEach(() => {
  rmSync(state, { recursive: true });
});

const root = join(import.meta.dirname, '../../..');
const open = (): Drafts => openDrafts({ state, root }, 'command');

test.each(['base', ...readdirSync(join(golden, 'cases')).map((name) => `cases/${name}/content`)])(
  'the cache of each file of golden/%s holds what parsing returns',
  (folder) => {
    const read = () => readContent(join(golden, folder), disk);
    const first = open();
    for (const file of read()) first.parse(file);
    first.close(read());
    const files = read();
    const second = open();
    expect(second.listUnknown(files)).toEqual([]);
    for (const file of files) expect(second.parse(file)).toEqual(parseFile(file));
  },
);

const createFile = (title: string, name = 'site.md'): ContentFile => ({
  path: name,
  file: `content/${name}`,
  bytes: Buffer.from(`---\ntitle: ${title}\nlanguage: en\ntime-zone: UTC\n---\n`),
});
const isKnown = (drafts: Drafts, file: ContentFile) => drafts.listUnknown([file]).length === 0;

/** Caches the drafts of files, as a command would. */
function keep(...files: readonly ContentFile[]): void {
  const drafts = open();
  for (const file of files) drafts.parse(file);
  drafts.close(files);
}

test('a file is recognised by its name and bytes, whatever its size and times', () => {
  keep(createFile('One'));
  const drafts = open();
  expect(isKnown(drafts, createFile('One'))).toBe(true);
  expect(isKnown(drafts, createFile('Two'))).toBe(false);
  expect(isKnown(drafts, { ...createFile('One'), file: 'other/site.md' })).toBe(false);
  expect(isKnown(drafts, { ...createFile('One'), unreadable: 'device' })).toBe(false);
});

test('the cache drops files that the content no longer has', () => {
  keep(createFile('One'), createFile('Two', 'pages/two.md'));
  keep(createFile('One'));
  expect(isKnown(open(), createFile('One'))).toBe(true);
  expect(isKnown(open(), createFile('Two', 'pages/two.md'))).toBe(false);
});

test.each<[string, (file: string) => void]>([
  [
    'gone',
    (file) => {
      rmSync(file);
    },
  ],
  [
    'empty',
    (file) => {
      writeFileSync(file, '');
    },
  ],
  [
    'no database',
    (file) => {
      writeFileSync(file, '{');
    },
  ],
  [
    'cut off',
    (file) => {
      writeFileSync(file, readFileSync(file).subarray(0, 5000));
    },
  ],
  [
    'full of zeros',
    (file) => {
      writeFileSync(file, readFileSync(file).fill(0, 4096));
    },
  ],
  [
    'without its tables',
    (file) => {
      alter(file, 'DROP TABLE draft');
    },
  ],
  [
    'of another version',
    (file) => {
      alter(file, 'PRAGMA user_version = 7');
    },
  ],
  [
    'of different code',
    (file) => {
      alter(file, "UPDATE draft SET checksum = ''");
    },
  ],
  [
    'edited',
    (file) => {
      alter(file, "UPDATE draft SET value = '{}'");
    },
  ],
  [
    'a folder',
    (file) => {
      rmSync(file);
      mkdirSync(file);
    },
  ],
])('a database that is %s is ignored, and the next one works', (name, damage) => {
  keep(createFile('One'));
  damage(join(state, 'archive.sqlite'));
  const drafts = open();
  expect(isKnown(drafts, createFile('One'))).toBe(false);
  expect(drafts.parse(createFile('One'))).toEqual(parseFile(createFile('One')));
  drafts.close([createFile('One')]);
  keep(createFile('One'));
  keep(createFile('One'));
  // Only files that SQLite uses for itself are removed.
  expect(isKnown(open(), createFile('One'))).toBe(name !== 'a folder');
});

test('drafts are parsed if the cache is not writable or the code is missing', () => {
  writeFileSync(join(state, 'file'), '');
  for (const place of [
    { state: join(state, 'file'), root },
    { state, root: state },
  ]) {
    const drafts = openDrafts(place, 'command');
    expect(drafts.parse(createFile('One'))).toEqual(parseFile(createFile('One')));
    drafts.close([createFile('One')]);
    expect(isKnown(openDrafts(place, 'command'), createFile('One'))).toBe(false);
  }
});

test('a command can read while another writes: it neither waits nor fails', () => {
  keep(createFile('One'));
  const writer = new DatabaseSync(join(state, 'archive.sqlite'));
  writer.exec("BEGIN IMMEDIATE; UPDATE draft SET checksum = ''");
  const began = performance.now();
  const drafts = open();
  expect(isKnown(drafts, createFile('One'))).toBe(true);
  drafts.parse(createFile('Two'));
  drafts.close([createFile('One')]);
  expect(performance.now() - began).toBeLessThan(1000);
  writer.exec('ROLLBACK');
  writer.close();
  expect(isKnown(open(), createFile('One'))).toBe(true);
  expect(isKnown(open(), createFile('Two'))).toBe(false);
});

test('a shard’s drafts are used while the site has none', () => {
  keep(createFile('One'));
  const site = { state: join(state, 'site'), root, others: [join(state, 'none'), state] };
  const drafts = openDrafts(site, 'build');
  expect(isKnown(drafts, createFile('One'))).toBe(true);
  drafts.close([createFile('One')]);
  expect(isKnown(openDrafts({ ...site, others: [] }, 'build'), createFile('One'))).toBe(true);
});

/** A command that caches one draft after the other until it is killed. */
const writing = `
import { openDrafts } from ${JSON.stringify(join(root, 'src/archive/drafts.ts'))};
const [state, root] = process.argv.slice(2);
for (let turn = 0; ; turn += 1) {
  const drafts = openDrafts({ state, root }, 'command');
  for (let number = 0; number < 600; number += 1) {
    const name = \`pages/\${number}.md\`;
    drafts.add(
      { path: name, file: \`content/\${name}\`, bytes: Buffer.from(\`\${turn}\`) },
      { draft: null, problems: [] },
    );
  }
  drafts.close([]);
  process.stdout.write('.');
}
`;

test('two commands that write at once, one of them killed, leave a valid cache', async () => {
  const script = join(state, 'write.mjs');
  writeFileSync(script, writing);
  const begin = () => spawn(process.execPath, [script, state, root], { stdio: 'pipe' });
  const writers = [begin(), begin()];
  const complaints: string[] = [];
  for (const { stderr } of writers) stderr.on('data', (said) => complaints.push(String(said)));
  await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
  const drafts = open();
  expect(drafts.parse(createFile('One'))).toEqual(parseFile(createFile('One')));
  for (const writer of writers) {
    await setTimeout(20);
    writer.kill('SIGKILL');
    await once(writer, 'exit');
  }
  drafts.close([createFile('One')]);
  expect(complaints).toEqual([]);
  keep(createFile('One'));
  expect(isKnown(open(), createFile('One'))).toBe(true);
});

/** Runs a statement on a database, bypassing our code. */
function alter(file: string, text: string): void {
  const database = new DatabaseSync(file);
  database.exec(text);
  database.close();
}
