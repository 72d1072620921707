import { countWords, type ArticleText } from './articleText.ts';
import { findDateOrder } from './dates/fullDates.ts';
import type { DateOrder } from './dates/atom.ts';
import type { Known } from './known.ts';
import { detectLanguage } from './language.ts';
import { createPublication, findPublication, type Publication } from './publication.ts';
import type { SourceId } from '../model/ids.ts';

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

/** What the front matter of a digest says of its article: as stated by an editor, else as found in the text. */
export interface ArticleFacts {
  readonly title: string | null;
  readonly source: string | null;
  /** True if the source is the only outlet that the text names, perhaps in passing. */
  readonly isSourceGuessed: boolean;
  readonly publication: Publication;
  readonly by: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The order of day and month in its numeric dates, null if it doesn't show. */
  readonly order: DateOrder | null;
  readonly place: string | null;
}

/** Returns the facts of an article; `today` is YYYY-MM-DD. */
export function findArticleFacts(
  article: ArticleText,
  given: Given,
  known: Known,
  today: string,
): ArticleFacts {
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
  return {
    title: given.title ?? article.title,
    source: given.source ?? found?.id ?? null,
    isSourceGuessed: found?.isGuess === true,
    publication,
    by: given.by ?? article.byline,
    url: given.url ?? findUrl(article),
    language,
    order,
    place: given.place ?? (article.dateline === null ? null : findPlace(article.dateline, known)),
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
export function isOutlet(line: string, known: Known): boolean {
  const names = known.sources.filter(({ id }) => known.findSources(line).some((one) => one === id));
  return names.some(({ name }) => countWords(line) <= countWords(name) + 1);
}

function findUrl(article: ArticleText): string | null {
  const line = [...article.head, ...article.rest].find((one) => /^\S*https?:\/\/\S+$/i.test(one));
  const url = line === undefined ? undefined : /https?:\/\/[^\s/]\S*/i.exec(line)?.[0];
  return url !== undefined && URL.canParse(url) ? url : null;
}

function findPlace(dateline: string, known: Known): string | null {
  const place = known.findNames(dateline).find(({ owner }) => owner.type === 'place');
  return place ? place.owner.id : null;
}
