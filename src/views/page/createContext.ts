import type { Archive } from '../../model/archive.ts';
import { createAddresses } from './addresses.ts';
import { getAuthority } from './authority.ts';
import type { ViewContext } from './context.ts';
import { createArabic } from '../words/ar.ts';
import { english } from '../words/en.ts';
import { french } from '../words/fr.ts';
import type { Words } from '../words/words.ts';
import {
  findSiteLanguage,
  type SiteLanguage,
  type WritingStyle,
} from '../../model/siteLanguages.ts';
import { siteLimits, type PartLimits } from '../dates/yearParts.ts';

/** What every view needs for a site at a given address. */
interface PlacedContext {
  readonly base: string;
  readonly site: string;
  readonly context: ViewContext;
}

const createWords: Readonly<Record<SiteLanguage, (style: WritingStyle) => Words>> = {
  ar: createArabic,
  en: () => english,
  fr: () => french,
};

// Cached: a build and its pages share contexts, and views use them as cache keys.
const contexts = new WeakMap<Archive, PlacedContext>();

/**
 * Returns what every view needs, for an archive, the site's base path and its origin (`https://example.org`).
 * Without limits, uses those of the first call for the archive, else those of every site.
 */
export function createContext(
  archive: Archive,
  base: string,
  site = 'http://localhost:4321',
  limits?: PartLimits,
): ViewContext {
  const known = contexts.get(archive);
  const isSame = known?.base === base && known.site === site;
  if (isSame && (limits === undefined || limits === known.context.limits)) return known.context;
  // Content in an unsupported language has already been refused.
  const language = findSiteLanguage(archive.site.language) ?? 'en';
  const authority = getAuthority(archive, site);
  const context = {
    archive,
    at: createAddresses(base, site),
    authority,
    limits: limits ?? siteLimits,
    ...createWords[language](archive.site.style),
  };
  contexts.set(archive, { base, site, context });
  return context;
}
