import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createPrints } from '../../../src/model/prints.ts';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import { createDigest, createViewContext } from '../createArchive.ts';

const endings = readdirSync('src/pages')
  .filter((name) => name.startsWith('[...file].'))
  .map((name) => name.slice('[...file]'.length, -'.ts'.length));

describe('listFiles', () => {
  const files = listFiles(createViewContext({ a: createDigest(['id: b\ndate: 2024-05-10']) }));

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

  test('answers who follows an actor by an address that it had before', async () => {
    const renamed = listFiles(
      createViewContext(
        {},
        { 'actors/ana-brandt.md': '---\nname: Ana Brandt\nkind: person\nformerly: brandt\n---\n' },
      ),
    );
    const read = async (path: string) => renamed.find((file) => file.path === path)?.render();
    for (const name of ['feed.xml', 'feed.json'])
      expect(await read(`actors/brandt/${name}`)).toBe(await read(`actors/ana-brandt/${name}`));
    expect(await read('actors/brandt/feed.xml')).toContain('/actors/ana-brandt/feed.xml');
  });

  test('says of each file all that it is made from: what reads the same has the same bytes', async () => {
    const first = createDigest(['id: b\ndate: 2024-05-10\nactors: ana-brandt']);
    const open = async (digests: Record<string, string>) => {
      const context = createViewContext(digests);
      const prints = createPrints(context.archive, JSON.stringify(context.archive.site));
      const told = listFiles(context).filter(({ once, reads }) => reads && !once);
      return new Map(
        await Promise.all(
          told.map(
            async ({ path, render, reads }) =>
              [path, { print: prints.of(reads?.() ?? []), text: await render() }] as const,
          ),
        ),
      );
    };
    const before = await open({ a: first });
    const later = createDigest(['id: c\ndate: 2024-05-11']).replace('2024-07-01', '2024-08-01');
    const after = await open({ a: first, c: later });
    // In it nothing happens, and its day is that of the archive.
    expect(before.get('actors/city-hall/feed.xml')?.text).toContain('2024-07-01');
    expect(after.get('actors/city-hall/feed.xml')?.text).toContain('2024-08-01');
    for (const [path, { print, text }] of before)
      if (after.get(path)?.print === print) expect(after.get(path)?.text, path).toBe(text);
    expect([...before].filter(([path, { print }]) => after.get(path)?.print === print)).not.toEqual(
      [],
    );
  });
});

/** Gives width and height of a PNG, or of the last image in an icon file. */
function readSize(path: string): number[] {
  const bytes = readFileSync(path);
  const start = bytes.lastIndexOf('IHDR');
  return [bytes.readUInt32BE(start + 4), bytes.readUInt32BE(start + 8)];
}

test.each([
  ['favicon.ico', 32],
  ['apple-touch-icon.png', 180],
  ['icon-192.png', 192],
  ['icon-512.png', 512],
])('%s is as large as pages and manifest say', (name, size) => {
  expect(readSize(`public/${name}`)).toEqual([size, size]);
});
