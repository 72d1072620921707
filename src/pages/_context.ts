import { getArchive } from '../collections/getArchive.ts';
import type { ViewContext } from '../views/context.ts';
import { createContext } from '../views/createContext.ts';

/** Gives what every page of this site needs: the archive, the addresses under `BASE` and `SITE`, the words. Throws as getArchive does. */
export function getContext(): ViewContext {
  return createContext(getArchive(), import.meta.env.BASE_URL, import.meta.env.SITE);
}
