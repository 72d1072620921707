import { getArchive } from '../collections/getArchive.ts';
import type { ViewContext } from '../views/page/context.ts';
import { getBasePath, getSite } from '../views/page/addresses.ts';
import { createContext } from '../views/page/createContext.ts';

let known: ViewContext | undefined;

/**
 * Returns what every page needs: the archive, the addresses for `BASE` and `SITE`, and the words. Throws the
 * errors of getArchive.
 */
export function getContext(): ViewContext {
  const archive = getArchive();
  // Read when a page is rendered, not when Astro compiles this module: one compilation serves every address.
  const { BASE, SITE } = process.env;
  // Reuse the context of an archive: views cache shared results by it.
  if (known?.archive !== archive) known = createContext(archive, getBasePath(BASE), getSite(SITE));
  return known;
}
