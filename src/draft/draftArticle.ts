import { findArticleFacts, isOutlet, type ArticleFacts, type Given } from './articleFacts.ts';
import { readArticleText, type ArticleText } from './articleText.ts';
import { createId } from './createId.ts';
import { findFullDates } from './dates/fullDates.ts';
import type { FrontMatterLine } from './frontMatterText.ts';
import type { Known } from './known.ts';
import { printSkeleton } from './skeleton.ts';
import { findStatements } from './statements.ts';

/** A skeleton, and messages on how it was created. */
export interface Drafted {
  /** The digest's id: the given one, else one from the title; null if there is neither. */
  readonly id: string | null;
  readonly markdown: string;
  readonly statements: number;
  readonly quotations: number;
  /** Why no publication was found, null if one was; without one, every date is left to write. */
  readonly undatedBecause: string | null;
  /** The publication, if it isn't a single day from which dates can be calculated. */
  readonly inexactPublication: string | null;
  /** The front matter keys that are left to write. */
  readonly missing: readonly string[];
}

/**
 * Returns the skeleton of a digest for an article, given its plain text or its parts. `known` is the existing
 * content, `today` is YYYY-MM-DD. It contains none of the article's running prose.
 */
export function draftArticle(
  text: string | ArticleText,
  given: Given,
  known: Known,
  today: string,
): Drafted {
  const article =
    typeof text === 'string' ? readArticleText(text, (line) => isOutlet(line, known)) : text;
  const facts = findArticleFacts(article, given, known, today);
  const { title, source, publication, language, order } = facts;
  const isKnown = publication.type === 'known';
  const statements = findStatements(
    article.paragraphs,
    { published: isKnown ? publication.day : null, language: language ?? 'en', order },
    known,
  );
  const frontMatter = listFrontMatter(article, facts, { given, known, today });
  return {
    id: given.id ?? (title === null ? null : createId(title)),
    markdown: printSkeleton(frontMatter, statements, listNotes(article, facts, given), known),
    statements: statements.dated.length,
    quotations:
      statements.undated.length +
      statements.dated.reduce((sum, { quotations }) => sum + quotations.length, 0),
    undatedBecause: isKnown ? null : publication.reason,
    inexactPublication: isKnown && publication.day === null ? publication.date : null,
    missing: [
      ...(title === null ? ['title'] : []),
      ...(source === null ? ['source'] : []),
      ...(isKnown ? [] : ['published']),
    ],
  };
}

function listFrontMatter(
  article: ArticleText,
  { title, source, publication, by, url, language, place }: ArticleFacts,
  { given, known, today }: { readonly given: Given; readonly known: Known; readonly today: string },
): FrontMatterLine[] {
  const isKnown = publication.type === 'known';
  return [
    { key: 'title', value: title, toWrite: 'the article’s own title' },
    {
      key: 'source',
      value: source,
      toWrite: 'the id of a source; npm run new -- source adds one',
    },
    {
      key: 'published',
      value: isKnown ? publication.date : null,
      toWrite: `the day it appeared, such as 2024-05-12${isKnown ? '' : `; ${publication.reason}`}`,
    },
    { key: 'added', value: today },
    { key: 'by', value: by },
    { key: 'url', value: url },
    { key: 'archived', value: given.archived ?? null },
    { key: 'language', value: language === known.language ? null : language },
    { key: 'updated', value: isKnown ? publication.updated : null },
    { key: 'place', value: place },
    { key: 'dateline', value: article.dateline },
  ];
}

/** Returns what an editor must check of the facts. */
function listNotes(
  article: ArticleText,
  { source, isSourceGuessed, url, place }: ArticleFacts,
  { title, outlet }: Given,
): string[] {
  const { dateline, otherTitles } = article;
  return [
    ...article.notes,
    ...(isSourceGuessed
      ? [
          `The source was taken from the text, which names no other outlet: look whether ${source ?? ''} is whose article it is, or only spoken of.`,
        ]
      : []),
    ...(source === null && outlet !== undefined
      ? [
          `The outlet calls itself “${outlet}”: add it with \`npm run new -- source --name ${JSON.stringify(outlet)}${url && URL.canParse(url) ? ` --url ${new URL(url).origin}/` : ''}\`, then give \`source:\`.`,
        ]
      : []),
    ...(title === undefined && otherTitles.length > 0
      ? [
          `The title was chosen from the lines above the text; look whether it is one of these instead: ${otherTitles.map((line) => `“${line}”`).join(', ')}.`,
        ]
      : []),
    ...(place === null && dateline !== null && namesPlace(dateline)
      ? [
          'No known place is named in the dateline: add it with `npm run new -- place`, then give `place:`.',
        ]
      : []),
  ];
}

/** Returns whether a dateline has names in addition to its date. */
function namesPlace(dateline: string): boolean {
  const dates = findFullDates(dateline);
  return /\p{L}{3}/u.test(
    dates.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), dateline),
  );
}
