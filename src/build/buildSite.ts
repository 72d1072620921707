import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkOut,
  getIdleGeneration,
  serveGeneration,
  updateGeneration,
  type Difference,
} from './generations.ts';
import { checkContent } from './checkContent.ts';
import { reportFresh } from './checkPermalinks.ts';
import { indexSearch } from './indexSearch.ts';
import { lockState } from './lockState.ts';
import { renderSite } from './renderSite.ts';
import type { BuildSettings } from './settings.ts';
import type { ContentDisk } from '../collections/readContent.ts';
import { createContext } from '../views/createContext.ts';
import { listRedirects, renderRedirects } from '../views/permalinks.ts';
import { listSearchRecords } from '../views/searchView.ts';
import { hasErrors, type Problem } from '../problems/problem.ts';

/** How a build ended: with a new site, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  | {
      readonly type: 'built';
      readonly difference: Difference;
      /** Addresses that `permalinks.txt` does not have yet. */
      readonly fresh: readonly string[];
    }
  | { readonly type: 'refused' }
);

/** What to do with an address that is not in `permalinks.txt` yet: build it, or refuse. */
export type FreshAddresses = 'allowed' | 'refused';

/**
 * Reads and links the content, renders the site, brings the idle generation up to date and turns the link
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
  const { archive, problems, fresh, filesRead } = checkContent(settings.content, disk);
  const refused =
    freshAddresses === 'refused'
      ? reportFresh(fresh, join(settings.content, 'permalinks.txt'))
      : [];
  const all = [...problems, ...refused];
  if (!archive || hasErrors(all)) return { type: 'refused', problems: all, filesRead };
  const unlock = lockState(settings.state);
  try {
    const rendered = await renderSite(archive, settings);
    const context = createContext(archive, settings.base);
    await indexSearch(listSearchRecords(context), rendered);
    writeRedirects(renderRedirects(listRedirects(archive, context.at)), rendered);
    const generation = getIdleGeneration(settings);
    const difference = updateGeneration(generation, rendered);
    serveGeneration(settings, generation);
    return { type: 'built', problems, filesRead, difference, fresh };
  } finally {
    unlock();
  }
}

/** Hosts that read `_redirects` answer with a status; the pages of the same addresses serve everywhere else. */
function writeRedirects(text: string, folder: string): void {
  if (text !== '') writeFileSync(join(folder, '_redirects'), text);
}
