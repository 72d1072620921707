import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SearchRecord } from '../views/searchView.ts';

/** What Pagefind brings along and no page of ours loads: its own interfaces. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)|^wasm\.(?!en|unknown)/;

/**
 * Takes records and a rendered folder; writes the files of their search index below `pagefind/` in it. All
 * records make one index, whatever script their names are in. Throws what Pagefind reports.
 */
export async function indexSearch(records: readonly SearchRecord[], folder: string): Promise<void> {
  // Loaded here, as most builds find what they index unchanged.
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error(errors.join('\n'));
  for (const { url, kind, title, note, content } of records) {
    const added = await index.addCustomRecord({
      url,
      content: `${title}. ${content}`,
      language: 'en',
      meta: { title, note, kind },
      filters: { kind: [kind] },
    });
    if (added.errors.length > 0) throw new Error(added.errors.join('\n'));
  }
  const { files } = await index.getFiles();
  for (const { path, content } of files.filter((file) => !unused.test(file.path))) {
    const file = join(folder, 'pagefind', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  await close();
}
