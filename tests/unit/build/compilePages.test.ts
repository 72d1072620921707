import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadMaker, removeOld } from '../../../src/build/compilePages.ts';
import { makeSite } from '../../../src/build/makeSite.ts';

let shelf: string;
beforeEach(() => {
  shelf = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterEach(() => {
  rmSync(shelf, { recursive: true, force: true });
});

function put(name: string, seconds: number) {
  mkdirSync(join(shelf, name));
  utimesSync(join(shelf, name), seconds, seconds);
}

describe('of compiled pages', () => {
  test('only the eight made last are kept', () => {
    for (const age of [3, 9, 1, 5, 7, 2, 8, 4, 10, 6]) put(`code-${age}`, 1_000_000 - age);
    removeOld(shelf);
    expect(readdirSync(shelf).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((age) => `code-${age}`));
  });

  test('what a killed build left half made is removed, and what one still makes is not', () => {
    const killed = spawnSync(process.execPath, ['-e', '']).pid;
    put(`making-${killed}`, 1);
    put(`making-${process.pid}`, 1);
    removeOld(shelf);
    expect(readdirSync(shelf)).toEqual([`making-${process.pid}`]);
  });
});

describe('loadMaker(project, codeKey)', () => {
  test('gives the build that was compiled with the pages of this state of the code, before that the one that is written', async () => {
    const project = { root: shelf, site: 'https://harbour.example', base: '/' };
    const pages = join(shelf, 'node_modules/.dateline/this/pages');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, 'makeSite.mjs'), `export const makeSite = () => 'compiled';`);
    const compiled = await loadMaker(project, 'this');
    expect((compiled.makeSite as () => unknown)()).toBe('compiled');
    expect(compiled.helper).toBe(join(pages, 'helper.mjs'));
    expect(await loadMaker(project, 'another')).toEqual({
      makeSite,
      helper: join(shelf, 'src/build/helper.ts'),
    });
  });
});
