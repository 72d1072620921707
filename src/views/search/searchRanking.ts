// A search index of several parts finds what one index of all would find, and in that order. Pagefind ranks what a
// part finds by how rare each word is in that part, so the years in which a name is rare would come first; and where
// a part has no word like one that is typed, it looks for the beginning of it. Here the parts are counted together.

/** How much is in one part of the search index. */
export interface PartSize {
  /** The folder of the index below `pagefind/`; empty where there is one index. */
  readonly name: string;
  readonly pages: number;
  readonly words: number;
}

/** One result, with what Pagefind reckoned its score from. */
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

/** What one part answers. */
export interface PartAnswer<Result extends ScoredResult> {
  readonly results: readonly Result[];
  /** Each word that was looked for, without its ending, and how rare it is in the part (inverse document frequency). */
  readonly query_term_idfs?: readonly { readonly term: string; readonly idf: number }[];
}

/** The weights that Pagefind ranks with where it is told nothing else. */
const weights = { pageLength: 0.75, termSaturation: 1.4, diacriticSimilarity: 0.8 };

/** How a part has a word: whole or as the beginning of another, else as a shorter word, whose length this is; 0 where it has neither. */
type Match = number;
const whole: Match = Infinity;

/** A word that was looked for: as it was typed, without its ending, and how rare it is among all pages. */
interface Term {
  readonly typed: string;
  readonly stem: string;
  readonly idf: number;
}

/**
 * Returns what several parts found by what was typed as one index of all would have it, best first. `probe` returns
 * what a part answers to one word alone: it is asked where a part has found nothing by all words together.
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
  const asked = terms.map((stem, index): Term => {
    const having = counts.reduce(
      (sum, own, part) => sum + (isBest(part, index) ? (own[index] ?? 0) : 0),
      0,
    );
    return { stem, typed: words[index] ?? stem, idf: measureRarity(pages, having) };
  });
  return answers
    .flatMap(({ results }, part) =>
      terms.every((_, index) => isBest(part, index))
        ? results.map((result) => ({ result, score: score(result, asked, averageLength) }))
        : [],
    )
    .sort((a, b) => b.score - a.score)
    .map(({ result }) => result);
}

/** Returns how rare a word is: its inverse document frequency, as BM25 has it. */
function measureRarity(pages: number, having: number): number {
  return Math.log(1 + (pages - having + 0.5) / (having + 0.5));
}

/** Returns how many pages have a word of a rarity. */
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

/** Returns the words that are looked for, as Pagefind splits what is typed: without punctuation. */
function splitWords(typed: string): string[] {
  const plain = typed.toLowerCase().replace(/\p{P}/gu, '');
  return plain.split(/\s+/u).filter((word) => word !== '');
}

/** Returns the score of a result among all pages, as Pagefind reckons it among those of its part. */
function score(result: ScoredResult, terms: readonly Term[], averageLength: number): number {
  const { scores = [], verbose_meta_scores: fields = [], params } = result;
  const find = (word: string) =>
    terms.find(({ stem }) => word.startsWith(stem)) ??
    terms.find(({ stem }) => stem.startsWith(word));
  const { pageLength, termSaturation, diacriticSimilarity } = weights;
  const length = (params?.document_length ?? averageLength) / averageLength;
  // Of a text with other accents than those that were typed, Pagefind says so in the sum alone.
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
