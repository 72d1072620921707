import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFolders, readFolderTime, surveyFiles } from '../../../src/builder/surveyFiles.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-survey-'));
  for (const path of ['index.html', 'events/a/index.html', 'events/b/index.html']) write(path);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(path: string, text = path): void {
  mkdirSync(join(folder, dirname(path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** Returns what a survey finds after an edit, with what an earlier one knew and without. */
function surveyAfter(edit: () => void) {
  const known = listFolders(surveyFiles(folder).keys(), (path) =>
    readFolderTime(`${folder}/${path}`),
  );
  edit();
  const sort = (found: ReadonlyMap<string, unknown>) => [...found].sort();
  return { known: sort(surveyFiles(folder, known)), anew: sort(surveyFiles(folder)) };
}

describe('surveyFiles(folder, known)', () => {
  const remove = (path: string) => {
    rmSync(join(folder, path), { recursive: true });
  };
  const move = (path: string, to: string) => {
    renameSync(join(folder, path), join(folder, to));
  };
  test.each<[string, () => void]>([
    ['nothing', () => undefined],
    [
      'a changed file',
      () => {
        write('events/a/index.html', 'longer than before');
      },
    ],
    [
      'a new file',
      () => {
        write('events/a/photo.png');
      },
    ],
    [
      'a new file at the top',
      () => {
        write('robots.txt');
      },
    ],
    [
      'a new folder',
      () => {
        write('events/c/parts/index.html');
      },
    ],
    [
      'a missing file',
      () => {
        remove('events/a/index.html');
      },
    ],
    [
      'a missing folder',
      () => {
        remove('events/a');
      },
    ],
    [
      'a renamed folder',
      () => {
        move('events/a', 'events/z');
      },
    ],
    [
      'a link in place of a folder',
      () => {
        move('events/a', 'moved');
        symlinkSync('../moved', join(folder, 'events/a'));
      },
    ],
    [
      'a file in place of a folder',
      () => {
        remove('events');
        write('events');
      },
    ],
  ])('finds the same as without what it knows, after %s', (_, edit) => {
    const { known, anew } = surveyAfter(edit);
    expect(known).toEqual(anew);
  });

  test('does not list a folder that has the time it knows', () => {
    const known = new Map([['', { time: readFolderTime(`${folder}/`), files: [], folders: [] }]]);
    expect([...surveyFiles(folder, known)]).toEqual([]);
  });
});
