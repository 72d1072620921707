import type { BuildOptions } from './build.ts';
import type { SearchNotes } from './generationKeys.ts';
import type { GenerationWriter } from './writeGeneration.ts';
import { getIndexFolder, indexPart, listSharedFiles } from '../outputs/indexSearch.ts';
import type { ViewContext } from '../views/page/context.ts';
import { listSearchParts } from '../views/search/searchParts.ts';
import type { PartSize } from '../views/search/searchRanking.ts';
import { hashParts } from '../model/hash.ts';

const SCRIPT = 'pagefind/pagefind.js';

/**
 * Rebuilds the changed parts of the search index and keeps the others. Returns the record of each part, and
 * whether the index is up to date.
 */
export async function updateSearch(
  writer: GenerationWriter,
  context: ViewContext,
  codeKey: string,
  known: SearchNotes = {},
  search: BuildOptions['search'],
): Promise<{ parts: SearchNotes; isIndexed: boolean }> {
  const isSound = (folder: string) =>
    writer.has(`${folder}/pagefind-entry.json`) && !writer.isDamaged(folder);
  if (search === 'kept') {
    const isThere = writer.has(SCRIPT) && !writer.isDamaged('pagefind');
    writer.keepFolder('pagefind');
    return { parts: isThere ? known : {}, isIndexed: false };
  }
  const parts = listSearchParts(context).map((part) => ({
    ...part,
    folder: getIndexFolder(part),
    key: hashParts([codeKey, context.language, JSON.stringify(part.records)]),
  }));
  const isKept = ({ name, folder, key }: (typeof parts)[number]) =>
    known[name]?.key === key && isSound(folder);
  // If a part was removed, all of them still match: the module that names the parts is made with the first.
  const isAll =
    parts.every(isKept) &&
    parts.length === Object.keys(known).length &&
    writer.has(SCRIPT) &&
    !writer.isDamaged('pagefind');
  if (isAll) {
    writer.keepFolder('pagefind');
    return { parts: known, isIndexed: true };
  }
  const notes: Record<string, SearchNotes[string]> = {};
  let script: Uint8Array | undefined;
  for (const [number, part] of parts.entries()) {
    const { name, key, folder } = part;
    const note = known[name];
    // Making the shared script needs at least one part. The first is the smallest: it holds only what has no
    // date.
    if (note && isKept(part) && (number > 0 || parts.slice(1).some((one) => !isKept(one)))) {
      writer.keepFolder(folder);
      notes[name] = note;
      continue;
    }
    const index = await indexPart(part, context.language, number === 0);
    for (const { path, content } of index.files) writer.write(path, content);
    script ??= index.script;
    const { pages, words } = index.size;
    notes[name] = { key, pages, words };
  }
  const sizes = parts.map(({ name }): PartSize => {
    const { pages = 0, words = 0 } = notes[name] ?? {};
    return { name, pages, words };
  });
  for (const { path, content } of listSharedFiles(script ?? new Uint8Array(), sizes))
    writer.write(path, content);
  return { parts: notes, isIndexed: true };
}
