import type { GenerationFingerprints } from './generationKeys.ts';
import type { Archive } from '../model/archive.ts';
import { createFingerprints, type DependencyKey } from '../model/fingerprints.ts';
import { hashParts } from '../model/hash.ts';

/** The recorded fingerprints of the idle generation, and those of the current build. */
export interface KnownFingerprints {
  /** The fingerprint of what all pages share. */
  readonly common: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly records: GenerationFingerprints['records'];
  /** Returns the fingerprint of some parts of the archive and of what all pages and files share. */
  readonly of: (dependencies: readonly DependencyKey[]) => string;
  /** The fingerprints of this build by path, filled in by `isSame`. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** Records the dependencies of a file and returns whether the generation's file has the same ones. */
  readonly isSame: (path: string, dependencies: readonly DependencyKey[]) => boolean;
}

/**
 * Returns the fingerprints of an archive, given what all pages share and the record of the idle generation,
 * if any.
 */
export function createKnownFingerprints(
  archive: Archive,
  common: string,
  known: GenerationFingerprints | undefined,
): KnownFingerprints {
  // Feeds and pages identify renamed entries by their first id, so any rename affects them all.
  const { of } = createFingerprints(archive, hashParts([common, JSON.stringify(archive.renamed)]));
  const recorded: Record<string, string> = {};
  return {
    common,
    pages: known?.pages ?? {},
    records: known?.records ?? {},
    of,
    dependencies: recorded,
    isSame: (path, dependencies) => {
      const fingerprint = of(dependencies);
      recorded[path] = fingerprint;
      return known?.dependencies[path] === fingerprint;
    },
  };
}
