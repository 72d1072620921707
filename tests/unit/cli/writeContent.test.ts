import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFile, createFiles, replaceFiles } from '../../../src/cli/writeContent.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-content-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('createFile(file, text)', () => {
  test('creates the folders of a new file, keeps an existing file, and leaves no temporary files', () => {
    const file = join(folder, 'articles', 'quay.md');
    expect(createFile(file, 'one')).toBe(true);
    expect(createFile(file, 'two')).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('one');
    expect(readdirSync(join(folder, 'articles'))).toEqual(['quay.md']);
  });

  test('reports a file in place of a folder, and creates nothing', () => {
    writeFileSync(join(folder, 'articles'), '');
    expect(() => createFile(join(folder, 'articles', 'new', 'quay.md'), 'one')).toThrow(
      /could not be written: a file is where a folder is expected.*Nothing was changed\.$/,
    );
    expect(readdirSync(folder)).toEqual(['articles']);
  });
});

describe('createFiles(files)', () => {
  test('writes all files', () => {
    const files = ['one.md', 'two/three.md'].map((name) => ({
      file: join(folder, name),
      text: name,
    }));
    expect(createFiles(files)).toBeNull();
    expect(files.map(({ file }) => readFileSync(file, 'utf8'))).toEqual(['one.md', 'two/three.md']);
    expect(readdirSync(folder)).toEqual(['one.md', 'two']);
  });

  test('names an existing file, and writes none of the others', () => {
    writeFileSync(join(folder, 'taken.md'), 'mine');
    const files = ['new/one.md', 'taken.md', 'last.md'].map((name) => ({
      file: join(folder, name),
      text: 'theirs',
    }));
    expect(createFiles(files)).toBe(join(folder, 'taken.md'));
    expect(readdirSync(folder)).toEqual(['taken.md']);
    expect(readFileSync(join(folder, 'taken.md'), 'utf8')).toBe('mine');
  });
});

describe('replaceFiles(files, removed)', () => {
  test('writes all files and removes the old ones', () => {
    writeFileSync(join(folder, 'old.md'), 'old');
    writeFileSync(join(folder, 'site.md'), 'site');
    replaceFiles(
      [
        { file: join(folder, 'new.md'), text: 'new' },
        { file: join(folder, 'site.md'), text: 'other' },
      ],
      [join(folder, 'old.md')],
    );
    expect(readdirSync(folder).sort()).toEqual(['new.md', 'site.md']);
    expect(readFileSync(join(folder, 'site.md'), 'utf8')).toBe('other');
  });

  test('if one of many can’t be written, leaves every file unchanged and adds none', () => {
    writeFileSync(join(folder, 'site.md'), 'site');
    mkdirSync(join(folder, 'taken'));
    writeFileSync(join(folder, 'taken', 'file.md'), 'kept');
    const files = [
      { file: join(folder, 'site.md'), text: 'other' },
      { file: join(folder, 'events', 'deep', 'new.md'), text: 'new' },
      // A rename never replaces a folder with a file.
      { file: join(folder, 'taken'), text: 'no folder' },
    ];
    expect(() => {
      replaceFiles(files, [join(folder, 'taken', 'file.md')]);
    }).toThrow();
    expect(readdirSync(folder).sort()).toEqual(['site.md', 'taken']);
    expect(readFileSync(join(folder, 'site.md'), 'utf8')).toBe('site');
    expect(existsSync(join(folder, 'taken', 'file.md'))).toBe(true);
    expect(readdirSync(join(folder, 'taken'))).toEqual(['file.md']);
  });
});
