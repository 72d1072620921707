/** The languages in which the site's own words exist (BCP 47); `views/words/` has a table for each. */
export const siteLanguages = ['en'] as const;

/** A language in which the site's own words exist. */
export type SiteLanguage = (typeof siteLanguages)[number];

/** Returns the language of the site's own words for a language code, regions aside; undefined where none is. */
export function findSiteLanguage(code: string): SiteLanguage | undefined {
  const [language] = code.toLowerCase().split('-');
  return siteLanguages.find((known) => known === language);
}
