import { hash as digest } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildInput, BuildOptions, BuildResult, BuildWorld } from './buildSite.ts';
import {
  getIdleGeneration,
  listFilesBelow,
  seedGeneration,
  serveGeneration,
} from './generations.ts';
import { forgetKeys, readPrints, writeKeys, type GenerationPrints } from './generationKeys.ts';
import { checkFiles } from './checkContent.ts';
import { reportFresh } from './checkPermalinks.ts';
import { compressFiles } from './compressFiles.ts';
import { indexSearch } from './indexSearch.ts';
import { lockState } from './lockState.ts';
import { makeOnce } from './makeOnce.ts';
import { openPages, type Page } from './openPages.ts';
import { openParseCache } from './parseCache.ts';
import { renderHeadersFile } from './responseHeaders.ts';
import type { BuildSettings } from './settings.ts';
import { getShardGeneration, isOfShard, listShards, openShards, type Shards } from './shards.ts';
import { updateRecords, type RecordsNote } from './updateRecords.ts';
import { writeGeneration, type GenerationWriter } from './writeGeneration.ts';
import { handOver } from '../collections/handOver.ts';
import type { Archive } from '../model/archive.ts';
import { createPrints, type Cell } from '../model/prints.ts';
import { listFiles, type OutputFile } from '../outputs/listFiles.ts';
import { hasErrors } from '../problems/problem.ts';
import type { ViewContext } from '../views/context.ts';
import { createContext } from '../views/createContext.ts';
import { listRedirects, renderRedirects } from '../views/permalinks.ts';
import { listSearchRecords } from '../views/searchView.ts';

