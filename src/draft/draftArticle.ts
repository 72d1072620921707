import type { SourceId } from '../model/ids.ts';
import { findDateOrder, findFullDates } from './dates/fullDates.ts';
import { detectLanguage } from './language.ts';
import { createId } from './createId.ts';
import { countWords, readArticleText, type ArticleText } from './articleText.ts';
import type { Known } from './known.ts';
import { createPublication, findPublication } from './publication.ts';
import { printSkeleton } from './skeleton.ts';
import { findStatements } from './statements.ts';

/** What an editor stated about an article, so that it needn't be found. */
export interface Given {
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly source?: string | undefined;
  readonly published?: string | undefined;
  readonly by?: string | undefined;
  readonly url?: string | undefined;
  readonly archived?: string | undefined;
  /** The language that the article's page states, for when the text doesn't show one. */
  readonly language?: string | undefined;
  /** The outlet's name on the article's page. */
  readonly outlet?: string | undefined;
  readonly place?: string | undefined;
}

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
  const language =
    detectLanguage([article.title ?? '', ...article.paragraphs].join('\n')) ??
    given.language ??
    null;
  // Except in English, the day comes first.
  const order =
    findDateOrder([...article.head, article.dateline ?? '', ...article.paragraphs]) ??
    (language === null || language === 'en' ? null : 'day-first');
  const publication =
    (given.published === undefined ? undefined : createPublication(given.published)) ??
    findPublication(article, order, today);
  const found = given.source === undefined ? findSource(article, given, known) : null;
  const source = given.source ?? found?.id ?? null;
  const title = given.title ?? article.title;
  const day = publication.type === 'known' ? publication.day : null;
  const statements = findStatements(
    article.paragraphs,
    { published: day, language: language ?? 'en', order },
    known,
  );
  const url = given.url ?? findUrl(article);
  const place =
    given.place ?? (article.dateline === null ? null : findPlace(article.dateline, known));
  const isKnown = publication.type === 'known';
  const markdown = printSkeleton(
    [
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
      { key: 'by', value: given.by ?? article.byline },
      { key: 'url', value: url },
      { key: 'archived', value: given.archived ?? null },
      { key: 'language', value: language === known.language ? null : language },
      { key: 'updated', value: isKnown ? publication.updated : null },
      { key: 'place', value: place },
      { key: 'dateline', value: article.dateline },
    ],
    statements,
    [
      ...article.notes,
      ...(found?.isGuess
        ? [
            `The source was taken from the text, which names no other outlet: check that the article is from ${found.id} and does not just mention it.`,
          ]
        : []),
      ...(source === null && given.outlet !== undefined
        ? [
            `The outlet calls itself “${given.outlet}”: add it with \`npm run new -- source --name ${JSON.stringify(given.outlet)}${url && URL.canParse(url) ? ` --url ${new URL(url).origin}/` : ''}\`, then give \`source:\`.`,
          ]
        : []),
      ...(given.title === undefined && article.otherTitles.length > 0
        ? [
            `The title was chosen from the lines above the text; check that it is not one of these instead: ${article.otherTitles.map((line) => `“${line}”`).join(', ')}.`,
          ]
        : []),
      ...(place === null && article.dateline !== null && namesPlace(article.dateline)
        ? [
            'No known place is named in the dateline: add it with `npm run new -- place`, then give `place:`.',
          ]
        : []),
    ],
    known,
  );
  return {
    id: given.id ?? (title === null ? null : createId(title)),
    markdown,
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

/**
 * Returns the source by the page's address, else the one named closest to the head, else the only one named.
 * The last is a guess, as an article also names outlets that it merely mentions.
 */
function findSource(
  article: ArticleText,
  { url, outlet }: Given,
  known: Known,
): { readonly id: SourceId; readonly isGuess: boolean } | null {
  const sure = (id: SourceId) => ({ id, isGuess: false });
  const address = url ?? findUrl(article);
  const byHost =
    address && URL.canParse(address) ? known.findSourceByHost(new URL(address).host) : undefined;
  if (byHost) return sure(byHost);
  const [byName, ...others] = outlet === undefined ? [] : known.findSources(outlet);
  if (byName && others.length === 0) return sure(byName);
  const head = [article.dateline ?? '', ...article.head.filter((line) => line !== article.title)];
  // “Harbour Post” on its own line is The Harbour Post.
  const bare = head.filter((line) => countWords(line) <= 4).map((line) => `The ${line}`);
  // An outlet describes itself at the end: “The Harbour Post is a daily of the port.”
  const foot = [...article.rest, article.paragraphs.at(-1) ?? ''];
  const places = [[...head, ...bare], foot, article.paragraphs];
  for (const [index, lines] of places.entries()) {
    const [id, ...more] = new Set(lines.flatMap((line) => known.findSources(line)));
    if (id !== undefined && more.length === 0) return { id, isGuess: index > 0 };
  }
  return null;
}

/** Returns whether a line is only the name of an outlet, apart from a word such as “The”. */
function isOutlet(line: string, known: Known): boolean {
  const names = known.sources.filter(({ id }) => known.findSources(line).some((one) => one === id));
  return names.some(({ name }) => countWords(line) <= countWords(name) + 1);
}

function findUrl(article: ArticleText): string | null {
  const line = [...article.head, ...article.rest].find((one) => /^\S*https?:\/\/\S+$/i.test(one));
  const url = line === undefined ? undefined : /https?:\/\/[^\s/]\S*/i.exec(line)?.[0];
  return url !== undefined && URL.canParse(url) ? url : null;
}

/** Returns whether a dateline has names in addition to its date. */
function namesPlace(dateline: string): boolean {
  const dates = findFullDates(dateline);
  return /\p{L}{3}/u.test(
    dates.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), dateline),
  );
}

function findPlace(dateline: string, known: Known): string | null {
  const place = known.findNames(dateline).find(({ owner }) => owner.type === 'place');
  return place ? place.owner.id : null;
}
