import type { KnownFingerprints } from './knownFingerprints.ts';
import type { Shards } from './shards.ts';
import type { GetSiteWorkers } from './workerPool.ts';
import type { GenerationWriter } from './writeGeneration.ts';

/** An update of a generation: what writes its files, tells which have changed, and makes those. */
export interface GenerationUpdate {
  readonly writer: GenerationWriter;
  readonly fingerprints: KnownFingerprints;
  readonly shards: Shards;
  readonly getWorkers: GetSiteWorkers;
}
