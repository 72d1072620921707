import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BuildInput, BuildOptions, BuildResult, BuildWorld } from './buildSite.ts';
import {
  getIdleGeneration,
  listFilesBelow,
  seedGeneration,
  serveGeneration,
} from './generations.ts';
import { forgetKeys, readKeys, writeKeys } from './generationKeys.ts';
import { checkFiles } from './checkContent.ts';
import { reportFresh } from './checkPermalinks.ts';
import { compilePages } from './compilePages.ts';
import { compressFiles } from './compressFiles.ts';
import { indexSearch } from './indexSearch.ts';
import { lockState } from './lockState.ts';
import { makeOnce } from './makeOnce.ts';
import { openPages, type Page } from './openPages.ts';
import { openParseCache } from './parseCache.ts';
import { renderHeadersFile } from './responseHeaders.ts';
import type { BuildSettings } from './settings.ts';
import { writeGeneration, type GenerationWriter } from './writeGeneration.ts';
import { handOver } from '../collections/handOver.ts';
import type { Archive } from '../model/archive.ts';
import { listFiles } from '../outputs/listFiles.ts';
import { hasErrors } from '../problems/problem.ts';
import type { ViewContext } from '../views/context.ts';
import { createContext } from '../views/createContext.ts';
import { listRedirects, renderRedirects } from '../views/permalinks.ts';
import { listSearchRecords } from '../views/searchView.ts';

/** Makes the site of an input that is another than that of the served site, as `buildSite` says. */
export async function makeSite(
  input: BuildInput,
  settings: BuildSettings,
  world: BuildWorld,
  options: BuildOptions,
): Promise<BuildResult> {
  const { files, codeKey } = input;
  const step = world.onStep ?? (() => undefined);
  step('link');
  const cache = openParseCache(settings.state, codeKey);
  const { archive, problems, fresh, filesRead } = checkFiles(files, settings.content, cache.parse);
  const refused =
    options.freshAddresses === 'refused'
      ? reportFresh(fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const all = [...problems, ...refused];
  if (!archive || hasErrors(all)) return { type: 'refused', problems: all, filesRead };

  const unlock = lockState(settings.state);
  try {
    cache.save();
    step('compile');
    const compiled = await compilePages(settings.root, codeKey);
    seedGeneration(settings);
    const generation = getIdleGeneration(settings);
    const keys = readKeys(generation);
    const writer = writeGeneration(generation);
    forgetKeys(generation);

    step('render');
    handOver(archive);
    const pages = await openPages(compiled, settings);
    const common = hash([codeKey, printSite(archive)]);
    const made = await updatePages(writer, pages, keys?.pages ?? {}, common, world.onPage);
    step('write');
    const context = createContext(archive, settings.base, settings.site);
    copyFiles(writer, join(compiled, 'files'));
    await updateOutputs(writer, context, settings, options.pictures);
    const written = writer.list().map(({ path }) => path);
    writer.write('_headers', renderHeadersFile(written, context.at));
    step('search');
    const search = await updateSearch(writer, context, codeKey, keys?.search, options.search);
    if (settings.compress) {
      step('compress');
      await compressFiles(writer, generation, keys !== undefined);
    }

    step('turn');
    const difference = writer.finish();
    writeKeys(generation, {
      input: input.key,
      search: search.key,
      isWhole: search.isIndexed && options.pictures === 'drawn',
      pages: made.keys,
      problems,
      filesRead,
      fresh,
    });
    serveGeneration(settings, generation);
    const { rendered } = made;
    return { type: 'built', problems, filesRead, difference, rendered, pages: pages.length, fresh };
  } finally {
    unlock();
  }
}

/** Renders the pages whose key the generation does not have, keeps the others; gives all keys. */
async function updatePages(
  writer: GenerationWriter,
  pages: readonly Page[],
  known: Readonly<Record<string, string>>,
  common: string,
  onPage: BuildWorld['onPage'],
): Promise<{ keys: Record<string, string>; rendered: number }> {
  const keys: Record<string, string> = {};
  let rendered = 0;
  for (const [index, { file, getProps, render }] of pages.entries()) {
    if (keys[file] !== undefined) throw new Error(`Two pages are to be ${file}.`);
    const props = getProps();
    const key = hash([common, JSON.stringify(props)]);
    keys[file] = key;
    if (known[file] === key && writer.has(file)) writer.keep(file);
    else {
      writer.write(file, await render(props));
      rendered += 1;
    }
    onPage?.(index + 1, pages.length);
  }
  return { keys, rendered };
}

/** Writes the files that stand beside the pages: scripts, icons. */
function copyFiles(writer: GenerationWriter, folder: string): void {
  for (const path of listFilesBelow(folder)) writer.write(path, readFileSync(join(folder, path)));
}

/** Writes the files that are made from the archive and are no pages. */
async function updateOutputs(
  writer: GenerationWriter,
  context: ViewContext,
  settings: BuildSettings,
  pictures: BuildOptions['pictures'],
): Promise<void> {
  const files = listFiles(context);
  for (const { path, render, once } of files) if (!once) writer.write(path, await render());
  await makeOnce(files, writer, settings, pictures);
  // Hosts that read it answer with a status; the pages of the same addresses serve everywhere else.
  const redirects = renderRedirects(listRedirects(context.archive, context.at));
  if (redirects !== '') writer.write('_redirects', redirects);
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
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
