import type { Archive } from '../../model/archive.ts';
import { isSameLanguage, isWrittenIn } from '../../model/scripts.ts';

/**
 * A text with its language (BCP 47) where that is another than the site's: null where its letters are, and nothing
 * says which language it is; undefined where it needs no mark.
 */
export interface ForeignText {
  readonly text: string;
  readonly lang: string | null | undefined;
}

/** Returns a title, byline or name marked as foreign where it is, by the language of its article or outlet. */
export function markForeign(
  text: string,
  language: string | null,
  { archive }: { readonly archive: Archive },
): ForeignText {
  const site = archive.site.language;
  // A Latin byline in an Arabic article is no Arabic.
  if (language !== null && !isSameLanguage(language, site) && isWrittenIn(text, language))
    return { text, lang: language };
  return { text, lang: isWrittenIn(text, site) ? undefined : null };
}

/** Returns a foreign name for a plain sentence: isolated, so that it leaves the order of the words around it. */
export function isolate(text: string, lang: ForeignText['lang']): string {
  return lang === undefined ? text : `\u2068${text}\u2069`;
}
