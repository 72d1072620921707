import { hash } from 'node:crypto';
import type { GenerationPrints } from './generationKeys.ts';
import type { Archive } from '../model/archive.ts';
import { createPrints, type Cell } from '../model/prints.ts';

/** What the idle generation was made from, and what it is to be made from. */
export interface KnownPrints {
  /** What every page has in common. */
  readonly common: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly records: GenerationPrints['records'];
  /** Returns the print of some parts of the archive, with all that every page and file has in common. */
  readonly of: (reads: readonly Cell[]) => string;
  /** The prints of what is made now, by path: filled in by `isSame`. */
  readonly reads: Readonly<Record<string, string>>;
  /** Notes what a file is made from; says whether the one that the generation has was made from the same. */
  readonly isSame: (path: string, reads: readonly Cell[]) => boolean;
}

/** Takes an archive, what all pages have in common, and what the idle generation was made from, if that is known. */
export function openPrints(
  archive: Archive,
  common: string,
  known: GenerationPrints | undefined,
): KnownPrints {
  // Feeds and pages know what was renamed by its first id.
  const { of } = createPrints(
    archive,
    hash('sha256', `${common}\0${JSON.stringify(archive.renamed)}`),
  );
  const reads: Record<string, string> = {};
  return {
    common,
    pages: known?.pages ?? {},
    records: known?.records ?? {},
    of,
    reads,
    isSame: (path, cells) => {
      const print = of(cells);
      reads[path] = print;
      return known?.reads[path] === print;
    },
  };
}
