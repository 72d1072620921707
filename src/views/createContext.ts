import type { Archive } from '../model/archive.ts';
import { createAddresses } from './addresses.ts';
import type { ViewContext } from './context.ts';
import { english } from './words/en.ts';

/** Takes an archive and the base path of the site; gives what every view needs. */
export function createContext(archive: Archive, base: string): ViewContext {
  return { archive, at: createAddresses(base), ...english };
}
