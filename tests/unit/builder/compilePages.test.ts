import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isWhole, readCompiledFiles } from '../../../src/builder/compilation.ts';
import {
  lockCompilations,
  loadMaker,
  removeOldCompilations,
} from '../../../src/builder/compilePages.ts';
import { makeSite } from '../../../src/builder/makeSite.ts';

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

describe('the compiled pages', () => {
  test('only the latest eight are kept', () => {
    for (const age of [3, 9, 1, 5, 7, 2, 8, 4, 10, 6]) put(`code-${age}`, 1_000_000 - age);
    removeOldCompilations(shelf);
    expect(readdirSync(shelf).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((age) => `code-${age}`));
  });

  test('the unfinished ones of a killed build are removed', () => {
    put('making-1', 1);
    put('code', 1);
    writeFileSync(join(shelf, 'lock.sqlite'), '');
    removeOldCompilations(shelf);
    expect(readdirSync(shelf).sort()).toEqual(['code', 'lock.sqlite']);
  });

  test('none are removed while a build uses them', () => {
    const kept = join(shelf, 'node_modules/.dateline');
    mkdirSync(kept, { recursive: true });
    for (let age = 0; age < 12; age += 1) mkdirSync(join(kept, `code-${age}`));
    const count = () => readdirSync(kept).filter((name) => name.startsWith('code-')).length;
    const release = lockCompilations({ root: shelf });
    expect(count()).toBe(8);
    mkdirSync(join(kept, 'code-new'));
    lockCompilations({ root: shelf })();
    expect(count()).toBe(9);
    release();
    lockCompilations({ root: shelf })();
    expect(count()).toBe(8);
  });

  test('one without all of its files is ignored, and a build that uses it throws a Refusal', () => {
    const compiled = join(shelf, 'code');
    for (const folder of ['files', 'pages']) {
      mkdirSync(join(compiled, folder), { recursive: true });
      writeFileSync(join(compiled, folder, 'a.js'), folder);
    }
    expect(isWhole(compiled)).toBe(false);
    writeFileSync(join(compiled, 'contents.json'), '["files/a.js","pages/a.js"]');
    expect(isWhole(compiled)).toBe(true);
    expect(
      [...readCompiledFiles(compiled)].map(
        ([path, bytes]) => `${path} ${Buffer.from(bytes).toString()}`,
      ),
    ).toEqual(['a.js files']);
    rmSync(join(compiled, 'pages/a.js'));
    expect(isWhole(compiled)).toBe(false);
    rmSync(join(compiled, 'files'), { recursive: true });
    expect(() => readCompiledFiles(compiled)).toThrow(/were removed or damaged.*Build again\.$/);
    rmSync(compiled, { recursive: true });
    expect(() => readCompiledFiles(compiled)).toThrow(/were removed or damaged/);
  });
});

describe('loadMaker(project, codeKey)', () => {
  test('returns the build compiled with the pages for this code, or the source if there is none', async () => {
    const project = { root: shelf, site: 'https://harbour.example', base: '/' };
    const pages = join(shelf, 'node_modules/.dateline/this/pages');
    mkdirSync(pages, { recursive: true });
    writeFileSync(join(pages, 'makeSite.mjs'), `export const makeSite = () => 'compiled';`);
    writeFileSync(join(pages, '../contents.json'), '["pages/makeSite.mjs"]');
    const compiled = await loadMaker(project, 'this');
    expect((compiled.makeSite as () => unknown)()).toBe('compiled');
    expect(compiled.workerModule).toBe(join(pages, 'worker.mjs'));
    expect(await loadMaker(project, 'another')).toEqual({
      makeSite,
      workerModule: join(shelf, 'src/builder/worker.ts'),
    });
  });
});
