// Makes several search indexes return what a single index would, in the same order. Pagefind ranks results by
// how rare each word is in its own index, so years in which a name is rare would come first. If an index
// lacks a typed word, Pagefind falls back to its beginning. This module ranks across all indexes instead.

/** The size of one index. */
export interface PartSize {
  /** The folder of the index below `pagefind/`; empty for a single index. */
  readonly name: string;
  readonly pages: number;
  readonly words: number;
}

/** A result, with the data from which Pagefind computed its score. */
export interface ScoredResult {
  readonly id: string;
  readonly score: number;
  readonly params?: { readonly document_length: number };
  readonly scores?: readonly {
    readonly search_term: string;
    readonly score: number;
    readonly params: { readonly weighted_term_frequency: number; readonly length_bonus: number };
  }[];
  readonly verbose_meta_scores?: readonly {
    readonly field_weight: number;
    readonly matched_terms: readonly string[];
    readonly coverage_boost: number;
  }[];
}

/** The answer of one index. */
export interface PartAnswer<Result extends ScoredResult> {
  readonly results: readonly Result[];
  /** Each stemmed search term, and its inverse document frequency in the index. */
  readonly query_term_idfs?: readonly { readonly term: string; readonly idf: number }[];
}

/** Pagefind's default ranking weights. */
const weights = { pageLength: 0.75, termSaturation: 1.4, diacriticSimilarity: 0.8 };

/**
 * How an index matches a word: as a whole word or the beginning of one, else by a shorter word of this
 * length; 0 for no match.
 */
type Match = number;
const whole: Match = Infinity;

/** A search term: as typed, stemmed, and its rarity among all pages. */
interface Term {
  readonly typed: string;
  readonly stem: string;
  readonly idf: number;
}

/**
 * Returns the results of several indexes as a single index would rank them, best first. `probe` returns an
 * index's answer to a single word; it is called if an index finds nothing for all words together.
 */
export async function joinAnswers<Result extends ScoredResult>(
  typed: string,
  answers: readonly PartAnswer<Result>[],
  sizes: readonly PartSize[],
  probe: (part: number, word: string) => Promise<PartAnswer<Result>>,
): Promise<Result[]> {
  const terms = (answers[0]?.query_term_idfs ?? []).map(({ term }) => term);
  const words = splitWords(typed);
  const counts = answers.map(({ query_term_idfs: idfs = [] }, part) =>
    terms.map((_, index) => countPages(sizes[part]?.pages ?? 0, idfs[index]?.idf ?? 0)),
  );
  const matches = await Promise.all(
    answers.map(({ results }, part) =>
      Promise.all(
        terms.map(async (term, index): Promise<Match> => {
          if (counts[part]?.[index] === 0) return 0;
          const [found] = results.length > 0 ? results : (await probe(part, term)).results;
          return found ? matchWord(term, found) : 0;
        }),
      ),
    ),
  );
  const best = terms.map((_, index) => Math.max(...matches.map((own) => own[index] ?? 0)));
  const isBest = (part: number, index: number) => matches[part]?.[index] === best[index];
  const pages = sizes.reduce((sum, size) => sum + size.pages, 0);
  const averageLength = sizes.reduce((sum, size) => sum + size.words, 0) / pages;
  const queryTerms = terms.map((stem, index): Term => {
    const having = counts.reduce(
      (sum, own, part) => sum + (isBest(part, index) ? (own[index] ?? 0) : 0),
      0,
    );
    return { stem, typed: words[index] ?? stem, idf: measureRarity(pages, having) };
  });
  return answers
    .flatMap(({ results }, part) =>
      terms.every((_, index) => isBest(part, index))
        ? results.map((result) => ({ result, score: score(result, queryTerms, averageLength) }))
        : [],
    )
    .sort((a, b) => b.score - a.score)
    .map(({ result }) => result);
}

/** Returns the rarity of a word: its inverse document frequency, as in BM25. */
function measureRarity(pages: number, having: number): number {
  return Math.log(1 + (pages - having + 0.5) / (having + 0.5));
}

/** Returns how many pages have a word of the given rarity. */
function countPages(pages: number, idf: number): number {
  return Math.max(0, Math.round((pages + 1) / Math.exp(idf) - 0.5));
}

function matchWord(term: string, { scores = [], verbose_meta_scores = [] }: ScoredResult): Match {
  const words = [
    ...scores.map(({ search_term }) => search_term),
    ...verbose_meta_scores.flatMap(({ matched_terms }) => matched_terms),
  ];
  if (words.some((word) => word.startsWith(term))) return whole;
  return Math.max(0, ...words.filter((word) => term.startsWith(word)).map(({ length }) => length));
}

/** Splits what was typed into words as Pagefind does, without punctuation. */
function splitWords(typed: string): string[] {
  const plain = typed.toLowerCase().replace(/\p{P}/gu, '');
  return plain.split(/\s+/u).filter((word) => word !== '');
}

/** Returns a result's score among all pages, computed as Pagefind does within one index. */
function score(result: ScoredResult, terms: readonly Term[], averageLength: number): number {
  const { scores = [], verbose_meta_scores: fields = [], params } = result;
  const find = (word: string) =>
    terms.find(({ stem }) => word.startsWith(stem)) ??
    terms.find(({ stem }) => stem.startsWith(word));
  const { pageLength, termSaturation, diacriticSimilarity } = weights;
  const length = (params?.document_length ?? averageLength) / averageLength;
  // Pagefind adjusts the score of a text whose accents differ from the query, but only the sum shows it.
  let expected = 0;
  let inText = 0;
  for (const { search_term: word, score: before, params: own } of scores) {
    const { typed = word, idf = 0 } = find(word) ?? {};
    const isAlike = word.startsWith(typed) || typed.startsWith(word);
    const boost = isAlike ? 1 + diacriticSimilarity : 1;
    const frequency = own.weighted_term_frequency * own.length_bonus;
    const saturated =
      ((termSaturation + 1) * frequency) /
      (termSaturation * (1 - pageLength + pageLength * length) + frequency);
    expected += before * boost;
    inText += idf * saturated * boost;
  }
  const boosted = fields.reduce((sum, one) => sum + one.coverage_boost, 0);
  const accents = expected > 0 ? (result.score - boosted) / expected : 1;
  const total = terms.reduce((sum, { idf }) => sum + idf, 0);
  const inFields = fields.reduce((sum, { field_weight: weight, matched_terms: words }) => {
    const matched = words.reduce((all, word) => all + (find(word)?.idf ?? 0), 0);
    return sum + weight * matched * (matched / total) ** 2;
  }, 0);
  return accents * inText + inFields;
}
