import {
  joinAnswers,
  type PartAnswer,
  type PartSize,
  type ScoredResult,
} from '../views/search/searchRanking.ts';

// The search index of a large archive is split into parts, each a Pagefind index of its own. Pagefind's own
// module can merge them (`mergeIndex`), but it ranks the results of each by that index alone, so each is
// queried separately here.

/** A loaded search result of Pagefind. */
export interface Result {
  readonly url: string;
  readonly meta: { readonly title?: string; readonly note?: string; readonly kind?: string };
}

/** A search result that is not loaded yet. */
export interface Found {
  readonly id: string;
  data(): Promise<Result>;
}

/** An index that can be searched. */
export interface Index {
  search(term: string): Promise<{ readonly results: readonly Found[] }>;
}

/** The options of Pagefind. */
interface Options {
  readonly excerptLength: number;
  readonly baseUrl: string;
  readonly noWorker: boolean;
}

/** One of several indexes, each of which answers for itself. */
interface PartInstance {
  getPtr(): Promise<unknown>;
  enterPlaygroundMode(): Promise<void>;
  search(term: string): Promise<PartAnswer<ScoredResult & Found>>;
}

/** Several indexes: the first one, and those that are merged into it. */
interface JointPagefind {
  readonly primary: PartInstance;
  readonly instances: readonly PartInstance[];
  mergeIndex(path: string, options: Partial<Options>): Promise<void>;
}

/**
 * Pagefind's module; for an archive in parts it also exports their sizes, and the class that merges indexes.
 */
export interface PagefindModule extends Index {
  options(options: Options): Promise<void>;
  readonly parts?: readonly PartSize[];
  readonly Pagefind?: new (options: Partial<Options> & { basePath: string }) => JointPagefind;
}

/**
 * Returns the indexes of all parts as one. Rejects if any of them cannot be loaded, so that results are never
 * incomplete.
 */
export async function joinParts(
  Pagefind: NonNullable<PagefindModule['Pagefind']>,
  folder: string,
  parts: readonly PartSize[],
): Promise<Index> {
  const options = { excerptLength: 0, baseUrl: '/' };
  const [first, ...others] = parts.map(({ name }) => `${folder}${name}/`);
  const joint = new Pagefind({ ...options, basePath: first ?? folder });
  await joint.primary.getPtr();
  await Promise.all(others.map((path) => joint.mergeIndex(path, options)));
  const { instances } = joint;
  // Makes each index report what its scores are made from.
  await Promise.all(instances.map((instance) => instance.enterPlaygroundMode()));
  return {
    search: async (term) => {
      const answers = await Promise.all(instances.map((instance) => instance.search(term)));
      const named = answers.map((answer, part) => ({
        ...answer,
        results: answer.results.map((found) => ({
          ...found,
          id: `${parts[part]?.name ?? ''} ${found.id}`,
        })),
      }));
      const probe = (part: number, word: string) =>
        instances[part]?.search(word) ?? Promise.resolve({ results: [] });
      return { results: await joinAnswers(term, named, parts, probe) };
    },
  };
}
