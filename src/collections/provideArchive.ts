import type { Archive } from '../model/archive.ts';

// Until a build is compiled with its pages, its pages run in a bundle with another instance of this module:
// only the global object is common to both.
const key = Symbol.for('dateline.archive');
const shared = globalThis as { [key]?: Archive };

/** Provides the archive that a build has checked to the pages that it renders. */
export function provideArchive(archive: Archive): void {
  shared[key] = archive;
}

/** Returns the archive that a build provides, or undefined outside of one. */
export function getProvidedArchive(): Archive | undefined {
  return shared[key];
}
