import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkOut,
  getIdleGeneration,
  getServedGeneration,
  readGeneration,
  serveGeneration,
  updateGeneration,
  type Difference as FileDifference,
} from './generations.ts';
import { forgetKeys, readKeys, writeKeys } from './generationKeys.ts';
import { checkFiles } from './checkContent.ts';
import { reportFresh } from './checkPermalinks.ts';
import { indexSearch } from './indexSearch.ts';
import { lockState } from './lockState.ts';
import { renderSite } from './renderSite.ts';
import { openParseCache } from './parseCache.ts';
import type { BuildSettings } from './settings.ts';
import { writeOutputs } from './writeOutputs.ts';
import { getCodeKey, getContentKey } from './siteKey.ts';
import { readContent, type ContentDisk } from '../collections/readContent.ts';
import { listFiles } from '../outputs/listFiles.ts';
import { createContext } from '../views/createContext.ts';
import { listRedirects, renderRedirects } from '../views/permalinks.ts';
import { listSearchRecords } from '../views/searchView.ts';
import type { RouteChooser } from '../collections/handOver.ts';
import type { Archive } from '../model/archive.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';

/** How a build ended: with a new site, with the old one because nothing has changed, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | {
      readonly type: 'built';
      readonly difference: FileDifference;
      /** Addresses that `permalinks.txt` does not have yet. */
      readonly fresh: readonly string[];
    }
  | { readonly type: 'unchanged'; readonly fresh: readonly string[] }
  | { readonly type: 'refused' }
);

/** What to do with an address that is not in `permalinks.txt` yet: build it, or refuse. */
export type FreshAddresses = 'allowed' | 'refused';

/**
 * Reads and links the content, renders what differs from the idle generation of the site, brings the idle generation up to date and turns the link
 * to it. With an error in the content, or a published address that would no longer be answered, nothing is
 * written at all. Throws a BuildRefusal when OUT is in use for something else or another build is at work,
 * and what the disk or Astro throw.
 */
export async function buildSite(
  settings: BuildSettings,
  disk: ContentDisk,
  freshAddresses: FreshAddresses,
): Promise<BuildResult> {
  checkOut(settings);
  const files = readContent(settings.content, disk);
  const codeKey = getCodeKey(settings.root, process.env);
  const input = hash([codeKey, getContentKey(files), settings.content]);
  const unchanged = findUnchanged(settings, input, freshAddresses);
  if (unchanged) return unchanged;

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
    const generation = getIdleGeneration(settings);
    const known = planDifference(generation, hash([codeKey, printSite(archive)]));
    const rendered = await renderSite(archive, known.choose, settings);
    const context = createContext(archive, settings.base, settings.site);
    const records = listSearchRecords(context);
    const search = hash([codeKey, JSON.stringify(records)]);
    const isSearchKept = known.search === search;
    if (!isSearchKept) await indexSearch(records, rendered);
    await writeOutputs(listFiles(context), rendered);
    writeRedirects(renderRedirects(listRedirects(archive, context.at)), rendered);

    forgetKeys(generation);
    const difference = updateGeneration(
      generation,
      rendered,
      (path) => known.isKept(path) || (isSearchKept && path.startsWith('pagefind/')),
    );
    writeKeys(generation, { input, search, pages: known.getPages(), problems, filesRead, fresh });
    serveGeneration(settings, generation);
    return { type: 'built', problems, filesRead, difference, fresh };
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

/** What a generation has already, and which pages must be rendered into it. */
interface Difference {
  /** Says whether a page must be rendered, and notes its key. */
  readonly choose: RouteChooser;
  readonly search: string | undefined;
  /** Says whether a file of the generation is of a page that was not rendered again. */
  isKept(path: string): boolean;
  getPages(): Readonly<Record<string, string>>;
}

/** Takes the generation to be brought up to date and the key of what all pages have in common; gives what it has already. */
function planDifference(generation: string, common: string): Difference {
  const keys = readKeys(generation);
  const files = keys ? readGeneration(generation) : new Map<string, string>();
  const pages: Record<string, string> = {};
  const kept = new Set<string>();
  return {
    choose: (path, own) => {
      const key = hash([common, own]);
      const file = `${path}index.html`;
      pages[path] = key;
      if (keys?.pages[path] !== key || !files.has(file)) return true;
      kept.add(file);
      return false;
    },
    search: keys?.search,
    isKept: (path) => kept.has(path),
    getPages: () => pages,
  };
}

/** What every page prints of the site itself. */
function printSite({ site }: Archive): string {
  const { title, tagline, language, zone } = site;
  return JSON.stringify([title, tagline, language, zone]);
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

/** Hosts that read `_redirects` answer with a status; the pages of the same addresses serve everywhere else. */
function writeRedirects(text: string, folder: string): void {
  if (text !== '') writeFileSync(join(folder, '_redirects'), text);
}
