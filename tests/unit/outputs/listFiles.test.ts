import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import { createViewContext } from '../createArchive.ts';

const endings = readdirSync('src/pages')
  .filter((name) => name.startsWith('[...file].'))
  .map((name) => name.slice('[...file]'.length, -'.ts'.length));

describe('listFiles', () => {
  const files = listFiles(createViewContext({}));

  test('names each file once, below the root', () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path.startsWith('/'))).toEqual([]);
  });

  test('has no file whose ending no route serves in dev, and no route without a file', () => {
    const unserved = files.filter(({ path }) => !endings.some((ending) => path.endsWith(ending)));
    expect(unserved.map(({ path }) => path)).toEqual([]);
    expect(endings.filter((ending) => !files.some(({ path }) => path.endsWith(ending)))).toEqual(
      [],
    );
  });
});
