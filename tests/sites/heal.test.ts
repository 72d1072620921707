import {
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildHere } from './buildHere.ts';
import { build, readSite } from './buildInto.ts';
import { buildClean, copyHarbour, type Harbour } from './faults.ts';

const some: unknown = expect.any(Number);

/** How a site is damaged, and what the next build mends. */
const damages: readonly [string, (out: string) => void, Readonly<Record<string, unknown>>][] = [
  [
    'a file is removed',
    (out) => {
      rmSync(join(out, 'robots.txt'));
    },
    { written: 1, removed: 0 },
  ],
  [
    'everything is removed',
    (out) => {
      for (const name of readdirSync(out)) rmSync(join(out, name), { recursive: true });
    },
    { kept: 0, removed: 0 },
  ],
  [
    'a page is emptied',
    (out) => {
      writeFileSync(join(out, 'index.html'), '');
    },
    { written: 1, removed: 0 },
  ],
  [
    'a file is edited to the same length',
    (out) => {
      writeFileSync(join(out, 'robots.txt'), 'X'.repeat(readSite(out).get('robots.txt')!.length));
      utimesSync(join(out, 'robots.txt'), 1, 1);
    },
    { written: 1, removed: 0 },
  ],
  [
    'a part of the search index is removed',
    (out) => {
      const [name = ''] = readdirSync(join(out, 'pagefind/fragment'));
      rmSync(join(out, 'pagefind/fragment', name));
    },
    { written: 1, removed: 0 },
  ],
  [
    'files of others are added, one where a folder is to be',
    (out) => {
      writeFileSync(join(out, 'stray.html'), 'stray');
      symlinkSync('/etc/hostname', join(out, 'link'));
      rmSync(join(out, 'events'), { recursive: true });
      writeFileSync(join(out, 'events'), 'no folder');
    },
    { written: some, removed: 0 },
  ],
];

describe('the next build mends the site when', () => {
  let folder: string;
  let site: Harbour;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-heal-'));
    site = await copyHarbour(folder);
    expect(await buildHere(site.env)).toMatchObject({ type: 'built', problems: [] });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const content = () => site.content;
  const out = () => site.out;
  const env = () => site.env;

  test.each(damages)('%s', async (_, damage, difference) => {
    const whole = readSite(out());
    damage(out());
    expect(await buildHere(env())).toMatchObject({ type: 'built', problems: [], difference });
    expect(readSite(out())).toEqual(whole);
    expect(await buildHere(env())).toMatchObject({ type: 'unchanged' });
  });

  test('both generations were damaged, so that no later build serves the damage', async () => {
    const whole = await buildClean(content());
    for (const generation of ['a', 'b'])
      rmSync(join(out(), `../.dateline/${generation}/about`), { recursive: true, force: true });
    for (let edit = 0; edit < 3; edit += 1) {
      writeFileSync(join(content(), 'sources/extra.md'), `---\nname: Extra ${edit}\n---\n`);
      expect(await buildHere(env())).toMatchObject({ type: 'built' });
      expect(existsSync(join(out(), 'about/index.html'))).toBe(true);
    }
    rmSync(join(content(), 'sources/extra.md'));
    expect(await buildHere(env())).toMatchObject({ type: 'built' });
    expect(readSite(out())).toEqual(whole);
  });

  test('a build in between fails', async () => {
    const whole = readSite(out());
    rmSync(join(out(), 'robots.txt'));
    writeFileSync(join(content(), 'sources/extra.md'), 'no front matter');
    expect(await buildHere(env())).toMatchObject({ type: 'refused' });
    rmSync(join(content(), 'sources/extra.md'));
    expect(await buildHere(env())).toMatchObject({ type: 'built' });
    expect(readSite(out())).toEqual(whole);
  });

  test('compressed forms were asked for once and are no more', async () => {
    const whole = readSite(out());
    expect(await buildHere({ ...env(), COMPRESS: 'true' })).toMatchObject({ type: 'built' });
    expect(existsSync(join(out(), 'index.html.br'))).toBe(true);
    const { difference } = (await buildHere(env())) as { difference?: { removed: number } };
    expect(difference?.removed).toBeGreaterThan(0);
    expect(readSite(out())).toEqual(whole);
    expect(await buildHere(env())).toMatchObject({ type: 'unchanged' });
  });
});

describe('npm run build -- --force', () => {
  test('rebuilds everything and produces the same bytes', async () => {
    const { out, env } = await copyHarbour();
    const whole = readSite(out);
    const forced = build(env, ['--force', '--timings']);
    expect(forced.stdout).toMatch(/^rendered (\d+) of \1 pages/m);
    expect(forced.stdout).toMatch(/: 0 files written, \d+ unchanged, 0 removed/);
    expect(readSite(out)).toEqual(whole);
  });
});
