import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import type { SearchRecord } from '../views/searchView.ts';

/** What Pagefind brings along and no page of ours loads: its own interfaces. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight)|^wasm\.(?!en|unknown)/;

/** So many records are handed over before an answer is awaited. */
const BATCH = 500;

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
  for (let start = 0; start < records.length; start += BATCH) {
    // Asked in their order, and not one answer after the other: Pagefind is a process of its own.
    const added = await Promise.all(
      records.slice(start, start + BATCH).map(({ url, kind, title, note, content }) =>
        index.addCustomRecord({
          url,
          content: `${title}. ${content}`,
          language: 'en',
          meta: { title, note, kind },
          filters: { kind: [kind] },
        }),
      ),
    );
    const failed = added.flatMap((one) => one.errors);
    if (failed.length > 0) throw new Error(failed.join('\n'));
  }
  const { files } = await index.getFiles();
  await close();
  return [
    ...files.filter(({ path }) => !unused.test(path)),
    { path: 'LICENSE.txt', content: readLicence() },
  ].map(({ path, content }) => ({ path: `pagefind/${path}`, content }));
}

/** Pagefind's scripts go out to readers, and its licence asks to go with them. */
function readLicence(): Uint8Array {
  const described = findPackageJSON('pagefind', import.meta.url);
  if (described === undefined) throw new Error('Pagefind is not installed.');
  return readFileSync(join(dirname(described), 'LICENSE', 'LICENSE'));
}
