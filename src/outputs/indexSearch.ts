import { readFileSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { SiteLanguage } from '../model/siteLanguages.ts';
import type { PartSize } from '../views/search/searchRanking.ts';
import type { SearchPart } from '../views/search/searchParts.ts';

/**
 * The files of Pagefind that no page of ours loads: its user interfaces, and the worker that siteSearch.ts
 * does not use.
 */
const unused = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)/;

/** Number of records sent to Pagefind before waiting for its answers. */
const BATCH = 500;

/** A file of the search index, with its path below the site's root. */
export interface IndexFile {
  readonly path: string;
  readonly content: Uint8Array;
}

/** The index of one part of the searchable records. */
export interface PartIndex {
  readonly size: PartSize;
  readonly files: readonly IndexFile[];
  /** Pagefind's own module, which all indexes of a site share. */
  readonly script: Uint8Array;
}

/**
 * Returns the files of the search index, below `pagefind/`. All records of a part are in one index, with the
 * word endings of the site's language, whatever the script of their names. Throws what Pagefind reports.
 */
export async function indexSearch(
  parts: readonly SearchPart[],
  language: SiteLanguage,
): Promise<IndexFile[]> {
  const indexes: PartIndex[] = [];
  for (const [number, part] of parts.entries())
    indexes.push(await indexPart(part, language, number === 0));
  return [
    ...indexes.flatMap(({ files }) => files),
    ...listSharedFiles(
      indexes[0]?.script ?? new Uint8Array(),
      indexes.map(({ size }) => size),
    ),
  ];
}

/** Returns the folder of a part's index, without a trailing slash. */
export function getIndexFolder({ name }: Pick<SearchPart, 'name'>): string {
  return name === '' ? 'pagefind' : `pagefind/${name}`;
}

/**
 * Returns the files that all indexes of a site share: the search module, which names the parts, and its
 * licence.
 */
export function listSharedFiles(script: Uint8Array, sizes: readonly PartSize[]): IndexFile[] {
  const isWhole = sizes.length === 1 && sizes[0]?.name === '';
  // Pagefind's own search of several indexes ranks each by its own words, so siteSearch.ts queries them one
  // by one.
  const joint = `\nexport{Pagefind};export const parts=${JSON.stringify(sizes)};\n`;
  return [
    {
      path: 'pagefind/pagefind.js',
      content: isWhole ? script : Buffer.concat([script, Buffer.from(joint)]),
    },
    { path: 'pagefind/LICENSE.txt', content: readLicence() },
  ];
}

/**
 * Returns the index of a part; the first part of a site includes the WebAssembly for all. Throws what
 * Pagefind reports.
 */
export async function indexPart(
  part: SearchPart,
  language: SiteLanguage,
  isFirst: boolean,
): Promise<PartIndex> {
  // Loaded here, because the searchable records are unchanged in most builds.
  const { close, createIndex } = await import('pagefind');
  const { index, errors } = await createIndex({ forceLanguage: language });
  if (!index) throw new Error(errors.join('\n'));
  for (let start = 0; start < part.records.length; start += BATCH) {
    // Sent in order without waiting for each answer, because Pagefind runs in a process of its own.
    const added = await Promise.all(
      part.records.slice(start, start + BATCH).map(({ url, kind, title, note, content }) =>
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
  const script = files.find(({ path }) => path === 'pagefind.js')?.content;
  if (!script) throw new Error('Pagefind has no pagefind.js.');
  const folder = getIndexFolder(part);
  let words = 0;
  const own = files
    .filter(({ path }) => !unused.test(path) && !isOtherLanguage(path, language))
    .filter(({ path }) => path !== 'pagefind.js' && (isFirst || !path.startsWith('wasm.')))
    .map(({ path, content }) => {
      const fragment = path.startsWith('fragment/') ? readFragment(content) : undefined;
      words += fragment?.words ?? 0;
      return { path: `${folder}/${path}`, content: fragment?.trimmed ?? content };
    });
  return { size: { name: part.name, pages: part.records.length, words }, files: own, script };
}

/** Returns whether a file contains the word endings of another language than the site's. */
function isOtherLanguage(path: string, language: string): boolean {
  const [, known] = /^wasm\.([^.]+)/u.exec(path) ?? [];
  return known !== undefined && known !== language && known !== 'unknown';
}

/** Returns the licence of Pagefind, which has to be published with its scripts. */
function readLicence(): Uint8Array {
  const described = findPackageJSON('pagefind', import.meta.url);
  if (described === undefined) throw new Error('Pagefind is not installed.');
  return readFileSync(join(dirname(described), 'LICENSE', 'LICENSE'));
}

/** The first bytes of each packed Pagefind file. */
const SIGNATURE = 'pagefind_dcd';

/**
 * Returns a search result's fragment without the text that it was found by, and the number of words in that
 * text. Our results show no excerpt, so this halves what a search loads for them. Returns undefined if the
 * format is unknown.
 */
function readFragment(packed: Uint8Array): { trimmed: Uint8Array; words: number } | undefined {
  const text = gunzipSync(packed).toString();
  if (!text.startsWith(SIGNATURE)) return undefined;
  const fragment = JSON.parse(text.slice(SIGNATURE.length)) as Readonly<Record<string, unknown>>;
  const trimmed = gzipSync(SIGNATURE + JSON.stringify({ ...fragment, content: '' }), { level: 9 });
  // Byte 9 of gzip names the operating system; 255 (unknown) keeps the bytes the same on all of them.
  trimmed[9] = 255;
  return { trimmed, words: Number(fragment.word_count) };
}
