import {
  checkOut,
  getIdleGeneration,
  serveGeneration,
  updateGeneration,
  type Difference,
} from './generations.ts';
import { indexSearch } from './indexSearch.ts';
import { lockState } from './lockState.ts';
import { renderSite } from './renderSite.ts';
import type { BuildSettings } from './settings.ts';
import { loadArchive } from '../collections/loadArchive.ts';
import { readContent, type ContentDisk } from '../collections/readContent.ts';
import { createContext } from '../views/createContext.ts';
import { listSearchRecords } from '../views/searchView.ts';
import type { Problem } from '../problems/problem.ts';

/** How a build ended: with a new site, or with the old one as it was. */
export type BuildResult = { readonly problems: readonly Problem[]; readonly filesRead: number } & (
  { readonly type: 'built'; readonly difference: Difference } | { readonly type: 'refused' }
);

/**
 * Reads and links the content, renders the site, brings the idle generation up to date and turns the link
 * to it. With an error in the content nothing is written at all. Throws a BuildRefusal when OUT is
 * in use for something else or another build is at work, and what the disk or Astro throw.
 */
export async function buildSite(settings: BuildSettings, disk: ContentDisk): Promise<BuildResult> {
  checkOut(settings);
  const { archive, problems, filesRead } = loadArchive(
    readContent(settings.content, disk),
    settings.content,
  );
  if (!archive) return { type: 'refused', problems, filesRead };
  const unlock = lockState(settings.state);
  try {
    const rendered = await renderSite(archive, settings);
    await indexSearch(listSearchRecords(createContext(archive, settings.base)), rendered);
    const generation = getIdleGeneration(settings);
    const difference = updateGeneration(generation, rendered);
    serveGeneration(settings, generation);
    return { type: 'built', problems, filesRead, difference };
  } finally {
    unlock();
  }
}
