/** The languages in which the site's own words exist (BCP 47); `views/words/` has a table for each. */
export const siteLanguages = ['en', 'ar', 'fr'] as const;

/** A language in which the site's own words exist. */
export type SiteLanguage = (typeof siteLanguages)[number];

/** Returns the language of the site's own words for a language code, regions aside; undefined where none is. */
export function findSiteLanguage(code: string): SiteLanguage | undefined {
  const [language] = code.toLowerCase().split('-');
  return siteLanguages.find((known) => known === language);
}

/** The digits of a site in Arabic: 12 or ١٢. */
export const digitStyles = ['latin', 'arabic'] as const;

/** What a site in Arabic calls the months: كانون الأول or ديسمبر. */
export const monthStyles = ['levantine', 'gregorian'] as const;

/** How a site writes what its language leaves to choose. */
export interface WritingStyle {
  readonly digits: (typeof digitStyles)[number];
  readonly months: (typeof monthStyles)[number];
}

/** The keys of `site.md` that choose a style, each with the languages that know them. */
export const styleLanguages: Readonly<Record<keyof WritingStyle, readonly SiteLanguage[]>> = {
  digits: ['ar'],
  months: ['ar'],
};
