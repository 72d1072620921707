import type { Archive } from '../model/archive.ts';

// Until a build is compiled with its pages, these run in a bundle where this module is another instance: the
// global object is the only thing that both share.
const key = Symbol.for('dateline.archive');
const shared = globalThis as { [key]?: Archive };

/** Makes the archive that a build has checked the one that its pages are made from. */
export function handOver(archive: Archive): void {
  shared[key] = archive;
}

/** Returns the archive that a build has handed over, undefined outside of one. */
export function getHandedOver(): Archive | undefined {
  return shared[key];
}
