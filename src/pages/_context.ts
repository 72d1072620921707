import { getArchive } from '../collections/getArchive.ts';
import type { ViewContext } from '../views/context.ts';
import { createContext } from '../views/createContext.ts';

let known: ViewContext | undefined;

/** Gives what every page of this site needs: the archive, the addresses under `BASE` and `SITE`, the words. Throws as getArchive does. */
export function getContext(): ViewContext {
  const archive = getArchive();
  // One context for one archive: views remember by it what many pages ask for.
  if (known?.archive !== archive)
    known = createContext(archive, import.meta.env.BASE_URL, import.meta.env.SITE);
  return known;
}
