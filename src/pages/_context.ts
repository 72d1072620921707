import { getArchive } from '../collections/getArchive.ts';
import type { ViewContext } from '../views/page/context.ts';
import { getBasePath, getSite } from '../views/page/addresses.ts';
import { createContext } from '../views/page/createContext.ts';

let known: ViewContext | undefined;

/** Returns what every page of this site needs: the archive, the addresses under `BASE` and `SITE`, the words. Throws as getArchive does. */
export function getContext(): ViewContext {
  const archive = getArchive();
  // Read when a page is rendered, not when Astro compiles this: one compilation serves every address.
  const { BASE, SITE } = process.env;
  // One context for one archive: views remember by it what many pages ask for.
  if (known?.archive !== archive) known = createContext(archive, getBasePath(BASE), getSite(SITE));
  return known;
}
