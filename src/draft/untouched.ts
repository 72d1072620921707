import { parse } from 'yaml';
import type { ArticleText } from './articleText.ts';
import type { Given } from './articleFacts.ts';
import { draftArticle } from './draftArticle.ts';
import type { Known } from './known.ts';

/**
 * Returns whether a file is an unedited skeleton that this command created from an article: the same article
 * with the same front matter produces the same text. `known` is the other files' content, `found` is what the
 * article's page states about it.
 */
export function isUntouched(
  file: string,
  article: string | ArticleText,
  known: Known,
  found: Given = {},
): boolean {
  const frontMatter = /^---\n([\s\S]*?)\n---\n/.exec(file)?.[1];
  if (frontMatter === undefined) return false;
  const values = readValues(frontMatter);
  const { title, published, source, added, ...others } = values;
  if (added === undefined) return false;
  // Title, publication and source may have been found or given, and what is found adds notes.
  const givens = [undefined, title].flatMap((givenTitle) =>
    [undefined, published].flatMap((givenDay) =>
      [found.source, source].map((givenSource) => ({
        ...found,
        ...others,
        title: givenTitle,
        published: givenDay,
        source: givenSource,
      })),
    ),
  );
  return givens.some((given) => draftArticle(article, given, known, added).markdown === file);
}

const keys = ['title', 'published', 'added', 'source', 'by', 'url', 'archived', 'place'] as const;

function readValues(frontMatter: string): Partial<Record<(typeof keys)[number], string>> {
  let values: unknown;
  try {
    values = parse(frontMatter);
  } catch {
    return {};
  }
  if (typeof values !== 'object' || values === null) return {};
  const entries = Object.entries(values).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries.filter(([key]) => keys.some((known) => known === key)));
}