/** Makes the site, or a shard, of an input that is another than that of the served site, as `buildSite` says. */
export async function makeSite(
  input: BuildInput,
  settings: BuildSettings,
  world: BuildWorld,
  options: BuildOptions,
  compile: () => Promise<string>,
): Promise<BuildResult> {
  const { files, codeKey } = input;
  const step = world.onStep ?? (() => undefined);
  step('link');
  const cache = openParseCache(settings.state, codeKey, listShards(settings));
  const { archive, problems, fresh, filesRead } = checkFiles(files, settings.content, cache.parse);
  const refused =
    options.freshAddresses === 'refused'
      ? reportFresh(fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const all = [...problems, ...refused];
  if (!archive || hasErrors(all)) return { type: 'refused', problems: all, filesRead };

  const { shard } = options;
  const unlock = lockState(settings.state);
  try {
    cache.save();
    step('compile');
    const compiled = await compile();
    if (!shard) seedGeneration(settings);
    const generation = shard ? getShardGeneration(settings) : getIdleGeneration(settings);
    const known = readPrints(generation);
    const writer = writeGeneration(generation);
    forgetKeys(generation);
    const shards = openShards(settings);
    const isHere = (path: string) => !shard || isOfShard(path, shard);

    step('render');
    handOver(archive);
    const pages = (await openPages(compiled, settings)).filter(({ file }) => isHere(file));
    const common = hash([codeKey, printSite(archive)]);
    const prints = openPrints(archive, common, known);
    const made = await updatePages(writer, pages, prints, shards, world.onPage);
    step('write');
    const context = createContext(archive, settings.base, settings.site);
    const files = listFiles(context).filter(
      // What is made from all of the archive is no shard's.
      ({ path, reads }) => isHere(path) && (!shard || reads !== undefined),
    );
    await updateFiles(files, writer, prints, shards);
    await makeOnce(files, writer, settings, prints.of, shards, options.pictures);
    const making = { generation, known, prints, compiled };
    const rest = shard
      ? { records: {}, search: '', isIndexed: false }
      : await makeRest(files, writer, context, making, settings, options, step);

    step('turn');
    const difference = writer.finish();
    const { isIndexed, records, search } = rest;
    writeKeys(
      generation,
      {
        input: input.key,
        isWhole: isIndexed && options.pictures === 'drawn',
        problems,
        filesRead,
        fresh,
      },
      { search, pages: made.keys, reads: prints.reads, records },
    );
    if (!shard) serveGeneration(settings, generation);
    const { rendered, taken } = made;
    const counts = { rendered, taken, pages: pages.length };
    return { type: 'built', problems, filesRead, difference, ...counts, fresh };
  } finally {
    unlock();
  }
}

/**
 * Makes what a site has once and no shard can make: the files that list all of it, what stands beside the pages,
 * the search index, the compressed forms; gives the keys of these.
 */
async function makeRest(
  files: readonly OutputFile[],
  writer: GenerationWriter,
  context: ViewContext,
  { generation, known, prints, compiled }: Making,
  settings: BuildSettings,
  options: BuildOptions,
  step: (name: string) => void,
): Promise<Pick<GenerationPrints, 'records' | 'search'> & { readonly isIndexed: boolean }> {
  const records: Record<string, RecordsNote> = {};
  for (const { path, records: list } of files)
    if (list)
      records[path] = updateRecords(
        path,
        list(),
        generation,
        writer,
        known?.records[path],
        prints.of,
      );
  copyFiles(writer, join(compiled, 'files'));
  // Hosts that read it answer with a status; the pages of the same addresses serve everywhere else.
  const redirects = renderRedirects(listRedirects(context.archive, context.at));
  if (redirects !== '') writer.write('_redirects', redirects);
  const written = writer.list().map(({ path }) => path);
  writer.write('_headers', renderHeadersFile(written, context.at));
  step('search');
  const search = await updateSearch(writer, context, prints.common, known?.search, options.search);
  if (settings.compress) {
    step('compress');
    await compressFiles(writer, generation, known !== undefined);
  }
  return { records, search: search.key, isIndexed: search.isIndexed };
}

/** A generation that is being made: where it is, what it was made from, and from which compiled pages it is made. */
interface Making {
  readonly generation: string;
  readonly known: GenerationPrints | undefined;
  readonly prints: KnownPrints;
  readonly compiled: string;
}

/** What the idle generation was made from, and what it is to be made from. */
interface KnownPrints {
  /** What every page has in common. */
  readonly common: string;
  readonly pages: Readonly<Record<string, string>>;
  /** Gives the print of some parts of the archive, with all that every page and file has in common. */
  readonly of: (reads: readonly Cell[]) => string;
  /** The prints of what is made now, by path: filled in by `isSame`. */
  readonly reads: Readonly<Record<string, string>>;
  /** Notes what a file is made from; says whether the one that the generation has was made from the same. */
  readonly isSame: (path: string, reads: readonly Cell[]) => boolean;
}

function openPrints(
  archive: Archive,
  common: string,
  known: GenerationPrints | undefined,
): KnownPrints {
  // Feeds and pages know what was renamed by its first id.
  const { of } = createPrints(archive, hash([common, JSON.stringify(archive.renamed)]));
  const reads: Record<string, string> = {};
  return {
    common,
    pages: known?.pages ?? {},
    of,
    reads,
    isSame: (path, cells) => {
      const print = of(cells);
      reads[path] = print;
      return known?.reads[path] === print;
    },
  };
}

/** So many pages are rendered at once: Astro waits for another thread to digest the styles of each. */
const AT_ONCE = 16;

/**
 * Renders the pages that neither the generation nor a shard has as they are to be, keeps the others; gives the
 * keys of all. A page whose parts of the archive say what they said is not even looked at.
 */
async function updatePages(
  writer: GenerationWriter,
  pages: readonly Page[],
  prints: KnownPrints,
  shards: Shards,
  onPage: BuildWorld['onPage'],
): Promise<{ keys: Record<string, string>; rendered: number; taken: number }> {
  const keys: Record<string, string> = {};
  let rendered = 0;
  let taken = 0;

  /** Gives the key of what a page prints, and its HTML where the generation does not have it yet. */
  async function update({ file, reads, getProps, render }: Page): Promise<UpdatedPage> {
    const before = writer.has(file) ? prints.pages[file] : undefined;
    const isSame = reads !== undefined && prints.isSame(file, reads());
    if (isSame && before !== undefined) return { file, key: before };
    const sameReads = reads && shards.find(file, { reads: prints.reads[file] });
    const props = sameReads ? undefined : getProps();
    const key = sameReads?.key ?? hash([prints.common, JSON.stringify(props)]);
    if (before === key) return { file, key };
    const found = sameReads ?? shards.find(file, { key });
    if (found) taken += 1;
    else rendered += 1;
    return { file, key, content: found?.content ?? (await render(props)) };
  }

  const files = new Set<string>();
  for (let start = 0; start < pages.length; start += AT_ONCE) {
    const batch = pages.slice(start, start + AT_ONCE);
    for (const { file } of batch) {
      if (files.has(file)) throw new Error(`Two pages are to be ${file}.`);
      files.add(file);
    }
    for (const { file, key, content } of await Promise.all(batch.map(update))) {
      if (content) writer.write(file, content);
      else writer.keep(file);
      keys[file] = key;
    }
    onPage?.(start + batch.length, pages.length);
  }
  return { keys, rendered, taken };
}

interface UpdatedPage {
  readonly file: string;
  readonly key: string;
  readonly content?: Uint8Array;
}

/** Writes the files that stand beside the pages: scripts, icons. */
function copyFiles(writer: GenerationWriter, folder: string): void {
  for (const path of listFilesBelow(folder)) writer.write(path, readFileSync(join(folder, path)));
}

/** Writes the files that are no pages, are not made once and do not list the archive. */
async function updateFiles(
  files: readonly OutputFile[],
  writer: GenerationWriter,
  prints: KnownPrints,
  shards: Shards,
): Promise<void> {
  for (const { path, render, reads, records, once } of files) {
    if (once || records) continue;
    const isSame = reads !== undefined && prints.isSame(path, reads());
    if (isSame && writer.has(path)) {
      writer.keep(path);
      continue;
    }
    const found = reads && shards.find(path, { reads: prints.reads[path] });
    writer.write(path, found?.content ?? (await render()));
  }
}

/**
 * Makes the search index anew where what it finds has changed, or keeps it as it was; gives the key of what
 * it finds, and whether that is what there is to be found.
 */
async function updateSearch(
  writer: GenerationWriter,
  context: ViewContext,
  codeKey: string,
  known: string | undefined,
  search: BuildOptions['search'],
): Promise<{ key: string; isIndexed: boolean }> {
  const isThere = writer.has('pagefind/pagefind.js');
  if (search === 'kept') {
    if (isThere) writer.keepFolder('pagefind');
    return { key: isThere ? (known ?? '') : '', isIndexed: false };
  }
  const records = listSearchRecords(context);
  const key = hash([codeKey, JSON.stringify(records)]);
  if (known === key && isThere) writer.keepFolder('pagefind');
  else for (const { path, content } of await indexSearch(records)) writer.write(path, content);
  return { key, isIndexed: true };
}

/** What every page prints of the site itself. */
function printSite({ site }: Archive): string {
  const { title, tagline, language, zone } = site;
  return JSON.stringify([title, tagline, language, zone]);
}

function hash(parts: readonly string[]): string {
  return digest('sha256', parts.join('\0')).slice(0, 32);
}
