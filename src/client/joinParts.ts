import {
  joinAnswers,
  type PartAnswer,
  type PartSize,
  type ScoredResult,
} from '../views/search/searchRanking.ts';

// The search index of a large archive is in parts, each an index of Pagefind's own. Its module joins them
// (`mergeIndex`), but ranks what each of them finds by that one alone: so here each is asked for itself.

/** What a result says, as Pagefind loads it. */
export interface Result {
  readonly url: string;
  readonly meta: { readonly title?: string; readonly note?: string; readonly kind?: string };
}

/** A result that is not loaded yet. */
export interface Found {
  readonly id: string;
  data(): Promise<Result>;
}

/** What can be searched. */
export interface Index {
  search(term: string): Promise<{ readonly results: readonly Found[] }>;
}

/** What Pagefind is told. */
interface Options {
  readonly excerptLength: number;
  readonly baseUrl: string;
  readonly noWorker: boolean;
}

/** One of several indexes, of which each answers for itself. */
interface PartInstance {
  getPtr(): Promise<unknown>;
  enterPlaygroundMode(): Promise<void>;
  search(term: string): Promise<PartAnswer<ScoredResult & Found>>;
}

/** Several indexes: the first one, and those that are joined to it. */
interface JointPagefind {
  readonly primary: PartInstance;
  readonly instances: readonly PartInstance[];
  mergeIndex(path: string, options: Partial<Options>): Promise<void>;
}

/** Pagefind's module; of an archive in parts it says which, and has the class that joins them. */
export interface PagefindModule extends Index {
  options(options: Options): Promise<void>;
  readonly parts?: readonly PartSize[];
  readonly Pagefind?: new (options: Partial<Options> & { basePath: string }) => JointPagefind;
}

/** Returns the indexes of the parts as one. Rejects where one of them cannot be loaded: nobody is told less than there is. */
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
  // So that each says what its scores are made from.
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
