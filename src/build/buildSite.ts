import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkOut,
  getIdleGeneration,
  getServedGeneration,
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
import { openPages, type Page } from './openPages.ts';
import { openParseCache } from './parseCache.ts';
import { renderHeadersFile } from './responseHeaders.ts';
import type { BuildSettings } from './settings.ts';
import { getCodeKey, getContentKey } from './siteKey.ts';
import { writeGeneration, type Difference, type GenerationWriter } from './writeGeneration.ts';
import { handOver } from '../collections/handOver.ts';
import { readContent, type ContentDisk } from '../collections/readContent.ts';
import type { Archive } from '../model/archive.ts';
import { listFiles } from '../outputs/listFiles.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';
import type { ViewContext } from '../views/context.ts';
import { createContext } from '../views/createContext.ts';
import { listRedirects, renderRedirects } from '../views/permalinks.ts';
import { listSearchRecords } from '../views/searchView.ts';

/** How a build ended: with a new site, with the old one because nothing has changed, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | {
      readonly type: 'built';
      readonly difference: Difference;
      /** How many pages were rendered, and how many there are. */
      readonly rendered: number;
      readonly pages: number;
      /** Addresses that `permalinks.txt` does not have yet. */
      readonly fresh: readonly string[];
    }
  | { readonly type: 'unchanged'; readonly fresh: readonly string[] }
  | { readonly type: 'refused' }
);

/** What to do with an address that is not in `permalinks.txt` yet: build it, or refuse. */
export type FreshAddresses = 'allowed' | 'refused';

/** What a build asks of the outside world, and whom it tells how far it is. */
export interface BuildWorld {
  readonly disk: ContentDisk;
  /** Told before each step, by its name. */
  readonly onStep?: (name: string) => void;
  /** Told after each page: how many are done, of how many. */
  readonly onPage?: (done: number, of: number) => void;
}

/**
 * Reads and links the content, renders what differs from the idle generation of the site, brings the idle
 * generation up to date and turns the link to it. With an error in the content, or a published address that
 * would no longer be answered, nothing is written at all. Throws a BuildRefusal when OUT is in use for
 * something else or another build is at work, and what the disk or Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  world: BuildWorld,
  freshAddresses: FreshAddresses,
): Promise<BuildResult> {
  const step = world.onStep ?? (() => undefined);
  checkOut(settings);
  step('read');
  const files = readContent(settings.content, world.disk);
  const codeKey = getCodeKey(settings.root, process.env);
  const input = hash([codeKey, getContentKey(files), settings.content, String(settings.compress)]);
  const unchanged = findUnchanged(settings, input, freshAddresses);
  if (unchanged) return unchanged;

  step('link');
  const cache = openParseCache(settings.state, codeKey);
  const { archive, problems, fresh, filesRead } = checkFiles(files, settings.content, cache.parse);
  const refused =
    freshAddresses === 'refused'
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
    await updateOutputs(writer, context);
    step('search');
    const search = await updateSearch(writer, context, codeKey, keys?.search);
    if (settings.compress) {
      step('compress');
      await compressFiles(writer, generation, keys !== undefined);
    }

    step('turn');
    const difference = writer.finish();
    writeKeys(generation, { input, search, pages: made.keys, problems, filesRead, fresh });
    serveGeneration(settings, generation);
    const { rendered } = made;
    return { type: 'built', problems, filesRead, difference, rendered, pages: pages.length, fresh };
  } finally {
    unlock();
  }
}

/** Gives what was said of the served site when it was built, where it was built from just this input. */
function findUnchanged(
  settings: BuildSettings,
  input: string,
  freshAddresses: FreshAddresses,
): BuildResult | undefined {
  const served = getServedGeneration(settings);
  const keys = served === undefined ? undefined : readKeys(served);
  if (keys?.input !== input) return undefined;
  if (freshAddresses === 'refused' && keys.fresh.length > 0) return undefined;
  return {
    type: 'unchanged',
    problems: keys.problems,
    filesRead: keys.filesRead,
    fresh: keys.fresh,
  };
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
async function updateOutputs(writer: GenerationWriter, context: ViewContext): Promise<void> {
  for (const { path, render } of listFiles(context)) writer.write(path, await render());
  // Hosts that read it answer with a status; the pages of the same addresses serve everywhere else.
  const redirects = renderRedirects(listRedirects(context.archive, context.at));
  if (redirects !== '') writer.write('_redirects', redirects);
  writer.write('_headers', renderHeadersFile(context));
}

/** Makes the search index anew where what it finds has changed; gives the key of that. */
async function updateSearch(
  writer: GenerationWriter,
  context: ViewContext,
  codeKey: string,
  known: string | undefined,
): Promise<string> {
  const records = listSearchRecords(context);
  const key = hash([codeKey, JSON.stringify(records)]);
  if (known === key && writer.has('pagefind/pagefind.js')) writer.keepFolder('pagefind');
  else for (const { path, content } of await indexSearch(records)) writer.write(path, content);
  return key;
}

/** What every page prints of the site itself. */
function printSite({ site }: Archive): string {
  const { title, tagline, language, zone } = site;
  return JSON.stringify([title, tagline, language, zone]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}
