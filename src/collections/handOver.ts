import type { Archive } from '../model/archive.ts';

// Pages run in a bundle of their own, where this module is another instance: the global object is the
// only thing that a build and its pages share.
const archiveKey = Symbol.for('dateline.archive');
const routesKey = Symbol.for('dateline.routes');
const shared = globalThis as { [archiveKey]?: Archive; [routesKey]?: RouteChooser };

/** Takes a page's path (`events/ID/`) and the key of what it prints; says whether it must be rendered. */
export type RouteChooser = (path: string, key: string) => boolean;

/** Makes the archive that a build has checked the one that its pages are made from, and its choice of pages theirs. */
export function handOver(archive: Archive, choose: RouteChooser): void {
  shared[archiveKey] = archive;
  shared[routesKey] = choose;
}

/** Gives the archive that a build has handed over, undefined outside of one. */
export function getHandedOver(): Archive | undefined {
  return shared[archiveKey];
}

/** Gives the choice of pages that a build has handed over, undefined outside of one: then all are rendered. */
export function getRouteChooser(): RouteChooser | undefined {
  return shared[routesKey];
}

/** Says whether pages are made for a build, which writes the site's other files itself. */
export function isBuilding(): boolean {
  return shared[routesKey] !== undefined;
}
