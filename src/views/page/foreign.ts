import type { Archive } from '../../model/archive.ts';
import { isSameLanguage, isWrittenIn } from '../../model/scripts.ts';

/**
 * A text with its language (BCP 47) if that isn't the site's. The language is null if only the letters show
 * that the text is foreign, and undefined if the text needs no mark.
 */
export interface ForeignText {
  readonly text: string;
  readonly lang: string | null | undefined;
}

/** Returns a title, byline or name, marked if it is foreign by the language of its article or outlet. */
export function markForeign(
  text: string,
  language: string | null,
  { archive }: { readonly archive: Archive },
): ForeignText {
  const site = archive.site.language;
  // A Latin byline in an Arabic article isn't Arabic.
  if (language !== null && !isSameLanguage(language, site) && isWrittenIn(text, language))
    return { text, lang: language };
  return { text, lang: isWrittenIn(text, site) ? undefined : null };
}

/** Returns a foreign name for a plain sentence, isolated so that it doesn't affect the word order around it. */
export function isolate(text: string, lang: ForeignText['lang']): string {
  return lang === undefined ? text : `\u2068${text}\u2069`;
}
