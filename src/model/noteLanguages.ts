import type { ArticleDraft } from './drafts.ts';
import { isWrittenIn, nameScript } from './scripts.ts';
import { createProblem, type Problem } from '../problems/problem.ts';

/**
 * Notes each title of a digest whose script doesn't match its `language`, or the site's language if that is
 * missing.
 */
export function noteLanguages(
  { title, translations, language }: ArticleDraft,
  site: string,
): Problem[] {
  const ofTitle = isWrittenIn(title.value, language ?? site)
    ? []
    : [{ ...title, language, key: 'title' }];
  const ofTranslations = translations
    .filter((one) => !isWrittenIn(one.title.value, one.language))
    .map((one) => ({ ...one.title, language: one.language, key: `title-${one.language}` }));
  return [...ofTitle, ...ofTranslations].map(({ value, at, language: said, key }) =>
    createProblem('language-letters', at, {
      found: value,
      key,
      script: nameScript(value),
      language: said,
    }),
  );
}
