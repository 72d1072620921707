/** The languages of the site's own words (BCP 47); `views/words/` has a table for each. */
export const siteLanguages = ['en', 'ar', 'fr'] as const;

/** A language of the site's own words. */
export type SiteLanguage = (typeof siteLanguages)[number];

/**
 * Returns the language of the site's own words for a language code, ignoring regions; undefined if there is
 * none.
 */
export function findSiteLanguage(code: string): SiteLanguage | undefined {
  const [language] = code.toLowerCase().split('-');
  return siteLanguages.find((known) => known === language);
}

/** The digits of an Arabic site: 12 or ١٢. */
export const digitStyles = ['latin', 'arabic'] as const;

/** The month names of an Arabic site: كانون الأول or ديسمبر. */
export const monthStyles = ['levantine', 'gregorian'] as const;

/** The style choices that a language offers. */
export interface WritingStyle {
  readonly digits: (typeof digitStyles)[number];
  readonly months: (typeof monthStyles)[number];
}

/** The keys of `site.md` that choose a style, with the languages that support each. */
export const styleLanguages: Readonly<Record<keyof WritingStyle, readonly SiteLanguage[]>> = {
  digits: ['ar'],
  months: ['ar'],
};
