import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runImport } from '../../../src/cli/import.ts';
import { loadArchive } from '../../../src/collections/loadArchive.ts';
import { readContent } from '../../../src/collections/readContent.ts';
import { listFiles } from '../../../src/outputs/listFiles.ts';
import type { ContentFile } from '../../../src/parse/parseFile.ts';
import { createContext } from '../../../src/views/page/createContext.ts';
import { createEffects } from '../cli/createEffects.ts';

/** Returns the data files of a site with these files, as built under a base path. */
async function printData(
  files: readonly ContentFile[],
  base: string,
): Promise<Record<string, string>> {
  const { archive, problems } = loadArchive(files, 'content');
  if (!archive)
    throw new Error(problems.map(({ message, at }) => `${at.file} ${message}`).join('\n'));
  const outputs = listFiles(createContext(archive, base));
  const names = ['articles.json', 'events.json', 'actors.json', 'claims.json'];
  const print = async (name: string) =>
    String(await outputs.find(({ path }) => path === `data/${name}`)?.render());
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await print(name)] as const)),
  );
}

function importInto(files: Record<string, string>, ...names: string[]) {
  const effects = createEffects({ files, folder: 'copy' });
  for (const file of [...effects.files.keys()])
    if (file.startsWith('copy/')) effects.files.delete(file);
  effects.files.set('copy/README.md', '');
  const code = runImport([...names, '--write'], effects);
  return { effects, code };
}

describe('npm run import of a site’s own JSON', () => {
  const sites = ['harbour', 'tollbridge', 'harbour-fr', 'harbour-ar'];

  test.each([...sites.map((name) => `tests/sites/${name}/content`), 'content'])(
    'restores the archive of %s',
    async (name) => {
      const original = readContent(join(import.meta.dirname, '../../..', name));
      const data = await printData(original, '/pier/');
      const { effects, code } = importInto(data, ...Object.keys(data));
      expect(effects.said).toContain('Written.');
      expect(code).toBe(0);
      const again = await printData(readContent('copy', effects.disk), '/pier/');
      for (const file of Object.keys(data))
        expect(JSON.parse(again[file]!), file).toEqual(JSON.parse(data[file]!));
    },
  );

  const harbour = readContent(join(import.meta.dirname, '../../sites/harbour/content'));

  test('keeps existing files, and reports them', async () => {
    const data = await printData(harbour, '/');
    const site = '---\ntitle: Mine\nlanguage: en\ntime-zone: UTC\n---\n';
    const effects = createEffects({ files: { ...data, 'content/site.md': site } });
    expect(runImport([...Object.keys(data), '--write'], effects)).toBe(0);
    expect(effects.said).toContain('site.md already exists and was not changed.');
    expect(effects.said).toContain('Not in the data, and not imported: pages/');
    expect(effects.files.get('content/site.md')).toBe(site);
    // An existing digest conflicts with an imported one.
    expect(runImport([...Object.keys(data), '--write'], effects)).toBe(2);
    expect(effects.complained).toContain('already exists and is never overwritten');
  });

  test('reports which file is missing, and where one is invalid', async () => {
    const data = await printData(harbour, '/');
    const refuse = (files: Record<string, string>) => {
      const { effects, code } = importInto(files, ...Object.keys(files));
      expect(code).not.toBe(0);
      expect([...effects.files.keys()].filter((path) => path.startsWith('copy/'))).toEqual([
        'copy/README.md',
      ]);
      return effects.said + effects.complained;
    };
    expect(refuse({ 'events.json': data['events.json']! })).toContain(
      'articles.json, events.json and actors.json together',
    );
    const broken = data['articles.json']!.replace(/"title": "[^"]*",\n\s*"titleEn"/, '"titleEn"');
    expect(refuse({ ...data, 'articles.json': broken })).toMatch(
      /^articles\.json: articles\[0\]\.title: .+\.$/m,
    );
    const cut = data['events.json']!.replace('"parts": []', '"parts": [{}]');
    expect(refuse({ ...data, 'events.json': cut })).toContain(
      'events.json has only the newest year',
    );
    expect(refuse({ ...data, 'events.json': '{"events": [' })).toContain('events.json is not JSON');
  });
});
