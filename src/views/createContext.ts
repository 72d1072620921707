import type { Archive } from '../model/archive.ts';
import { createAddresses } from './addresses.ts';
import type { ViewContext } from './context.ts';
import { english } from './words/en.ts';

/** Takes an archive, the base path of the site and its origin (`https://example.org`); gives what every view needs. */
export function createContext(
  archive: Archive,
  base: string,
  site = 'http://localhost:4321',
): ViewContext {
  return { archive, at: createAddresses(base, site), ...english };
}
