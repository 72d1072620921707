import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeFile } from '../../../src/builder/makeFile.ts';
import { Traces } from '../../../src/builder/traces.ts';
import { createFingerprints } from '../../../src/model/fingerprints.ts';
import { traceArchive } from '../../../src/model/tracedArchive.ts';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import { createDigest, createViewContext } from '../createViewContext.ts';

const endings = readdirSync('src/pages')
  .filter((name) => name.startsWith('[...file].'))
  .map((name) => name.slice('[...file]'.length, -'.ts'.length));

describe('listFiles', () => {
  const files = listFiles(
    createViewContext(
      { a: createDigest(['id: b\ndate: 2024-05-10']) },
      {
        'logo.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 24"></svg>',
        'fonts/quay.woff2': readFileSync('tests/golden/cases/fonts/content/fonts/quay.woff2'),
        'theme.css': '@font-face { font-family: Quay; src: url(fonts/quay.woff2) }',
      },
    ),
  );

  test('names each file once, below the root', () => {
    const paths = files.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths.filter((path) => path.startsWith('/'))).toEqual([]);
  });

  test('has a route in dev for every file extension, and no others', () => {
    const unserved = files.filter(({ path }) => !endings.some((ending) => path.endsWith(ending)));
    expect(unserved.map(({ path }) => path)).toEqual([]);
    expect(endings.filter((ending) => !files.some(({ path }) => path.endsWith(ending)))).toEqual(
      [],
    );
  });

  test('answers subscribers at an actor’s former address', async () => {
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

  test('answers every address next to a page, whatever happens to the page', async () => {
    const named = (name: string, more: string) => `---\nname: ${name}\nkind: person\n${more}---\n`;
    const before = listFiles(
      createViewContext(
        {
          old: createDigest(['id: quay\ndate: 2024-05-10', 'id: mole\ndate: 2024-05-12']),
          twin: createDigest(['id: flood\ndate: 2024-05-11']),
        },
        { 'actors/ann.md': named('Ann Other', ''), 'actors/eve.md': named('Eve Other', '') },
      ),
    );
    const context = createViewContext(
      // The article and the event are renamed and merged with others, and one event is retracted.
      {
        new: createDigest(['id: pier\ndate: 2024-05-10']).replace(
          'source:',
          'formerly: [old, twin]\nsource:',
        ),
      },
      {
        'events/pier.md': '---\nformerly: [quay, flood]\n---\n',
        'events/mole-gone.md':
          '---\ntitle: The mole falls\nformerly: mole\nretracted: { date: 2024-08-01, reason: It stands. }\n---\n',
        'actors/anna.md': named('Anna Other', 'formerly: [ann, eve]\n'),
        'permalinks.txt': '/2024/05/11/\n/2024/05/12/\n',
      },
    );
    const after = new Map(listFiles(context).map((file) => [file.path, file]));
    expect(before.map(({ path }) => path).filter((path) => !after.has(path))).toEqual([]);
    const read = async (path: string) => String(await after.get(path)?.render());
    for (const ending of ['json', 'bib', 'ris', 'csl.json']) {
      for (const old of ['quay', 'flood'])
        expect(await read(`events/${old}.${ending}`)).toBe(await read(`events/pier.${ending}`));
      expect(await read(`articles/twin.${ending}`)).toBe(await read(`articles/new.${ending}`));
      for (const gone of ['mole', 'mole-gone'])
        expect(await read(`events/${gone}.${ending}`), ending).toContain('It stands.');
    }
    expect(JSON.parse(await read('oembed/events/mole.json'))).toMatchObject({
      title: 'Retracted: The mole falls',
    });
    expect(after.get('og/events/mole.png')?.getInput?.()).toContain('"marks":["Retracted"]');
  });

  test('states in every file of a retracted page that it is retracted', async () => {
    const retracted = 'retracted: { date: 2024-08-01, reason: It stands. }\n';
    const context = createViewContext(
      {
        post: createDigest(['id: quay\ndate: 2024-05-10']).replace(
          'source:',
          `${retracted}source:`,
        ),
      },
      { 'events/quay.md': `---\n${retracted}---\n` },
    );
    const files = new Map(listFiles(context).map((file) => [file.path, file]));
    for (const path of ['events/quay', 'articles/post'])
      for (const ending of ['json', 'bib', 'ris', 'csl.json'])
        expect(String(await files.get(`${path}.${ending}`)?.render()), path).toContain(
          'It stands.',
        );
    for (const path of ['og/events/quay.png', 'og/articles/post.png'])
      expect(files.get(path)?.getInput?.()).toContain('"marks":["Retracted"');
  });

  test('names all that each file is made from: one whose trace still holds has the same bytes', async () => {
    const first = createDigest(['id: b\ndate: 2024-05-10\nactors: ana-brandt']);
    const open = async (digests: Record<string, string>) => {
      const context = createViewContext(digests);
      const archive = traceArchive(context.archive);
      const fingerprints = createFingerprints(archive);
      const traces = new Traces(fingerprints, undefined);
      const texts = new Map<string, string>();
      for (const file of listFiles({ ...context, archive })) {
        if (file.cached) continue;
        const { path, content, reads } = await makeFile(file, archive);
        traces.add(path, reads);
        texts.set(path, Buffer.from(content as string).toString('hex'));
      }
      return { texts, fingerprints, record: traces.toRecord() };
    };
    const before = await open({ a: first });
    const later = createDigest(['id: c\ndate: 2024-05-11']).replace('2024-07-01', '2024-08-01');
    const after = await open({ a: first, c: later });
    const traces = new Traces(after.fingerprints, before.record);
    // Without events, its day is the archive's.
    expect(traces.isSame('actors/city-hall/feed.xml')).toBe(false);
    const kept = [...before.texts].filter(([path]) => traces.isSame(path));
    for (const [path, text] of kept) expect(after.texts.get(path), path).toBe(text);
    expect(kept.length).toBeGreaterThan(20);
  });
});

/** Returns the width and height of a PNG, or of the last image in an icon file. */
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
])('%s has the size that pages and manifest state', (name, size) => {
  expect(readSize(`public/${name}`)).toEqual([size, size]);
});
