import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { SiteLanguage } from '../model/siteLanguages.ts';
import type { SearchRecord } from '../views/search/searchView.ts';

/** What Pagefind brings along and no page of ours loads: its own interfaces, and the worker that siteSearch.ts does without. */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)/;

/** So many records are handed over before an answer is awaited. */
const BATCH = 500;

/** One file of the search index: its path below the site's root, and its bytes. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Returns the files of the search index of records, below `pagefind/`. All records make one index, whatever script
 * their names are in, with the word endings of the site's language. Throws what Pagefind reports.
 */
export async function indexSearch(
  records: readonly SearchRecord[],
  language: SiteLanguage,
): Promise<IndexFile[]> {
  // Loaded here, as most builds find what they index unchanged.
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(errors.join('\n'));
  for (let start = 0; start < records.length; start += BATCH) {
    // Asked in their order, and not one answer after the other: Pagefind is a process of its own.
    const added = await Promise.all(
      records.slice(start, start + BATCH).map(({ url, kind, title, note, content }) =>
        index.addCustomRecord({
          url,
          content: `${title}. ${content}`,
          language,
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
    ...files.filter(({ path }) => !unused.test(path) && !isOtherLanguage(path, language)),
    { path: 'LICENSE.txt', content: readLicence() },
  ].map(({ path, content }) => ({
    path: `pagefind/${path}`,
    content: path.startsWith('fragment/') ? trimFragment(content) : content,
  }));
}

/** Says whether a file holds the word endings of another language than the site's. */
function isOtherLanguage(path: string, language: string): boolean {
  const [, known] = /^wasm\.([^.]+)/u.exec(path) ?? [];
  return known !== undefined && known !== language && known !== 'unknown';
}

/** Pagefind's scripts go out to readers, and its licence asks to go with them. */
function readLicence(): Uint8Array {
  const described = findPackageJSON('pagefind', import.meta.url);
  if (described === undefined) throw new Error('Pagefind is not installed.');
  return readFileSync(join(dirname(described), 'LICENSE', 'LICENSE'));
}

/** What each packed file of Pagefind begins with. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Takes what Pagefind loads for one result; gives it without the text that it was found by, of which no result
 * here shows an excerpt: half of what a search loads for its results. Of another form, it stays as it is.
 */
function trimFragment(packed: Uint8Array): Uint8Array {
  const text = gunzipSync(packed).toString();
  if (!text.startsWith(SIGNATURE)) return packed;
  const fragment = JSON.parse(text.slice(SIGNATURE.length)) as Readonly<Record<string, unknown>>;
  const trimmed = gzipSync(SIGNATURE + JSON.stringify({ ...fragment, content: '' }), { level: 9 });
  // The system it was made on, which the format names, is nobody's business: the bytes are the same on all.
  trimmed[9] = 255;
  return trimmed;
}
