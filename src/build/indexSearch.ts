import type { SearchRecord } from '../views/searchView.ts';

/** What Pagefind brings along and no page of ours loads: its own interfaces. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)|^wasm\.(?!en|unknown)/;

/** One file of the search index: its path below the site's root, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Takes records; gives the files of their search index, below `pagefind/`. All records make one index,
 * whatever script their names are in. Throws what Pagefind reports.
 */
export async function indexSearch(records: readonly SearchRecord[]): Promise<IndexFile[]> {
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
  await close();
  return files
    .filter(({ path }) => !unused.test(path))
    .map(({ path, content }) => ({ path: `pagefind/${path}`, content }));
}
