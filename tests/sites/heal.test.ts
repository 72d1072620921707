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
import { build, readSite } from './buildInto.ts';
import { buildClean, createHarbour, type Harbour } from './faults.ts';

const unchanged = /^Nothing has changed/m;

/** How a site is damaged, and what the next build says it mended. */
const damages: readonly [string, (out: string) => void, RegExp][] = [
  [
    'a file is removed',
    (out) => {
      rmSync(join(out, 'robots.txt'));
    },
    /: 1 files written, \d+ unchanged, 0 removed/,
  ],
  [
    'everything is removed',
    (out) => {
      for (const name of readdirSync(out)) rmSync(join(out, name), { recursive: true });
    },
    /: \d+ files written, 0 unchanged, 0 removed/,
  ],
  [
    'a page is emptied',
    (out) => {
      writeFileSync(join(out, 'index.html'), '');
    },
    /: 1 files written, \d+ unchanged, 0 removed/,
  ],
  [
    'a file is edited to the same length',
    (out) => {
      writeFileSync(join(out, 'robots.txt'), 'X'.repeat(readSite(out).get('robots.txt')!.length));
      utimesSync(join(out, 'robots.txt'), 1, 1);
    },
    /: 1 files written, \d+ unchanged, 0 removed/,
  ],
  [
    'a part of the search index is removed',
    (out) => {
      const [name = ''] = readdirSync(join(out, 'pagefind/fragment'));
      rmSync(join(out, 'pagefind/fragment', name));
    },
    /: 1 files written, \d+ unchanged, 0 removed/,
  ],
  [
    'files of others are added, one where a folder is to be',
    (out) => {
      writeFileSync(join(out, 'stray.html'), 'stray');
      symlinkSync('/etc/hostname', join(out, 'link'));
      rmSync(join(out, 'events'), { recursive: true });
      writeFileSync(join(out, 'events'), 'no folder');
    },
    /: \d+ files written, \d+ unchanged, 0 removed/,
  ],
];

describe('the next build mends the site when', () => {
  let folder: string;
  let site: Harbour;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-heal-'));
    site = createHarbour(folder);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const content = () => site.content;
  const out = () => site.out;
  const env = () => site.env;

  test.each(damages)('%s', (_, damage, said) => {
    const whole = readSite(out());
    damage(out());
    const mended = build(env());
    expect(mended.stderr).toBe('');
    expect(mended.stdout).toMatch(said);
    expect(readSite(out())).toEqual(whole);
    expect(build(env()).stdout).toMatch(unchanged);
  });

  test('both generations were damaged, so that no later build serves the damage', async () => {
    const whole = await buildClean(content());
    for (const generation of ['a', 'b'])
      rmSync(join(out(), `../.dateline/${generation}/about`), { recursive: true, force: true });
    for (let edit = 0; edit < 3; edit += 1) {
      writeFileSync(join(content(), 'sources/extra.md'), `---\nname: Extra ${edit}\n---\n`);
      expect(build(env()).status).toBe(0);
      expect(existsSync(join(out(), 'about/index.html'))).toBe(true);
    }
    rmSync(join(content(), 'sources/extra.md'));
    expect(build(env()).status).toBe(0);
    expect(readSite(out())).toEqual(whole);
  });

  test('a build in between fails', () => {
    const whole = readSite(out());
    rmSync(join(out(), 'robots.txt'));
    writeFileSync(join(content(), 'sources/extra.md'), 'no front matter');
    expect(build(env()).status).toBe(1);
    rmSync(join(content(), 'sources/extra.md'));
    expect(build(env()).stdout).not.toMatch(unchanged);
    expect(readSite(out())).toEqual(whole);
  });

  test('compressed forms were asked for once and are no more', () => {
    const whole = readSite(out());
    expect(build({ ...env(), COMPRESS: 'true' }).status).toBe(0);
    expect(existsSync(join(out(), 'index.html.br'))).toBe(true);
    expect(build(env()).stdout).toMatch(/, \d+ removed/);
    expect(readSite(out())).toEqual(whole);
    expect(build(env()).stdout).toMatch(unchanged);
  });
});

describe('npm run build -- --force', () => {
  test('rebuilds everything and produces the same bytes', () => {
    const { out, env } = createHarbour();
    const whole = readSite(out);
    const forced = build(env, ['--force', '--timings']);
    expect(forced.stdout).toMatch(/^rendered (\d+) of \1 pages/m);
    expect(forced.stdout).toMatch(/: 0 files written, \d+ unchanged, 0 removed/);
    expect(readSite(out)).toEqual(whole);
  });
});
